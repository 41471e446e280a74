#include "core/source/liveobjects.h"

#include "core/source/livekinds.h"
#include "core/source/secretobject.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <set>

namespace faultline::source {

using State = model::RawObject::State;
using namespace Qt::StringLiterals;

namespace {

constexpr size_t kParallel = 8;
constexpr qint64 kLargestObject = 64 * 1024 * 1024;

} // namespace

kube::Request objectRequest(const model::ObjectRef &ref, const kube::ServedApis &served)
{
    const QString version = served.version(model::apiGroup(ref.kind), model::resourceName(ref.kind));
    return {objectPath(ref, version.isEmpty() ? u"v1"_s : version), {}, objectAccept(ref.kind), kLargestObject};
}

QByteArray readableObject(model::Kind kind, const QByteArray &json)
{
    if (kind == model::Kind::Secret)
        return secretObject(json);
    return QJsonDocument(QJsonDocument::fromJson(json).object()).toJson(QJsonDocument::Indented);
}

LiveObjects::LiveObjects(kube::Client &client, const kube::ServedApis &served,
                         const std::vector<model::ObjectRef> &refs, QObject *parent)
    : QObject(parent), m_client(client), m_served(served)
{
    const std::set<model::ObjectRef> distinct(refs.begin(), refs.end());
    m_waiting.assign(distinct.begin(), distinct.end());
}

LiveObjects::~LiveObjects() { dropRunning(); }

void LiveObjects::start() { fetchMore(); }

void LiveObjects::stop()
{
    m_waiting.clear();
    dropRunning();
    fetchMore();
}

void LiveObjects::dropRunning()
{
    for (const auto &[ref, reply] : m_running) {
        if (reply)
            reply->cancel();
    }
    m_running.clear();
}

void LiveObjects::fetchMore()
{
    while (!m_waiting.empty() && m_running.size() < kParallel) {
        fetch(m_waiting.front());
        m_waiting.pop_front();
    }
    if (m_running.empty() && !std::exchange(m_isDone, true))
        QMetaObject::invokeMethod(this, &LiveObjects::done, Qt::QueuedConnection);
}

void LiveObjects::fetch(const model::ObjectRef &ref)
{
    kube::Reply *reply = m_client.get(objectRequest(ref, m_served));
    m_running[ref] = reply;
    connect(reply, &kube::Reply::finished, this,
            [this, ref](const kube::Response &response) { onFinished(ref, response); });
}

void LiveObjects::onFinished(const model::ObjectRef &ref, const kube::Response &response)
{
    m_running.erase(ref);
    QJsonObject object = QJsonDocument::fromJson(readableObject(ref.kind, response.body)).object();
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    metadata.remove("managedFields"_L1); // a walk has no use for who wrote which field
    object.insert("metadata"_L1, metadata);
    if (response.error) {
        m_objects[ref] = {State::Unavailable, {}, response.error->detail};
    } else {
        m_objects[ref] = {State::Json, object, {}};
    }
    fetchMore();
}

} // namespace faultline::source
