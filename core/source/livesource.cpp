#include "core/source/livesource.h"

#include "core/kube/kubeconfig.h"
#include "core/source/liveload.h"
#include "core/source/livelogs.h"
#include "core/source/livelogstream.h"
#include "core/source/liveobjects.h"
#include "core/source/secretobject.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>

namespace faultline::source {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

Origin originOf(const LiveRequest &request)
{
    const kube::Connection &connection = request.connection;
    Origin origin;
    origin.type = Origin::Type::Live;
    origin.context = connection.contextName;
    origin.clusterName = connection.clusterName;
    origin.server = connection.server.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    origin.user = connection.userName;
    origin.insecure = connection.insecureSkipTlsVerify;
    origin.files = connection.files;
    origin.nameSpace = request.nameSpace;
    return origin;
}

} // namespace

class LiveSource::Private
{
public:
    Private(LiveSource *source, LiveRequest given) : q(source), request(std::move(given)), origin(originOf(request)) {}

    /// Nullptr, with `problem` set, when the credentials cannot be used.
    kube::Client *openClient(Error &problem);
    void startLoad();
    void takeNewLogin();
    void onLoaded(const LiveResult &result);
    void endWith(const Error &error);
    void startFollow(const LiveResult &result);
    void answerLogs(LiveLogs &fetch);
    void answerObjects(LiveObjects &fetch);

    LiveSource *q;
    LiveRequest request;
    Origin origin;
    kube::ServedApis served;
    bool wasRefused = false;              ///< the last load ended with a 401
    std::unique_ptr<kube::Client> client; ///< before all that uses it: it must go last
    std::unique_ptr<LiveLoad> load;
    std::unique_ptr<LiveFollow> following; ///< of the last load that succeeded
    bool follows = false;
    std::vector<std::unique_ptr<LiveLogs>> logs;
    std::vector<std::unique_ptr<LiveObjects>> objects;
};

kube::Client *LiveSource::Private::openClient(Error &problem)
{
    if (!client) {
        auto opened = kube::Client::open(request.connection);
        if (!opened) {
            problem = opened.error();
            return nullptr;
        }
        client = std::move(*opened);
    }
    return client.get();
}

/// A person whose login was refused logs in again, and their tool writes the kubeconfig anew.
void LiveSource::Private::takeNewLogin()
{
    if (!std::exchange(wasRefused, false) || request.connection.files.isEmpty()) {
        return;
    }
    const auto config = kube::Kubeconfig::load(request.connection.files);
    auto fresh = config ? config->connection(request.connection.contextName) : tl::unexpected(config.error());
    if (!fresh) {
        return;
    }
    // What a person said yes to is one very command line.
    fresh->isPluginAllowed = request.connection.isPluginAllowed &&
                             kube::fingerprint(fresh->plugin) == kube::fingerprint(request.connection.plugin);
    request.connection = *std::move(fresh);
    logs.clear();
    objects.clear();
    following.reset();
    q->endTrials();
    client.reset();
}

void LiveSource::Private::startLoad()
{
    takeNewLogin();
    Error problem;
    kube::Client *open = openClient(problem);
    if (open == nullptr) {
        endWith(problem);
        return;
    }
    if (following) {
        following->stop();
    }
    load = std::make_unique<LiveLoad>(*open, request.nameSpace, request.recorder);
    connect(load.get(), &LiveLoad::progress, q, &LiveSource::progress);
    connect(load.get(), &LiveLoad::failed, q, [this](const Error &error) { endWith(error); });
    connect(load.get(), &LiveLoad::loaded, q, [this](const LiveResult &result) { onLoaded(result); });
    load->start();
}

void LiveSource::Private::onLoaded(const LiveResult &result)
{
    served = result.served;
    origin.takenAt = result.cluster->now();
    origin.warnings = result.warnings;
    load.reset();
    const QPointer<LiveSource> alive(q); // a receiver may have done with it
    Q_EMIT q->loaded({result.cluster, origin});
    if (alive)
        startFollow(result);
}

void LiveSource::Private::startFollow(const LiveResult &result)
{
    following = std::make_unique<LiveFollow>(*client, result.places, result.cluster->now(), request.pace);
    connect(following.get(), &LiveFollow::changed, q,
            [this](const model::Changes &changes, const QStringList &) { Q_EMIT q->changed(changes); });
    connect(following.get(), &LiveFollow::liveChanged, q, &LiveSource::liveChanged);
    if (follows) {
        following->start();
    }
}

/// A load that failed leaves the picture before it, which is followed as before.
void LiveSource::Private::endWith(const Error &error)
{
    wasRefused = error.kind == Error::Kind::Unauthorized;
    load.reset();
    if (follows && following) {
        following->start();
    }
    QMetaObject::invokeMethod(
        q, [source = q, error] { Q_EMIT source->failed(error); }, Qt::QueuedConnection);
}

void LiveSource::Private::answerLogs(LiveLogs &fetch)
{
    const LiveLogs::Logs answer = fetch.logs();
    std::erase_if(logs, [&](const auto &each) { return each.get() == &fetch; });
    Q_EMIT q->logsFetched(answer);
}

void LiveSource::Private::answerObjects(LiveObjects &fetch)
{
    const LiveObjects::Objects answer = fetch.objects();
    std::erase_if(objects, [&](const auto &each) { return each.get() == &fetch; });
    Q_EMIT q->objectsFetched(answer);
}

LiveSource::LiveSource(LiveRequest request, QObject *parent)
    : Source(parent), d(std::make_unique<Private>(this, std::move(request)))
{
}

LiveSource::~LiveSource() { dropTrials(); }

Origin LiveSource::origin() const { return d->origin; }

void LiveSource::load()
{
    cancel();
    d->startLoad();
}

void LiveSource::cancel()
{
    for (const auto &fetch : d->logs) {
        fetch->stop();
    }
    for (const auto &fetch : d->objects) {
        fetch->stop();
    }
    if (d->load) {
        d->endWith({Error::Kind::Cancelled, u"the load was cancelled"_s, {}});
    }
}

void LiveSource::follow()
{
    d->follows = true;
    if (d->following && !d->load) {
        d->following->start();
    }
}

void LiveSource::pause()
{
    d->follows = false;
    if (!d->following) {
        return;
    }
    d->following->stop();
    Live paused = d->following->live();
    paused.state = Live::State::Paused;
    Q_EMIT liveChanged(paused);
}

kube::Client *LiveSource::clientForTrials()
{
    Error problem;
    return d->openClient(problem);
}

void LiveSource::fetchLogs(const std::vector<model::LogKey> &keys)
{
    Error problem;
    kube::Client *client = d->openClient(problem);
    if (client == nullptr) {
        std::map<model::LogKey, model::LogText> refused;
        for (const model::LogKey &key : keys) {
            refused[key] = {model::LogText::State::Unavailable, problem.detail};
        }
        QMetaObject::invokeMethod(
            this, [this, refused] { Q_EMIT logsFetched(refused); }, Qt::QueuedConnection);
        return;
    }
    LiveLogs *fetch = d->logs.emplace_back(std::make_unique<LiveLogs>(*client, keys)).get();
    connect(fetch, &LiveLogs::done, this, [this, fetch] { d->answerLogs(*fetch); });
    fetch->start();
}

std::unique_ptr<LogStream> LiveSource::followLog(const model::LogKey &key)
{
    Error problem;
    kube::Client *client = key.previous ? nullptr : d->openClient(problem);
    return client == nullptr ? nullptr : std::make_unique<LiveLogStream>(*client, key);
}

base::Result<std::unique_ptr<Source>> LiveSource::again(const std::shared_ptr<Recorder> &recorder) const
{
    LiveRequest request = d->request;
    request.recorder = recorder;
    return std::make_unique<LiveSource>(std::move(request));
}

void LiveSource::fetchRaw(const model::ObjectRef &ref)
{
    Error problem;
    kube::Client *client = d->openClient(problem);
    if (client == nullptr) {
        QMetaObject::invokeMethod(
            this, [this, ref, problem] { Q_EMIT rawFetched(ref, {}, problem.detail); }, Qt::QueuedConnection);
        return;
    }
    kube::Reply *reply = client->get(objectRequest(ref, d->served));
    const auto answer = [this, ref](const kube::Response &response) {
        const bool failed = response.error.has_value();
        Q_EMIT rawFetched(ref, failed ? QByteArray() : readableObject(ref.kind, response.body),
                          failed ? response.error->detail : QString());
    };
    connect(reply, &kube::Reply::finished, this, answer, Qt::QueuedConnection);
}

void LiveSource::fetchObjects(const std::vector<model::ObjectRef> &refs)
{
    Error problem;
    kube::Client *client = d->openClient(problem);
    if (client == nullptr) {
        Source::fetchObjects(refs);
        return;
    }
    LiveObjects *fetch = d->objects.emplace_back(std::make_unique<LiveObjects>(*client, d->served, refs)).get();
    connect(fetch, &LiveObjects::done, this, [this, fetch] { d->answerObjects(*fetch); });
    fetch->start();
}

} // namespace faultline::source
