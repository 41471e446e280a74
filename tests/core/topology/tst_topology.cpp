#include "core/topology/topology.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using guide::Certainty;
using guide::Finding;
using guide::Layer;
using guide::LayerState;
using guide::LeafVerdict;
using model::Kind;
using model::ObjectRef;
using topology::Item;
using topology::Link;
using topology::Topology;

namespace {

const ObjectRef kDeployment{Kind::Deployment, u"shop"_s, u"web"_s};
const ObjectRef kService{Kind::Service, u"shop"_s, u"web"_s};
const ObjectRef kIngress{Kind::Ingress, u"shop"_s, u"web"_s};

QString stateWord(LayerState state)
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

QString matchWord(Link::Match match)
{
    static const std::map<Link::Match, QString> words{{Link::Match::Fine, u"="_s},
                                                      {Link::Match::Wrong, u"!="_s},
                                                      {Link::Match::Suspected, u"~"_s},
                                                      {Link::Match::Unknown, u"?"_s}};
    return words.at(match);
}

QString itemText(const Item &item)
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

QStringList itemsOf(const Topology &topology)
{
    QStringList texts;
    for (const Item &item : topology.items)
        texts.append(itemText(item));
    return texts;
}

/// "Ingress/shop/web -> Service/shop/web :80 = :80"; ownership has nothing to compare.
QStringList linksOf(const Topology &topology, Link::Kind kind)
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

guide::Diagnosis diagnosis(std::vector<Finding> findings = {})
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

Finding finding(Layer layer, const ObjectRef &object, checks::Facts facts = {})
{
    Finding made;
    made.leaf = u"res_any"_s;
    made.layer = layer;
    made.object = object;
    made.facts = std::move(facts);
    return made;
}

Topology topologyOf(Shop &shop, const guide::Diagnosis &diagnosis)
{
    const model::Cluster cluster(shop.data());
    return topology::topologyOf(cluster, diagnosis);
}

} // namespace

class TopologyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingPresentAndMatching();
    void podsAreGroupedByFateAndBrokenOnesStandFirst();
    void anOldReplicaSetStaysWhileItHasPods();
    void aBackendWithoutServiceIsAGap();
    void servicesThatWereNotReadAreNoGap();
    void aNearMissSelectorShowsThePairThatDiffers();
    void aWrongBackendPortShowsBothPorts();
    void anUndeclaredTargetPortIsSuspectedOnlyWithAFinding();
    void anUnknownTargetNameIsWrong();
    void aPlainManifestIsHeldAgainstTheTemplate();
    void aMissingSubjectIsAGap();
    void whatAFindingSaysIsMissingIsDrawnWithItsNearMiss();
    void arrowsKnowTheirWaysAndThePlaceThatIsWrong();
    void theWorstGroupStandsFirst();
    void aNoteFailsNothing();
};

void TopologyTest::everythingPresentAndMatching()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.addPod(u"web-2-b"_s, u"web-2"_s);
    const Topology made = topologyOf(shop, diagnosis());
    QCOMPARE(itemsOf(made), (QStringList{u"Ingress/shop/web [notTried]"_s, u"Service/shop/web [fine]"_s,
                                         u"Pod/shop/web-2-a x2 Running [fine]"_s, u"ReplicaSet/shop/web-2 2/3 [fine]"_s,
                                         u"Deployment/shop/web 2/3 [fine]"_s}));
    QCOMPARE(linksOf(made, Link::Kind::RoutesTo), QStringList{u"Ingress/shop/web -> Service/shop/web :80 = :80"_s});
    QCOMPARE(linksOf(made, Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a targetPort 8080 = containerPort 8080 (http)"_s});
    QCOMPARE(linksOf(made, Link::Kind::Owns), (QStringList{u"Deployment/shop/web -> ReplicaSet/shop/web-2"_s,
                                                           u"ReplicaSet/shop/web-2 -> Pod/shop/web-2-a"_s}));
    QVERIFY(!made.hasFailing);
}

void TopologyTest::podsAreGroupedByFateAndBrokenOnesStandFirst()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.addPod(u"web-2-b"_s, u"web-2"_s, u"CrashLoopBackOff"_s);
    shop.addPod(u"web-2-c"_s, u"web-2"_s);
    const ObjectRef broken{Kind::Pod, u"shop"_s, u"web-2-b"_s};
    const Topology made = topologyOf(shop, diagnosis({finding(Layer::Pods, broken)}));
    QCOMPARE(itemsOf(made).mid(0, 4),
             (QStringList{u"Ingress/shop/web [notTried]"_s, u"Service/shop/web [explained]"_s,
                          u"Pod/shop/web-2-b CrashLoopBackOff [fault]"_s, u"Pod/shop/web-2-a x2 Running [fine]"_s}));
    QVERIFY(made.hasFailing);
    QCOMPARE(made.failing, Layer::Pods);
}

void TopologyTest::anOldReplicaSetStaysWhileItHasPods()
{
    Shop shop;
    shop.addPod(u"web-1-a"_s, u"web-1"_s);
    shop.addPod(u"web-2-a"_s, u"web-2"_s, u"ImagePullBackOff"_s);
    const Topology made = topologyOf(shop, diagnosis());
    QCOMPARE(itemsOf(made).mid(2),
             (QStringList{u"Pod/shop/web-2-a ImagePullBackOff [fine]"_s, u"Pod/shop/web-1-a old Running [fine]"_s,
                          u"ReplicaSet/shop/web-1 old 2/3 [fine]"_s, u"ReplicaSet/shop/web-2 2/3 [fine]"_s,
                          u"Deployment/shop/web 2/3 [fine]"_s}));
    QVERIFY(linksOf(made, Link::Kind::Owns).contains(u"ReplicaSet/shop/web-1 -> Pod/shop/web-1-a"_s));
}

void TopologyTest::aBackendWithoutServiceIsAGap()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().ingresses = {Shop::ingress(u"wbe"_s, 80)};
    const Topology made =
        topologyOf(shop, diagnosis({finding(Layer::Ingress, kIngress, {{checks::fact::backendService, u"wbe"_s}})}));
    QVERIFY(itemsOf(made).contains(u"Service/shop/wbe MISSING similar:web [fault]"_s));
    QCOMPARE(itemsOf(made).first(), u"Ingress/shop/web [fault]"_s);
    QCOMPARE(linksOf(made, Link::Kind::RoutesTo), QStringList{u"Ingress/shop/web -> Service/shop/wbe :80 != "_s});
    QCOMPARE(made.failing, Layer::Ingress);
}

void TopologyTest::whatAFindingSaysIsMissingIsDrawnWithItsNearMiss()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s, u"CreateContainerConfigError"_s);
    model::ConfigMap near;
    near.meta = Shop::meta(u"settings"_s);
    shop.data().configMaps = {near};
    const ObjectRef pod{Kind::Pod, u"shop"_s, u"web-2-a"_s};
    const checks::Facts facts{{checks::fact::missingKind, u"ConfigMap"_s},
                              {checks::fact::missingName, u"setings"_s},
                              {checks::fact::similar, u"settings"_s}};
    const Topology made = topologyOf(shop, diagnosis({finding(Layer::Pods, pod, facts)}));
    QVERIFY(itemsOf(made).contains(u"ConfigMap/shop/setings MISSING similar:settings [fault]"_s));
    QCOMPARE(made.items.back().object.toString(), u"ConfigMap/shop/settings"_s);
    QVERIFY(made.items.back().nearMiss);
    QCOMPARE(linksOf(made, Link::Kind::Names), QStringList{u"Pod/shop/web-2-a -> ConfigMap/shop/setings  != "_s});
    QCOMPARE(linksOf(made, Link::Kind::PerhapsIs),
             QStringList{u"ConfigMap/shop/setings -> ConfigMap/shop/settings settings ~ "_s});

    shop.data().configMaps.clear(); // nothing to point at
    const Topology alone = topologyOf(shop, diagnosis({finding(Layer::Pods, pod, facts)}));
    QCOMPARE(linksOf(alone, Link::Kind::PerhapsIs), QStringList());
}

void TopologyTest::arrowsKnowTheirWaysAndThePlaceThatIsWrong()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.front().selector = {{u"app"_s, u"wbe"_s}};
    model::Ingress &ingress = shop.data().ingresses.front();
    ingress.paths.front().host = u"shop.example"_s;
    ingress.paths.front().path = u"/"_s;
    ingress.paths.push_back(ingress.paths.front());
    ingress.paths.back().path = u"/api"_s;
    const Topology made = topologyOf(shop, diagnosis({finding(Layer::Service, kService)}));
    QCOMPARE(made.links[0].ways, (QStringList{u"shop.example/"_s, u"shop.example/api"_s}));
    QCOMPARE(made.links[0].place.field, u"spec.rules[0].http.paths[0].backend.service.port.number"_s);
    QCOMPARE(made.links[1].place.object, kService);
    QCOMPARE(made.links[1].place.field, u"spec.selector.app"_s);
    QCOMPARE(made.failingObject, kService);
    QCOMPARE(made.failingState, LayerState::Fault);
}

void TopologyTest::theWorstGroupStandsFirst()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s, u"AAA"_s);
    shop.addPod(u"web-2-b"_s, u"web-2"_s);
    shop.addPod(u"web-2-c"_s, u"web-2"_s, u"ZZZ"_s);
    const ObjectRef broken{Kind::Pod, u"shop"_s, u"web-2-c"_s};
    const QStringList items = itemsOf(topologyOf(shop, diagnosis({finding(Layer::Pods, broken)})));
    QCOMPARE(items.mid(2, 3), (QStringList{u"Pod/shop/web-2-c ZZZ [fault]"_s, u"Pod/shop/web-2-a AAA [fine]"_s,
                                           u"Pod/shop/web-2-b Running [fine]"_s}));
}

void TopologyTest::servicesThatWereNotReadAreNoGap()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.clear();
    shop.data().unseen[Kind::Service] = {model::Unseen::Reason::Forbidden, {}};
    guide::Diagnosis blind = diagnosis();
    for (guide::Walk &walk : blind.walks)
        walk.subject.service = {};
    const Topology made = topologyOf(shop, blind);
    QCOMPARE(itemsOf(made).filter(u"MISSING"_s), QStringList());
    QCOMPARE(linksOf(made, Link::Kind::RoutesTo), QStringList());
}

void TopologyTest::aNearMissSelectorShowsThePairThatDiffers()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.front().selector = {{u"app"_s, u"wbe"_s}};
    const Topology made = topologyOf(shop, diagnosis({finding(Layer::Service, kService)}));
    QCOMPARE(linksOf(made, Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a app=wbe != app=web"_s});
    QCOMPARE(itemsOf(made).mid(0, 3), (QStringList{u"Ingress/shop/web [notTried]"_s, u"Service/shop/web [fault]"_s,
                                                   u"Pod/shop/web-2-a Running [fine]"_s}));

    shop.data().services.front().selector = {{u"name"_s, u"web"_s}};
    const checks::Facts facts{{checks::fact::selectorPair, u"name=web"_s}, {checks::fact::labelPair, u"app=web"_s}};
    QCOMPARE(linksOf(topologyOf(shop, diagnosis({finding(Layer::Service, kService, facts)})), Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a name=web != app=web"_s});
}

void TopologyTest::aWrongBackendPortShowsBothPorts()
{
    Shop shop;
    shop.data().ingresses = {Shop::ingress(u"web"_s, 8080)};
    const Topology made = topologyOf(shop, diagnosis());
    QCOMPARE(linksOf(made, Link::Kind::RoutesTo), QStringList{u"Ingress/shop/web -> Service/shop/web :8080 != :80"_s});
}

void TopologyTest::anUndeclaredTargetPortIsSuspectedOnlyWithAFinding()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.front().ports.front().targetPort = {8081, {}};
    QCOMPARE(linksOf(topologyOf(shop, diagnosis()), Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a targetPort 8081 ? containerPort 8080 (http)"_s});

    Finding suspicion = finding(Layer::Service, kService, {{checks::fact::targetPort, u"8081"_s}});
    suspicion.certainty = Certainty::Suspected;
    const Topology made = topologyOf(shop, diagnosis({suspicion}));
    QCOMPARE(linksOf(made, Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a targetPort 8081 ~ containerPort 8080 (http)"_s});
    QCOMPARE(itemsOf(made).at(1), u"Service/shop/web [suspected]"_s);
}

void TopologyTest::anUnknownTargetNameIsWrong()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.front().ports.front().targetPort = {0, u"web"_s};
    QCOMPARE(linksOf(topologyOf(shop, diagnosis()), Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a targetPort web != containerPort 8080 (http)"_s});
}

void TopologyTest::aPlainManifestIsHeldAgainstTheTemplate()
{
    Shop shop;
    shop.data().workloads.resize(1);
    shop.data().workloads.front().hasStatus = false;
    const Topology made = topologyOf(shop, diagnosis());
    QCOMPARE(itemsOf(made).last(), u"Deployment/shop/web [fine]"_s);
    QCOMPARE(linksOf(made, Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Deployment/shop/web targetPort 8080 = containerPort 8080 (http)"_s});
}

void TopologyTest::aMissingSubjectIsAGap()
{
    const model::Cluster cluster{model::ClusterData()};
    guide::Diagnosis missing;
    missing.subject = kDeployment;
    missing.findings = {finding(Layer::Rollout, kDeployment)};
    missing.findings.front().primary = true;
    QCOMPARE(itemsOf(topology::topologyOf(cluster, missing)), QStringList{u"Deployment/shop/web MISSING [fault]"_s});
}

void TopologyTest::aNoteFailsNothing()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    Finding note = finding(Layer::Service, kDeployment);
    note.isNote = true;
    note.verdict = LeafVerdict::Intended;
    const Topology made = topologyOf(shop, diagnosis({note}));
    QVERIFY(!made.hasFailing);
    QCOMPARE(itemsOf(made).last(), u"Deployment/shop/web 2/3 [fine]"_s);
}

QTEST_GUILESS_MAIN(TopologyTest)
#include "tst_topology.moc"
