// The whole window by keyboard and for a screen reader.
#include "ui/main/mainwindow.h"

#include "ui/evidence/evidencepanel.h"
#include "ui/main/workspace.h"

#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<MainWindow> makeWindow(base::Language language)
{
    auto window = std::make_unique<MainWindow>(*guide::Guide::loadBuiltIn());
    window->appearance().setLanguage(language);
    window->appearance().setScheme(SchemeChoice::Light);
    window->resize(1280, 800);
    window->show();
    return window;
}

void openSample(MainWindow &window)
{
    window.openSample(u"shop"_s);
    QVERIFY(QTest::qWaitFor([&window] { return window.investigation().isSettled(); }, 20'000));
}

/// Qt's own parts of a widget have no life of their own.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith("qt_"_L1) || widget->focusProxy() != nullptr;
}

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
           !isInner(widget);
}

QString describe(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u" \""_s + widget->objectName() + u"\" in "_s +
           QString::fromLatin1(widget->parentWidget() ? widget->parentWidget()->metaObject()->className() : "");
}

QStringList unnamedIn(const MainWindow &window)
{
    QStringList unnamed;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!takesFocus(widget))
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty()) {
            unnamed.append(u"no name: "_s + describe(widget));
        } else if (face->role() == QAccessible::NoRole) {
            unnamed.append(u"no role: "_s + describe(widget));
        }
    }
    return unnamed;
}

} // namespace

class TestAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlineAccessible"_s);
        QCoreApplication::setApplicationName(u"FaultlineAccessible"_s);
        QSettings().clear();
    }

    void cleanupTestCase() { QSettings().clear(); }

    void everyControlHasANameAndARole_data()
    {
        QTest::addColumn<base::Language>("language");
        QTest::newRow("en") << base::Language::English;
        QTest::newRow("zh") << base::Language::Chinese;
    }

    void everyControlHasANameAndARole()
    {
        QFETCH(const base::Language, language);
        const auto window = makeWindow(language);
        QStringList unnamed = unnamedIn(*window);
        openSample(*window);
        unnamed += unnamedIn(*window);
        using Tab = evidence::EvidencePanel::Tab;
        for (const Tab tab : {Tab::Yaml, Tab::Events, Tab::Logs, Tab::NotChecked}) {
            window->workspace()->evidence()->open(tab);
            unnamed += unnamedIn(*window);
        }
        window->run(Action::Id::Connections);
        unnamed += unnamedIn(*window);
        window->openPalette();
        unnamed += unnamedIn(*window);
        unnamed.removeDuplicates();
        QVERIFY2(unnamed.isEmpty(), qPrintable(u"\n"_s + unnamed.join(u'\n')));
    }

    void theTabKeyReachesEverythingAndReturns()
    {
        const auto window = makeWindow(base::Language::English);
        openSample(*window);
        window->activateWindow();
        QTest::qWait(100);
        QSet<QWidget *> reached;
        QWidget *first = nullptr;
        constexpr int kMost = 400;
        for (int i = 0; i < kMost; ++i) {
            // A diagram steps from node to node before it lets go.
            QWidget *before = window->focusWidget();
            QTest::keyClick(before != nullptr ? before : static_cast<QWidget *>(window.get()), Qt::Key_Tab);
            QWidget *now = window->focusWidget();
            if (now == nullptr || (now == first && before != first))
                break;
            first = first == nullptr ? now : first;
            reached.insert(now);
        }
        QStringList missed;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (takesFocus(widget) && !reached.contains(widget))
                missed.append(describe(widget));
        }
        QVERIFY2(missed.isEmpty(), qPrintable(u"\n"_s + missed.join(u'\n')));
        QCOMPARE(window->focusWidget(), first);
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
