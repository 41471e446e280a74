#include "tests/support/windowscene.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/evidence/lineview.h"
#include "ui/evidence/logview.h"
#include "ui/main/workspace.h"

#include <QtGui/QTextBlock>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTabBar>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::ui::evidence;
using namespace Qt::StringLiterals;
using faultline::test::makeWindow;
using faultline::test::picture;
using faultline::test::waitUntilSettled;

namespace {

bool open(MainWindow &window, const QString &story)
{
    window.openFiles({QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/") + story}, {});
    return waitUntilSettled(window) && !window.investigation().diagnoses().empty();
}

QString textOf(const MainWindow &window, const QString &view)
{
    return window.workspace()->evidence()->findChild<QPlainTextEdit *>(view)->toPlainText();
}

constexpr std::array kTabs{"yaml", "describe", "events", "logs", "rollout", "commands", "notchecked"};

} // namespace

/// The evidence panel in the whole window.
class TestEvidenceWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
        QCoreApplication::setApplicationName(u"FaultlineTestEvidence"_s);
        QSettings().clear();
        QTest::failOnWarning(QRegularExpression(u"."_s));
    }

    void cleanupTestCase() { QSettings().clear(); }

    void theGuiltyLineIsMarkedAndScrolledTo()
    {
        const auto window = makeWindow(base::Language::English, SchemeChoice::Light);
        QVERIFY(open(*window, u"recorded/selector-typo"_s));
        auto *panel = window->workspace()->evidence();
        panel->open(EvidencePanel::Tab::Yaml);
        QTRY_VERIFY(textOf(*window, u"yaml"_s).contains(u"kind: Service"_s));
        const auto *view = panel->findChild<LineView *>(u"yaml"_s);
        QVERIFY(!view->markedLines().empty());
        const QString line = view->document()->findBlockByNumber(view->markedLines().front()).text();
        QVERIFY2(line.contains(u"tier: backedn"_s) || line.contains(u"selector:"_s), qPrintable(line));
        QVERIFY(view->accessibleDescription().contains(u"spec.selector"_s));
    }

    void everyTabFitsAt1280_data()
    {
        QTest::addColumn<base::Language>("language");
        QTest::newRow("en") << base::Language::English;
        QTest::newRow("zh") << base::Language::Chinese;
    }

    void everyTabFitsAt1280()
    {
        QFETCH(base::Language, language);
        const auto window = makeWindow(language, SchemeChoice::Light);
        QVERIFY(open(*window, u"recorded/crash-exit-3"_s));
        const auto *tabs = window->workspace()->evidence()->findChild<QTabBar *>();
        QCOMPARE(tabs->count(), static_cast<int>(kTabs.size()));
        QTRY_VERIFY(tabs->width() > 0);
        const QRect last = tabs->tabRect(tabs->count() - 1);
        QVERIFY2(last.right() <= tabs->width(), qPrintable(u"%1 > %2"_s.arg(last.right()).arg(tabs->width())));
    }

    void everyTabIsThereInBothLanguagesAndSchemes_data()
    {
        QTest::addColumn<QString>("story");
        QStringList stories{u"recorded/selector-typo"_s};
        if (qEnvironmentVariableIsSet("FAULTLINE_PICTURES"))
            stories += {u"recorded/crash-exit-3"_s, u"recorded-1.20/image-tag-missing"_s};
        for (const QString &story : stories)
            QTest::newRow(qPrintable(story.section(u'/', 1))) << story;
    }

    void everyTabIsThereInBothLanguagesAndSchemes()
    {
        QFETCH(QString, story);
        const QString name = story.section(u'/', 1);
        for (const base::Language language : {base::Language::English, base::Language::Chinese}) {
            const SchemeChoice scheme = language == base::Language::English ? SchemeChoice::Light : SchemeChoice::Dark;
            const auto window = makeWindow(language, scheme);
            QVERIFY(open(*window, story));
            auto *panel = window->workspace()->evidence();
            for (int tab = 0; tab < static_cast<int>(kTabs.size()); ++tab) {
                panel->open(static_cast<EvidencePanel::Tab>(tab));
                QTest::qWait(50);
                picture(*window, name + u'-' + QLatin1StringView(kTabs[static_cast<size_t>(tab)]) +
                                     (language == base::Language::Chinese ? u"-zh-dark"_s : u"-en-light"_s));
            }
            QTRY_VERIFY(textOf(*window, u"describe"_s).startsWith(u"Name:"_s));
        }
    }
};

QTEST_MAIN(TestEvidenceWindow)
#include "tst_evidencewindow.moc"
