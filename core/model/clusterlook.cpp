// The plain look-ups of a Cluster: by name, and all of a kind.
#include "core/model/clusterlook.h"

#include "core/model/clusterlists.h"

namespace faultline::model {

namespace {

template <typename T>
const T *lookUp(const ObjectList<T> &objects, const QString &nameSpace, const QString &name,
                Kind kind = listKindOf<T>())
{
    note(Look::Object, {kind, nameSpace, name});
    return findByName(objects, nameSpace, name, kind);
}

template <typename T> ObjectSpan<T> listIn(const ObjectList<T> &objects, const QString &nameSpace)
{
    note(Look::ListIn, {listKindOf<T>(), nameSpace, {}});
    return inNamespace(objects, nameSpace);
}

template <typename T> const ObjectList<T> &all(const ObjectList<T> &objects)
{
    note(Look::ListAll, {listKindOf<T>(), {}, {}});
    return objects;
}

} // namespace

std::vector<QString> Cluster::namespacesInUse() const
{
    std::vector<QString> found;
    addNamespaces(m_data.workloads, found);
    addNamespaces(m_data.pods, found);
    addNamespaces(m_data.services, found);
    addNamespaces(m_data.ingresses, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void noteOwners(const Metadata &meta)
{
    Reads *reads = Recording::current();
    if (!reads) {
        return;
    }
    const QString hash = meta.labels.value(u"pod-template-hash");
    for (const OwnerReference &owner : meta.owners) {
        reads->note(Look::Object, {kindFromName(owner.kind), meta.nameSpace, owner.name});
        if (!hash.isEmpty() && owner.name.endsWith(u'-' + hash)) {
            reads->note(Look::Object, {Kind::Deployment, meta.nameSpace, owner.name.chopped(hash.size() + 1)});
        }
    }
}

const ClusterData &Cluster::data() const
{
    if (Reads *reads = Recording::current()) {
        reads->noteEverything();
    }
    return m_data;
}

base::Timestamp Cluster::now() const
{
    if (Reads *reads = Recording::current()) {
        reads->noteClock();
    }
    return m_data.now;
}

const Unseen *Cluster::unseen(Kind kind) const
{
    const auto found = m_data.unseen.find(kind);
    return found == m_data.unseen.end() ? nullptr : &found->second;
}

const Pod *Cluster::pod(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.pods, nameSpace, name);
}

const Workload *Cluster::workload(const ObjectRef &ref) const
{
    return lookUp(m_data.workloads, ref.nameSpace, ref.name, ref.kind);
}

const Service *Cluster::service(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.services, nameSpace, name);
}

const Ingress *Cluster::ingress(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.ingresses, nameSpace, name);
}

const Route *Cluster::route(const ObjectRef &ref) const
{
    return lookUp(m_data.routes, ref.nameSpace, ref.name, ref.kind);
}

const Gateway *Cluster::gateway(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.gateways, nameSpace, name);
}

const GatewayClass *Cluster::gatewayClass(const QString &name) const { return lookUp(m_data.gatewayClasses, {}, name); }

const ResourceClaim *Cluster::resourceClaim(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.resourceClaims, nameSpace, name);
}

const Node *Cluster::node(const QString &name) const { return lookUp(m_data.nodes, {}, name); }

const PersistentVolume *Cluster::volume(const QString &name) const { return lookUp(m_data.volumes, {}, name); }

const HorizontalPodAutoscaler *Cluster::autoscaler(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.autoscalers, nameSpace, name);
}

const PodDisruptionBudget *Cluster::disruptionBudget(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.disruptionBudgets, nameSpace, name);
}

const PersistentVolumeClaim *Cluster::claim(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.claims, nameSpace, name);
}

const ConfigMap *Cluster::configMap(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.configMaps, nameSpace, name);
}

const Secret *Cluster::secret(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.secrets, nameSpace, name);
}

const ServiceAccount *Cluster::serviceAccount(const QString &nameSpace, const QString &name) const
{
    return lookUp(m_data.serviceAccounts, nameSpace, name);
}

const StorageClass *Cluster::storageClass(const QString &name) const { return lookUp(m_data.storageClasses, {}, name); }

const IngressClass *Cluster::ingressClass(const QString &name) const { return lookUp(m_data.ingressClasses, {}, name); }

const Namespace *Cluster::nameSpaceObject(const QString &name) const { return lookUp(m_data.namespaces, {}, name); }

bool Cluster::exists(const ObjectRef &ref) const
{
    note(Look::Object, isNamespaced(ref.kind) ? ref : ObjectRef{ref.kind, {}, ref.name});
    return findMetadata(m_data, ref) != nullptr;
}

const ObjectList<Pod> &Cluster::pods() const { return all(m_data.pods); }

const ObjectList<Pod> &Cluster::podsByUse() const
{
    note(Look::PodUse, {});
    return m_data.pods;
}

const ObjectList<Workload> &Cluster::workloads() const { return all(m_data.workloads); }

const ObjectList<Service> &Cluster::services() const { return all(m_data.services); }

const ObjectList<Ingress> &Cluster::ingresses() const { return all(m_data.ingresses); }

const ObjectList<IngressClass> &Cluster::ingressClasses() const { return all(m_data.ingressClasses); }

const ObjectList<Route> &Cluster::routes() const { return all(m_data.routes); }

const ObjectList<Gateway> &Cluster::gateways() const { return all(m_data.gateways); }

const ObjectList<Node> &Cluster::nodes() const { return all(m_data.nodes); }

const ObjectList<ConfigMap> &Cluster::configMaps() const { return all(m_data.configMaps); }

const ObjectList<Secret> &Cluster::secrets() const { return all(m_data.secrets); }

const ObjectList<ServiceAccount> &Cluster::serviceAccounts() const { return all(m_data.serviceAccounts); }

const ObjectList<PersistentVolumeClaim> &Cluster::claims() const { return all(m_data.claims); }

const ObjectList<PersistentVolume> &Cluster::volumes() const { return all(m_data.volumes); }

const ObjectList<StorageClass> &Cluster::storageClasses() const { return all(m_data.storageClasses); }

const ObjectList<LimitRange> &Cluster::limitRanges() const { return all(m_data.limitRanges); }

const ObjectList<HorizontalPodAutoscaler> &Cluster::autoscalers() const { return all(m_data.autoscalers); }

const ObjectList<PodDisruptionBudget> &Cluster::disruptionBudgets() const { return all(m_data.disruptionBudgets); }

const ObjectList<Namespace> &Cluster::nameSpaces() const { return all(m_data.namespaces); }

ObjectSpan<Pod> Cluster::podsIn(const QString &nameSpace) const { return listIn(m_data.pods, nameSpace); }

ObjectSpan<Service> Cluster::servicesIn(const QString &nameSpace) const { return listIn(m_data.services, nameSpace); }

ObjectSpan<Ingress> Cluster::ingressesIn(const QString &nameSpace) const { return listIn(m_data.ingresses, nameSpace); }

ObjectSpan<Workload> Cluster::workloadsIn(const QString &nameSpace) const
{
    return listIn(m_data.workloads, nameSpace);
}

ObjectSpan<NetworkPolicy> Cluster::networkPoliciesIn(const QString &nameSpace) const
{
    return listIn(m_data.networkPolicies, nameSpace);
}

ObjectSpan<ResourceQuota> Cluster::quotasIn(const QString &nameSpace) const { return listIn(m_data.quotas, nameSpace); }

ObjectSpan<HorizontalPodAutoscaler> Cluster::autoscalersIn(const QString &nameSpace) const
{
    return listIn(m_data.autoscalers, nameSpace);
}

ObjectSpan<PodDisruptionBudget> Cluster::disruptionBudgetsIn(const QString &nameSpace) const
{
    return listIn(m_data.disruptionBudgets, nameSpace);
}

ObjectSpan<ReferenceGrant> Cluster::referenceGrantsIn(const QString &nameSpace) const
{
    return listIn(m_data.referenceGrants, nameSpace);
}

} // namespace faultline::model
