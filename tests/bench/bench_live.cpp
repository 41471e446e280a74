// bench_live KUBECONFIG EVENTS     the window over a live cluster of many Pods, while run.py changes them.
//
// EVENTS has a line for each change that will come: "NAMESPACE POD DEPLOYMENT RESOURCEVERSION". Says {"ready":true}
// once everything is loaded, walked and watched; then reads one word a line from standard input:
//   frames        asks for a frame of the whole window every 16 ms from now on
//   end           waits (at most 10 s) until the last change of every Pod is there, tells what was measured, and ends
#include "core/guide/guide.h"
#include "core/kube/kubeconfig.h"
#include "tests/bench/measure.h"
#include "ui/main/mainwindow.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <iostream>
#include <unistd.h>

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kFrame{16};
constexpr double kLongestWaitMs = 10'000;

struct Change {
    QString nameSpace;
    QString pod;
    QString deployment;
    QString version;
    double paintedAt = -1; ///< the first frame that had it, and the walk of its Deployment made after it
};

/// Every frame of the window: when it was painted, and how long that took.
class Frames : public QObject
{
public:
    Frames(QWidget &window, std::function<void()> painted) : m_window(window), m_painted(std::move(painted))
    {
        window.installEventFilter(this);
    }

    void request()
    {
        if (m_requestedAt < 0) {
            m_requestedAt = bench::nowMs();
            m_window.update();
        }
    }

    std::vector<double> waits;  ///< from asked to painted
    std::vector<double> paints; ///< the painting itself

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::UpdateRequest) {
            return false;
        }
        const double begin = bench::nowMs();
        m_window.removeEventFilter(this);
        QCoreApplication::sendEvent(&m_window, event);
        m_window.installEventFilter(this);
        const double end = bench::nowMs();
        if (m_requestedAt >= 0) {
            waits.push_back(end - m_requestedAt);
            paints.push_back(end - begin);
            m_requestedAt = -1;
        }
        m_painted();
        return true;
    }

private:
    QWidget &m_window;
    std::function<void()> m_painted;
    double m_requestedAt = -1;
};

class Live : public QObject
{
public:
    Live(ui::MainWindow &window, std::vector<Change> changes)
        : m_window(window),
          m_changes(std::move(changes)),
          m_frames(window, [this] { notePainted(); }),
          m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&window.investigation(), &investigation::Investigation::settled, this, &Live::onSettled);
        connect(&m_input, &QSocketNotifier::activated, this, &Live::readWord);
        connect(&m_clock, &QTimer::timeout, this, [this] { m_frames.request(); });
        connect(&m_poll, &QTimer::timeout, this, &Live::endIfComplete);
        m_clock.setTimerType(Qt::PreciseTimer);
        for (const Change &change : m_changes) {
            m_last[{change.nameSpace, change.pod}] = change.version;
        }
    }

private:
    void onSettled()
    {
        if (!std::exchange(m_isReady, true)) {
            m_window.investigation().follow();
            m_rssAtReady = bench::statusKb("VmRSS");
            bench::print({{u"ready"_s, true}, {u"rssMb"_s, m_rssAtReady / 1024}});
        }
    }

    /// Changes come one by one: what a frame shows is everything up to the first that it lacks.
    void notePainted()
    {
        const auto &cluster = m_window.investigation().cluster();
        for (; m_isReady && cluster && m_next < m_changes.size(); ++m_next) {
            Change &change = m_changes[m_next];
            const model::Pod *pod = cluster->pod(change.nameSpace, change.pod);
            if (pod == nullptr || pod->meta.resourceVersion.toLongLong() < change.version.toLongLong()) {
                return;
            }
            change.paintedAt = bench::nowMs();
        }
    }

    void readWord()
    {
        std::string word;
        std::getline(std::cin, word);
        if (word == "frames") {
            m_clock.start(kFrame);
            QTimer::singleShot(10'000, this, [this] { m_rssEarly = bench::statusKb("VmRSS"); });
        } else {
            m_input.setEnabled(false);
            m_rssLate = bench::statusKb("VmRSS");
            m_endedAt = bench::nowMs();
            m_poll.start(50);
        }
    }

    int missing() const
    {
        int count = 0;
        const auto &cluster = m_window.investigation().cluster();
        for (auto each = m_last.cbegin(); each != m_last.cend(); ++each) {
            const model::Pod *pod = cluster->pod(each.key().first, each.key().second);
            count += pod == nullptr || pod->meta.resourceVersion != each.value();
        }
        return count;
    }

    void endIfComplete()
    {
        const int lost = missing();
        if (lost > 0 && bench::nowMs() - m_endedAt < kLongestWaitMs) {
            return;
        }
        QJsonArray painted;
        for (const Change &change : m_changes) {
            painted.append(change.paintedAt);
        }
        bench::print({{u"painted"_s, painted},
                      {u"lost"_s, lost},
                      {u"lagMs"_s, bench::nowMs() - m_endedAt},
                      {u"frames"_s, static_cast<int>(m_frames.waits.size())},
                      {u"frameMedianMs"_s, bench::quantile(m_frames.waits, 0.5)},
                      {u"frameP99Ms"_s, bench::quantile(m_frames.waits, 0.99)},
                      {u"frameMaxMs"_s, bench::quantile(m_frames.waits, 1)},
                      {u"paintMedianMs"_s, bench::quantile(m_frames.paints, 0.5)},
                      {u"paintMaxMs"_s, bench::quantile(m_frames.paints, 1)},
                      {u"rssReadyMb"_s, m_rssAtReady / 1024},
                      {u"rssEarlyMb"_s, m_rssEarly / 1024},
                      {u"rssLateMb"_s, m_rssLate / 1024}});
        QCoreApplication::quit();
    }

    ui::MainWindow &m_window;
    std::vector<Change> m_changes;
    QHash<std::pair<QString, QString>, QString> m_last; ///< what every Pod's version must be in the end
    size_t m_next = 0;
    Frames m_frames;
    QSocketNotifier m_input;
    QTimer m_clock;
    QTimer m_poll;
    bool m_isReady = false;
    double m_endedAt = 0;
    double m_rssAtReady = 0;
    double m_rssEarly = 0;
    double m_rssLate = 0;
};

std::vector<Change> readChanges(const QString &path)
{
    QFile file(path);
    std::vector<Change> changes;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QStringList words = QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
            if (words.size() == 4) {
                changes.push_back({words[0], words[1], words[2], words[3]});
            }
        }
    }
    return changes;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(u"Faultline-bench"_s);
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    auto guide = guide::Guide::loadBuiltIn();
    const auto config = kube::Kubeconfig::load({words.value(1)});
    const auto connection = config ? config->connection() : tl::unexpected<base::Error>(config.error());
    if (words.size() != 3 || !guide || !connection) {
        std::fputs("bench_live KUBECONFIG EVENTS\n", stderr);
        return 2;
    }
    ui::MainWindow window(*std::move(guide));
    Live live(window, readChanges(words[2]));
    window.resize(1280, 800);
    window.show();
    window.openConnection(*connection, {});
    return QApplication::exec();
}
