#include "core/guide/walk.h"

#include "core/base/yamlquote.h"
#include "core/checks/reasons.h"
#include "core/guide/condition.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

QString labelArgument(const model::Labels &labels)
{
    QStringList pairs;
    for (const auto &[key, value] : labels)
        pairs += key + u'=' + value;
    return pairs.join(u',');
}

QString labelYaml(const model::Labels &labels)
{
    QStringList pairs;
    for (const auto &[key, value] : labels)
        pairs += base::yamlString(key) + u": "_s + base::yamlString(value);
    return pairs.isEmpty() ? QString() : u'{' + pairs.join(u", "_s) + u'}';
}

int firstDeclaredPort(const checks::Scope &scope)
{
    const model::PodSpec *spec = scope.pod ? scope.pod->spec.get() : nullptr;
    if (spec == nullptr && scope.workload != nullptr)
        spec = scope.workload->podSpec.get();
    if (spec == nullptr)
        return 0;
    for (const model::Container &container : spec->containers) {
        if (!container.ports.empty())
            return container.ports.front().containerPort;
    }
    return 0;
}

/// What `kubectl rollout` works on (pkg/polymorphichelpers): the others keep no earlier revision to go back to.
bool keepsRevisions(model::Kind kind)
{
    return kind == model::Kind::Deployment || kind == model::Kind::StatefulSet || kind == model::Kind::DaemonSet;
}

/// What `kubectl rollout undo` would go back to: the former ReplicaSet's name, or "-" where it cannot be told (those of
/// a StatefulSet or DaemonSet are ControllerRevisions). Empty when there is none, or nothing to go back from.
QString formerRevision(const checks::Scope &scope)
{
    if (!scope.workload || !keepsRevisions(scope.workload->kind))
        return {};
    if (scope.workload->kind != model::Kind::Deployment || !scope.cluster.sees(model::Kind::ReplicaSet))
        return u"-"_s;
    const model::Workload *newest = scope.cluster.newestReplicaSet(*scope.workload);
    for (const model::Workload *owned : scope.cluster.workloadsOwnedBy(*scope.workload)) {
        if (owned != newest)
            return owned->meta.name;
    }
    return {};
}

/// Where the Pod's spec has the container in question.
QString containerList(const checks::Scope &scope)
{
    const model::Container *spec = scope.containerSpec();
    if (spec == nullptr)
        return {};
    const std::vector<model::Container> &first = scope.pod->spec->initContainers;
    const bool isInit = std::any_of(first.begin(), first.end(), [&](const auto &other) { return &other == spec; });
    return isInit ? u"initContainers"_s : u"containers"_s;
}

/// The container in question, else the first of the Pod or of the template.
QString containerToChange(const checks::Scope &scope)
{
    if (!scope.container.isEmpty())
        return scope.container;
    const model::PodSpec *spec = scope.pod        ? scope.pod->spec.get()
                                 : scope.workload ? scope.workload->podSpec.get()
                                                  : nullptr;
    return spec == nullptr || spec->containers.empty() ? QString() : spec->containers.front().name;
}

/// The standard gaps (wording.h), as far as the scope knows them.
checks::Facts gapsOfScope(const checks::Scope &scope)
{
    checks::Facts gaps;
    const auto put = [&gaps](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            gaps[name] = value;
    };
    const model::ObjectRef owner = scope.workload ? scope.workload->ref() : scope.subject;
    put("namespace"_L1, owner.nameSpace);
    put("workload"_L1, owner.name);
    put("kind"_L1, model::kindName(owner.kind));
    put("workloadKind"_L1, model::kindName(owner.kind).toLower());
    if (keepsRevisions(owner.kind))
        put("rolloutKind"_L1, model::kindName(owner.kind).toLower());
    put("formerRevision"_L1, formerRevision(scope));
    put("container"_L1, scope.container);
    put("containerList"_L1, containerList(scope));
    put("statusList"_L1,
        containerList(scope) == "initContainers"_L1 ? u"initContainerStatuses"_s : u"containerStatuses"_s);
    put("requestContainer"_L1, containerToChange(scope));
    put("subject"_L1, scope.subject.name);
    if (scope.subject.kind == model::Kind::Node)
        put("node"_L1, scope.subject.name);
    if (scope.subject.kind == model::Kind::PersistentVolumeClaim)
        put("claim"_L1, scope.subject.name);
    if (scope.workload) {
        put("podSelector"_L1, labelArgument(scope.workload->selector.matchLabels));
        put("selectorYaml"_L1, labelYaml(scope.workload->selector.matchLabels));
    }
    if (scope.pod) {
        put("pod"_L1, scope.pod->meta.name);
        put("node"_L1, scope.pod->nodeName);
    }
    if (scope.service)
        put("service"_L1, scope.service->meta.name);
    if (scope.service && !scope.service->ports.empty())
        put("servicePort"_L1, QString::number(scope.service->ports.front().port));
    if (scope.ingress)
        put("ingress"_L1, scope.ingress->meta.name);
    if (scope.route) {
        put("route"_L1, scope.route->meta.name);
        put("routeKind"_L1, model::kindName(scope.route->kind));
        put("routeNamespace"_L1, scope.route->meta.nameSpace);
    }
    if (const int port = firstDeclaredPort(scope); port != 0)
        put("port"_L1, QString::number(port));
    return gaps;
}

bool isWayIn(model::Kind kind)
{
    return kind == model::Kind::Service || kind == model::Kind::Ingress || model::isRouteKind(kind);
}

Subject subjectOfScope(const checks::Scope &scope)
{
    Subject subject;
    if (scope.workload) {
        subject.workload = scope.workload->ref();
    } else if (!isWayIn(scope.subject.kind)) {
        subject.workload = scope.subject;
    }
    if (scope.pod)
        subject.pod = {model::Kind::Pod, scope.pod->meta.nameSpace, scope.pod->meta.name};
    subject.container = scope.container;
    if (scope.service)
        subject.service = scope.service->ref();
    if (scope.ingress)
        subject.ingress = scope.ingress->ref();
    if (scope.route)
        subject.route = scope.route->ref();
    return subject;
}

Step ask(const Node &node, const checks::Scope &scope, const checks::Facts &known, const PersonAnswer *person)
{
    Step step{node.id, checks::Answer::Unknown, AnsweredBy::Nobody, {}, false};
    step.automatic =
        node.teamCheck ? ask(*node.teamCheck, scope, known) : checks::answer(*checks::findCheck(node.checkId), scope);
    step.answer = step.automatic.answer;
    if (step.answer != checks::Answer::Unknown)
        step.by = AnsweredBy::Cluster;
    if (person) {
        step.answer = person->answer;
        step.by = AnsweredBy::Person;
    }
    step.notTried =
        node.trial && step.by == AnsweredBy::Nobody && step.automatic.unknownReason == checks::reason::notTried;
    return step;
}

/// One walk in the making.
class Walker
{
public:
    Walker(const Guide &guide, const checks::Scope &scope, const Answers &answers)
        : m_guide(guide), m_scope(scope), m_answers(answers)
    {
        m_walk.subject = subjectOfScope(scope);
        m_walk.facts = gapsOfScope(scope);
    }

    Walk run(const NodeId &from)
    {
        m_walk.layer = m_guide.node(from).layer;
        NodeId id = from;
        while (!isEnd(from, id))
            id = pass(m_guide.node(id));
        return std::move(m_walk);
    }

private:
    bool isEnd(const NodeId &from, const NodeId &id)
    {
        if (id.isEmpty())
            return true; // asking: pass() has filled in the rest
        m_walk.at = id;
        if (id != from && m_guide.isEntry(id)) {
            m_walk.end = Walk::End::PassedOn;
            return true;
        }
        if (m_guide.node(id).type == NodeType::Resolution) {
            m_walk.end = Walk::End::Leaf;
            return true;
        }
        return false;
    }

    /// The next node, or an empty id when the walk stops to ask.
    NodeId pass(const Node &node)
    {
        if (node.type == NodeType::Action) {
            m_walk.steps.push_back({node.id, checks::Answer::Yes, AnsweredBy::Nobody, {}, false});
            return node.next->to;
        }
        const auto person = m_answers.find(answerKey(node.id, m_walk.subject));
        Step step = ask(node, m_scope, m_walk.facts, person == m_answers.end() ? nullptr : &person->second);
        for (const auto &[name, value] : step.automatic.facts)
            m_walk.facts[name] = value;
        m_walk.connectionNotTried = m_walk.connectionNotTried || step.notTried;
        const Edge &edge = *node.edge(step.answer);
        m_walk.steps.push_back(std::move(step));
        return follow(node, edge);
    }

    NodeId follow(const Node &node, const Edge &edge)
    {
        const Step &step = m_walk.steps.back();
        if (edge.ask) {
            m_walk.end = Walk::End::Asking;
            m_walk.at = node.id;
            return {};
        }
        if (!edge.note.isEmpty())
            m_walk.notes.push_back(edge.note);
        // Only the last edge counts: what proves a leaf is the question right before it.
        const bool guessed = step.answer == checks::Answer::Unknown && !step.notTried;
        m_walk.certainty = guessed ? Certainty::Suspected : edge.certainty;
        // A team's question that has nothing to say takes nothing from the answer before it, and adds nothing.
        if (edge.passesOn)
            m_walk.certainty = m_guidesCertainty;
        if (!node.isTeams())
            m_guidesCertainty = m_walk.certainty;
        return edge.to;
    }

    const Guide &m_guide;
    const checks::Scope &m_scope;
    const Answers &m_answers;
    Walk m_walk;
    Certainty m_guidesCertainty = Certainty::Proven; ///< by the last question of the built-in guide
};

} // namespace

const model::ObjectRef &Subject::object() const
{
    for (const model::ObjectRef *ref : {&route, &ingress, &service, &pod}) {
        if (!ref->isNull())
            return *ref;
    }
    return workload;
}

QString answeredByWord(AnsweredBy by)
{
    switch (by) {
    case AnsweredBy::Cluster:
        return u"cluster"_s;
    case AnsweredBy::Person:
        return u"person"_s;
    case AnsweredBy::Nobody:
        break;
    }
    return u"nobody"_s;
}

AnswerKey answerKey(const NodeId &node, const Subject &subject) { return {node, subject.object(), subject.container}; }

std::vector<model::LogKey> Walk::wantedLogs() const
{
    std::vector<model::LogKey> wanted;
    for (const Step &step : steps)
        wanted.insert(wanted.end(), step.automatic.wantedLogs.begin(), step.automatic.wantedLogs.end());
    return wanted;
}

std::vector<model::TrialKey> Walk::wantedTrials() const
{
    std::vector<model::TrialKey> wanted;
    for (const Step &step : steps)
        wanted.insert(wanted.end(), step.automatic.wantedTrials.begin(), step.automatic.wantedTrials.end());
    return wanted;
}

std::vector<model::ObjectRef> Walk::wantedObjects() const
{
    std::vector<model::ObjectRef> wanted;
    for (const Step &step : steps)
        wanted.insert(wanted.end(), step.automatic.wantedObjects.begin(), step.automatic.wantedObjects.end());
    return wanted;
}

Walk walk(const Guide &guide, const NodeId &from, const checks::Scope &scope, const Answers &answers)
{
    return Walker(guide, scope, answers).run(from);
}

} // namespace faultline::guide
