// bench_start SAMPLE STARTED: the window with a sample, until its first paint with a diagnosis. STARTED: when the
// caller started this process, in milliseconds of CLOCK_MONOTONIC.
#include "core/guide/guide.h"
#include "tests/bench/measure.h"
#include "ui/main/mainwindow.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <future>

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kIdle{3};

/// Tells of the first time that the whole window was painted behind `arm()`.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget &window) : m_window(window) { window.installEventFilter(this); }

    std::optional<double> shown; ///< the first paint of all
    std::optional<double> full;  ///< with a diagnosis
    bool isArmed = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        // All that is due is painted when the window's UpdateRequest has been worked off.
        if (event->type() == QEvent::UpdateRequest && !full) {
            m_window.removeEventFilter(this);
            QCoreApplication::sendEvent(&m_window, event);
            m_window.installEventFilter(this);
            (shown ? (isArmed ? full : shown) : shown) = bench::nowMs();
            return true;
        }
        return false;
    }

private:
    QWidget &m_window;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(u"Faultline-bench"_s);
    QThread::currentThread();                                                // Qt's main one
    auto ahead = std::async(std::launch::async, &guide::Guide::loadBuiltIn); // as main() does
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const double started = words.value(2).toDouble();
    auto guide = ahead.get();
    if (words.size() != 3 || !guide) {
        std::fputs("bench_start SAMPLE STARTED\n", stderr);
        return 2;
    }
    ui::MainWindow window(*std::move(guide));
    window.resize(1280, 800);
    FirstPaint paint(window);
    QObject::connect(&window.investigation(), &investigation::Investigation::changed, &paint,
                     [&paint] { paint.isArmed = true; });
    window.show();
    window.loadKubeconfig({}, {});
    window.openSample(words[1]);
    QTimer::singleShot(kIdle, &application, [&] {
        bench::print({{u"shownMs"_s, paint.shown.value_or(-1) - started},
                      {u"fullMs"_s, paint.full.value_or(-1) - started},
                      {u"rssMb"_s, bench::statusKb("VmRSS") / 1024}});
        QCoreApplication::quit();
    });
    return QApplication::exec();
}
