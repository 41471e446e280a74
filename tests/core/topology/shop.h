#pragma once

#include "core/topology/topology.h"

/// A little shop as values, and topologies as lines of text, for the tests of this folder.
namespace faultline::test {

using namespace Qt::StringLiterals;
using guide::Finding;
using guide::Layer;
using guide::LayerState;
using model::Kind;
using model::ObjectRef;
using topology::Item;
using topology::Link;
using topology::Topology;

inline const ObjectRef kDeployment{Kind::Deployment, u"shop"_s, u"web"_s};
inline const ObjectRef kService{Kind::Service, u"shop"_s, u"web"_s};
inline const ObjectRef kIngress{Kind::Ingress, u"shop"_s, u"web"_s};

inline QString stateWord(LayerState state)
{
    static const std::map<LayerState, QString> words{{LayerState::Fine, u"fine"_s},
                                                     {LayerState::Fault, u"fault"_s},
                                                     {LayerState::Suspected, u"suspected"_s},
                                                     {LayerState::Open, u"open"_s},
                                                     {LayerState::Waiting, u"waiting"_s},
                                                     {LayerState::Intended, u"intended"_s},
                                                     {LayerState::Explained, u"explained"_s},
                                                     {LayerState::NotTried, u"notTried"_s},
                                                     {LayerState::NotChecked, u"notChecked"_s},
                                                     {LayerState::Unused, u"unused"_s}};
    return words.at(state);
}

inline QString matchWord(Link::Match match)
{
    static const std::map<Link::Match, QString> words{{Link::Match::Fine, u"="_s},
                                                      {Link::Match::Wrong, u"!="_s},
                                                      {Link::Match::Suspected, u"~"_s},
                                                      {Link::Match::Unknown, u"?"_s}};
    return words.at(match);
}

inline QString itemText(const Item &item)
{
    QString text = item.object.toString();
    if (item.count > 1)
        text += u" x%1"_s.arg(item.count);
    if (!item.found)
        text += u" MISSING"_s;
    if (item.old)
        text += u" old"_s;
    if (!item.fate.isEmpty())
        text += u' ' + item.fate;
    if (!item.similar.isEmpty())
        text += u" similar:"_s + item.similar;
    return text + u" ["_s + stateWord(item.state) + u']';
}

inline QStringList itemsOf(const Topology &topology)
{
    QStringList texts;
    for (const Item &item : topology.items)
        texts.append(itemText(item));
    return texts;
}

/// "Ingress/shop/web -> Service/shop/web :80 = :80"; ownership has nothing to compare.
inline QStringList linksOf(const Topology &topology, Link::Kind kind)
{
    QStringList texts;
    for (const Link &link : topology.links) {
        if (link.kind != kind)
            continue;
        QString text = topology.items.at(static_cast<size_t>(link.from)).object.toString() + u" -> "_s +
                       topology.items.at(static_cast<size_t>(link.to)).object.toString();
        if (kind != Link::Kind::Owns)
            text += u' ' + link.left + u' ' + matchWord(link.match) + u' ' + link.right;
        texts.append(text);
    }
    return texts;
}

/// A little shop: Deployment web with its newest ReplicaSet and an old one, one Service, one Ingress.
class Shop
{
public:
    Shop()
    {
        model::Container container;
        container.name = u"web"_s;
        container.ports = {{u"http"_s, 8080, 0, u"TCP"_s}};
        model::PodSpec spec;
        spec.containers = {container};
        m_spec = std::make_shared<const model::PodSpec>(spec);
        m_data.workloads = {deployment(), replicaSet(u"web-2"_s, u"2"_s), replicaSet(u"web-1"_s, u"1"_s)};
        m_data.services = {service(u"web"_s)};
        m_data.ingresses = {ingress(u"web"_s, 80)};
    }

    model::ClusterData &data() { return m_data; }

    void addPod(const QString &name, const QString &owner, const QString &waiting = {})
    {
        model::Pod pod;
        pod.meta = meta(name);
        pod.meta.labels = {{u"app"_s, u"web"_s}};
        pod.meta.owners = {{u"ReplicaSet"_s, owner, u"uid-"_s + owner, true}};
        pod.spec = m_spec;
        pod.phase = u"Running"_s;
        pod.conditions = {{u"Ready"_s, waiting.isEmpty() ? u"True"_s : u"False"_s, {}, {}, {}, {}}};
        model::ContainerStatus status;
        status.name = u"web"_s;
        status.ready = waiting.isEmpty();
        status.state.phase =
            waiting.isEmpty() ? model::ContainerState::Phase::Running : model::ContainerState::Phase::Waiting;
        status.state.reason = waiting;
        pod.statuses = {status};
        m_data.pods.push_back(pod);
    }

    static model::Metadata meta(const QString &name)
    {
        model::Metadata made;
        made.name = name;
        made.nameSpace = u"shop"_s;
        made.uid = u"uid-"_s + name;
        return made;
    }

    static model::Service service(const QString &name)
    {
        model::Service made;
        made.meta = meta(name);
        made.type = u"ClusterIP"_s;
        made.selector = {{u"app"_s, u"web"_s}};
        made.ports = {{{}, u"TCP"_s, {}, 80, {8080, {}}, 0}};
        return made;
    }

    static model::Ingress ingress(const QString &backend, int port)
    {
        model::Ingress made;
        made.meta = meta(u"web"_s);
        model::IngressPath path;
        path.backend = {backend, {port, {}}, false};
        path.fieldPath = u"spec.rules[0].http.paths[0].backend"_s;
        made.paths = {path};
        return made;
    }

private:
    model::Workload deployment() const
    {
        model::Workload made;
        made.meta = meta(u"web"_s);
        made.templateLabels = {{u"app"_s, u"web"_s}};
        made.podSpec = m_spec;
        made.hasStatus = true;
        made.replicas = 3;
        made.readyReplicas = 2;
        return made;
    }

    model::Workload replicaSet(const QString &name, const QString &revision) const
    {
        model::Workload made = deployment();
        made.kind = Kind::ReplicaSet;
        made.meta = meta(name);
        made.meta.owners = {{u"Deployment"_s, u"web"_s, u"uid-web"_s, true}};
        made.meta.annotations = {{u"deployment.kubernetes.io/revision"_s, revision}};
        return made;
    }

    model::ClusterData m_data;
    model::PodSpecPtr m_spec;
};

inline guide::Diagnosis diagnosis(std::vector<Finding> findings = {})
{
    guide::Diagnosis made;
    made.subject = kDeployment;
    made.layers = {{Layer::Rollout, LayerState::Fine},
                   {Layer::Pods, LayerState::Fine},
                   {Layer::Service, LayerState::Fine},
                   {Layer::Ingress, LayerState::NotTried}};
    guide::Walk service, ingress;
    service.layer = Layer::Service;
    service.subject = {kDeployment, {}, {}, kService, {}};
    ingress.layer = Layer::Ingress;
    ingress.subject = {kDeployment, {}, {}, kService, kIngress};
    made.walks = {service, ingress};
    made.findings = std::move(findings);
    if (!made.findings.empty())
        made.findings.front().primary = true;
    return made;
}

inline Finding finding(Layer layer, const ObjectRef &object, checks::Facts facts = {})
{
    Finding made;
    made.leaf = u"res_any"_s;
    made.layer = layer;
    made.object = object;
    made.facts = std::move(facts);
    return made;
}

inline Topology topologyOf(Shop &shop, const guide::Diagnosis &diagnosis)
{
    const model::Cluster cluster(shop.data());
    return topology::topologyOf(cluster, diagnosis);
}

} // namespace faultline::test
