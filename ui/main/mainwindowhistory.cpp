// Where somebody has been, and how the window stood: back, forward, and the same again the next time.
#include "ui/main/mainwindow.h"
#include "ui/main/topbar.h"
#include "ui/main/workspace.h"

#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr QSize kUsualSize(1280, 800);
const QString kWorkspace = u"workspace"_s;
} // namespace

void MainWindow::connectHistory()
{
    using investigation::Investigation;
    m_visit.setSingleShot(true);
    m_visit.setInterval(0);
    QObject::connect(&m_visit, &QTimer::timeout, this, &MainWindow::recordVisit);
    for (const auto signal : {&Investigation::selectionChanged, &Investigation::focusChanged})
        QObject::connect(&m_investigation, signal, &m_visit, qOverload<>(&QTimer::start));
    QObject::connect(&m_investigation, &Investigation::changed, this, [this] {
        m_isSameVisit = m_history.count() > 0;
        m_visit.start();
    });
    QObject::connect(&m_investigation, &Investigation::othersChanged, &m_visit, qOverload<>(&QTimer::start));
    qApp->installEventFilter(this);
}

void MainWindow::recordVisit()
{
    const auto &diagnoses = m_investigation.diagnoses();
    m_history.keep([&diagnoses](const model::ObjectRef &subject) {
        return std::any_of(diagnoses.begin(), diagnoses.end(),
                           [&subject](const guide::Diagnosis &one) { return one.subject == subject; });
    });
    if (m_investigation.diagnosis() != nullptr) {
        const Visit here{m_investigation.selection(), m_investigation.focus()};
        m_isSameVisit ? m_history.amend(here) : m_history.visit(here);
    }
    m_isSameVisit = false;
    showHistory();
}

void MainWindow::goTo(const std::optional<Visit> &visit)
{
    if (!visit)
        return;
    m_isAtStart = false;
    m_investigation.select(visit->subject);
    m_investigation.setFocus(visit->focus.walk, visit->focus.step);
    m_isSameVisit = true; // a step of the history is no new one
    m_visit.start();
    showPhase();
}

void MainWindow::showHistory()
{
    using Way = TopBar::Way;
    m_bar->setHistory(m_history.canGoBack() ? Way::Open : Way::Closed,
                      m_history.canGoForward() ? Way::Open : Way::Closed);
}

/// The side buttons of a mouse, wherever it points in this window.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType() &&
        static_cast<QWidget *>(watched)->window() == this) {
        const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            run(button == Qt::BackButton ? Action::Id::Back : Action::Id::Forward);
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::keepPlaces() { m_settings.setPlace(kWorkspace, m_workspace->places()); }

void MainWindow::restorePlaces() { m_workspace->setPlaces(m_settings.place(kWorkspace).toMap()); }

void MainWindow::resetLayout()
{
    m_settings.forgetPlaces();
    if (!isMaximized() && !isFullScreen())
        resize(kUsualSize);
    m_workspace->setPlaces({});
}

} // namespace faultline::ui
