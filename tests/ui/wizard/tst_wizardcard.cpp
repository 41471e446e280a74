#include "ui/common/codeblock.h"
#include "ui/common/commandrow.h"
#include "ui/common/weblink.h"
#include "ui/wizard/comparison.h"
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
    card.proof = {{u"Service/shop/orders"_s, u"spec.selector.tier"_s, u"backedn"_s, {}}};
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
        QCOMPARE(area->widget()->width(), area->viewport()->width());
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
