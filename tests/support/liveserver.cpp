#include "tests/support/liveserver.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace faultline::test {

namespace {

QByteArray group(const QByteArray &name, const QByteArrayList &versions)
{
    QByteArrayList entries;
    for (const QByteArray &version : versions) {
        entries.append(R"({"groupVersion":")" + name + '/' + version + R"(","version":")" + version + "\"}");
    }
    return R"({"name":")" + name + R"(","versions":[)" + entries.join(',') + "]}";
}

// Every other list is empty.
void serveEmptyLists(TestServer &server)
{
    const QList<std::pair<QString, QByteArrayList>> lists{
        {u"/api/v1"_s,
         {"Pod", "ReplicationController", "Service", "Endpoints", "Node", "Namespace", "Event", "ConfigMap", "Secret",
          "ServiceAccount", "PersistentVolumeClaim", "PersistentVolume", "ResourceQuota", "LimitRange"}},
        {u"/apis/apps/v1"_s, {"ReplicaSet", "Deployment", "StatefulSet", "DaemonSet"}},
        {u"/apis/batch/v1"_s, {"Job"}},
        {u"/apis/batch/v1beta1"_s, {"CronJob"}},
        {u"/apis/networking.k8s.io/v1"_s, {"Ingress", "IngressClass", "NetworkPolicy"}},
        {u"/apis/discovery.k8s.io/v1beta1"_s, {"EndpointSlice"}},
        {u"/apis/storage.k8s.io/v1"_s, {"StorageClass"}},
        {u"/apis/autoscaling/v2beta2"_s, {"HorizontalPodAutoscaler"}}};
    for (const auto &[base, kinds] : lists) {
        for (const QByteArray &kind : kinds) {
            const QString version = base.startsWith(u"/apis/"_s) ? base.mid(6) : base.mid(5);
            const QByteArray json = listOf(kind + "List", version.toUtf8(), {});
            const QString resource = model::resourceName(model::kindFrom(version, QString::fromUtf8(kind)));
            server.answerJson(base + u'/' + resource, json);
            server.answerJson(base + u"/namespaces/shop/"_s + resource, json);
        }
    }
    server.answerJson(u"/api/v1/namespaces/shop"_s,
                      R"({"kind":"Namespace","apiVersion":"v1","metadata":{"name":"shop"}})");
}

} // namespace

QByteArray item(const QByteArray &name, const QByteArray &rest)
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":"shop","uid":"u-)" + name + "\"}" + rest + "}";
}

QByteArray listOf(const QByteArray &kind, const QByteArray &apiVersion, const QByteArrayList &items,
                  const QByteArray &metadata)
{
    return R"({"kind":")" + kind + R"(","apiVersion":")" + apiVersion + R"(","metadata":)" + metadata + ",\"items\":[" +
           items.join(',') + "]}\n";
}

TestAnswer forbidden(const QByteArray &message)
{
    return {.status = 403, .body = TestServer::status(403, "Forbidden", message)};
}

void serveDiscovery(TestServer &server, bool withAutoscaling)
{
    server.answerJson(u"/version"_s, R"({"major":"1","minor":"20+","gitVersion":"v1.20.2"})");
    QByteArrayList groups{group("apps", {"v1"}), group("batch", {"v1", "v1beta1"}),
                          group("networking.k8s.io", {"v1", "v1beta1"}), group("discovery.k8s.io", {"v1beta1"}),
                          group("storage.k8s.io", {"v1"})};
    if (withAutoscaling) {
        groups.append(group("autoscaling", {"v1", "v2beta1", "v2beta2"}));
    }
    server.answerJson(u"/apis"_s, R"({"kind":"APIGroupList","groups":[)" + groups.join(',') + "]}");
    server.answerJson(u"/apis/batch/v1"_s, R"({"kind":"APIResourceList","resources":[{"name":"jobs"}]})");
    server.answerJson(u"/apis/batch/v1beta1"_s, R"({"kind":"APIResourceList","resources":[{"name":"cronjobs"}]})");
}

void serveCluster(TestServer &server)
{
    serveDiscovery(server);
    serveEmptyLists(server);
}

source::LiveRequest requestTo(const TestServer &server, const QString &nameSpace)
{
    source::LiveRequest request;
    request.connection.server = server.url();
    request.connection.contextName = u"kh"_s;
    request.connection.userName = u"dev"_s;
    request.nameSpace = nameSpace;
    return request;
}

Loaded::Loaded(source::LiveSource &source)
{
    QObject::connect(&source, &source::Source::loaded, &context, [this](const source::Snapshot &each) {
        snapshot = each;
        ++ends;
    });
    QObject::connect(&source, &source::Source::failed, &context, [this](const base::Error &each) {
        errors.append(each);
        ++ends;
    });
    QObject::connect(&source, &source::Source::progress, &context,
                     [this](const std::vector<source::Progress> &each) { lines = each; });
}

bool Loaded::wait(int count)
{
    return QTest::qWaitFor([&] { return ends >= count; }, kBound);
}

const source::Progress *Loaded::line(const QString &what) const
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto &each) { return each.what == what; });
    return found == lines.end() ? nullptr : &*found;
}

QString Loaded::problem() const { return errors.isEmpty() ? u"(none)"_s : errors.first().toString(); }

} // namespace faultline::test
