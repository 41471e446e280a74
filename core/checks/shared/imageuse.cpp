#include "core/checks/shared/imageuse.h"

#include "core/checks/shared/remembered.h"

#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// Collects uses in the order they come, each image once.
class Collector
{
public:
    void add(const model::ObjectRef &object, const QString &field, const QString &image)
    {
        if (m_seen.contains(image))
            return;
        m_seen.insert(image);
        if (const std::optional<ImageReference> reference = parseImage(image))
            m_uses.push_back({*reference, image, fieldOf(object, field, image)});
    }
    bool knows(const QString &image) const { return m_seen.contains(image); }
    std::vector<ImageUse> take() { return std::move(m_uses); }

private:
    QSet<QString> m_seen;
    std::vector<ImageUse> m_uses;
};

bool controls(const model::Workload &workload, const model::Pod &pod)
{
    return std::any_of(pod.meta.owners.begin(), pod.meta.owners.end(), [&workload](const auto &owner) {
        return owner.controller && owner.kind == model::kindName(workload.kind) && owner.name == workload.meta.name;
    });
}

void addEarlierTemplates(Collector &uses, const model::Cluster &cluster, const model::Pod &pod)
{
    const model::Workload *top = cluster.topWorkload(pod);
    if (!top)
        return;
    for (const model::Workload *owned : cluster.workloadsOwnedBy(*top)) {
        if (controls(*owned, pod))
            continue;
        for (const model::Container &spec : owned->podSpec->containers)
            uses.add(owned->ref(), u"spec.template.spec.containers["_s + spec.name + u"].image"_s, spec.image);
    }
}

void addRunning(Collector &uses, const model::Pod &pod)
{
    // Of ten thousand Pods nearly all run an image that another one runs as well.
    const auto isKnown = [&uses](const model::Container &spec) { return uses.knows(spec.image); };
    if (std::all_of(pod.spec->containers.begin(), pod.spec->containers.end(), isKnown) &&
        std::all_of(pod.spec->initContainers.begin(), pod.spec->initContainers.end(), isKnown))
        return;
    for (const ContainerView &view : containersOf(pod)) {
        if (view.isRunning())
            uses.add(refTo(pod), view.specPath("image"_L1), view.spec.image);
    }
}

template <typename Predicate> const ImageUse *firstWhere(const std::vector<ImageUse> &uses, Predicate predicate)
{
    const auto found = std::find_if(uses.begin(), uses.end(), predicate);
    return found == uses.end() ? nullptr : &*found;
}

} // namespace

std::vector<ImageUse> imagesInUse(const model::Cluster &cluster, const ContainerView &container)
{
    const QString &nameSpace = container.pod.meta.nameSpace;
    const auto &all = cluster.podsByUse(); // noted, whether or not the answer is known already
    const model::Workload *top = cluster.topWorkload(container.pod);
    if (top)
        cluster.workloadsOwnedBy(*top);
    // The earlier templates are those that do not control the Pod.
    QStringList key{nameSpace, top ? top->ref().toString() : refTo(container.pod).toString()};
    for (const model::OwnerReference &owner : container.pod.meta.owners)
        key.append(owner.name);
    static thread_local Remembered<QStringList, std::vector<ImageUse>> remembered;
    return remembered.get(cluster, key, [&] {
        Collector uses;
        addEarlierTemplates(uses, cluster, container.pod);
        for (const bool isOwn : {true, false}) {
            for (const model::Pod &pod : all) {
                if ((pod.meta.nameSpace == nameSpace) == isOwn)
                    addRunning(uses, pod);
            }
        }
        return uses.take();
    });
}

const ImageUse *sameRepository(const std::vector<ImageUse> &uses, const ImageReference &reference)
{
    return firstWhere(uses, [&reference](const ImageUse &use) { return use.reference.sameRepository(reference); });
}

const ImageUse *sameReference(const std::vector<ImageUse> &uses, const ImageReference &reference)
{
    return firstWhere(uses, [&reference](const ImageUse &use) {
        return use.reference.sameRepository(reference) && use.reference.tag == reference.tag &&
               use.reference.digest == reference.digest;
    });
}

const ImageUse *almostRepository(const std::vector<ImageUse> &uses, const ImageReference &reference)
{
    return firstWhere(uses, [&reference](const ImageUse &use) {
        return !use.reference.sameRepository(reference) && looksAlike(use.reference, reference);
    });
}

Verdict withUse(Verdict verdict, const ImageUse *use)
{
    if (!use)
        return verdict;
    verdict.evidence.push_back(use->evidence);
    verdict.facts.insert_or_assign(QString(fact::similar), use->image);
    return verdict;
}

} // namespace faultline::checks
