#include "core/guide/rolerule.h"
#include "core/source/filesource.h"
#include "tests/support/windowscene.h"
#include "ui/common/statepanel.h"
#include "ui/connect/connectpage.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/export/exportdialog.h"
#include "ui/main/diagramarea.h"
#include "ui/main/headline.h"
#include "ui/main/workspace.h"
#include "ui/wizard/wizardcard.h"
#include "ui/workloads/workloadpanel.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;
using faultline::test::makeWindow;
using faultline::test::openSample;
using faultline::test::picture;
using faultline::test::waitUntilSettled;

namespace {

/// A source that does what the test tells it.
class HandSource : public source::Source
{
    Q_OBJECT

public:
    explicit HandSource(source::Snapshot snapshot = {}) : m_snapshot(std::move(snapshot)) {}

    source::Origin origin() const override { return m_snapshot.origin; }
    void load() override
    {
        ++loads;
        Q_EMIT progress({{u"pods"_s, source::Progress::State::Done, 7, -1, {}},
                         {u"nodes"_s, source::Progress::State::Denied, 0, -1, {}},
                         {u"services"_s, source::Progress::State::Running, 500, 1200, {}}});
    }
    void cancel() override { Q_EMIT failed({base::Error::Kind::Cancelled, u"cancelled"_s, {}}); }
    void fetchLogs(const std::vector<model::LogKey> &) override { Q_EMIT logsFetched({}); }
    void fetchRaw(const model::ObjectRef &ref) override { Q_EMIT rawFetched(ref, "{}", {}); }

    void finish() { Q_EMIT loaded(m_snapshot); }
    void fail(base::Error::Kind kind) { Q_EMIT failed({kind, u"the server said no"_s, u"/api/v1/pods"_s}); }

    int loads = 0;

private:
    source::Snapshot m_snapshot;
};

QWidget *page(const MainWindow &window) { return window.findChild<QStackedWidget *>()->currentWidget(); }

QPushButton *button(const QWidget *widget, const QString &name) { return widget->findChild<QPushButton *>(name); }

void click(QWidget *target) { QTest::mouseClick(target, Qt::LeftButton); }

const wizard::CardText &card(const MainWindow &window) { return window.workspace()->card()->card(); }

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
        QCoreApplication::setApplicationName(u"FaultlineTest"_s);
        QSettings().clear();
        QTest::failOnWarning(QRegularExpression(u"."_s));
    }

    void cleanupTestCase() { QSettings().clear(); }

    void aGuideFileThatWasLeftOutIsToldAboveEveryPicture()
    {
        const auto window = makeWindow();
        window->setGuideComplaints({u"/home/me/vault.yaml:12:7: t: leads to \"x\", which is not there"_s, u"more"_s});
        openSample(*window, u"crash-oom"_s);
        const StatePanel *strip = window->workspace()->strip();
        QVERIFY(!strip->isHidden());
        QCOMPARE(strip->face().kind, Face::Kind::Notice);
        QVERIFY(strip->face().body.startsWith(u"/home/me/vault.yaml:12:7: t: leads to"_s));
        QVERIFY(strip->face().body.endsWith(u"and 1 more: faultline guide lint"_s));
        window->setGuideComplaints({});
        QVERIFY(strip->isHidden());
    }

    void theWindowStartsAtTheStartPage()
    {
        const auto window = makeWindow();
        QCOMPARE(page(*window), window->startPage());
        QVERIFY(!button(window.get(), u"export"_s)->isEnabled());
        picture(*window, u"start"_s);
    }

    void aSampleOpensFromTheStartPage()
    {
        const auto window = makeWindow();
        click(button(window->startPage(), u"sample-shop"_s));
        QVERIFY(waitUntilSettled(*window));
        QCOMPARE(page(*window), window->workspace());
        QCOMPARE(window->workspace()->list()->shown().size(), window->investigation().diagnoses().size());
    }

    void theSelectionMovesEveryPanel()
    {
        const auto window = makeWindow();
        openSample(*window, u"shop"_s);
        auto *list = window->workspace()->list()->findChild<QListView *>();
        QVERIFY(list->model()->rowCount() > 3);
        const QString before = card(*window).question;
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(2, 0)).center());
        QCOMPARE(window->investigation().selection(), window->workspace()->list()->shown().at(2));
        const auto title =
            headlineText(window->investigation().guide(), *window->investigation().diagnosis(), base::Language::English)
                .title;
        const auto labels = window->workspace()->headline()->findChildren<QLabel *>();
        QCOMPARE(labels.front()->accessibleName(), title);
    }

    void backAndNextGoAlongTheTrail()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        const wizard::CardText last = card(*window);
        QVERIFY(last.position > 2);
        QVERIFY(last.hasBack);
        click(button(window.get(), u"wizardBack"_s));
        QCOMPARE(card(*window).position, last.position - 1);
        click(button(window.get(), u"wizardNext"_s));
        QCOMPARE(card(*window), last);
        while (card(*window).hasBack)
            click(button(window.get(), u"wizardBack"_s));
        QCOMPARE(card(*window).position, 1);
        QTest::keyClick(window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(card(*window).position, 2);
    }

    void theCardShowsTheProofOfTheSelector()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        const wizard::CardText shown = card(*window);
        QCOMPARE(shown.node, u"s_selector"_s);
        QCOMPARE(shown.look, u"fault"_s);
        QCOMPARE(shown.asking, wizard::Asking::Right);
        QVERIFY(!shown.comparison.rows.empty());
        QVERIFY(!shown.why.isEmpty());
        QVERIFY(!shown.fix.isEmpty());
        QVERIFY(shown.see.startsWith(u"kubectl "_s));
        QVERIFY(!shown.proof.empty());
    }

    void aPersonsAnswerMovesThePathAndCanBeTakenBack()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        const guide::NodeId before = card(*window).node;
        click(button(window.get(), u"answerYes"_s));
        QVERIFY(waitUntilSettled(*window));
        QVERIFY(card(*window).node != before);
        while (card(*window).node != before && card(*window).hasBack)
            click(button(window.get(), u"wizardBack"_s));
        QCOMPARE(card(*window).asking, wizard::Asking::Yours);
        QCOMPARE(card(*window).answer, u"Yes"_s);
        picture(*window, u"answered"_s);
        click(button(window.get(), u"answerWithdraw"_s));
        QVERIFY(waitUntilSettled(*window));
        QCOMPARE(card(*window).node, before);
        QCOMPARE(card(*window).asking, wizard::Asking::Right);
        click(button(window.get(), u"answerUnknown"_s));
        QVERIFY(waitUntilSettled(*window));
        QCOMPARE(card(*window).node, before);
        QCOMPARE(card(*window).asking, wizard::Asking::Yours);
    }

    void theLanguageSwitchesLiveAndIsRemembered()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        const QString english = card(*window).question;
        click(window->findChild<QToolButton *>(u"language"_s));
        QTRY_COMPARE(button(window.get(), u"answerYes"_s)->text(), u"是"_s);
        QVERIFY(card(*window).question != english);
        QCOMPARE(Settings().language(), base::Language::Chinese);
        QTRY_COMPARE(button(window.get(), u"export"_s)->text(), u"导出报告"_s);
        picture(*window, u"chinese"_s);
        click(window->findChild<QToolButton *>(u"language"_s));
        QTRY_COMPARE(card(*window).question, english);
        QTRY_COMPARE(button(window.get(), u"answerYes"_s)->text(), u"Yes"_s);
    }

    void theThemeSwitches()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        const QColor light = window->grab().toImage().pixelColor(5, 300);
        window->appearance().setScheme(SchemeChoice::Dark);
        const QColor dark = window->grab().toImage().pixelColor(5, 300);
        QVERIFY(dark.lightness() < 60);
        QVERIFY(light.lightness() > 200);
    }

    void aNarrowWindowRearranges()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        auto *workspace = window->workspace();
        const auto cardBelow = [workspace] {
            return workspace->card()->mapTo(workspace, QPoint()).y() >
                   workspace->headline()->mapTo(workspace, QPoint()).y() + 100;
        };
        QVERIFY(!cardBelow());
        QCOMPARE(workspace->diagrams()->arrangement(), DiagramArea::Arrangement::Stacked);
        window->resize(1000, 700);
        QTRY_VERIFY(cardBelow());
        QCOMPARE(workspace->diagrams()->arrangement(), DiagramArea::Arrangement::Beside);
        window->resize(760, 700);
        QTRY_COMPARE(workspace->diagrams()->arrangement(), DiagramArea::Arrangement::Tabs);
        picture(*window, u"narrow"_s);
        window->resize(1280, 800);
        QTRY_VERIFY(!cardBelow());
        QCOMPARE(workspace->diagrams()->arrangement(), DiagramArea::Arrangement::Stacked);
    }

    void loadingIsShownAndCanBeCancelled()
    {
        const auto window = makeWindow();
        window->openSource(std::make_unique<HandSource>());
        QCOMPARE(page(*window), window->statePage());
        QCOMPARE(window->statePage()->face().kind, Face::Kind::Loading);
        QCOMPARE(window->statePage()->face().lines.size(), 3U);
        QCOMPARE(window->statePage()->face().lines.at(2).count, u"500 of 1200"_s);
        picture(*window, u"loading"_s);
        for (QPushButton *candidate : window->statePage()->findChildren<QPushButton *>()) {
            if (candidate->text() == u"Cancel"_s)
                click(candidate);
        }
        QCOMPARE(window->statePage()->face().kind, Face::Kind::Failed);
        QCOMPARE(window->statePage()->face().title, u"Reading was stopped"_s);
    }

    void deniedNamesTheRuleThatWouldAllowIt()
    {
        const auto window = makeWindow();
        auto source = std::make_unique<HandSource>();
        HandSource *hand = source.get();
        window->openSource(std::move(source));
        hand->fail(base::Error::Kind::Forbidden);
        QCOMPARE(window->statePage()->face().kind, Face::Kind::Denied);
        QVERIFY(window->statePage()->face().code.contains(u"kind: ClusterRole"_s));
        QVERIFY(window->statePage()->face().code.contains(u"pods"_s));
        picture(*window, u"denied"_s);
        window->appearance().setScheme(SchemeChoice::Dark);
        hand->fail(base::Error::Kind::Network);
        QCOMPARE(window->statePage()->face().kind, Face::Kind::Failed);
        picture(*window, u"failed"_s);
    }

    void aFailedReloadKeepsTheOldPicture()
    {
        const auto window = makeWindow();
        auto snapshot = *source::readFiles(source::sampleRequest(u"selector-typo"_s));
        snapshot.origin.insecure = true;
        auto source = std::make_unique<HandSource>(snapshot);
        HandSource *hand = source.get();
        window->openSource(std::move(source));
        hand->finish();
        QVERIFY(waitUntilSettled(*window));
        QVERIFY(window->workspace()->strip()->isHidden());
        click(window->findChild<QToolButton *>(u"reload"_s));
        QCOMPARE(hand->loads, 2);
        QCOMPARE(page(*window), window->workspace());
        QVERIFY(!window->workspace()->strip()->isHidden());
        QCOMPARE(window->workspace()->strip()->face().kind, Face::Kind::Loading);
        hand->fail(base::Error::Kind::Network);
        QCOMPARE(page(*window), window->workspace());
        QCOMPARE(window->workspace()->strip()->face().kind, Face::Kind::Stale);
        picture(*window, u"stale"_s);
    }

    void theYamlOfTheSelectedObjectIsFetched()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        window->workspace()->evidence()->open(evidence::EvidencePanel::Tab::Yaml);
        auto *view = window->workspace()->evidence()->findChild<QPlainTextEdit *>(u"yaml"_s);
        QTRY_VERIFY(view->toPlainText().contains(u"kind: Service"_s));
        picture(*window, u"yaml"_s);
        window->workspace()->evidence()->open(evidence::EvidencePanel::Tab::NotChecked);
        picture(*window, u"notchecked"_s);
        window->workspace()->evidence()->open(evidence::EvidencePanel::Tab::Events);
        picture(*window, u"events"_s);
    }

    void exportHoldsTheFault()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        click(button(window.get(), u"export"_s));
        auto *dialog = window->findChild<exporting::ExportDialog *>();
        QVERIFY(dialog);
        auto *preview = dialog->findChild<QPlainTextEdit *>();
        QTRY_VERIFY_WITH_TIMEOUT(preview->toPlainText().contains(u"backedn"_s), 20'000);
        picture(*dialog, u"export"_s);
        dialog->close();
    }

    void theRoleRuleFitsItsScope()
    {
        const std::vector<model::Kind> kinds{model::Kind::Pod, model::Kind::Node, model::Kind::Secret,
                                             model::Kind::Deployment};
        const QString role = guide::roleRule(kinds, u"shop"_s);
        QVERIFY(role.contains(u"kind: Role\n"_s));
        QVERIFY(role.contains(u"namespace: shop"_s));
        QVERIFY(!role.contains(u"nodes"_s));
        QVERIFY(!role.contains(u"secrets"_s));
        const QString everywhere = guide::roleRule(kinds, {});
        QVERIFY(everywhere.contains(u"kind: ClusterRole\n"_s));
        QVERIFY(everywhere.contains(u"resources: [nodes, pods, pods/log]"_s));
        QVERIFY(everywhere.contains(u"apiGroups: [\"apps\"]"_s));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
