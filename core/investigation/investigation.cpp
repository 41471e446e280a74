#include "core/investigation/investigation_p.h"

#include "core/checks/shared/ports.h"

#include <QtCore/QDateTime>

namespace faultline::investigation {

Investigation::Investigation(guide::Guide guide, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(guide)))
{
}

Investigation::~Investigation() = default;

void Investigation::open(std::unique_ptr<source::Source> source)
{
    d->forgetPicture();
    d->followed.reset(); // it listens to the former source
    d->source = std::move(source);
    d->origin = d->source->origin();
    d->diagnoses.clear();
    d->opened = {};
    d->turns.clear();
    d->live = {};
    d->answers.clear();
    d->selection = {};
    d->focus = {};
    d->fetchingLogs = false;
    d->fetchingObjects = false;
    d->problem.reset();
    d->listenTo(*d->source);
    Q_EMIT forwardsChanged(); // those of the former source are gone with it
    if (d->follows)
        d->source->follow();
    Q_EMIT liveChanged();
    Q_EMIT changed();
    Q_EMIT selectionChanged();
    Q_EMIT focusChanged();
    reload();
}

void Investigation::reload()
{
    if (!d->source)
        return;
    d->waiting.clear();
    d->enter(Phase::Loading);
    Q_EMIT waitingChanged();
    d->source->load();
}

void Investigation::cancel()
{
    if (d->source && d->phase == Phase::Loading)
        d->source->cancel();
}

base::Result<std::unique_ptr<source::Source>>
Investigation::sourceAgain(const std::shared_ptr<source::Recorder> &recorder) const
{
    if (!d->source)
        return base::failure(base::Error::Kind::Usage, QStringLiteral("nothing is open"));
    return d->source->again(recorder);
}

Phase Investigation::phase() const { return d->phase; }

const std::vector<source::Progress> &Investigation::waiting() const { return d->waiting; }

const std::optional<base::Error> &Investigation::problem() const { return d->problem; }

bool Investigation::isStale() const { return d->cluster != nullptr && d->problem.has_value(); }

void Investigation::follow()
{
    d->follows = true;
    if (d->source)
        d->source->follow();
}

void Investigation::pause()
{
    d->follows = false;
    if (d->source)
        d->source->pause();
}

bool Investigation::isFollowing() const { return d->follows; }

const source::Live &Investigation::live() const { return d->live; }

const guide::Guide &Investigation::guide() const { return *d->guide; }

const source::Origin &Investigation::origin() const { return d->origin; }

const model::ClusterPtr &Investigation::cluster() const { return d->cluster; }

const Picture &Investigation::opened() const { return d->opened; }

const std::vector<guide::Diagnosis> &Investigation::diagnoses() const { return d->diagnoses; }

const guide::Diagnosis *Investigation::diagnosis() const { return d->find(d->selection); }

const model::ObjectRef &Investigation::selection() const { return d->selection; }

const Investigation::Focus &Investigation::focus() const { return d->focus; }

const guide::Answers &Investigation::answers() const { return d->answers; }

bool Investigation::isSettled() const
{
    return d->phase != Phase::Loading && !d->walking && !d->fetchingLogs && !d->fetchingObjects && !d->trying;
}

void Investigation::select(const model::ObjectRef &subject)
{
    if (subject == d->selection || d->find(subject) == nullptr)
        return;
    d->selection = subject;
    Q_EMIT selectionChanged();
    d->resetFocus();
}

void Investigation::setFocus(int walk, int step)
{
    const guide::Diagnosis *current = diagnosis();
    if (current == nullptr || walk < 0 || walk >= current->walks.size() || step < 0 ||
        static_cast<size_t>(step) > current->walks[walk].steps.size())
        return;
    if (d->focus == Focus{walk, step})
        return;
    d->focus = {walk, step};
    d->focusIsPersons = true;
    Q_EMIT focusChanged();
}

void Investigation::focusBack()
{
    const guide::Walk *walk = d->focusedWalk();
    if (walk == nullptr)
        return;
    for (int step = d->focus.step - 1; step >= 0; --step) {
        const guide::Node &node = d->guide->node(walk->steps[static_cast<size_t>(step)].node);
        if (node.type != guide::NodeType::Action)
            return setFocus(d->focus.walk, step);
    }
    const auto lit = diagnosis()->litWalks();
    const auto it = std::find(lit.begin(), lit.end(), walk);
    if (it == lit.begin() || it == lit.end() || (*std::prev(it))->steps.empty())
        return;
    const guide::Walk *before = *std::prev(it);
    setFocus(static_cast<int>(before - diagnosis()->walks.data()), static_cast<int>(before->steps.size()) - 1);
}

void Investigation::answer(const guide::NodeId &node, checks::Answer answer)
{
    const guide::PersonAnswer given{answer, base::Timestamp{QDateTime::currentMSecsSinceEpoch()}};
    d->changeAnswer(node, &given);
}

void Investigation::withdraw(const guide::NodeId &node) { d->changeAnswer(node, nullptr); }

void Investigation::fetchLog(const model::LogKey &key)
{
    if (!d->source || !d->cluster || d->fetchingLogs || !d->askedLogs.insert(key).second)
        return;
    d->fetchingLogs = true;
    d->source->fetchLogs({key});
}

std::vector<model::TrialKey> Investigation::wantedTrials(const model::ObjectRef &subject, Reach reach) const
{
    std::vector<model::TrialKey> wanted;
    const guide::Diagnosis *diagnosis = d->find(subject);
    for (const guide::Walk &walk : diagnosis ? diagnosis->walks : QList<guide::Walk>()) {
        for (const model::TrialKey &key : walk.wantedTrials()) {
            const bool isPublic = key.way == model::TrialWay::Public;
            if (isPublic == (reach == Reach::Public) && std::find(wanted.begin(), wanted.end(), key) == wanted.end())
                wanted.push_back(key);
        }
    }
    return wanted;
}

bool Investigation::isTrying() const { return d->trying; }

void Investigation::tryConnections(const std::vector<model::TrialKey> &keys)
{
    if (!d->source || !d->cluster || d->trying || keys.empty())
        return;
    d->trying = true;
    d->source->tryConnections(keys);
    Q_EMIT triedChanged();
}

namespace {

/// A ready Pod behind the Service and the port that the Service's leads to there, as kubectl translates it.
base::Result<kube::TunnelTarget> targetBehind(const model::Cluster &cluster, const model::Service &service, int port)
{
    const auto pods = cluster.podsSelectedBy(service);
    const auto ready = std::find_if(pods.begin(), pods.end(), [](const model::Pod *pod) { return pod->isReady(); });
    if (ready == pods.end())
        return base::failure(base::Error::Kind::NotFound, QStringLiteral("no Pod behind the Service is ready"));
    const auto found = std::find_if(service.ports.begin(), service.ports.end(),
                                    [port](const model::ServicePort &one) { return one.port == port; });
    const int number = found == service.ports.end() ? 0 : checks::targetNumber(*found, *(*ready)->spec);
    if (number <= 0) {
        return base::failure(
            base::Error::Kind::NotFound,
            QStringLiteral("port %1 of the Service leads to no port of Pod %2").arg(port).arg((*ready)->meta.name));
    }
    return kube::TunnelTarget{service.meta.nameSpace, (*ready)->meta.name, static_cast<quint16>(number)};
}

} // namespace

base::Result<source::OpenForward> Investigation::openForward(const model::TrialKey &key)
{
    if (!d->source || !d->cluster)
        return base::failure(base::Error::Kind::Usage, QStringLiteral("nothing is open"));
    if (key.object.kind != model::Kind::Service) {
        return d->source->openForward({key.object.nameSpace, key.object.name, static_cast<quint16>(key.port)},
                                      key.speech);
    }
    const model::Service *service = d->cluster->service(key.object.nameSpace, key.object.name);
    if (service == nullptr)
        return base::failure(base::Error::Kind::NotFound, QStringLiteral("the Service is gone"));
    const auto target = targetBehind(*d->cluster, *service, key.port);
    if (!target)
        return tl::unexpected(target.error());
    return d->source->openForward(*target, key.speech);
}

void Investigation::stopForward(quint16 localPort)
{
    if (d->source)
        d->source->stopForward(localPort);
}

std::vector<source::OpenForward> Investigation::forwards() const
{
    return d->source ? d->source->forwards() : std::vector<source::OpenForward>();
}

void Investigation::cancelTrials()
{
    if (d->source && d->trying)
        d->source->cancelTrials();
}

void Investigation::followLog(const model::LogKey &key)
{
    stopFollowing();
    d->followed = d->source ? d->source->followLog(key) : nullptr;
    if (!d->followed)
        return;
    connect(d->followed.get(), &source::LogStream::arrived, this, &Investigation::logArrived);
    connect(d->followed.get(), &source::LogStream::ended, this, &Investigation::logEnded);
}

void Investigation::stopFollowing() { d->followed.reset(); }

void Investigation::fetchRaw(const model::ObjectRef &ref)
{
    if (d->source)
        d->source->fetchRaw(ref);
}

} // namespace faultline::investigation
