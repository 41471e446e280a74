#pragma once

#include "ui/main/mainwindow.h"
#include "ui/main/topbar.h"

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>

/// What tests of the whole window begin with. For tests that link the window; inline, so that the others need not.
namespace faultline::test {

inline std::unique_ptr<ui::MainWindow> makeWindow(base::Language language = base::Language::English,
                                                  ui::SchemeChoice scheme = ui::SchemeChoice::Light)
{
    auto window = std::make_unique<ui::MainWindow>(*guide::Guide::loadBuiltIn());
    window->appearance().setLanguage(language);
    window->appearance().setScheme(scheme);
    window->resize(1280, 800);
    window->show();
    return window;
}

inline bool waitUntilSettled(ui::MainWindow &window)
{
    return QTest::qWaitFor([&window] { return window.investigation().isSettled(); }, 20'000);
}

/// True while the bar says "old picture" (in English).
inline bool isMarkedOld(const ui::MainWindow &window)
{
    const auto labels = window.findChild<ui::TopBar *>()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == QLatin1StringView("old picture");
    });
}

inline void openSample(ui::MainWindow &window, const QString &id)
{
    window.openSample(id);
    QVERIFY(waitUntilSettled(window));
    QVERIFY(!window.investigation().diagnoses().empty());
}

/// Where a designer looks at what the tests see: set FAULTLINE_PICTURES to a folder.
inline void picture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("FAULTLINE_PICTURES");
    if (folder.isEmpty()) {
        return;
    }
    QTest::qWait(300); // until nothing moves any more
    widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace faultline::test
