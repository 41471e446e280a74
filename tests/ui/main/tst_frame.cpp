// What is around the panels: palette, history, headline, layout, text size.
#include "tests/support/windowscene.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/main/headline.h"
#include "ui/main/workspace.h"
#include "ui/wizard/wizardcard.h"
#include "ui/workloads/workloadpanel.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;
using faultline::test::makeWindow;
using faultline::test::openSample;
using faultline::test::picture;
using faultline::test::waitUntilSettled;

namespace {

QPushButton *button(const QWidget *widget, const QString &name) { return widget->findChild<QPushButton *>(name); }

void click(QWidget *target) { QTest::mouseClick(target, Qt::LeftButton); }

const wizard::CardText &card(const MainWindow &window) { return window.workspace()->card()->card(); }

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlineFrame"_s);
        QCoreApplication::setApplicationName(u"FaultlineFrame"_s);
        QSettings().clear();
    }

    void cleanup() { QSettings().clear(); }

    void ctrlKFindsAnApplicationByName()
    {
        const auto window = makeWindow();
        openSample(*window, u"shop"_s);
        const model::ObjectRef other = window->workspace()->list()->shown().back();
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *field = window->findChild<QLineEdit *>(u"paletteField"_s);
        QVERIFY(field->isVisible());
        QCOMPARE(window->focusWidget(), field);
        QTest::keyClicks(field, other.name);
        picture(*window, u"palette"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QCOMPARE(window->investigation().selection().name, other.name);
    }

    void thePaletteRunsActionsAndGoesToObjectsAndQuestions()
    {
        const auto window = makeWindow();
        openSample(*window, u"selector-typo"_s);
        const auto pick = [&window](const QString &words) {
            window->openPalette();
            auto *field = window->findChild<QLineEdit *>(u"paletteField"_s);
            QTest::keyClicks(field, words);
            QTest::keyClick(field, Qt::Key_Return);
        };
        pick(u"restart at the first"_s);
        QCOMPARE(card(*window).position, 1);
        pick(u"jump to the result"_s);
        QVERIFY(card(*window).position > 2);
        pick(u"evidence: events"_s);
        QVERIFY(window->workspace()->evidence()->isOpen());
        pick(u"theme: dark"_s);
        QCOMPARE(window->appearance().theme(), Theme::dark());
        pick(u"66669cdd54-gbh7s"_s);
        const auto *name = window->workspace()->evidence()->findChild<QPlainTextEdit *>(u"yaml"_s);
        QTRY_VERIFY(name->toPlainText().contains(u"kind: Pod"_s));
        const int before = card(*window).position;
        pick(u"Is a Pod shown as Pending?"_s);
        QVERIFY(card(*window).position != before);
        QCOMPARE(card(*window).node, u"p_pending"_s);
    }

    void ctrlFLeadsToTheSearchOfTheList()
    {
        const auto window = makeWindow();
        openSample(*window, u"shop"_s);
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(window->focusWidget(), window->workspace()->list()->findChild<QLineEdit *>());
    }

    void backAndForwardGoWhereSomebodyWas()
    {
        const auto window = makeWindow();
        openSample(*window, u"shop"_s);
        QCoreApplication::processEvents();
        auto *back = window->findChild<QToolButton *>(u"back"_s);
        QVERIFY(!back->isEnabled());
        const auto shown = window->workspace()->list()->shown();
        const model::ObjectRef first = window->investigation().selection();
        window->investigation().select(shown.at(2));
        QTRY_VERIFY(back->isEnabled());
        QTest::keyClick(window.get(), Qt::Key_BracketLeft, Qt::ControlModifier);
        QCOMPARE(window->investigation().selection(), first);
        QTRY_VERIFY(!back->isEnabled());
        QTest::mouseClick(window->workspace()->headline(), Qt::ForwardButton);
        QCOMPARE(window->investigation().selection(), shown.at(2));
        window->investigation().reload();
        QVERIFY(waitUntilSettled(*window));
        QTRY_VERIFY(back->isEnabled());
        click(back);
        QCOMPARE(window->investigation().selection(), first);
    }

    void theHeadlineStaysSmallAndShowsAllOnAsking()
    {
        for (const base::Language language : {base::Language::English, base::Language::Chinese}) {
            const auto window = makeWindow();
            window->appearance().setLanguage(language);
            openSample(*window, u"selector-typo"_s);
            HeadlineBanner *headline = window->workspace()->headline();
            QTRY_VERIFY2(headline->height() <= 110, qPrintable(QString::number(headline->height())));
            HeadlineText text{u"A title "_s.repeated(60), u"A reason "_s.repeated(80), State::Fault, {}};
            headline->show(text);
            QTRY_VERIFY2(headline->height() <= 110, qPrintable(QString::number(headline->height())));
            auto *more = headline->findChild<QToolButton *>(u"more"_s);
            QVERIFY(more->isVisible());
            const int small = headline->height();
            click(more);
            QTRY_VERIFY(headline->height() > small);
            QCOMPARE(headline->findChildren<QLabel *>().front()->accessibleName(), text.title);
        }
    }

    void nothingThatDoesNothingStandsInTheBarOfTheStartPage()
    {
        const auto window = makeWindow();
        QVERIFY(!window->findChild<QToolButton *>(u"reload"_s)->isVisible());
        QVERIFY(!button(window.get(), u"export"_s)->isVisible());
        QVERIFY(!window->can(Action::Id::Snapshot));
        openSample(*window, u"shop"_s);
        QVERIFY(window->findChild<QToolButton *>(u"reload"_s)->isVisible());
        QVERIFY(button(window.get(), u"export"_s)->isVisible());
    }

    void theWindowStandsAsItWasLeft()
    {
        int card = 0;
        {
            const auto window = makeWindow();
            openSample(*window, u"shop"_s);
            auto *splitter = qobject_cast<QSplitter *>(window->workspace()->card()->parentWidget());
            QVERIFY(splitter != nullptr);
            splitter->setSizes({500, 480});
            card = splitter->sizes().at(1);
            window->workspace()->evidence()->open(evidence::EvidencePanel::Tab::Events);
            window->close();
        }
        const auto window = makeWindow();
        openSample(*window, u"shop"_s);
        auto *splitter = qobject_cast<QSplitter *>(window->workspace()->card()->parentWidget());
        QTRY_COMPARE(splitter->sizes().at(1), card);
        QVERIFY(window->workspace()->evidence()->isOpen());
        window->run(Action::Id::ResetLayout);
        QVERIFY(!window->workspace()->evidence()->isOpen());
        QTRY_VERIFY(splitter->sizes().at(1) < card);
    }

    void largerTextKeepsTheButtonsOfTheBarWhole()
    {
        const auto window = makeWindow();
        openSample(*window, u"shop"_s);
        for (int i = 0; i < 5; ++i)
            window->run(Action::Id::LargerText);
        QCOMPARE(textScale(), 200);
        QTest::qWait(50);
        for (const QString &name : {u"export"_s, u"source"_s})
            QVERIFY(button(window.get(), name)->height() >= button(window.get(), name)->sizeHint().height() - 1);
        picture(*window, u"large-text"_s);
        window->run(Action::Id::UsualText);
        QCOMPARE(textScale(), 100);
    }
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
