#include "tests/support/casefile.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/evidence/lineview.h"
#include "ui/evidence/tablemodel.h"
#include "ui/evidence/textview.h"
#include "ui/evidence/yamltext.h"

#include <QtGui/QTextBlock>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>

#include <ctime>

using namespace faultline;
using namespace faultline::ui::evidence;
using namespace Qt::StringLiterals;

namespace {

const model::ObjectRef kService{model::Kind::Service, u"shop"_s, u"orders"_s};

void clickTab(EvidencePanel &panel, int index)
{
    auto *tabs = panel.findChild<QTabBar *>();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(index).center());
}

/// A Deployment with as many Pods, and an event about each.
model::ClusterPtr large(int count)
{
    model::ClusterData data;
    model::Workload deployment, set;
    deployment.meta.name = u"web"_s;
    deployment.meta.nameSpace = u"shop"_s;
    deployment.podSpec = std::make_shared<const model::PodSpec>();
    set = deployment;
    set.kind = model::Kind::ReplicaSet;
    set.meta.name = u"web-1"_s;
    set.meta.owners = {{u"Deployment"_s, u"web"_s, {}, true}};
    data.workloads = {deployment, set};
    for (int i = 0; i < count; ++i) {
        model::Pod pod;
        pod.meta.name = u"web-1-%1"_s.arg(i);
        pod.meta.nameSpace = u"shop"_s;
        pod.meta.uid = u"u%1"_s.arg(i);
        pod.meta.owners = {{u"ReplicaSet"_s, u"web-1"_s, {}, true}};
        pod.spec = deployment.podSpec;
        pod.statuses.push_back({});
        pod.statuses.back().name = u"web"_s;
        pod.statuses.back().state.phase = model::ContainerState::Phase::Running;
        model::Event event;
        event.meta.name = pod.meta.name;
        event.meta.nameSpace = u"shop"_s;
        event.object = {model::Kind::Pod, u"shop"_s, pod.meta.name};
        event.objectUid = i % 2 == 0 ? pod.meta.uid : u"gone"_s;
        event.type = u"Warning"_s;
        event.reason = u"BackOff"_s;
        event.message = u"Back-off restarting failed container web in pod %1_shop(token=abc%1)"_s.arg(i);
        data.pods.push_back(std::move(pod));
        data.events.push_back(std::move(event));
    }
    return std::make_shared<const model::Cluster>(std::move(data));
}

} // namespace

class TestEvidencePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void yamlReadsAsKubectlPrintsIt()
    {
        const QByteArray json = R"({"kind":"Service","metadata":{"name":"orders","managedFields":[{"a":1}]},
            "spec":{"ports":[{"port":80,"name":"http"},{"port":443}],"selector":{"tier":"backedn","on":"yes"},
            "text":"a\nb\n","empty":{},"none":[],"version":"1.10","nul":null,"ok":true,"ratio":0.5,
            "args":["--listen=:80","-v",["x"]]}})";
        const QString expected = uR"(kind: Service
metadata:
  name: orders
spec:
  args:
  - "--listen=:80"
  - "-v"
  - 
    - x
  empty: {}
  none: []
  nul: null
  ok: true
  ports:
  - name: http
    port: 80
  - port: 443
  ratio: 0.5
  selector:
    "on": "yes"
    tier: backedn
  text: |
    a
    b
  version: "1.10"
)"_s;
        QCOMPARE(yamlText(json), expected);
        QVERIFY(yamlText("not json").isEmpty());
    }

    void theTableKeepsTheRulesOfModels()
    {
        TableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHeadings({u"a"_s, u"b"_s});
        model.setRows({{u"1"_s, u"2"_s}, {u"3"_s, u"<b>"_s}});
        QCOMPARE(model.index(1, 1).data().toString(), u"<b>"_s);
        QCOMPARE(model.index(1, 1).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;"_s);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aClosedPanelAsksForNothing()
    {
        EvidencePanel panel;
        panel.resize(600, 200);
        QSignalSpy wanted(&panel, &EvidencePanel::rawRequested);
        panel.setObject(kService);
        QCOMPARE(wanted.size(), 0);
        clickTab(panel, 0);
        QVERIFY(panel.isOpen());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).value<model::ObjectRef>(), kService);
        clickTab(panel, 0);
        QVERIFY(!panel.isOpen());
    }

    void anObjectIsShownWithItsCredentialsMasked()
    {
        EvidencePanel panel;
        panel.setObject(kService);
        panel.open(EvidencePanel::Tab::Yaml);
        panel.setRaw(kService, R"({"kind":"Service","note":"password=hunter2secret"})", {});
        const QString shown = panel.findChild<TextView *>(u"yaml"_s)->text();
        QVERIFY(shown.contains(u"kind: Service"_s));
        QVERIFY(!shown.contains(u"hunter2secret"_s));
    }

    void anAnswerToAnOlderQuestionIsDropped()
    {
        EvidencePanel panel;
        panel.setObject(kService);
        panel.open(EvidencePanel::Tab::Yaml);
        panel.setRaw({model::Kind::Pod, u"shop"_s, u"x"_s}, R"({"kind":"Pod"})", {});
        QVERIFY(panel.findChild<TextView *>(u"yaml"_s)->text().isEmpty());
    }

    void aProblemIsSaidInItsPlace()
    {
        EvidencePanel panel;
        panel.setObject(kService);
        panel.open(EvidencePanel::Tab::Yaml);
        panel.setRaw(kService, {}, u"no right to get services"_s);
        QVERIFY(panel.findChild<TextView *>(u"yaml"_s)->text().contains(u"no right to get services"_s));
    }

    void anObjectThatHasNotChangedIsNotFetchedAgain()
    {
        const auto at = [](const QByteArray &version) {
            return *test::clusterFromYaml(
                "objects:\n- {apiVersion: v1, kind: Service, metadata: {name: orders, namespace: "
                "shop, resourceVersion: \"" +
                version + "\"}, spec: {}}\n");
        };
        const guide::Guide guide;
        guide::Diagnosis diagnosis;
        diagnosis.subject = kService;
        EvidencePanel panel;
        panel.setObject(kService);
        panel.open(EvidencePanel::Tab::Yaml);
        panel.showDiagnosis(guide, at("7"), diagnosis);
        QSignalSpy wanted(&panel, &EvidencePanel::rawRequested);
        panel.showDiagnosis(guide, at("7"), diagnosis);
        QCOMPARE(wanted.size(), 0);
        panel.showDiagnosis(guide, at("8"), diagnosis);
        QCOMPARE(wanted.size(), 1);
        panel.open(EvidencePanel::Tab::Describe); // the same object: it is there
        QCOMPARE(wanted.size(), 1);
    }

    void whatAPersonHasOpenedStaysWhileDataStreamsIn()
    {
        EvidencePanel panel;
        const model::ObjectRef pod{model::Kind::Pod, u"shop"_s, u"web-1"_s};
        panel.offerObject(kService, kService);
        QCOMPARE(panel.object(), kService);
        panel.setObject(pod);
        panel.offerObject(kService, kService);
        QCOMPARE(panel.object(), pod);
        panel.offerObject(pod, pod);
        panel.offerObject(kService, kService); // another application was chosen meanwhile
        QCOMPARE(panel.object(), kService);
    }

    void aPlaceOpensWhereItStands()
    {
        EvidencePanel panel;
        auto *tabs = panel.findChild<QTabBar *>();
        panel.showPlace(kService, u"spec.selector.tier"_s);
        QVERIFY(panel.isOpen());
        QCOMPARE(tabs->currentIndex(), static_cast<int>(EvidencePanel::Tab::Yaml));
        panel.setRaw(kService, R"({"kind":"Service","spec":{"selector":{"app":"a","tier":"backedn"}}})", {});
        const auto *view = panel.findChild<LineView *>(u"yaml"_s);
        QCOMPARE(view->markedLines().size(), size_t(1));
        QVERIFY(view->textCursor().block().text().contains(u"tier: backedn"_s));
        panel.showPlace(kService, u"spec.type"_s);
        QVERIFY(panel.findChild<QLabel *>(u"yamlNote"_s)->text().contains(u"spec.type is not there"_s));
    }

    void anEventOrALogThatIsNotThereFallsBackToTheObject()
    {
        EvidencePanel panel;
        panel.showPlace(kService, u"events[FailedMount].message"_s);
        QCOMPARE(panel.findChild<QTabBar *>()->currentIndex(), static_cast<int>(EvidencePanel::Tab::Yaml));
        panel.showPlace(kService, u"log"_s);
        QCOMPARE(panel.findChild<QTabBar *>()->currentIndex(), static_cast<int>(EvidencePanel::Tab::Yaml));
    }

    void tenThousandPodsAndEventsStaySmooth()
    {
        const model::ClusterPtr cluster = large(10'000);
        guide::Diagnosis diagnosis;
        diagnosis.subject = {model::Kind::Deployment, u"shop"_s, u"web"_s};
        EvidencePanel panel;
        panel.resize(640, 300);
        panel.show();
        panel.open(EvidencePanel::Tab::Events);
        panel.showDiagnosis(guide::Guide(), cluster, diagnosis);
        QCOMPARE(panel.findChild<QTabBar *>()->tabText(static_cast<int>(EvidencePanel::Tab::Events)),
                 u"Events 10000"_s);
        // Time of this program, not of the clock on the wall: the machine may have other work.
        const std::clock_t start = std::clock();
        constexpr int kChanges = 3;
        for (int i = 0; i < kChanges; ++i) {
            panel.showDiagnosis(guide::Guide(), cluster, diagnosis);
            panel.grab();
        }
        const auto each = static_cast<int>((std::clock() - start) * 1000 / CLOCKS_PER_SEC / kChanges);
        qInfo("a change with 10,000 Pods and events: %d ms", each);
        QVERIFY2(each < 1000, qPrintable(QString::number(each)));
    }

    void everyTabOfAnEmptyPanelSaysSomething()
    {
        EvidencePanel panel;
        panel.resize(640, 300);
        panel.show();
        panel.clear();
        for (int tab = 0; tab < panel.findChild<QTabBar *>()->count(); ++tab) {
            panel.open(static_cast<EvidencePanel::Tab>(tab));
            const QWidget *page = panel.findChild<QStackedWidget *>()->currentWidget();
            QStringList words;
            for (const QLabel *label : page->findChildren<QLabel *>())
                words += label->isVisible() ? label->text() : QString();
            for (const QPlainTextEdit *view : page->findChildren<QPlainTextEdit *>())
                words += view->toPlainText();
            QVERIFY2(words.join(QString()).size() > 20, qPrintable(QString::number(tab)));
        }
    }
};

QTEST_MAIN(TestEvidencePanel)
#include "tst_evidencepanel.moc"
