#include "core/base/yamldoor.h"
#include "ui/evidence/fieldplace.h"
#include "ui/evidence/yamlpage.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextBlock>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <ctime>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::ui::evidence;
using namespace Qt::StringLiterals;

namespace {

const model::ObjectRef kPod{model::Kind::Pod, u"shop"_s, u"web-1"_s};

constexpr auto kYaml = R"(
kind: Pod
apiVersion: v1
metadata:
  name: web-1
  labels: {app: web, app.kubernetes.io/name: shop, app.kubernetes: {x: 1}}
  annotations:
    a/b: c
    kubectl.kubernetes.io/last-applied-configuration: |
      {"spec":{"env":[{"name":"DB_PASSWORD","value":"hunter2"}]}}
  managedFields: [{manager: kubelet}, {manager: kubectl}]
spec:
  containers:
  - {name: app, image: app:1, env: [{name: DB_PASSWORD, value: hunter2}, {name: HOST, value: db}]}
  - {name: proxy, image: proxy:1, ports: [{containerPort: 8080}]}
status:
  conditions: [{type: Ready, status: "False"}]
  containerStatuses: [{name: app, state: {terminated: {exitCode: 3}}}]
)";

/// `more`: a line of its status.
QJsonObject object(const QByteArray &more = {})
{
    const auto documents = base::yamlToJson(kYaml + more);
    if (!documents)
        qFatal("%s", qPrintable(documents.error().toString()));
    return QJsonDocument::fromJson(documents->front()).object();
}

struct Shown {
    explicit Shown(const QStringList &fields = {}, const QStringList &keys = {})
    {
        page.resize(640, 240);
        page.retranslate();
        page.show();
        page.setObject(kPod);
        page.setMarks(fields, keys, State::Fault);
        page.setRaw(object(), {});
    }
    LineView *view() const { return page.findChild<LineView *>(u"yaml"_s); }
    QString line(int number) const { return view()->document()->findBlockByNumber(number).text().trimmed(); }
    QStringList marked() const
    {
        QStringList lines;
        for (const int number : view()->markedLines())
            lines.append(line(number));
        return lines;
    }
    QString note() const { return page.findChild<QLabel *>(u"yamlNote"_s)->text(); }
    int lineOf(const QString &text) const { return view()->document()->find(text).blockNumber(); }

    YamlPage page;
};

} // namespace

class TestYamlPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aFieldIsFoundByThePathThatChecksWrite_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *path, const char *pointer, const char *missing = "") {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(pointer)
                                << QString::fromLatin1(missing);
        };
        row("status.containerStatuses[app].state.terminated.exitCode",
            "/status/containerStatuses/0/state/terminated/exitCode");
        row("status.conditions[Ready].status", "/status/conditions/0/status");
        row("spec.containers[1].ports[0].containerPort", "/spec/containers/1/ports/0/containerPort");
        row("spec.containers[proxy].ports[8080]", "/spec/containers/1/ports/0");
        row("metadata.labels.app", "/metadata/labels/app");
        row("metadata.labels.app.kubernetes.io/name", "/metadata/labels/app.kubernetes.io~1name");
        row("metadata.labels.app.kubernetes.x", "/metadata/labels/app.kubernetes/x");
        row("metadata.annotations[a/b]", "/metadata/annotations/a~1b");
        row("metadata.labels.tier", "/metadata/labels", "tier");
        row("spec.containers[gone].image", "/spec/containers", "[gone].image");
        row("spec.containers[7].image", "/spec/containers", "[7].image");
        row("status.podIPs", "/status", "podIPs");
        row("nothing.here", "", "nothing.here");
    }

    void aFieldIsFoundByThePathThatChecksWrite()
    {
        QFETCH(QString, path);
        QFETCH(QString, pointer);
        QFETCH(QString, missing);
        const FieldPlace place = findField(object(), path);
        QCOMPARE(place.pointer, pointer);
        QCOMPARE(place.missing, missing);
    }

    void everyValueKnowsItsLines()
    {
        const YamlText yaml =
            printYaml(QJsonDocument::fromJson(R"({"a":[{"b":1,"c":"x\ny"},[2]],"d":{},"e/f":"z"})").object());
        const auto lineAt = [&](const QString &pointer) { return yaml.lines.value(yaml.places.value(pointer).first); };
        QCOMPARE(lineAt(u"/a/0/b"_s), u"- b: 1"_s);
        QCOMPARE(lineAt(u"/a/0/c"_s), u"  c: |-"_s);
        QCOMPARE(lineAt(u"/a/1/0"_s), u"  - 2"_s);
        QCOMPARE(lineAt(u"/e~1f"_s), u"e/f: z"_s);
        QCOMPARE(yaml.places.value(u"/a/0/c"_s).end - yaml.places.value(u"/a/0/c"_s).first, 3);
        QCOMPARE(yaml.places.value(u"/a"_s).end, yaml.places.value(u"/d"_s).first);
    }

    void theGuiltyLineIsMarkedInTheGutterAndInWords()
    {
        const Shown shown({u"status.containerStatuses[app].state.terminated.exitCode"_s});
        QCOMPARE(shown.marked(), QStringList{u"exitCode: 3"_s});
        QVERIFY2(shown.note().contains(u"exitCode"_s) && shown.note().startsWith(u"✕"_s), qPrintable(shown.note()));
        QVERIFY(shown.view()->accessibleDescription().contains(u"exitCode"_s));
        QCOMPARE(shown.view()->textCursor().blockNumber(), shown.view()->markedLines().front());
        QVERIFY(!shown.view()->extraSelections().isEmpty());
    }

    void aMissingFieldIsMarkedAtItsParentAndSaid()
    {
        const Shown shown({u"metadata.labels.tier"_s});
        QCOMPARE(shown.marked(), QStringList{u"labels:"_s});
        QVERIFY2(shown.note().contains(u"metadata.labels.tier is not there"_s), qPrintable(shown.note()));
    }

    void ofASelectorTheWrongPairIsMarked()
    {
        const Shown shown({u"metadata.labels"_s}, {u"app"_s, u"none"_s});
        QCOMPARE(shown.marked(), QStringList{u"app: web"_s});
    }

    void theNextMarkGoesRound()
    {
        Shown shown({u"metadata.labels.app"_s, u"status.conditions[Ready].status"_s});
        QCOMPARE(shown.marked().size(), 2);
        const int first = shown.view()->textCursor().blockNumber();
        shown.page.findChild<QToolButton *>(u"nextMark"_s)->click();
        QVERIFY(shown.view()->textCursor().blockNumber() != first);
        QVERIFY(shown.note().contains(u"2 of 2"_s));
        shown.page.showNextMark();
        QCOMPARE(shown.view()->textCursor().blockNumber(), first);
    }

    void aFieldThatSomeoneAsksForIsShownAsSoonAsItIsThere()
    {
        YamlPage page;
        page.retranslate();
        page.setObject(kPod);
        page.setMarks({u"metadata.labels.app"_s}, {}, State::Fault);
        page.showField(u"spec.containers[proxy].image"_s);
        page.setRaw(object(), {});
        const auto *view = page.findChild<LineView *>(u"yaml"_s);
        QCOMPARE(view->textCursor().block().text().trimmed(), u"- image: proxy:1"_s);
        QCOMPARE(view->markedLines().size(), size_t(2));
    }

    void largeBlocksAreFoldedAndOpenOnAClick()
    {
        Shown shown;
        const QString before = shown.view()->toPlainText();
        QVERIFY2(before.contains(u"managedFields: … (folded"_s), qPrintable(before));
        QVERIFY(before.contains(u"last-applied-configuration: … (folded"_s));
        QVERIFY(!before.contains(u"manager: kubelet"_s));
        const int line = shown.lineOf(u"managedFields"_s);
        const int numberBelow = shown.lineOf(u"name: web-1"_s);
        Q_EMIT shown.view()->foldActivated(line);
        QVERIFY(shown.view()->toPlainText().contains(u"manager: kubelet"_s));
        QVERIFY(shown.lineOf(u"name: web-1"_s) > numberBelow);
        Q_EMIT shown.view()->foldActivated(line);
        QCOMPARE(shown.view()->toPlainText(), before);
    }

    void theKeyboardOpensAFold()
    {
        Shown shown;
        shown.view()->showLine(shown.lineOf(u"managedFields"_s));
        QTest::keyClick(shown.view(), Qt::Key_Return);
        QVERIFY(shown.view()->toPlainText().contains(u"manager: kubelet"_s));
    }

    void credentialsAreMaskedAlsoInWhatIsCopiedAndFolded()
    {
        Shown shown;
        Q_EMIT shown.view()->foldActivated(shown.lineOf(u"last-applied"_s));
        QVERIFY(!shown.view()->toPlainText().contains(u"hunter2"_s));
        QVERIFY(shown.view()->toPlainText().contains(u"value: db"_s)); // an ordinary value stays
        for (QPushButton *button : shown.page.findChildren<QPushButton *>())
            button->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"kind: Pod"_s));
        QVERIFY(!copied.contains(u"hunter2"_s));
        QVERIFY(!copied.contains(u"managedFields"_s));
    }

    void aCredentialOverSeveralLinesLeavesTheLineNumbersRight()
    {
        const QJsonObject secretive =
            QJsonDocument::fromJson(
                R"({"a":"-----BEGIN PRIVATE KEY-----\nabc\ndef\n-----END PRIVATE KEY-----\n","z":"last"})")
                .object();
        const YamlText yaml = printYaml(readableObject(secretive));
        const QStringList lines = maskedLines(yaml.lines);
        QCOMPARE(lines.size(), yaml.lines.size());
        QCOMPARE(lines.value(yaml.places.value(u"/z"_s).first), u"z: last"_s);
        QVERIFY(!lines.join(u'\n').contains(u"abc"_s));
    }

    void aChangedObjectLeavesTheViewWhereItIs()
    {
        Shown shown({u"metadata.labels.app"_s});
        auto *bar = shown.view()->verticalScrollBar();
        bar->setValue(bar->maximum() - 3);
        const QString top = shown.line(shown.view()->firstShownLine());
        shown.page.setRaw(object("  phase: Running\n"), {});
        QVERIFY(shown.view()->toPlainText().contains(u"phase: Running"_s));
        QCOMPARE(shown.line(shown.view()->firstShownLine()), top);
        QCOMPARE(shown.marked(), QStringList{u"app: web"_s});
        QVERIFY(shown.page.findChild<QLabel *>(u"yamlChanged"_s)->text().startsWith(u"changed "_s));
    }

    void theSameObjectAgainChangesNothing()
    {
        Shown shown;
        shown.page.setRaw(object(), {});
        QVERIFY(shown.page.findChild<QLabel *>(u"yamlChanged"_s)->text().isEmpty());
    }

    void controlFSearchesTheText()
    {
        Shown shown;
        shown.view()->setFocus();
        QTest::keyClick(shown.view(), Qt::Key_F, Qt::ControlModifier);
        auto *field = shown.page.findChild<QLineEdit *>(u"yamlSearch"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"image"_s);
        QCOMPARE(shown.view()->extraSelections().size(), 2);
    }

    void emptyAndDeniedAreSaidInWords()
    {
        YamlPage page;
        page.retranslate();
        const auto *view = page.findChild<LineView *>(u"yaml"_s);
        QVERIFY(view->toPlainText().contains(u"Nothing is selected"_s));
        page.setObject(kPod);
        page.setRaw({}, u"no right to get pods"_s);
        QVERIFY(view->toPlainText().contains(u"no right to get pods"_s));
        page.retranslate();
        QVERIFY(view->toPlainText().contains(u"no right to get pods"_s));
    }

    void aLargeObjectIsShownAtOnce()
    {
        QJsonArray many;
        for (int i = 0; i < 20'000; ++i)
            many.append(QJsonObject{{u"name"_s, u"item-%1"_s.arg(i)}, {u"value"_s, i}});
        const std::clock_t start = std::clock();
        YamlPage page;
        page.retranslate();
        page.setObject(kPod);
        page.setRaw({{u"items"_s, many}}, {});
        page.resize(640, 300);
        page.grab();
        QVERIFY((std::clock() - start) / CLOCKS_PER_SEC < 4);
    }
};

QTEST_MAIN(TestYamlPage)
#include "tst_yamlpage.moc"
