#include "tests/support/chartfixture.h"
#include "ui/common/stylesheet.h"
#include "ui/flowchart/flowchartview.h"

#include <QtCore/QDir>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

void save(QWidget &widget, const QString &name)
{
    const QDir folder(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/pictures"_s);
    folder.mkpath(u"."_s);
    QVERIFY(widget.grab().save(folder.filePath(name + u".png"_s)));
}

} // namespace

// Writes pictures into the build folder for a person to look at; asserts only that something was drawn.
class TestFlowchartPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyThemeAndLanguage_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        QTest::addRow("light-en") << false << false;
        QTest::addRow("dark-zh") << true << true;
    }

    void everyThemeAndLanguage()
    {
        QFETCH(bool, dark);
        QFETCH(bool, chinese);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        const auto guide = guide::Guide::loadBuiltIn();
        QVERIFY2(guide.has_value(), guide.has_value() ? "" : qPrintable(guide.error().detail));
        const ui::Theme theme = dark ? ui::Theme::dark() : ui::Theme::light();
        qApp->setStyleSheet(ui::styleSheet(theme));
        ui::FlowchartView view;
        view.resize(1000, 640);
        view.setTheme(theme);
        view.setLanguage(chinese ? base::Language::Chinese : base::Language::English);
        view.setGuide(*guide);
        const guide::Diagnosis diagnosis = test::selectorTypoDiagnosis();
        view.setDiagnosis(&diagnosis, {2, 5});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        save(view, u"flowchart-way-"_s + tag);
        view.setScope(ui::ChartScope::OnePage);
        save(view, u"flowchart-focus-"_s + tag);
        view.zoomToFit();
        view.resize(1800, 1300);
        view.zoomToFit();
        save(view, u"flowchart-fit-"_s + tag);
        view.setScope(ui::ChartScope::AllChecks);
        view.resize(2400, 1500);
        view.zoomToFit();
        save(view, u"flowchart-all-"_s + tag);
    }
};

QTEST_MAIN(TestFlowchartPictures)
#include "tst_flowchartpictures.moc"
