// The part of the window that is about time: how live the picture is, and what has just turned.
#include "ui/main/desktopnotice.h"
#include "ui/main/livewords.h"
#include "ui/main/mainwindow.h"
#include "ui/main/newsline.h"
#include "ui/main/sourcewords.h"
#include "ui/main/topbar.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

void MainWindow::connectLive()
{
    using investigation::Investigation;
    QObject::connect(&m_investigation, &Investigation::liveChanged, this, &MainWindow::showLive);
    QObject::connect(&m_investigation, &Investigation::turned, this, &MainWindow::tellTurn);
    QObject::connect(m_bar, &TopBar::pauseRequested, &m_investigation, &Investigation::pause);
    QObject::connect(m_bar, &TopBar::resumeRequested, &m_investigation, &Investigation::follow);
    QObject::connect(m_bar, &TopBar::noticesRequested, this,
                     [this](Notices notices) { m_settings.setNotices(notices); });
    QObject::connect(m_news, &NewsLine::activated, &m_investigation, &Investigation::select);
    m_bar->setNotices(m_settings.notices());
    m_investigation.follow();
}

void MainWindow::showLive() { showPhase(); }

/// The desktop is told only what the person cannot see.
void MainWindow::tellTurn(const investigation::Turn &turn)
{
    const QString words = turnWords(turn);
    const bool isFine = turn.into == investigation::Turn::Into::Fine;
    m_news->tell(words, isFine ? State::Fine : State::Fault, turn.subject);
    if (!isActiveWindow() && m_settings.notices() == Notices::On && DesktopNotice::isPossible())
        DesktopNotice::show(words, originWords(m_investigation.origin()));
}

} // namespace faultline::ui
