#include "core/model/changes.h"
#include "core/model/clusterlists.h"
#include "core/model/clusterparts.h"
#include "core/source/filesource.h"
#include "tests/bench/measure.h"
#include "tests/support/windowscene.h"
#include "ui/main/actions.h"

#include <QtCore/QRandomGenerator>
#include <QtGui/QDesktopServices>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGraphicsView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

/// Somebody who clicks anything, for as long as FAULTLINE_LONG_RUN says (seconds; 15 when it says nothing), while the
/// cluster changes. The seed is printed; FAULTLINE_LONG_RUN_SEED gives the same clicks again.
class LongRunTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); } // QtTest's own is five minutes

private Q_SLOTS:
    void anHourOfClicksLeavesAWindowThatWorks();

    void noPageIsOpened(const QUrl &) {} ///< instead of a browser
};

namespace {

/// A live cluster of several stories, of which one object or another changes all the time.
class RestlessSource : public source::Source
{
    Q_OBJECT

public:
    RestlessSource(source::Snapshot snapshot, quint32 seed) : m_snapshot(std::move(snapshot)), m_random(seed)
    {
        m_snapshot.origin.type = source::Origin::Type::Live;
        m_snapshot.origin.context = u"prod-eu"_s;
        m_timer.setInterval(40);
        connect(&m_timer, &QTimer::timeout, this, &RestlessSource::change);
    }

    source::Origin origin() const override { return m_snapshot.origin; }
    void load() override { Q_EMIT loaded(m_snapshot); }
    void cancel() override {}
    void follow() override
    {
        m_timer.start();
        Q_EMIT liveChanged({source::Live::State::Running, m_snapshot.cluster->now(), {}, {}});
    }
    void pause() override
    {
        m_timer.stop();
        Q_EMIT liveChanged({source::Live::State::Paused, m_snapshot.cluster->now(), {}, {}});
    }
    void fetchLogs(const std::vector<model::LogKey> &keys) override
    {
        std::map<model::LogKey, model::LogText> logs;
        for (const model::LogKey &key : keys)
            logs[key] = {model::LogText::State::Text, u"starting\npanic: nothing there\n"_s};
        Q_EMIT logsFetched(logs);
    }
    void fetchRaw(const model::ObjectRef &ref) override
    {
        Q_EMIT rawFetched(ref, R"({"kind":"Pod","metadata":{"name":"x"}})", {});
    }

private:
    void change()
    {
        model::Changes changes;
        const auto &pods = m_snapshot.cluster->pods();
        model::Pod pod = pods[m_random.bounded(static_cast<quint32>(pods.size()))];
        pod.meta.resourceVersion = QString::number(1'000'000 + ++m_count);
        if (m_random.bounded(8) == 0) {
            changes.gone.push_back(model::refOf(pod));
        } else {
            if (m_random.bounded(2) == 0)
                breakDown(pod);
            changes.objects.pods.push_back(std::move(pod));
        }
        changes.now = {m_snapshot.cluster->now().ms + m_count * 40};
        Q_EMIT changed(changes);
    }

    void breakDown(model::Pod &pod)
    {
        for (model::ContainerStatus &status : pod.statuses) {
            status.ready = false;
            status.restartCount = m_count;
            status.state.phase = model::ContainerState::Phase::Waiting;
            status.state.reason = u"CrashLoopBackOff"_s;
        }
        for (model::Condition &condition : pod.conditions)
            condition.status = condition.type == "Ready"_L1 ? u"False"_s : condition.status;
    }

    source::Snapshot m_snapshot;
    QRandomGenerator m_random;
    QTimer m_timer;
    int m_count = 0;
};

source::Snapshot severalStories()
{
    model::ClusterData data;
    source::Snapshot last;
    for (const auto name : {"healthy-ingress"_L1, "crash-oom"_L1, "selector-typo"_L1, "image-tag-missing"_L1,
                            "target-port-wrong"_L1, "pending-too-big"_L1}) {
        const auto read =
            source::readFiles({{QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/") + name}, {}});
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        model::append(model::ClusterData(read->cluster->data()), data);
        data.now = std::max(data.now, read->cluster->now());
        last = *read;
    }
    data.allNamespaces = true;
    last.cluster = std::make_shared<const model::Cluster>(std::move(data));
    return last;
}

/// Clicks, types and chooses; notes what it did last and the longest time that the window took for something.
class Monkey
{
public:
    Monkey(MainWindow &window, quint32 seed) : m_window(window), m_random(seed) {}

    /// By a timer, so that it goes on where something waits in an event loop of its own, as a menu does.
    void act()
    {
        if (m_sinceLast.isValid() && m_sinceLast.elapsed() > m_longestMs) {
            m_longestMs = m_sinceLast.elapsed();
            m_longest = m_what;
        }
        m_sinceLast.start();
        dismissFileDialogs();
        m_what.clear();
        once();
    }

    qint64 longestMs() const { return m_longestMs; }
    QString longest() const { return m_longest; }

private:
    template <typename T> T *any(const QList<T *> &of)
    {
        return of.isEmpty() ? nullptr : of[static_cast<qsizetype>(m_random.bounded(static_cast<quint32>(of.size())))];
    }

    template <typename T> QList<T *> visible() const
    {
        QList<T *> found;
        for (QWidget *top : QApplication::topLevelWidgets()) {
            for (T *widget : top->findChildren<T *>()) {
                if (widget->isVisible() && widget->isEnabled() && widget->objectName() != "tryConnection"_L1)
                    found.append(widget);
            }
        }
        return found;
    }

    // What they would write, and where, is no matter of this test.
    static void dismissFileDialogs()
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (auto *dialog = qobject_cast<QFileDialog *>(top); dialog && dialog->isVisible())
                dialog->reject();
        }
    }

    void once()
    {
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget()))
            return chooseIn(menu);
        switch (m_random.bounded(10)) {
        case 0:
        case 1:
        case 2:
            return clickButton();
        case 3:
        case 4:
            return clickRow();
        case 5:
            return clickDiagram();
        case 6:
        case 7:
            return pressKey();
        case 8:
            return runAction();
        default:
            return change();
        }
    }

    void chooseIn(QMenu *menu)
    {
        QAction *action = any(menu->actions());
        m_what = u"menu: "_s + (action ? action->text() : QString());
        if (action && action->isEnabled() && !action->menu())
            action->trigger();
        menu->close();
    }

    void clickButton()
    {
        if (auto *button = any(visible<QAbstractButton>())) {
            m_what = u"button: "_s + button->objectName() + u' ' + button->text();
            // By an event, not by click(): a menu that opens must not wait in here for an answer.
            const QPointF at = button->rect().center();
            for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
                QCoreApplication::postEvent(button, new QMouseEvent(type, at, button->mapToGlobal(at), Qt::LeftButton,
                                                                    Qt::LeftButton, Qt::NoModifier));
            }
        }
    }

    void clickRow()
    {
        auto *view = any(visible<QAbstractItemView>());
        if (!view || !view->model() || view->model()->rowCount() == 0)
            return;
        const int row = static_cast<int>(m_random.bounded(static_cast<quint32>(view->model()->rowCount())));
        m_what = u"row %1 of "_s.arg(row) + view->objectName();
        view->setCurrentIndex(view->model()->index(row, 0));
    }

    void clickDiagram()
    {
        if (auto *view = any(visible<QGraphicsView>())) {
            m_what = u"diagram "_s + view->objectName();
            const QPoint at(static_cast<int>(m_random.bounded(static_cast<quint32>(std::max(1, view->width())))),
                            static_cast<int>(m_random.bounded(static_cast<quint32>(std::max(1, view->height())))));
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
        }
    }

    void pressKey()
    {
        static constexpr std::array kKeys{Qt::Key_Tab,  Qt::Key_Return, Qt::Key_Escape, Qt::Key_Up,   Qt::Key_Down,
                                          Qt::Key_Left, Qt::Key_Right,  Qt::Key_Space,  Qt::Key_Home, Qt::Key_Y,
                                          Qt::Key_N,    Qt::Key_U,      Qt::Key_Plus,   Qt::Key_Minus};
        QWidget *to = QApplication::focusWidget() ? QApplication::focusWidget() : &m_window;
        const auto key = kKeys.at(m_random.bounded(static_cast<quint32>(kKeys.size())));
        m_what = u"key %1 to "_s.arg(key) + QString::fromLatin1(to->metaObject()->className());
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease})
            QCoreApplication::postEvent(to, new QKeyEvent(type, key, Qt::NoModifier));
    }

    void runAction()
    {
        const auto actions = allActions();
        const Action &action = actions[m_random.bounded(static_cast<quint32>(actions.size()))];
        m_what = u"action: "_s + action.words;
        if (action.id != Action::Id::OpenFile && m_window.can(action.id))
            m_window.run(action.id);
    }

    void change()
    {
        switch (m_random.bounded(3)) {
        case 0:
            m_what = u"size"_s;
            return m_window.resize(800 + static_cast<int>(m_random.bounded(900)),
                                   500 + static_cast<int>(m_random.bounded(500)));
        case 1:
            if (auto *edit = any(visible<QLineEdit>())) {
                m_what = u"words"_s;
                edit->setText(m_random.bounded(2) == 0 ? QString() : u"shop"_s);
            }
            return;
        default: {
            const auto &diagnoses = m_window.investigation().diagnoses();
            if (!diagnoses.empty()) {
                m_what = u"selection"_s;
                const auto at = m_random.bounded(static_cast<quint32>(diagnoses.size()));
                m_window.investigation().select(diagnoses[at].subject);
            }
        }
        }
    }

    MainWindow &m_window;
    QRandomGenerator m_random;
    QElapsedTimer m_sinceLast;
    QString m_what;
    QString m_longest;
    qint64 m_longestMs = 0;
};

} // namespace

void LongRunTest::anHourOfClicksLeavesAWindowThatWorks()
{
    const int wished = qEnvironmentVariableIntValue("FAULTLINE_LONG_RUN");
    const qint64 length = (wished > 0 ? wished : 15) * 1000LL;
    const quint32 seed = qEnvironmentVariableIsSet("FAULTLINE_LONG_RUN_SEED")
                             ? qEnvironmentVariable("FAULTLINE_LONG_RUN_SEED").toUInt()
                             : QRandomGenerator::system()->generate();
    qInfo("seed %u, %lld s", seed, length / 1000);
    for (const QString &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::setUrlHandler(scheme, this, "noPageIsOpened");
    const auto handlersEnd = qScopeGuard([] {
        for (const QString &scheme : {u"http"_s, u"https"_s})
            QDesktopServices::unsetUrlHandler(scheme);
    });
    const auto window = test::makeWindow();
    const auto openAnew = [&] {
        window->openSource(std::make_unique<RestlessSource>(severalStories(), seed));
        return test::waitUntilSettled(*window);
    };
    QVERIFY(openAnew());
    const auto objects = [&window] { return window->findChildren<QObject *>().size(); };
    Monkey monkey(*window, seed);
    QElapsedTimer clock;
    clock.start();
    QList<double> memory;
    int acts = 0;
    QEventLoop loop;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (clock.elapsed() > length && QApplication::activePopupWidget() == nullptr) {
            timer.stop();
            return loop.quit();
        }
        monkey.act();
        if (++acts % 500 == 0) {
            memory.append(bench::statusKb("VmRSS") / 1024);
            qInfo("%d acts, %.1f s: %.1f MB, %lld objects, longest %lld ms (%s)", acts,
                  static_cast<double>(clock.elapsed()) / 1000, memory.last(), static_cast<qint64>(objects()),
                  monkey.longestMs(), qPrintable(monkey.longest()));
        }
    });
    timer.start(10);
    loop.exec();
    qInfo("%d acts, longest %lld ms (%s)", acts, monkey.longestMs(), qPrintable(monkey.longest()));
    QVERIFY2(monkey.longestMs() < 30'000, qPrintable(monkey.longest())); // no promise of speed: nothing hangs
    // Whatever was clicked: it reads a cluster, judges and shows it.
    window->appearance().setLanguage(base::Language::English);
    QVERIFY(openAnew());
    QCOMPARE(window->investigation().diagnoses().size(), size_t(6));
    const auto few = objects();
    for (int i = 0; i < 5; ++i)
        QVERIFY(openAnew());
    QVERIFY2(objects() < few + few / 5, qPrintable(u"%1 objects became %2"_s.arg(few).arg(objects())));
}

QTEST_MAIN(LongRunTest)
#include "tst_longrun.moc"
