#include "core/source/filesource.h"
#include "tests/support/windowscene.h"
#include "ui/common/placelink.h"
#include "ui/common/wrapbutton.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/main/workspace.h"
#include "ui/wizard/wizardcard.h"

#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::ui::wizard;
using namespace Qt::StringLiterals;
using faultline::test::makeWindow;
using faultline::test::picture;
using faultline::test::waitUntilSettled;

namespace {

void open(MainWindow &window, const QString &path)
{
    path.contains(u'/') ? window.openFiles({path}, {}) : window.openSample(path);
    QVERIFY(waitUntilSettled(window));
    QVERIFY(!window.investigation().diagnoses().empty());
}

WizardCard *cardOf(const MainWindow &window) { return window.workspace()->card(); }

const CardText &text(const MainWindow &window) { return cardOf(window)->card(); }

QPushButton *button(const MainWindow &window, const QString &name)
{
    return cardOf(window)->findChild<QPushButton *>(name);
}

/// Whether a part of the card can be seen without scrolling.
bool isInSight(const MainWindow &window, const QWidget *part)
{
    const QWidget *view = cardOf(window)->findChild<QScrollArea *>()->viewport();
    const QRect place(part->mapTo(view, QPoint()), part->size());
    return part->isVisible() && view->rect().contains(place);
}

} // namespace

class TestWizardWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
        QCoreApplication::setApplicationName(u"FaultlineWizardTest"_s);
        QSettings().clear();
    }

    void cleanupTestCase() { QSettings().clear(); }

    void theFirstLookShowsQuestionAnswerProofAndMend_data()
    {
        QTest::addColumn<QString>("sample");
        for (const char *sample :
             {"crash-oom", "image-tag-missing", "ingress-port-wrong", "not-ready", "selector-typo"})
            QTest::newRow(sample) << QString::fromLatin1(sample);
    }

    void theFirstLookShowsQuestionAnswerProofAndMend()
    {
        QFETCH(QString, sample);
        for (const auto language : {base::Language::English, base::Language::Chinese}) {
            const auto window = makeWindow(language);
            open(*window, sample);
            picture(*window, u"card-"_s + sample + (language == base::Language::Chinese ? u"-zh"_s : u"-en"_s));
            QTest::qWait(50);
            QVERIFY(!text(*window).mendTitle.isEmpty());
            for (const char *part : {"ProofView", "WayView", "AnswerBar"}) {
                const auto all = cardOf(*window)->findChildren<QWidget *>();
                const auto it = std::find_if(all.begin(), all.end(), [part](const QWidget *each) {
                    return QByteArray(each->metaObject()->className()).endsWith(part);
                });
                QVERIFY2(it != all.end() && (*it)->isVisible(), part);
            }
            const auto *mend = firstCommandOf(*window);
            QVERIFY(mend != nullptr);
            const auto *area = cardOf(*window)->findChild<QScrollArea *>();
            QCOMPARE(area->widget()->width(), area->viewport()->width());
            QVERIFY2(isInSight(*window, mend), qPrintable(sample));
        }
    }

    void aPersonCanWalkFromTheStartToTheResult()
    {
        const auto window = makeWindow();
        open(*window, u"selector-typo"_s);
        const CardText result = text(*window);
        button(*window, u"wizardRestart"_s)->click();
        QCOMPARE(text(*window).position, 1);
        QVERIFY(!button(*window, u"wizardBack"_s)->isEnabled());
        button(*window, u"whyAsk"_s)->click();
        picture(*window, u"card-start-why"_s);
        int steps = 1;
        while (text(*window).node != result.node && steps < 100) {
            QVERIFY2(!text(*window).question.isEmpty(), qPrintable(text(*window).node));
            QVERIFY2(!text(*window).ask.isEmpty(), qPrintable(text(*window).node));
            QVERIFY2(!text(*window).leads.empty(), qPrintable(text(*window).node));
            button(*window, u"wizardNext"_s)->click();
            ++steps;
        }
        QCOMPARE(steps, result.position);
        button(*window, u"wizardRestart"_s)->click();
        button(*window, u"wizardResult"_s)->click();
        QCOMPARE(text(*window).position, result.position);
        picture(*window, u"card-result-why"_s);
    }

    void whatElseToTryIsNeverEmptyAtALeaf_data()
    {
        QTest::addColumn<QString>("sample");
        for (const source::Sample &sample : source::samples())
            QTest::newRow(qPrintable(sample.id)) << sample.id;
    }

    void whatElseToTryIsNeverEmptyAtALeaf()
    {
        QFETCH(QString, sample);
        const auto window = makeWindow();
        open(*window, sample);
        for (const guide::Diagnosis &diagnosis : window->investigation().diagnoses()) {
            window->investigation().select(diagnosis.subject);
            if (text(*window).mendTitle.isEmpty())
                continue;
            QVERIFY2(!text(*window).further.empty(), qPrintable(diagnosis.subject.toString()));
        }
    }

    void aTrialSaysThatNobodyHasTried()
    {
        const auto window = makeWindow();
        open(*window, u"healthy-ingress"_s);
        button(*window, u"wizardRestart"_s)->click();
        int steps = 0;
        const auto isUntried = [&window] { return text(*window).isTrial && text(*window).proof.empty(); };
        while (!isUntried() && ++steps < 100)
            button(*window, u"wizardNext"_s)->click();
        QVERIFY(text(*window).isTrial);
        picture(*window, u"card-trial"_s);
        QCOMPARE(text(*window).by, u"not tried yet"_s);
        QVERIFY(!text(*window).see.isEmpty());
        QVERIFY(text(*window).proofNote.startsWith(u"Not tried: only a request"_s));
        QCOMPARE(text(*window).asking, Asking::OnlyYou);
    }

    void aProofOpensTheEvidenceOfItsObject()
    {
        const auto window = makeWindow();
        open(*window, u"crash-oom"_s);
        auto *link = cardOf(*window)->findChild<PlaceLink *>();
        QVERIFY(link != nullptr);
        QVERIFY(!window->workspace()->evidence()->isOpen());
        link->click();
        QVERIFY(window->workspace()->evidence()->isOpen());
    }

    void anEventIsToldWithItsReasonCountAndAge()
    {
        const auto window = makeWindow();
        open(*window, u"not-ready"_s);
        const auto &groups = text(*window).proof;
        QStringList fields;
        QStringList times;
        for (const ProofGroup &group : groups) {
            for (const ProofRow &row : group.rows) {
                fields += row.field;
                times += row.time;
            }
        }
        picture(*window, u"card-event"_s);
        QVERIFY2(fields.join(u' ').contains(u"Event Unhealthy"_s), qPrintable(fields.join(u'\n')));
        QVERIFY2(times.join(u' ').contains(u"11:28:49 UTC · just now"_s), qPrintable(times.join(u'\n')));
    }

    void otherFindingsAreOneClickAway()
    {
        const auto window = makeWindow();
        open(*window, u"selector-typo"_s);
        WrapButton *jump = nullptr;
        for (auto *each : cardOf(*window)->findChildren<WrapButton *>()) {
            if (each->isVisibleTo(cardOf(*window)))
                jump = each;
        }
        if (jump == nullptr)
            QSKIP("nothing else was found here");
        const int before = text(*window).position;
        jump->click();
        QVERIFY(text(*window).position != before);
    }

private:
    /// The first thing of the mend that can be copied.
    static const QWidget *firstCommandOf(const MainWindow &window)
    {
        for (const QWidget *each : cardOf(window)->findChildren<QWidget *>()) {
            const QByteArray name = each->metaObject()->className();
            const bool isMend = each->parentWidget() != nullptr &&
                                QByteArray(each->parentWidget()->metaObject()->className()).endsWith("MendView");
            if (isMend && (name.endsWith("PatchView") || name.endsWith("CommandRow")))
                return each;
        }
        return nullptr;
    }
};

QTEST_MAIN(TestWizardWay)
#include "tst_wizardway.moc"
