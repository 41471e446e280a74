#pragma once

#include "core/kube/client.h"
#include "core/kube/discovery.h"
#include "core/model/cluster.h"

#include <QtCore/QPointer>

#include <deque>

namespace faultline::source {

/// The GET of one object; of a Secret its metadata alone.
kube::Request objectRequest(const model::ObjectRef &ref, const kube::ServedApis &served);

/// An object as people read it: indented; of a Secret its metadata alone.
QByteArray readableObject(model::Kind kind, const QByteArray &json);

/// Fetches whole objects, a few at a time. Ends with one done(); deleting it ends it silently.
class LiveObjects : public QObject
{
    Q_OBJECT

public:
    using Objects = std::map<model::ObjectRef, model::RawObject>;

    LiveObjects(kube::Client &client, const kube::ServedApis &served, const std::vector<model::ObjectRef> &refs,
                QObject *parent = nullptr);
    ~LiveObjects() override;

    void start();

    /// Drops what is still on its way; done() follows.
    void stop();
    const Objects &objects() const { return m_objects; } ///< what has come so far

Q_SIGNALS:
    void done();

private:
    void dropRunning();
    void fetchMore();
    void fetch(const model::ObjectRef &ref);
    void onFinished(const model::ObjectRef &ref, const kube::Response &response);

    kube::Client &m_client;
    kube::ServedApis m_served;
    std::deque<model::ObjectRef> m_waiting;
    std::map<model::ObjectRef, QPointer<kube::Reply>> m_running;
    Objects m_objects;
    bool m_isDone = false;
};

} // namespace faultline::source
