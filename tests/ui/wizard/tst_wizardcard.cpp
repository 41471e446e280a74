#include "ui/common/codeblock.h"
#include "ui/common/commandrow.h"
#include "ui/common/placelink.h"
#include "ui/common/weblink.h"
#include "ui/common/wrapbutton.h"
#include "ui/wizard/askview.h"
#include "ui/wizard/comparison.h"
#include "ui/wizard/patchfold.h"
#include "ui/wizard/patchview.h"
#include "ui/wizard/proofview.h"
#include "ui/wizard/wayview.h"
#include "ui/wizard/wizardcard.h"

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
using namespace Qt::StringLiterals;

namespace {

CardText selectorCard()
{
    CardText card;
    card.position = 9;
    card.count = 9;
    card.layer = u"Service"_s;
    card.node = u"s_selector"_s;
    card.question = u"Does every selector pair occur on the Pods?"_s;
    card.look = u"fault"_s;
    card.answer = u"No"_s;
    card.by = u"answered by the cluster"_s;
    card.comparison = {u"Service selector"_s, u"Pod labels"_s, {{u"tier=backedn"_s, u"tier=backend"_s, false}}};
    card.proof = {{{model::Kind::Service, u"shop"_s, u"orders"_s},
                   u"Service/shop/orders"_s,
                   {{u"spec.selector.tier"_s, u"spec.selector.tier"_s, u"backedn"_s, {}}}}};
    card.ask = u"A Service finds its Pods by labels."_s;
    card.leads = {{u"Yes"_s, u"next: Has the Pod an IP?"_s, false}, {u"No"_s, u"result: Fix the selector"_s, true}};
    card.way = {{u"Pods"_s, 6}, {u"Service"_s, 3}};
    for (int i = 0; i < 9; ++i)
        card.trail.push_back({i < 6 ? 0 : 1, i < 6 ? i : i - 6});
    card.result = {1, 2};
    card.further = {{u"This was found, too: the Ingress is wrong"_s, {2, 4}}, {u"Ask a colleague"_s, {}}};
    card.why = u"A Service sends traffic only to Pods that carry all of its selector pairs."_s;
    card.causes = {u"A slip of the pen"_s, u"A label that was renamed"_s};
    card.read = {u"https://kubernetes.io/docs/concepts/services-networking/service/"_s};
    card.mendTitle = u"Make the selector match"_s;
    card.fix = {u"Change the selector"_s, u"Or the labels"_s};
    card.patch = u" selector:\n-  tier: backedn\n+  tier: backend"_s;
    card.commands = {u"kubectl patch service orders"_s};
    card.see = u"kubectl get pods --show-labels"_s;
    card.asking = Asking::Right;
    card.given = checks::Answer::No;
    card.hasBack = true;
    return card;
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden())
            texts += label->text().remove(QChar(0x200B));
    }
    return texts;
}

QPushButton *button(const QWidget &widget, const QString &name) { return widget.findChild<QPushButton *>(name); }

void click(QPushButton *target) { QTest::mouseClick(target, Qt::LeftButton); }

QLabel *questionOf(const WizardCard &card)
{
    for (QLabel *label : card.findChildren<QLabel *>()) {
        if (label->property("role") == u"question"_s)
            return label;
    }
    return nullptr;
}

AskView *askOf(const WizardCard &card) { return card.findChild<AskView *>(); }

/// The first block of code in the proof.
QString proofText(const WizardCard &card)
{
    for (const CodeBlock *block : card.findChild<ProofView *>()->findChildren<CodeBlock *>()) {
        if (!block->isHidden() && !block->parentWidget()->isHidden())
            return block->toPlainText();
    }
    return {};
}

int visibleLinks(const WizardCard &card)
{
    const auto links = card.findChildren<PlaceLink *>();
    return static_cast<int>(std::count_if(links.begin(), links.end(), [&card](const PlaceLink *link) {
        return link->isVisibleTo(&card);
    }));
}

void clickText(const WizardCard &card, const QString &text)
{
    for (QPushButton *each : card.findChildren<QPushButton *>()) {
        if (each->text() == text && each->isVisibleTo(&card))
            return each->click();
    }
    QFAIL(qPrintable(text));
}

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

    void whatElseToTryLeadsToItsStep()
    {
        WizardCard card;
        card.show(selectorCard());
        QVERIFY(textsOf(card).contains(u"If that does not help"_s));
        QVERIFY(textsOf(card).contains(u"Ask a colleague"_s));
        QSignalSpy wanted(&card, &WizardCard::stepRequested);
        click(card.findChild<WrapButton *>());
        QCOMPARE(wanted, (QList<QVariantList>{{2, 4}}));
    }

    void aProofLeadsToItsPlace()
    {
        CardText text = selectorCard();
        text.comparison = {};
        text.proof.front().rows.push_back({u"spec.type"_s, u"spec.type"_s, u"ClusterIP"_s, {}});
        WizardCard card;
        card.show(text);
        QSignalSpy place(&card, &WizardCard::placeActivated);
        const auto links = card.findChildren<PlaceLink *>();
        QCOMPARE(links.size(), 3); // the object once, then its fields
        for (PlaceLink *link : links)
            click(link);
        QCOMPARE(place.size(), 3);
        QCOMPARE(place.at(0).at(0).value<model::ObjectRef>().name, u"orders"_s);
        QCOMPARE(place.at(0).at(1).toString(), QString());
        QCOMPARE(place.at(1).at(1).toString(), u"spec.selector.tier"_s);
    }

    void whatTheComparisonShowsIsNotSaidTwice()
    {
        WizardCard card;
        card.show(selectorCard());
        const auto links = card.findChildren<PlaceLink *>();
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.front()->text(), u"Service/shop/orders spec.selector.tier"_s);
    }

    void aLongProofIsFoldedAndUnfolds()
    {
        CardText text = selectorCard();
        text.comparison = {};
        auto &rows = text.proof.front().rows;
        rows = {{u"a"_s, u"a"_s, QString(900, u'x'), {}}};
        for (int i = 0; i < 9; ++i)
            rows.push_back({u"f%1"_s.arg(i), u"f%1"_s.arg(i), u"v"_s, {}});
        WizardCard card;
        card.show(text);
        QCOMPARE(card.findChildren<PlaceLink *>().size(), 6);
        QVERIFY(proofText(card).size() < 200);
        clickText(card, u"Show all"_s);
        QCOMPARE(proofText(card).size(), 900);
        clickText(card, u"and 5 more"_s);
        QTest::qWait(0);
        QCOMPARE(visibleLinks(card), 11);
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
        const QStringList names{u"answerYes"_s,    u"answerNo"_s,      u"answerUnknown"_s, u"wizardBack"_s,
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

    void copyPutsTheCommandIntoTheClipboard()
    {
        WizardCard card;
        card.show(selectorCard());
        const auto rows = card.findChildren<CommandRow *>();
        const auto row = std::find_if(rows.begin(), rows.end(), [](const CommandRow *candidate) {
            return candidate->command() == u"kubectl patch service orders"_s;
        });
        QVERIFY(row != rows.end());
        click((*row)->findChild<QPushButton *>());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"kubectl patch service orders"_s);
    }

    void causesStandInTheirOrder()
    {
        WizardCard card;
        card.show(selectorCard());
        QVERIFY(textsOf(card).contains(u"1. A slip of the pen\n2. A label that was renamed"_s));
        QVERIFY(textsOf(card).contains(u"Likely causes"_s));
        card.show(CardText());
        QVERIFY(!textsOf(card).contains(u"Likely causes"_s));
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

    void aPatchIsReadQuicklyAndCopiedWhole()
    {
        const QString patch = u"spec:\n  template:\n    spec:\n      containers:\n        - name: app\n          resources:\n"
                              "            limits:\n              memory: 64Mi # was 32Mi"_s;
        QCOMPARE(foldedPatch(patch), u"spec.template.spec.containers:\n  - name: app\n    resources.limits:\n"
                                     "      memory: 64Mi # was 32Mi"_s);
        const QString two = u"spec:\n  a:\n    x: 1\n  b:\n    y: 2"_s;
        QCOMPARE(foldedPatch(two), two);
        const QString selector = u"spec:\n  selector:\n-   tier: a\n+   tier: b"_s;
        QCOMPARE(foldedPatch(selector), selector);
        const QString object = u"apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80"_s;
        QCOMPARE(foldedPatch(object), u"apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec.ports:\n  - port: 80"_s);
        CardText text = selectorCard();
        text.patch = patch;
        WizardCard card;
        card.show(text);
        auto *view = card.findChild<PatchView *>();
        click(view->findChild<QPushButton *>());
        QCOMPARE(QGuiApplication::clipboard()->text(), patch);
        QCOMPARE(view->findChild<CodeBlock *>()->textInteractionFlags(), Qt::NoTextInteraction);
    }

    void aPatchIsColouredByItsSigns()
    {
        CodeBlock block;
        block.setTheme(Theme::dark());
        block.setCode(u" a\n-b\n+c"_s);
        const auto colour = [&block](int line) {
            QTextCursor cursor(block.document()->findBlockByNumber(line));
            cursor.movePosition(QTextCursor::NextCharacter);
            return cursor.charFormat().foreground().color();
        };
        QCOMPARE(colour(1), Theme::dark().fault.foreground);
        QCOMPARE(colour(2), Theme::dark().fine.foreground);
        block.setCode(u"items:\n- a\n- b"_s);
        QVERIFY(colour(1) != Theme::dark().fault.foreground);
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

    void selectorAndLabelsAreComparedPairByPair()
    {
        const Comparison comparison = comparisonOf({{u"selector"_s, u"app=orders,tier=backedn,x=y"_s},
                                                    {u"labels"_s, u"app=orders,tier=backend"_s},
                                                    {u"selectorPair"_s, u"tier=backedn"_s},
                                                    {u"labelPair"_s, u"tier=backend"_s}});
        QCOMPARE(comparison.rows.size(), 3U);
        QVERIFY(comparison.rows[0].equal);
        QCOMPARE(comparison.rows[1], (PairRow{u"tier=backedn"_s, u"tier=backend"_s, false}));
        QCOMPARE(comparison.rows[2].right, u"no such label"_s);
    }

    void portsAreComparedByNumberAndByName()
    {
        const auto equal = [](const QString &wanted) {
            return comparisonOf({{u"targetPort"_s, wanted}, {u"containerPorts"_s, u"8080 (http), 9090"_s}})
                .rows[0]
                .equal;
        };
        QVERIFY(equal(u"8080"_s));
        QVERIFY(equal(u"http"_s));
        QVERIFY(equal(u"9090"_s));
        QVERIFY(!equal(u"80"_s));
        QVERIFY(!equal(u"https"_s));
        QVERIFY(comparisonOf({{u"image"_s, u"nginx"_s}}).rows.empty());
    }
};

QTEST_MAIN(TestWizardCard)
#include "tst_wizardcard.moc"
