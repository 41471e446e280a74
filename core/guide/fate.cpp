#include "core/guide/fate.h"

#include <QtCore/QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using model::ObjectRef;
using Pods = std::vector<const model::Pod *>;
using What = CommonFactor::What;

/// What one Pod has of one kind: none, one, or (volumes) several.
using Trait = std::function<QStringList(const model::Pod &)>;

struct Factor {
    What what;
    size_t atLeast; ///< Pods that must share it: what two Pods have by chance proves nothing of one
    Trait of;
};

QStringList oneOrNone(const QString &value) { return value.isEmpty() ? QStringList() : QStringList{value}; }

QStringList zoneOf(const model::Cluster &cluster, const model::Pod &pod)
{
    const model::Node *node = cluster.node(pod.nodeName);
    return node ? oneOrNone(node->meta.labels.value(u"topology.kubernetes.io/zone")) : QStringList();
}

QStringList replicaSetOf(const model::Pod &pod)
{
    for (const model::OwnerReference &owner : pod.meta.owners) {
        if (owner.controller && owner.kind == "ReplicaSet"_L1)
            return {owner.name};
    }
    return {};
}

QStringList imageOf(const model::Pod &pod, const QString &container)
{
    for (const auto *list : {&pod.spec->initContainers, &pod.spec->containers}) {
        for (const model::Container &each : *list) {
            if (each.name == container)
                return oneOrNone(each.image);
        }
    }
    return {};
}

/// The digest that a tag stood for when this Pod's node pulled it.
QStringList digestOf(const model::Pod &pod, const QString &container)
{
    const model::ContainerStatus *status = pod.status(container);
    return status ? oneOrNone(status->imageId.section(u'@', -1)) : QStringList();
}

QStringList claimsOf(const model::Pod &pod)
{
    QStringList claims;
    for (const model::Volume &volume : pod.spec->volumes) {
        if (volume.source == model::Volume::Source::Claim)
            claims += volume.target;
    }
    return claims;
}

std::vector<Factor> factorsFor(const model::Cluster &cluster, const QString &container)
{
    return {
        {What::Node, 2, [](const model::Pod &pod) { return oneOrNone(pod.nodeName); }},
        {What::Zone, 2, [&cluster](const model::Pod &pod) { return zoneOf(cluster, pod); }},
        {What::ReplicaSet, 1, replicaSetOf},
        {What::Image, 1, [container](const model::Pod &pod) { return imageOf(pod, container); }},
        {What::Digest, 1, [container](const model::Pod &pod) { return digestOf(pod, container); }},
        {What::Claim, 2, claimsOf},
    };
}

/// The value that every broken Pod has and none that works; empty when there is none.
QString inCommon(const Factor &factor, const Pods &broken, const Pods &working)
{
    if (broken.size() < factor.atLeast)
        return {};
    const auto has = [&factor](const model::Pod *pod, const QString &value) { return factor.of(*pod).contains(value); };
    for (const QString &value : factor.of(*broken.front())) {
        const auto hasIt = [&](const model::Pod *pod) { return has(pod, value); };
        if (std::all_of(broken.begin(), broken.end(), hasIt) && std::none_of(working.begin(), working.end(), hasIt))
            return value;
    }
    return {};
}

bool works(const model::Pod &pod) { return pod.phase == "Succeeded"_L1 || pod.isReady(); }

/// Which finding Pods share: the same leaf, or the same open question, about the same container.
bool isSameFate(const Finding &left, const Finding &right)
{
    return left.layer == Layer::Pods && right.layer == Layer::Pods && left.leaf == right.leaf &&
           left.stoppedAt == right.stoppedAt && left.container == right.container;
}

QSet<ObjectRef> podsOfFate(const Diagnosis &diagnosis, const Finding &finding)
{
    QSet<ObjectRef> pods;
    for (const Finding &each : diagnosis.findings) {
        const Walk &walk = diagnosis.walks[each.walk];
        if (!isSameFate(each, finding) || walk.subject.pod.isNull())
            continue;
        pods.insert(walk.subject.pod);
        pods.unite(QSet<ObjectRef>(walk.alike.begin(), walk.alike.end()));
    }
    return pods;
}

Fate fateOf(const model::Cluster &cluster, const Pods &all, const QSet<ObjectRef> &shared, const QString &container)
{
    Pods broken, working;
    for (const model::Pod *pod : all) {
        if (shared.contains({model::Kind::Pod, pod->meta.nameSpace, pod->meta.name})) {
            broken.push_back(pod);
        } else if (works(*pod)) {
            working.push_back(pod);
        }
    }
    Fate fate{static_cast<int>(broken.size()), static_cast<int>(all.size()), static_cast<int>(working.size()), {}};
    if (working.empty())
        return fate; // nothing to compare with: any trait would do
    for (const Factor &factor : factorsFor(cluster, container)) {
        if (QString value = inCommon(factor, broken, working); !value.isEmpty())
            fate.common.push_back({factor.what, std::move(value)});
    }
    return fate;
}

/// What only repeats another factor: the zone of the one node, the image and digest of the one template.
void dropEchoes(std::vector<CommonFactor> &common)
{
    const auto has = [&common](What what) {
        return std::any_of(common.begin(), common.end(),
                           [what](const CommonFactor &each) { return each.what == what; });
    };
    const bool byNode = has(What::Node), byImage = has(What::Image);
    std::erase_if(common, [&](const CommonFactor &each) {
        return (each.what == What::Zone && byNode) || (each.what == What::Digest && byImage);
    });
}

} // namespace

void nameCommonFactors(const model::Cluster &cluster, Diagnosis &diagnosis)
{
    const model::Workload *workload = cluster.workload(diagnosis.subject);
    if (!workload)
        return;
    Pods all = cluster.podsOf(*workload);
    std::erase_if(all, [](const model::Pod *pod) { return pod->meta.deleted.isValid(); });
    for (Finding &finding : diagnosis.findings) {
        if (finding.layer != Layer::Pods || finding.isNote)
            continue;
        finding.fate = fateOf(cluster, all, podsOfFate(diagnosis, finding), finding.container);
        dropEchoes(finding.fate.common);
    }
}

} // namespace faultline::guide
