#include "core/guide/findings.h"

#include "core/guide/fate.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

bool isHarmless(LeafVerdict verdict) { return verdict == LeafVerdict::Intended || verdict == LeafVerdict::Done; }

/// Stopping at a question on the straight way tells nothing bad, except at a Pod that visibly is not Ready, or is
/// known to be missing without having been seen.
bool isQuietStop(const Node &node, const Walk &walk, const model::Cluster &cluster)
{
    if (!node.spine)
        return false;
    const model::Pod *pod = cluster.pod(walk.subject.pod.nameSpace, walk.subject.pod.name);
    return node.layer != Layer::Pods || (pod != nullptr && pod->isReady());
}

/// What the finding is about: the object of the leaf's own layer, not the last one that the walk happened to bind.
model::ObjectRef objectFor(Layer layer, const Subject &subject)
{
    const model::ObjectRef &owner = subject.workload.isNull() ? subject.object() : subject.workload;
    const auto orOwner = [&owner](const model::ObjectRef &ref) { return ref.isNull() ? owner : ref; };
    switch (layer) {
    case Layer::Rollout:
        return owner;
    case Layer::Pods:
        return orOwner(subject.pod);
    case Layer::Service:
        return orOwner(subject.service);
    case Layer::Ingress:
    case Layer::Gateway:
    case Layer::Exposure:
        break;
    }
    if (!subject.route.isNull())
        return subject.route;
    return subject.ingress.isNull() ? orOwner(subject.service) : subject.ingress;
}

Finding makeFinding(const Node &node, const Walk &walk, int index)
{
    Finding finding;
    finding.layer = node.layer;
    finding.walk = index;
    finding.facts = walk.facts;
    finding.object = objectFor(node.layer, walk.subject);
    finding.container = node.layer == Layer::Pods ? walk.subject.container : QString();
    return finding;
}

Finding leafFinding(const Node &leaf, const Walk &walk, int index)
{
    Finding finding = makeFinding(leaf, walk, index);
    finding.leaf = leaf.id;
    finding.verdict = leaf.verdict;
    finding.isNote = isHarmless(leaf.verdict);
    finding.certainty = leaf.verdict == LeafVerdict::Suspect ? Certainty::Suspected : walk.certainty;
    return finding;
}

Finding openFinding(const Node &question, const Walk &walk, int index, const model::Cluster &cluster)
{
    Finding finding = makeFinding(question, walk, index);
    finding.stoppedAt = question.id;
    finding.verdict = LeafVerdict::Stuck;
    finding.certainty = Certainty::Suspected;
    finding.isNote = isQuietStop(question, walk, cluster);
    return finding;
}

/// Whether a lower layer has trouble that a finding marked `follows` can follow from. Zero replicas count: no Pod is
/// there to be an endpoint, on purpose.
bool hasTroubleBelow(const std::vector<Finding> &findings, Layer layer)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
        const bool intended = finding.verdict == LeafVerdict::Intended && finding.layer == Layer::Rollout;
        return finding.layer < layer && (!finding.isNote || intended);
    });
}

void collect(const Guide &guide, const model::Cluster &cluster, Diagnosis &diagnosis)
{
    for (qsizetype i = 0; i < diagnosis.walks.size(); ++i) {
        const Walk &walk = diagnosis.walks[i];
        const int index = static_cast<int>(i);
        for (const NodeId &note : walk.notes) {
            diagnosis.findings.push_back(leafFinding(guide.node(note), walk, index));
        }
        if (walk.end == Walk::End::PassedOn)
            continue;
        const Node &node = guide.node(walk.at);
        diagnosis.findings.push_back(walk.end == Walk::End::Leaf ? leafFinding(node, walk, index)
                                                                 : openFinding(node, walk, index, cluster));
    }
}

void markExplained(const Guide &guide, std::vector<Finding> &findings)
{
    for (Finding &finding : findings) {
        const Node &node = guide.node(finding.leaf.isEmpty() ? finding.stoppedAt : finding.leaf);
        finding.explained = node.follows && hasTroubleBelow(findings, finding.layer);
    }
}

/// 0 fault, 1 open, 2 waiting, 3 explained by a lower layer, 4 a note.
int gravity(const Finding &finding)
{
    if (finding.isNote)
        return 4;
    if (finding.explained)
        return 3;
    if (!finding.stoppedAt.isEmpty())
        return 1;
    return finding.verdict == LeafVerdict::Wait ? 2 : 0;
}

/// Bottom-up; within a layer the worst first, then the one that more Pods share.
void sortFindings(Diagnosis &diagnosis)
{
    const auto key = [&](const Finding &finding) {
        const int grave = gravity(finding);
        const auto shared = diagnosis.walks[finding.walk].alike.size();
        return std::tuple(grave >= 3, finding.layer, grave, -static_cast<qint64>(shared));
    };
    std::stable_sort(diagnosis.findings.begin(), diagnosis.findings.end(),
                     [&](const Finding &left, const Finding &right) { return key(left) < key(right); });
    if (!diagnosis.findings.empty())
        diagnosis.findings.front().primary = true;
}

/// "The whole path works" is no news beside something that does not: a walk may get to the end past what a lower layer
/// explains.
void dropEndsBesideTrouble(std::vector<Finding> &findings)
{
    const auto isTrouble = [](const Finding &finding) { return gravity(finding) < 4; };
    if (std::none_of(findings.begin(), findings.end(), isTrouble))
        return;
    std::erase_if(findings, [](const Finding &finding) {
        return finding.isNote && finding.stoppedAt.isEmpty() && finding.verdict == LeafVerdict::Done;
    });
}

bool sawAnything(const Diagnosis &diagnosis)
{
    const auto seen = [](const Step &step) { return step.by == AnsweredBy::Cluster; };
    return std::any_of(diagnosis.walks.begin(), diagnosis.walks.end(),
                       [&](const Walk &walk) { return std::any_of(walk.steps.begin(), walk.steps.end(), seen); });
}

Health healthOf(const Diagnosis &diagnosis)
{
    if (!sawAnything(diagnosis))
        return Health::Unjudged;
    Health worst = Health::Fine;
    for (const Finding &finding : diagnosis.findings) {
        constexpr std::array byGravity{Health::Fault, Health::Open, Health::Waiting, Health::Fine, Health::Fine};
        worst = std::min(worst, byGravity[static_cast<size_t>(gravity(finding))]);
    }
    return worst;
}

LayerState stateOf(const Finding &finding)
{
    switch (gravity(finding)) {
    case 0:
        return finding.certainty == Certainty::Proven ? LayerState::Fault : LayerState::Suspected;
    case 1:
        return LayerState::Open;
    case 2:
        return LayerState::Waiting;
    case 3:
        return LayerState::Explained;
    default:
        break;
    }
    if (!finding.stoppedAt.isEmpty())
        return LayerState::NotChecked;
    return finding.verdict == LeafVerdict::Done ? LayerState::Fine : LayerState::Intended;
}

/// The layers that a walk went through: its own, and those of the nodes it passed.
void markPassed(const Guide &guide, const Walk &walk, std::map<Layer, LayerState> &layers)
{
    for (const Step &step : walk.steps) {
        const Node &node = guide.node(step.node);
        if (node.type == NodeType::Action)
            continue;
        const auto [it, isNew] = layers.emplace(node.layer, LayerState::NotChecked);
        const bool seen = step.by != AnsweredBy::Nobody;
        if (seen) {
            it->second = LayerState::Fine;
        } else if (step.notTried && it->second == LayerState::NotChecked) {
            it->second = LayerState::NotTried;
        }
    }
}

bool hasAskedAbout(const Guide &guide, const Diagnosis &diagnosis, Layer layer)
{
    const auto isOf = [&](const Step &step) { return guide.node(step.node).layer == layer; };
    return std::any_of(diagnosis.walks.begin(), diagnosis.walks.end(),
                       [&](const Walk &walk) { return std::any_of(walk.steps.begin(), walk.steps.end(), isOf); });
}

bool bindsAny(const Diagnosis &diagnosis, model::ObjectRef Subject::*object)
{
    return std::any_of(diagnosis.walks.begin(), diagnosis.walks.end(),
                       [object](const Walk &walk) { return !(walk.subject.*object).isNull(); });
}

/// Where an Ingress leads to the Service the guide asks for no route. All routes were looked at nevertheless, and each
/// has a walk of its own.
bool hasLookedForRoutes(const Guide &guide, const model::Cluster &cluster, const Diagnosis &diagnosis)
{
    const model::Unseen *unseen = cluster.unseen(model::Kind::HTTPRoute);
    const bool looked = !unseen || unseen->reason == model::Unseen::Reason::NotServed;
    return looked && hasAskedAbout(guide, diagnosis, Layer::Ingress) &&
           !hasAskedAbout(guide, diagnosis, Layer::Gateway);
}

/// The layer was asked about, and each answer was no.
bool hasOnlyDenied(const Guide &guide, const Diagnosis &diagnosis, Layer layer)
{
    const auto isOther = [&](const Step &step) {
        return guide.node(step.node).layer == layer && step.answer != checks::Answer::No;
    };
    return hasAskedAbout(guide, diagnosis, layer) &&
           std::none_of(diagnosis.walks.begin(), diagnosis.walks.end(),
                        [&](const Walk &walk) { return std::any_of(walk.steps.begin(), walk.steps.end(), isOther); });
}

/// A way in that was looked for and is not there is not fine, it is unused.
void settleWaysIn(const Guide &guide, const model::Cluster &cluster, Diagnosis &diagnosis)
{
    LayerState &ingress = diagnosis.layers[Layer::Ingress];
    LayerState &gateway = diagnosis.layers[Layer::Gateway];
    const bool hasRoute = bindsAny(diagnosis, &Subject::route);
    if (!hasRoute && (gateway == LayerState::Fine || hasLookedForRoutes(guide, cluster, diagnosis)))
        gateway = LayerState::Unused;
    if (ingress == LayerState::Fine && !bindsAny(diagnosis, &Subject::ingress))
        ingress = LayerState::Unused;
    if (hasOnlyDenied(guide, diagnosis, Layer::Exposure))
        diagnosis.layers[Layer::Exposure] = LayerState::Unused;
}

void judgeLayers(const Guide &guide, const model::Cluster &cluster, Diagnosis &diagnosis)
{
    const bool isBeside = !guide.kindEntry(diagnosis.subject.kind).isEmpty(); // its own layer is all that it has
    for (const LayerInfo &info : guide.layers()) {
        if (!isBeside)
            diagnosis.layers[info.layer] = LayerState::NotChecked;
    }
    for (const Walk &walk : diagnosis.walks)
        markPassed(guide, walk, diagnosis.layers);
    settleWaysIn(guide, cluster, diagnosis);
    std::map<Layer, int> worst;
    for (const Finding &finding : diagnosis.findings) {
        const int grave = gravity(finding);
        const auto [it, isNew] = worst.emplace(finding.layer, grave);
        const bool done = finding.verdict == LeafVerdict::Done && finding.isNote;
        if ((isNew || grave < it->second) && !done) {
            it->second = grave;
            diagnosis.layers[finding.layer] = stateOf(finding);
        }
    }
}

/// A team's question has no check of the program: its own name stands for one.
QString checkNameOf(const Node &node) { return node.teamCheck ? node.id : node.checkId; }

void listUnchecked(const Guide &guide, Diagnosis &diagnosis)
{
    std::set<NotChecked> all;
    for (const Walk &walk : diagnosis.walks) {
        for (const Step &step : walk.steps) {
            if (step.by == AnsweredBy::Nobody && guide.node(step.node).type != NodeType::Action)
                all.insert({checkNameOf(guide.node(step.node)), step.node, step.automatic.unknownReason});
        }
    }
    diagnosis.notChecked.assign(all.begin(), all.end());
}

} // namespace

void concludeFrom(const Guide &guide, const model::Cluster &cluster, Diagnosis &diagnosis)
{
    collect(guide, cluster, diagnosis);
    markExplained(guide, diagnosis.findings);
    dropEndsBesideTrouble(diagnosis.findings);
    sortFindings(diagnosis);
    nameCommonFactors(cluster, diagnosis);
    judgeLayers(guide, cluster, diagnosis);
    listUnchecked(guide, diagnosis);
    diagnosis.health = healthOf(diagnosis);
}

} // namespace faultline::guide
