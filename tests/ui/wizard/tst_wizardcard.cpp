#include "tests/ui/wizard/cardfixture.h"
#include "ui/common/commandrow.h"
#include "ui/common/weblink.h"
#include "ui/common/wrapbutton.h"
#include "ui/wizard/comparison.h"
#include "ui/wizard/patchfold.h"
#include "ui/wizard/patchview.h"
#include "ui/wizard/wayview.h"

#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextBlock>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::ui::wizard;
using namespace faultline::test;
using namespace Qt::StringLiterals;

namespace {

/// Stands in for the browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    Q_DISABLE_COPY_MOVE(Browser)

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url; }
};

} // namespace

class TestWizardCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void theFivePartsAreThereAtEveryStep()
    {
        WizardCard card;
        const QStringList headings{u"Proof"_s, u"Why it matters"_s, u"Mend it"_s, u"See it yourself"_s};
        for (const CardText &text : {selectorCard(), CardText()}) {
            card.show(text);
            for (const QString &heading : headings)
                QVERIFY2(textsOf(card).contains(heading), qPrintable(heading));
        }
    }

    void aStepShowsItsQuestionAnswerAndProof()
    {
        WizardCard card;
        card.show(selectorCard());
        const QStringList texts = textsOf(card);
        QVERIFY(texts.contains(u"Step 9 of 9 · Service"_s));
        QVERIFY(texts.contains(u"Does every selector pair occur on the Pods?"_s));
        QVERIFY(texts.contains(u"No"_s));
        QVERIFY(texts.contains(u"answered by the cluster"_s));
        QVERIFY(texts.contains(u"tier=backedn"_s));
        QVERIFY(texts.contains(u"≠"_s));
        QVERIFY(texts.contains(u"1. Change the selector"_s));
    }

    void clusterTextIsNeverMarkup()
    {
        CardText text = selectorCard();
        text.question = u"<b>bold</b><img src=x>"_s;
        WizardCard card;
        card.show(text);
        text.read = {u"https://example.com/<b>bold</b>"_s};
        card.show(text);
        for (const QLabel *label : card.findChildren<QLabel *>()) {
            const auto *link = qobject_cast<const WebLink *>(label);
            QCOMPARE(label->textFormat(), link ? Qt::RichText : Qt::PlainText);
            QVERIFY(!link || !link->text().contains(u"<b>"_s));
        }
        QVERIFY(textsOf(card).contains(text.question));
    }

    void everyLabelOfAnUnfoldedCardIsPlainText()
    {
        CardText text = selectorCard();
        text.ask = u"<b>ask</b>"_s;
        text.leads = {{u"Yes"_s, u"<i>lead</i>"_s, true}};
        text.further = {{u"<u>further</u>"_s, {0, 0}}};
        text.proof.front().title = u"Service/shop/<s>x</s>"_s;
        WizardCard card;
        card.show(text);
        button(card, u"whyAsk"_s)->setChecked(true);
        const QStringList texts = textsOf(card);
        QVERIFY(texts.contains(u"<b>ask</b>"_s));
        QVERIFY(texts.contains(u"<u>further</u>"_s));
        for (const QPushButton *each : card.findChildren<QPushButton *>())
            QVERIFY2(!each->toolTip().contains(u"<s>"_s), qPrintable(each->toolTip()));
    }

    void answersNameTheirNode()
    {
        WizardCard card;
        card.show(selectorCard());
        QSignalSpy answered(&card, &WizardCard::answered);
        for (const QString &name : {u"answerYes"_s, u"answerNo"_s, u"answerUnknown"_s})
            click(button(card, name));
        QCOMPARE(answered.size(), 3);
        constexpr std::array expected{checks::Answer::Yes, checks::Answer::No, checks::Answer::Unknown};
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(answered.at(i).at(0).toString(), u"s_selector"_s);
            QCOMPARE(answered.at(i).at(1).value<checks::Answer>(), expected.at(static_cast<size_t>(i)));
        }
    }

    void onlyAnOwnAnswerCanBeTakenBack()
    {
        WizardCard card;
        card.show(selectorCard());
        QVERIFY(button(card, u"answerWithdraw"_s)->isHidden());
        CardText own = selectorCard();
        own.asking = Asking::Yours;
        card.show(own);
        QVERIFY(!button(card, u"answerWithdraw"_s)->isHidden());
        QVERIFY(button(card, u"answerNo"_s)->isChecked());
        QSignalSpy withdrawn(&card, &WizardCard::withdrawn);
        click(button(card, u"answerWithdraw"_s));
        QCOMPARE(withdrawn.size(), 1);
    }

    void aStepThatOnlyLooksAsksNothing()
    {
        CardText look = selectorCard();
        look.asking = Asking::Nothing;
        WizardCard card;
        card.show(look);
        for (const QString &name : {u"answerYes"_s, u"answerNo"_s, u"answerUnknown"_s})
            QVERIFY(!button(card, name)->isEnabled());
    }

    void keysAnswerWhileTheCardHasTheKeyboard()
    {
        WizardCard card;
        card.show(selectorCard());
        QSignalSpy answered(&card, &WizardCard::answered);
        auto *question = questionOf(card);
        for (const Qt::Key key : {Qt::Key_Y, Qt::Key_N, Qt::Key_U})
            QTest::keyClick(question, key);
        QCOMPARE(answered.size(), 3);
        QCOMPARE(answered.at(2).at(1).value<checks::Answer>(), checks::Answer::Unknown);
        CardText look = selectorCard();
        look.asking = Asking::Nothing;
        card.show(look);
        QTest::keyClick(question, Qt::Key_Y);
        QCOMPARE(answered.size(), 3);
    }

    void restartGoesToTheFirstQuestionAndResultToTheLast()
    {
        CardText text = selectorCard();
        text.position = 4;
        WizardCard card;
        card.show(text);
        QSignalSpy wanted(&card, &WizardCard::stepRequested);
        click(button(card, u"wizardRestart"_s));
        click(button(card, u"wizardResult"_s));
        QTest::keyClick(questionOf(card), Qt::Key_Home);
        QTest::keyClick(questionOf(card), Qt::Key_End);
        QCOMPARE(wanted, (QList<QVariantList>{{0, 0}, {1, 2}, {0, 0}, {1, 2}}));
        text.position = 9;
        card.show(text);
        QVERIFY(!button(card, u"wizardResult"_s)->isEnabled());
    }

    void theWayIsASliderOverTheSteps()
    {
        WizardCard card;
        card.show(selectorCard());
        auto *way = card.findChild<WayView *>();
        QCOMPARE(way->value(), 9);
        QCOMPARE(way->maximum(), 9);
        QCOMPARE(way->accessibleName(), u"Step 9 of 9 · Service"_s);
        QSignalSpy wanted(&card, &WizardCard::stepRequested);
        QTest::keyClick(way, Qt::Key_Left);
        QCOMPARE(wanted, (QList<QVariantList>{{1, 1}}));
        way->resize(300, 14);
        QTest::mouseClick(way, Qt::LeftButton, {}, QPoint(2, 7));
        QCOMPARE(wanted.last(), (QVariantList{0, 0}));
        const qsizetype before = wanted.size();
        card.show(selectorCard()); // told from outside: nobody asked for a step
        QCOMPARE(wanted.size(), before);
    }

    void whyDoYouAskUnfoldsTheReasonAndWhereAnswersLead()
    {
        WizardCard card;
        card.show(selectorCard());
        QVERIFY(askOf(card)->isHidden());
        click(button(card, u"whyAsk"_s));
        QVERIFY(!askOf(card)->isHidden());
        const QStringList texts = textsOf(*askOf(card));
        QVERIFY(texts.contains(u"A Service finds its Pods by labels."_s));
        QVERIFY(texts.contains(u"→ No: result: Fix the selector"_s));
        QVERIFY(texts.contains(u"   Yes: next: Has the Pod an IP?"_s));
        CardText next = selectorCard();
        next.node = u"other"_s;
        card.show(next);
        QVERIFY2(!askOf(card)->isHidden(), "a learner leaves it open");
    }

    void whatStaysTheSameIsNotBuiltAnew()
    {
        WizardCard card;
        card.show(selectorCard());
        const auto *link = card.findChild<PlaceLink *>();
        CardText fresher = selectorCard();
        fresher.by = u"your answer"_s; // something else has changed
        card.show(fresher);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(card.findChild<PlaceLink *>(), link);
    }

    void theFocusGoesToTheQuestionOfANewStep()
    {
        WizardCard card;
        card.show(selectorCard());
        card.setVisible(true);
        card.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&card));
        button(card, u"wizardNext"_s)->setEnabled(true);
        button(card, u"wizardNext"_s)->setFocus();
        CardText next = selectorCard();
        next.node = u"other"_s;
        next.position = 8;
        card.show(next);
        QCOMPARE(QApplication::focusWidget(), questionOf(card));
    }

    void aNewStepDoesNotTakeTheFocusFromElsewhere()
    {
        QWidget window;
        auto *card = new WizardCard(&window);
        auto *elsewhere = new QPushButton(&window);
        card->show(selectorCard());
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        elsewhere->setFocus();
        CardText next = selectorCard();
        next.node = u"other"_s;
        card->show(next);
        QCOMPARE(QApplication::focusWidget(), elsewhere);
    }

    void theButtonsStayWhereTheyAre()
    {
        WizardCard card;
        card.resize(360, 720);
        card.setVisible(true);
        CardText own = selectorCard();
        own.asking = Asking::Yours;
        CardText bare;
        bare.position = 1;
        bare.count = 9;
        bare.node = u"start"_s;
        const QStringList names{u"answerYes"_s,     u"answerNo"_s,     u"answerUnknown"_s, u"wizardBack"_s,
                                u"wizardRestart"_s, u"wizardResult"_s, u"wizardNext"_s};
        QList<QRect> places;
        for (const CardText &text : {selectorCard(), own, bare}) {
            card.show(text);
            QTest::qWait(20);
            for (qsizetype i = 0; i < names.size(); ++i) {
                QPushButton *each = button(card, names.at(i));
                const QRect place(each->mapTo(&card, QPoint()), each->size());
                if (places.size() < names.size())
                    places += place;
                QCOMPARE(place, places.at(i));
            }
        }
    }

    void everyControlHasANameForScreenReaders()
    {
        WizardCard card;
        card.show(selectorCard());
        button(card, u"whyAsk"_s)->setChecked(true);
        for (const QPushButton *each : card.findChildren<QPushButton *>())
            QVERIFY(!each->accessibleName().isEmpty() || !each->text().isEmpty());
    }

    void backAndNextGoOnlyWhereThereIsAWay()
    {
        WizardCard card;
        card.show(selectorCard());
        QVERIFY(button(card, u"wizardBack"_s)->isEnabled());
        QVERIFY(!button(card, u"wizardNext"_s)->isEnabled());
        QSignalSpy back(&card, &WizardCard::backRequested);
        click(button(card, u"wizardBack"_s));
        QCOMPARE(back.size(), 1);
    }

    void aPageIsOpenedByAClickOnly()
    {
        Browser browser;
        WizardCard card;
        card.show(selectorCard());
        QVERIFY(textsOf(card).contains(u"Read more"_s));
        const auto link = card.findChild<WebLink *>();
        QVERIFY(link != nullptr);
        QVERIFY(link->text()
                    .remove(QChar(0x200B))
                    .contains(u">kubernetes.io/docs/concepts/services-networking/service<"_s));
        card.resize(360, 1600);
        card.setVisible(true);
        QVERIFY(browser.opened.isEmpty());
        QTest::mouseClick(link, Qt::LeftButton, {}, QPoint(8, link->height() / 2));
        const QUrl page(u"https://kubernetes.io/docs/concepts/services-networking/service/"_s);
        QCOMPARE(browser.opened, QList<QUrl>{page});
    }

    void aLongAddressDoesNotWidenTheCard()
    {
        CardText text = selectorCard();
        text.read = {u"https://kubernetes.io/docs/concepts/configuration/"_s + QString(200, u'x')};
        WizardCard card;
        card.show(text);
        card.resize(360, 800);
        card.setVisible(true);
        const QScrollArea *area = card.findChild<QScrollArea *>();
        QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
    }

    void theWideArrangementIsLowerThanTheTallOne()
    {
        WizardCard card;
        card.show(selectorCard());
        card.resize(900, 300);
        const auto content = card.findChild<QScrollArea *>()->widget();
        const int tall = content->heightForWidth(880);
        card.setArrangement(WizardCard::Arrangement::Wide);
        QVERIFY(content->heightForWidth(880) < tall);
    }
};

QTEST_MAIN(TestWizardCard)
#include "tst_wizardcard.moc"
