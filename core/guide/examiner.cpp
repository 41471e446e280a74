#include "core/guide/examiner.h"

#include "core/checks/shared/candidates.h"
#include "core/checks/shared/routes.h"
#include "core/checks/shared/troubledcontainer.h"
#include "core/guide/subjects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using model::Kind;

/// Two Pods fared the same when every question got the same answer from the same source, about the same container.
bool isAlike(const Walk &left, const Walk &right)
{
    const auto same = [](const Step &a, const Step &b) {
        return a.node == b.node && a.answer == b.answer && a.by == b.by;
    };
    return left.end == right.end && left.at == right.at && left.subject.container == right.subject.container &&
           std::equal(left.steps.begin(), left.steps.end(), right.steps.begin(), right.steps.end(), same);
}

bool isBatch(const model::Workload *workload)
{
    return workload != nullptr && (workload->kind == Kind::Job || workload->kind == Kind::CronJob);
}

} // namespace

Examiner::Examiner(const Guide &guide, const model::Cluster &cluster, const Answers &answers, Diagnosis &into)
    : m_guide(guide),
      m_cluster(cluster),
      m_answers(answers),
      m_diagnosis(into),
      m_workload(cluster.workload(into.subject))
{
    if (into.subject.kind == Kind::Pod)
        m_barePod = cluster.pod(into.subject.nameSpace, into.subject.name);
    m_pods = podsToWalk(cluster, into.subject);
    m_diagnosis.podCount = static_cast<int>(m_pods.size());
    m_diagnosis.readyPods = static_cast<int>(
        std::count_if(m_pods.begin(), m_pods.end(), [](const model::Pod *pod) { return pod->isReady(); }));
}

void Examiner::examine()
{
    const model::ObjectRef &subject = m_diagnosis.subject;
    if (subject.kind == Kind::Service) {
        walkService(m_cluster.service(subject.nameSpace, subject.name), m_guide.loneEntry(Layer::Service));
    } else if (subject.kind == Kind::Ingress) {
        walkIngress(nullptr, m_cluster.ingress(subject.nameSpace, subject.name), m_guide.loneEntry(Layer::Ingress));
    } else if (model::isRouteKind(subject.kind)) {
        walkRoute(nullptr, m_cluster.route(subject), m_guide.loneEntry(Layer::Gateway));
    } else if (const NodeId entry = m_guide.kindEntry(subject.kind); !entry.isEmpty()) {
        m_diagnosis.walks.push_back(walk(m_guide, entry, scope(), m_answers));
    } else {
        if (!m_barePod)
            walkRollout();
        if (!m_workload && !m_barePod)
            return; // it is not there: no layer above can be said to be its own
        walkPods();
        walkServices();
    }
}

checks::Scope Examiner::scope() const
{
    checks::Scope scope{m_cluster, m_workload, nullptr, {}, nullptr, nullptr, m_diagnosis.subject};
    return scope;
}

void Examiner::walkRollout()
{
    m_diagnosis.walks.push_back(walk(m_guide, m_guide.entry(Layer::Rollout), scope(), m_answers));
    stopWhereNoPodIs();
}

/// A rollout that gave no reason, yet has no Pod at all: nothing further can be asked of Pods, so the walk stands at
/// the question that could not be answered instead of passing on to a layer that is not there.
void Examiner::stopWhereNoPodIs()
{
    Walk &rollout = m_diagnosis.walks.back();
    if (rollout.end != Walk::End::PassedOn || !m_pods.empty() || !m_cluster.sees(Kind::Pod) || !m_workload ||
        !m_workload->hasStatus || m_workload->replicas == 0 || isBatch(m_workload))
        return;
    const auto open = std::find_if(rollout.steps.rbegin(), rollout.steps.rend(), [this](const Step &step) {
        return step.answer == checks::Answer::Unknown && !m_guide.node(step.node).isTeams();
    });
    if (open == rollout.steps.rend())
        return;
    rollout.end = Walk::End::Asking;
    rollout.at = open->node;
    rollout.steps.erase(open.base(), rollout.steps.end());
}

/// The Pods are not in the input, and the workload's own count says that some are not ready.
bool Examiner::missesUnseenPods() const
{
    return !m_cluster.sees(Kind::Pod) && m_workload && m_workload->hasStatus && !isBatch(m_workload) &&
           m_workload->readyReplicas < m_workload->replicas && m_diagnosis.walks.back().end == Walk::End::PassedOn;
}

void Examiner::walkPods()
{
    if (missesUnseenPods())
        m_diagnosis.walks.push_back(walk(m_guide, m_guide.entry(Layer::Pods), scope(), m_answers));
    for (const model::Pod *pod : m_pods)
        walkPod(*pod);
}

void Examiner::walkPod(const model::Pod &pod)
{
    QStringList containers = checks::troubledContainers(m_cluster, pod);
    if (containers.isEmpty() && !pod.spec->containers.empty())
        containers.append(pod.spec->containers.front().name);
    for (const QString &container : std::as_const(containers)) {
        checks::Scope about = scope();
        about.pod = &pod;
        about.container = container;
        addPodWalk(walk(m_guide, m_guide.entry(Layer::Pods), about, m_answers));
    }
}

void Examiner::addPodWalk(Walk made)
{
    const auto alike = std::find_if(m_diagnosis.walks.begin(), m_diagnosis.walks.end(), [&](const Walk &known) {
        return known.layer == Layer::Pods && isAlike(known, made);
    });
    if (alike == m_diagnosis.walks.end()) {
        m_diagnosis.walks.push_back(std::move(made));
        return;
    }
    // Each Pod's own object is wanted, so that one round of reading settles them all.
    for (size_t i = 0; i < made.steps.size(); ++i) {
        auto &wanted = alike->steps[i].automatic.wantedObjects;
        const auto &more = made.steps[i].automatic.wantedObjects;
        wanted.insert(wanted.end(), more.begin(), more.end());
    }
    alike->alike.push_back(made.subject.pod);
}

/// None selects the Pods: the one that most likely should.
const model::Service *Examiner::intendedService() const
{
    const model::Service *near = checks::nearMissService(m_cluster, m_workload, m_barePod);
    return near || !m_workload ? near : checks::strayNamesake(m_cluster, *m_workload);
}

void Examiner::walkServices()
{
    const auto services = checks::servicesFor(m_cluster, m_workload, m_barePod);
    const bool isOver = isBatch(m_workload) && m_workload->hasStatus && m_pods.empty();
    if (isOver || (services.empty() && isBatch(m_workload)))
        return; // nobody calls a Job, least of all one that is done
    if (services.empty())
        return walkService(intendedService(), m_guide.entry(Layer::Service));
    for (const model::Service *service : services)
        walkService(service, m_guide.entry(Layer::Service));
}

/// A Pod of the subject that the Service selects; else any of its Pods; for a lone Service any Pod that it selects.
const model::Pod *Examiner::podBehind(const model::Service *service) const
{
    const auto selected = service ? m_cluster.podsSelectedBy(*service) : std::vector<const model::Pod *>();
    for (const model::Pod *pod : m_pods) {
        if (std::find(selected.begin(), selected.end(), pod) != selected.end())
            return pod;
    }
    if (!m_pods.empty())
        return m_pods.front();
    return selected.empty() ? nullptr : selected.front();
}

void Examiner::walkService(const model::Service *service, const NodeId &from)
{
    checks::Scope about = scope();
    about.service = service;
    about.pod = podBehind(service);
    m_diagnosis.walks.push_back(walk(m_guide, from, about, m_answers));
    if (service)
        walkIngresses(*service);
}

void Examiner::walkIngresses(const model::Service &service)
{
    const auto ingresses = checks::ingressesFor(m_cluster, service);
    for (const model::Ingress *ingress : ingresses)
        walkIngress(&service, ingress, m_guide.entry(Layer::Ingress));
    walkRoutes(service, !ingresses.empty());
    walkOwnExposure(service);
}

/// Where no Ingress was read the walk stops at that question; a Service that is open by itself is looked at all the
/// same.
void Examiner::walkOwnExposure(const model::Service &service)
{
    if (m_cluster.sees(Kind::Ingress) || service.type != "LoadBalancer"_L1)
        return;
    walkIngress(&service, nullptr, m_guide.loneEntry(Layer::Exposure));
}

/// A Service without an Ingress is asked for both from the entry on; a route beside an Ingress has a walk of its own,
/// and so it has where nobody can say whether there is an Ingress.
void Examiner::walkRoutes(const model::Service &service, bool hasIngress)
{
    const auto &routes = m_cluster.routesTo(service.meta.nameSpace, service.meta.name);
    const model::Ingress *nearIngress = hasIngress ? nullptr : checks::nearMissIngress(m_cluster, service);
    const model::Route *nearRoute = routes.empty() ? checks::nearMissRoute(m_cluster, service) : nullptr;
    const bool hasRoute = nearRoute || !routes.empty();
    if (!hasIngress && (nearIngress || !hasRoute))
        walkIngress(&service, nearIngress, m_guide.entry(Layer::Ingress));
    const bool isOnlyWay = !hasIngress && !nearIngress && m_cluster.sees(Kind::Ingress);
    for (const model::Route *route : routes)
        walkRoute(&service, route, isOnlyWay ? m_guide.entry(Layer::Ingress) : m_guide.loneEntry(Layer::Gateway));
    if (nearRoute)
        walkRoute(&service, nearRoute, m_guide.loneEntry(Layer::Gateway));
}

void Examiner::walkRoute(const model::Service *service, const model::Route *route, const NodeId &from)
{
    checks::Scope about = scope();
    about.service = service;
    about.route = route;
    about.pod = podBehind(service);
    m_diagnosis.walks.push_back(walk(m_guide, from, about, m_answers));
}

void Examiner::walkIngress(const model::Service *service, const model::Ingress *ingress, const NodeId &from)
{
    checks::Scope about = scope();
    about.service = service;
    about.ingress = ingress;
    about.pod = podBehind(service);
    m_diagnosis.walks.push_back(walk(m_guide, from, about, m_answers));
}

} // namespace faultline::guide
