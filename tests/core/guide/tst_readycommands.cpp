#include "core/guide/readycommands.h"
#include "tests/support/casefile.h"

#include <QtTest/QtTest>

using namespace faultline;
using namespace faultline::guide;
using namespace Qt::StringLiterals;

namespace {

model::ClusterPtr cluster()
{
    const auto made = test::clusterFromYaml(R"(
objects:
- apiVersion: v1
  kind: Pod
  metadata: {name: web-1, namespace: shop, annotations: {kubectl.kubernetes.io/default-container: app}}
  spec:
    initContainers: [{name: prepare, image: p}]
    containers:
    - {name: proxy, image: proxy}
    - {name: app, image: app, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 8080}]}
- apiVersion: v1
  kind: Service
  metadata: {name: web, namespace: shop}
  spec: {selector: {app: web, tier: front}, ports: [{port: 80}]}
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: shop}
  spec: {selector: {matchLabels: {app: web}}}
)");
    if (!made)
        qFatal("%s", qPrintable(made.error().toString()));
    return *made;
}

QStringList commandsOf(const model::ObjectRef &object, const QString &container = {}, const QString &context = {})
{
    QStringList texts;
    for (const ReadyCommand &command : readyCommands(*cluster(), object, container, {context}))
        texts.append(command.command);
    return texts;
}

} // namespace

class TestReadyCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPodHasTheGuidesFourAndTheirKin()
    {
        const QStringList commands = commandsOf({model::Kind::Pod, u"shop"_s, u"web-1"_s}, u"app"_s);
        QCOMPARE(commands,
                 (QStringList{u"kubectl logs web-1 -n shop -c app"_s, u"kubectl logs web-1 -n shop -c app --previous"_s,
                              u"kubectl describe pod web-1 -n shop"_s, u"kubectl get pod web-1 -n shop -o yaml"_s,
                              u"kubectl exec -it web-1 -n shop -c app -- sh"_s,
                              u"kubectl debug -it web-1 -n shop --image=busybox:1.36 --target=app -- sh"_s,
                              u"kubectl port-forward pod/web-1 -n shop 3000:8080"_s}));
    }

    void theContextIsNamedAndValuesAreQuoted()
    {
        QVERIFY(commandsOf({model::Kind::Pod, u"shop"_s, u"web-1"_s}, {}, u"prod eu"_s)
                    .contains(u"kubectl --context 'prod eu' describe pod web-1 -n shop"_s));
        QVERIFY(
            commandsOf({model::Kind::Pod, u"shop"_s, u"a;rm"_s}).contains(u"kubectl describe pod 'a;rm' -n shop"_s));
    }

    void theUsualContainerComesFirst()
    {
        QCOMPARE(containersOf(*cluster(), {model::Kind::Pod, u"shop"_s, u"web-1"_s}),
                 (QStringList{u"app"_s, u"proxy"_s, u"prepare"_s}));
    }

    void aServiceHasItsEndpointsAndPods()
    {
        const QStringList commands = commandsOf({model::Kind::Service, u"shop"_s, u"web"_s});
        QVERIFY(commands.contains(u"kubectl get endpointslices -n shop -l kubernetes.io/service-name=web"_s));
        QVERIFY(commands.contains(u"kubectl get pods -n shop -l app=web,tier=front --show-labels"_s));
        QVERIFY(commands.contains(u"kubectl port-forward service/web -n shop 3000:80"_s));
    }

    void whatChangesTheClusterIsMarkedAsSuch()
    {
        int changing = 0;
        for (const ReadyCommand &command :
             readyCommands(*cluster(), {model::Kind::Deployment, u"shop"_s, u"web"_s}, {}, {})) {
            const bool changes = command.effect == ReadyCommand::Effect::Changes;
            changing += changes ? 1 : 0;
            QCOMPARE(changes, command.command.contains(u" undo "_s) || command.command.contains(u" restart "_s));
            QVERIFY(!command.what.zh.isEmpty());
        }
        QCOMPARE(changing, 2);
        QCOMPARE(undoCommand({model::Kind::Deployment, u"shop"_s, u"web"_s}, 3, {}),
                 u"kubectl rollout undo deployment/web -n shop --to-revision=3"_s);
    }

    void everyKindHasSomething()
    {
        for (const model::Kind kind : model::allKinds()) {
            const model::ObjectRef object{kind, model::isNamespaced(kind) ? u"shop"_s : QString(), u"x"_s};
            const QStringList commands = commandsOf(object);
            QVERIFY2(!commands.isEmpty(), qPrintable(model::kindName(kind)));
            for (const QString &command : commands)
                QVERIFY2(command.startsWith(u"kubectl "_s) && !command.contains(u'{'), qPrintable(command));
        }
    }
};

QTEST_APPLESS_MAIN(TestReadyCommands)
#include "tst_readycommands.moc"
