#pragma once

#include "core/kube/client.h"

#include <QtCore/QPointer>

namespace faultline::kube {

struct ListLimits {
    int pageSize = 500;
    int pages = 10'000;
    qint64 bytes = qint64(1) << 30; ///< of all pages together
};

/// Reads one list page by page. The next page is asked for before page() is emitted, so that it travels while this one
/// is decoded. Ends with exactly one finished(); deleting it ends it silently.
class Lister : public QObject
{
    Q_OBJECT

public:
    Lister(Client &client, QString path, QByteArray accept, const ListLimits &limits = {}, QObject *parent = nullptr);
    ~Lister() override;

    void start();

    /// Of the list as it was first answered: a watch from there misses nothing. Empty when the server did not say.
    const QString &resourceVersion() const { return m_resourceVersion; }

Q_SIGNALS:
    /// `remaining`: items after this page; -1 when not known.
    void page(const QByteArray &json, qint64 remaining);

    /// The list changed too much while it was read (410) and is read again from its start: all pages so far are void.
    void restarted();

    /// The last answer, without its body.
    void finished(const faultline::kube::Response &last);

private:
    void ask(const QString &continueToken);
    void onFinished(const Response &response);
    bool goesOnAfter(const Response &response);
    void end(Response last);

    Client &m_client;
    QString m_path;
    QByteArray m_accept;
    ListLimits m_limits;
    QPointer<Reply> m_reply;
    QString m_resourceVersion;
    int m_pages = 0;
    qint64 m_bytes = 0;
    bool m_isSecondRun = false;
};

} // namespace faultline::kube
