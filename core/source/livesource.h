#pragma once

#include "core/kube/connection.h"
#include "core/source/livefollow.h"
#include "core/source/source.h"

namespace faultline::source {

struct LiveRequest {
    kube::Connection connection;
    QString nameSpace;                       ///< empty = all namespaces
    std::shared_ptr<Recorder> recorder = {}; ///< told every object, for a snapshot; may be null
    FollowPace pace = {};
};

/// A live API server: paged lists of every kind that the guide needs, sent together, decoded page by page on one worker
/// while the next page is on its way. A kind that is forbidden or not served is unseen, not a failure; only when no
/// kind at all could be read does the load fail (with the first error: network, TLS, 401 ...). follow() then watches
/// every kind that was read, from the resourceVersion of its list.
class LiveSource : public Source
{
    Q_OBJECT

public:
    explicit LiveSource(LiveRequest request, QObject *parent = nullptr);
    ~LiveSource() override;

    Origin origin() const override;
    void load() override;
    void cancel() override;
    void follow() override;
    void pause() override;
    void fetchLogs(const std::vector<model::LogKey> &keys) override;
    std::unique_ptr<LogStream> followLog(const model::LogKey &key) override;
    void fetchRaw(const model::ObjectRef &ref) override;
    void fetchObjects(const std::vector<model::ObjectRef> &refs) override;
    base::Result<std::unique_ptr<Source>> again(const std::shared_ptr<Recorder> &recorder) const override;

protected:
    kube::Client *clientForTrials() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace faultline::source
