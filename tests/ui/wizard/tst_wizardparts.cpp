#include "tests/ui/wizard/cardfixture.h"
#include "ui/common/commandrow.h"
#include "ui/common/weblink.h"
#include "ui/common/wrapbutton.h"
#include "ui/wizard/comparison.h"
#include "ui/wizard/patchfold.h"
#include "ui/wizard/patchview.h"
#include "ui/wizard/wayview.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextBlock>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::ui::wizard;
using namespace faultline::test;
using namespace Qt::StringLiterals;

/// The parts of the card that show what was seen and how to mend it.
class TestWizardParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

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

    void aPatchIsReadQuicklyAndCopiedWhole()
    {
        const QString patch =
            u"spec:\n  template:\n    spec:\n      containers:\n        - name: app\n          resources:\n"
            "            limits:\n              memory: 64Mi # was 32Mi"_s;
        QCOMPARE(foldedPatch(patch), u"spec.template.spec.containers:\n  - name: app\n    resources.limits:\n"
                                     "      memory: 64Mi # was 32Mi"_s);
        const QString two = u"spec:\n  a:\n    x: 1\n  b:\n    y: 2"_s;
        QCOMPARE(foldedPatch(two), two);
        const QString selector = u"spec:\n  selector:\n-   tier: a\n+   tier: b"_s;
        QCOMPARE(foldedPatch(selector), selector);
        const QString object =
            u"apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80"_s;
        QCOMPARE(foldedPatch(object),
                 u"apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec.ports:\n  - port: 80"_s);
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
};

QTEST_MAIN(TestWizardParts)
#include "tst_wizardparts.moc"
