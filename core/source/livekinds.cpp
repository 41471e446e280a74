#include "core/source/livekinds.h"

namespace faultline::source {

using model::Kind;
using namespace Qt::StringLiterals;

namespace {

QStringList versionsOf(const QString &group)
{
    if (group == "batch"_L1 || group == "networking.k8s.io"_L1 || group == "discovery.k8s.io"_L1 ||
        group == "policy"_L1) {
        return {u"v1"_s, u"v1beta1"_s};
    }
    if (group == "autoscaling"_L1) {
        return {u"v2"_s, u"v2beta2"_s, u"v1"_s};
    }
    if (group == "gateway.networking.k8s.io"_L1) {
        return {u"v1"_s, u"v1beta1"_s, u"v1alpha3"_s, u"v1alpha2"_s};
    }
    if (group == "resource.k8s.io"_L1) {
        return {u"v1"_s, u"v1beta2"_s, u"v1beta1"_s, u"v1alpha3"_s};
    }
    return {u"v1"_s};
}

QString basePath(Kind kind, const QString &version)
{
    const QString group = model::apiGroup(kind);
    return group.isEmpty() ? u"/api/"_s + version : u"/apis/"_s + group + u'/' + version;
}

QString segment(const QString &name) { return QString::fromLatin1(QUrl::toPercentEncoding(name)); }

QString collection(Kind kind, const QString &version, const QString &nameSpace)
{
    const bool inNamespace = model::isNamespaced(kind) && !nameSpace.isEmpty();
    return basePath(kind, version) + (inNamespace ? u"/namespaces/"_s + segment(nameSpace) : QString()) + u'/' +
           model::resourceName(kind);
}

} // namespace

std::vector<kube::WantedResource> wantedResources()
{
    std::vector<kube::WantedResource> wanted;
    for (const Kind kind : model::allKinds()) {
        const QString group = model::apiGroup(kind);
        wanted.push_back({group, model::resourceName(kind), versionsOf(group)});
    }
    return wanted;
}

QString listPath(Kind kind, const QString &version, const QString &nameSpace)
{
    const QString path = collection(kind, version, nameSpace);
    return kind == Kind::Namespace && !nameSpace.isEmpty() ? path + u'/' + segment(nameSpace) : path;
}

QString objectPath(const model::ObjectRef &ref, const QString &version)
{
    return collection(ref.kind, version, ref.nameSpace) + u'/' + segment(ref.name);
}

QByteArray listAccept(Kind kind)
{
    return kind == Kind::Secret ? "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io"
                                : "application/json";
}

QByteArray objectAccept(Kind kind)
{
    return kind == Kind::Secret ? "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io" : "application/json";
}

void forget(model::ClusterData &data, Kind kind)
{
    const auto clear = [kind]<typename Object>(model::ObjectList<Object> &objects) {
        if (Object::kKind == kind) {
            objects.clear();
        }
    };
    const auto isOfKind = [kind](const auto &object) { return object.kind == kind; };
    erase_if(data.workloads, isOfKind);
    erase_if(data.endpointSlices, isOfKind);
    erase_if(data.routes, isOfKind);
    clear(data.pods);
    clear(data.services);
    clear(data.ingresses);
    clear(data.ingressClasses);
    clear(data.networkPolicies);
    clear(data.nodes);
    clear(data.namespaces);
    clear(data.events);
    clear(data.configMaps);
    clear(data.secrets);
    clear(data.serviceAccounts);
    clear(data.claims);
    clear(data.volumes);
    clear(data.storageClasses);
    clear(data.quotas);
    clear(data.limitRanges);
    clear(data.autoscalers);
    clear(data.gateways);
    clear(data.gatewayClasses);
    clear(data.referenceGrants);
    clear(data.resourceClaims);
    clear(data.disruptionBudgets);
}

} // namespace faultline::source
