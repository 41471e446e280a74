// Tunnels that stay open for a browser: opened on a click, seen above every page, stopped by hand or with their source.
#include "core/redact/redact.h"
#include "ui/main/mainwindow.h"
#include "ui/main/newsline.h"
#include "ui/main/tunnelstrip.h"
#include "ui/main/workspace.h"
#include "ui/wizard/wizardcard.h"

#include <QtGui/QDesktopServices>

using namespace Qt::StringLiterals;

namespace faultline::ui {

using investigation::Investigation;

void MainWindow::connectTunnels()
{
    QObject::connect(m_workspace->card(), &wizard::WizardCard::browseRequested, this, &MainWindow::openInBrowser);
    QObject::connect(&m_investigation, &Investigation::forwardsChanged, this,
                     [this] { m_tunnels->setForwards(m_investigation.forwards()); });
    QObject::connect(m_tunnels, &TunnelStrip::openRequested, this,
                     [](const QUrl &address) { QDesktopServices::openUrl(address); });
    QObject::connect(m_tunnels, &TunnelStrip::stopRequested, &m_investigation, &Investigation::stopForward);
}

/// The port of the step's Pod or Service that a browser could show: what is to be tried, or was and the app answered.
std::optional<model::TrialKey> MainWindow::browsableOfStep(std::vector<model::TrialKey> keys) const
{
    const guide::Diagnosis *diagnosis = m_investigation.diagnosis();
    const auto &focus = m_investigation.focus();
    const bool isLive = m_investigation.origin().type == source::Origin::Type::Live;
    if (!isLive || diagnosis == nullptr || focus.walk < 0 || focus.walk >= diagnosis->walks.size())
        return std::nullopt;
    const guide::Walk &walk = diagnosis->walks[focus.walk];
    const bool isAtTrial = focus.step >= 0 && static_cast<size_t>(focus.step) < walk.steps.size() &&
                           m_investigation.guide().node(walk.steps[static_cast<size_t>(focus.step)].node).trial;
    for (const auto &[key, trial] : m_investigation.cluster()->trials()) {
        const bool isOfWalk = key.object == walk.subject.pod || key.object == walk.subject.service;
        if (isAtTrial && isOfWalk && trial.outcome == model::Trial::Outcome::Answered && !trial.byProxy)
            keys.push_back(key);
    }
    for (const model::TrialKey &key : keys) {
        const bool isTunnel = key.way == model::TrialWay::PodTunnel || key.way == model::TrialWay::ServiceProxy;
        if (isTunnel && key.speech != model::TrialSpeech::Tcp)
            return key;
    }
    return std::nullopt;
}

void MainWindow::openInBrowser()
{
    const auto key = browsableOfStep(triesOfStep());
    if (!key)
        return;
    const auto forward = m_investigation.openForward(*key);
    if (!forward) {
        const QString words = redact::clean(forward.error().toString());
        m_news->tell(tr("No tunnel could be opened: %1").arg(words), State::Fault, key->object);
        return;
    }
    QDesktopServices::openUrl(TunnelStrip::addressOf(*forward));
}

void MainWindow::stopAllTunnels()
{
    for (const source::OpenForward &forward : m_investigation.forwards())
        m_investigation.stopForward(forward.localPort);
}

} // namespace faultline::ui
