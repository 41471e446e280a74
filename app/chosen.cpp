#include "app/chosen.h"

#include "core/guide/background.h"
#include "core/model/versions.h"

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using investigation::Investigation;

bool fits(const model::ObjectRef &target, const model::ObjectRef &subject)
{
    return target.kind == subject.kind && (target.name.isEmpty() || target.name == subject.name);
}

/// The namespaces that hold an object of that kind and name: what stands beside applications is in no list while it is
/// healthy, but can be asked about.
QStringList namespacesOf(const model::Cluster &cluster, const model::ObjectRef &target)
{
    QStringList found;
    for (const model::ObjectRef &beside : guide::backgroundSubjectsOf(cluster)) {
        if (beside.kind == target.kind && beside.name == target.name)
            found.append(beside.nameSpace);
    }
    return found;
}

/// The namespace in which to miss an object that is not there.
QString presumedNamespace(const Investigation &investigation, const DiagnoseOptions &options, model::Kind kind)
{
    if (!model::isNamespaced(kind))
        return {};
    const QString asked = options.nameSpace.value_or(investigation.origin().nameSpace);
    const auto &all = investigation.cluster()->data().namespaces;
    if (asked.isEmpty())
        return all.size() == 1 ? all.front().meta.name : u"default"_s;
    return asked;
}

/// Of an object that no list names: healthy and beside the applications, or not there at all.
std::vector<guide::Diagnosis> diagnosesOf(const Investigation &investigation, const DiagnoseOptions &options,
                                          const model::ObjectRef &target)
{
    QStringList namespaces = namespacesOf(*investigation.cluster(), target);
    if (namespaces.isEmpty())
        namespaces.append(presumedNamespace(investigation, options, target.kind));
    std::vector<guide::Diagnosis> found;
    for (const QString &nameSpace : std::as_const(namespaces)) {
        found.push_back(
            guide::diagnose(investigation.guide(), *investigation.cluster(), {target.kind, nameSpace, target.name}));
    }
    return found;
}

} // namespace

bool isAsked(const DiagnoseOptions &options, const model::Cluster &cluster, const model::ObjectRef &subject)
{
    const bool isNamed =
        options.targets.empty() || std::any_of(options.targets.begin(), options.targets.end(),
                                               [&](const model::ObjectRef &target) { return fits(target, subject); });
    if (!isNamed || !options.selector)
        return isNamed;
    const model::Metadata *meta = model::metadataOf(cluster, subject);
    return model::matches(*options.selector, meta ? meta->labels : model::Labels());
}

std::vector<guide::Diagnosis> chosen(const Investigation &investigation, const DiagnoseOptions &options)
{
    std::vector<guide::Diagnosis> found;
    for (const guide::Diagnosis &diagnosis : investigation.diagnoses()) {
        if (isAsked(options, *investigation.cluster(), diagnosis.subject))
            found.push_back(diagnosis);
    }
    for (const model::ObjectRef &target : options.targets) {
        const bool isThere =
            target.name.isEmpty() || std::any_of(found.begin(), found.end(), [&](const guide::Diagnosis &diagnosis) {
                return fits(target, diagnosis.subject);
            });
        if (isThere)
            continue;
        const auto missed = diagnosesOf(investigation, options, target);
        found.insert(found.end(), missed.begin(), missed.end());
    }
    return found;
}

QString emptyWords(const Investigation &investigation, const DiagnoseOptions &options)
{
    const source::Origin &origin = investigation.origin();
    const model::Cluster &cluster = *investigation.cluster();
    // A namespace "does not exist" only by the 404 of that very namespace.
    const bool isMissing = origin.type == source::Origin::Type::Live && !origin.nameSpace.isEmpty() &&
                           cluster.sees(model::Kind::Namespace) && cluster.nameSpaceObject(origin.nameSpace) == nullptr;
    if (isMissing)
        return u"faultline: the namespace \"%1\" does not exist on this server\n"_s.arg(origin.nameSpace);
    if (options.selector && !investigation.diagnoses().empty()) {
        return u"faultline: nothing carries the labels %1 (the language is --language)\n"_s.arg(
            model::selectorText(*options.selector));
    }
    if (!options.targets.empty() && !investigation.diagnoses().empty())
        return u"faultline: none of the kinds asked about was found\n"_s;
    return u"faultline: no workload, Service or Ingress in what was read\n"_s;
}

} // namespace faultline::app
