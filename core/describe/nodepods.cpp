#include "core/describe/sections.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

using model::Resources;

constexpr size_t kMostPods = 250; ///< more than a kubelet takes by default (110), twice over

void add(Resources &sum, const Resources &more)
{
    for (const auto &[name, quantity] : more)
        sum[name] = sum[name] + quantity;
}

/// The same rule as for requests: the containers together, or the largest init container (resource PodLimits).
Resources limitsOf(const model::PodSpec &spec)
{
    Resources limits;
    for (const model::Container &container : spec.containers)
        add(limits, container.limits);
    for (const model::Container &container : spec.initContainers) {
        if (model::isSidecar(container)) {
            add(limits, container.limits);
            continue;
        }
        for (const auto &[name, quantity] : container.limits)
            limits[name] = std::max(limits[name], quantity);
    }
    return limits;
}

base::Quantity amount(const Resources &resources, const QString &name)
{
    const auto found = resources.find(name);
    return found == resources.end() ? base::Quantity() : found->second;
}

QString cpuText(base::Quantity quantity)
{
    return quantity.milli % 1000 == 0 ? QString::number(quantity.milli / 1000) : QString::number(quantity.milli) + u'm';
}

/// With the largest of Ki, Mi, Gi that leaves no rest.
QString bytesText(base::Quantity quantity)
{
    qint64 bytes = quantity.milli / 1000;
    QString unit;
    for (const QString &larger : {u"Ki"_s, u"Mi"_s, u"Gi"_s, u"Ti"_s}) {
        if (bytes == 0 || bytes % 1024 != 0)
            break;
        bytes /= 1024;
        unit = larger;
    }
    return QString::number(bytes) + unit;
}

QString textOf(const QString &resource, base::Quantity quantity)
{
    const bool isBytes =
        resource == "memory"_L1 || resource == "ephemeral-storage"_L1 || resource.startsWith("hugepages"_L1);
    return isBytes ? bytesText(quantity) : cpuText(quantity);
}

/// "100m (5%)" of what the node can give.
QString shareText(const QString &resource, base::Quantity quantity, const Resources &allocatable)
{
    const qint64 all = amount(allocatable, resource).milli;
    const double share = all > 0 ? static_cast<double>(quantity.milli) / static_cast<double>(all) * 100 : 0;
    return u"%1 (%2%)"_s.arg(textOf(resource, quantity)).arg(static_cast<qint64>(share));
}

void writeRow(Page &page, const model::Pod &pod, const Resources &allocatable, base::Timestamp now)
{
    const Resources requests = model::effectiveRequests(*pod.spec), limits = limitsOf(*pod.spec);
    QStringList cells{pod.meta.nameSpace, pod.meta.name, QString()};
    for (const QString &resource : {u"cpu"_s, u"memory"_s}) {
        for (const Resources *amounts : {&requests, &limits})
            cells.append(shareText(resource, amount(*amounts, resource), allocatable));
    }
    cells.append(ageText(pod.meta.created, now));
    page.text(1, cells.join(u'\t'));
}

void writeSums(Page &page, const Resources &requests, const Resources &limits, const Resources &allocatable)
{
    page.text(0, u"Allocated resources:"_s);
    page.text(1, u"(Total limits may be over 100 percent, i.e., overcommitted.)"_s);
    page.text(1, u"Resource\tRequests\tLimits"_s);
    page.text(1, u"--------\t--------\t------"_s);
    QStringList names{u"cpu"_s, u"memory"_s, u"ephemeral-storage"_s};
    for (const auto &[name, quantity] : allocatable) {
        if (!names.contains(name) && name != "pods"_L1)
            names.append(name);
    }
    for (const QString &name : names) {
        const bool hasShare = names.indexOf(name) < 3 || name.startsWith("hugepages"_L1);
        const base::Quantity asked = amount(requests, name), most = amount(limits, name);
        page.text(1, hasShare ? name + u'\t' + shareText(name, asked, allocatable) + u'\t' +
                                    shareText(name, most, allocatable)
                              : name + u'\t' + textOf(name, asked) + u'\t' + textOf(name, most));
    }
}

} // namespace

void writeNodePods(Page &page, const Subject &subject)
{
    const model::Node *node = subject.cluster.node(subject.ref.name);
    const Resources allocatable = node ? node->allocatable : Resources();
    std::vector<const model::Pod *> pods;
    Resources requests, limits;
    for (const model::Pod *pod : subject.cluster.podsOnNode(subject.ref.name)) {
        if (pod->phase == "Succeeded"_L1 || pod->phase == "Failed"_L1)
            continue;
        pods.push_back(pod);
        add(requests, model::effectiveRequests(*pod->spec));
        add(limits, limitsOf(*pod->spec));
    }
    page.line(0, u"Non-terminated Pods"_s, u"(%1 in total)"_s.arg(pods.size()));
    if (!subject.cluster.hasAllNamespaces())
        page.text(1, u"(of the namespaces that were read)"_s);
    page.text(1, u"Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge"_s);
    page.text(1, u"---------\t----\t\t------------\t----------\t---------------\t-------------\t---"_s);
    for (size_t i = 0; i < std::min(pods.size(), kMostPods); ++i)
        writeRow(page, *pods[i], allocatable, subject.cluster.now());
    writeSums(page, requests, limits, allocatable);
}

} // namespace faultline::describe
