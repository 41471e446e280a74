#pragma once

#include "core/kube/lister.h"
#include "core/source/followedkind.h"
#include "core/source/livekinds.h"
#include "core/source/pagedecoder.h"
#include "core/source/source.h"

namespace faultline::source {

/// What one load of a live server brought.
struct LiveResult {
    model::ClusterPtr cluster;
    kube::ServedApis served;
    QStringList warnings;
    std::vector<KindPlace> places; ///< of the kinds that were read
};

/// One load: discovery, all lists side by side, decoding. Ends with exactly one of loaded() and failed(), which, like
/// progress(), never come from within a network callback, so that a receiver may delete this object.
/// Deleting it ends the load silently.
class LiveLoad : public QObject
{
    Q_OBJECT

public:
    /// `recorder` is told every object; may be null.
    LiveLoad(kube::Client &client, QString nameSpace, std::shared_ptr<Recorder> recorder = {},
             QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void progress(const std::vector<faultline::source::Progress> &lines);
    void loaded(const faultline::source::LiveResult &result);
    void failed(const faultline::base::Error &error);

private:
    struct KindLoad {
        model::Kind kind = model::Kind::Unknown;
        Progress line;
        std::unique_ptr<kube::Lister> lister;
        int pagesInDecoder = 0;
        qint64 remaining = -1; ///< behind the newest page; -1 when not known
        std::optional<base::Error> error;
        bool isListed = false; ///< the last page has come
        bool isRead = false;
        bool hasEnded = false;
    };

    void onDiscovered(const base::Result<kube::ServedApis> &served);
    void list(KindLoad &load);
    void startList(KindLoad &load, const QString &version);
    void onPage(KindLoad &load, const QByteArray &json, qint64 remaining);
    void onRestarted(KindLoad &load);
    void onListed(KindLoad &load, const kube::Response &last);
    bool isMissingNamespace(const KindLoad &load, const kube::Response &last) const;
    void onDecoded(model::Kind kind, const model::DecodeSummary &summary);
    void onUndecodable(model::Kind kind, const base::Error &error);
    void keepWarnings(const KindLoad &load, const QStringList &warnings);
    void endIfRead(KindLoad &load);
    void refuse(KindLoad &load, const base::Error &error);
    void markUnseen(KindLoad &load, model::Unseen::Reason reason, const QString &detail);
    void endKind(KindLoad &load);
    void decideEndpoints(const KindLoad &slices);
    void buildIfComplete();
    base::Error firstError() const;
    void fail(const base::Error &error);
    void stop();
    void tell();
    void tellNow();
    void endSoon(std::function<void()> signal);
    void keepPlace(const KindLoad &load);
    void onBuilt(const model::ClusterPtr &cluster);
    KindLoad &of(model::Kind kind);

    kube::Client &m_client;
    QString m_nameSpace;
    std::unique_ptr<kube::Discovery> m_discovery;
    std::vector<KindLoad> m_kinds;
    LoadFacts m_facts;
    LiveResult m_result;
    std::unique_ptr<PageDecoder> m_decoder;
    bool m_hasEnded = false;
    bool m_willTell = false;
};

} // namespace faultline::source
