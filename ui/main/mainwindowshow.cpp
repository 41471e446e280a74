// The half of the window that shows: from the Investigation to the panels.
#include "core/redact/redact.h"
#include "core/trial/trials.h"
#include "ui/common/statepanel.h"
#include "ui/connect/connectpage.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/evidence/logview.h"
#include "ui/main/commandpalette.h"
#include "ui/main/diagramarea.h"
#include "ui/main/diagrams.h"
#include "ui/main/headline.h"
#include "ui/main/mainwindow.h"
#include "ui/main/sourcewords.h"
#include "ui/main/topbar.h"
#include "ui/main/workspace.h"
#include "ui/wizard/wizardcard.h"
#include "ui/workloads/workloadpanel.h"

#include <QtWidgets/QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

using investigation::Phase;

void MainWindow::showPhase()
{
    const bool hasPicture = !m_investigation.diagnoses().empty();
    const bool nothingOpen = m_investigation.phase() == Phase::Empty;
    m_bar->setOrigin(m_investigation.origin());
    m_bar->setRemarks(remarks());
    const bool isOld = m_investigation.isStale() || (hasPicture && m_investigation.live().isStale());
    isOld ? m_bar->markStale() : m_bar->markFresh();
    m_bar->setLive(m_investigation.live());
    hasPicture ? m_bar->enableActions() : m_bar->disableActions();
    nothingOpen ? m_start->hideBack() : m_start->showBack();
    if (m_isAtStart || nothingOpen) {
        m_pages->setCurrentWidget(m_start);
        return;
    }
    if (!hasPicture) {
        m_state->setFace(faceOf(m_investigation, m_appearance.language()));
        m_pages->setCurrentWidget(m_state);
        return;
    }
    showStrip();
    m_pages->setCurrentWidget(m_workspace);
}

/// Asked for with every change, worded once for a load and a language.
const QStringList &MainWindow::remarks()
{
    const model::ClusterPtr &cluster = m_investigation.cluster();
    RemarksOf of{m_investigation.origin().warnings, cluster ? cluster->data().version : model::ServerVersion(),
                 m_appearance.language()};
    if (m_remarksOf != of) {
        m_remarksOf = std::move(of);
        m_remarks = std::apply(remarkWords, m_remarksOf);
    }
    return m_remarks;
}

void MainWindow::showStrip()
{
    const bool shown = m_investigation.phase() == Phase::Loading || m_investigation.isStale();
    if (shown) {
        m_workspace->strip()->setFace(stripOf(m_investigation));
    } else if (!m_guideComplaints.isEmpty()) {
        m_workspace->strip()->setFace(guideNotice(m_guideComplaints));
    }
    m_workspace->strip()->setVisible(shown || !m_guideComplaints.isEmpty());
}

void MainWindow::setGuideComplaints(const QStringList &complaints)
{
    m_guideComplaints = complaints;
    showPhase();
}

void MainWindow::showAll()
{
    showList();
    showDiagnosis();
    showPhase();
}

/// What is selected has not changed: nothing about it is touched.
void MainWindow::showOthers()
{
    showList();
    showPhase();
}

void MainWindow::showList()
{
    std::vector<workloads::WorkloadRow> rows;
    rows.reserve(m_investigation.diagnoses().size());
    for (const guide::Diagnosis &diagnosis : m_investigation.diagnoses())
        rows.push_back(workloads::rowOf(m_investigation.guide(), diagnosis));
    m_workspace->list()->setRows(std::move(rows));
    showNamespaces();
}

void MainWindow::showDiagnosis()
{
    m_workspace->list()->setSelection(m_investigation.selection());
    const guide::Diagnosis *diagnosis = m_investigation.diagnosis();
    if (diagnosis == nullptr)
        return;
    const guide::Guide &guide = m_investigation.guide();
    m_workspace->headline()->show(headlineText(guide, *diagnosis, m_appearance.language()));
    const guide::Finding *primary = diagnosis->primary();
    const bool exists = primary != nullptr && m_investigation.cluster()->exists(primary->object);
    m_workspace->evidence()->setCommands(commands());
    m_workspace->evidence()->offerObject(diagnosis->subject, exists ? primary->object : diagnosis->subject);
    m_workspace->evidence()->setRemarks(remarks());
    m_workspace->evidence()->showDiagnosis(guide, m_investigation.cluster(), *diagnosis);
    using Following = evidence::LogView::Following;
    const bool isLive = m_investigation.origin().type == source::Origin::Type::Live;
    m_workspace->evidence()->logs()->setFollowing(isLive ? Following::Possible : Following::Impossible);
    m_diagrams->showObjects(m_investigation);
    m_workspace->diagrams()->setOddConnections(m_diagrams->oddConnections());
    showStep();
}

void MainWindow::showStep()
{
    wizard::CardInput input;
    input.guide = &m_investigation.guide();
    input.diagnosis = m_investigation.diagnosis();
    input.focus = m_investigation.focus();
    input.language = m_appearance.language();
    input.commands = commands();
    input.now = m_investigation.cluster() ? m_investigation.cluster()->now() : base::Timestamp();
    input.cluster = m_investigation.cluster().get();
    const std::vector<model::TrialKey> tries = triesOfStep();
    for (const model::TrialKey &key : tries)
        input.contacts += redact::clean(trial::contactText(key));
    input.trying = m_investigation.isTrying() ? m_trying : QString();
    if (const auto key = browsableOfStep(tries))
        input.browse = redact::clean(u"%1:%2"_s.arg(key->object.toString()).arg(key->port));
    m_workspace->card()->show(wizard::cardText(input));
    m_diagrams->showWalk(m_investigation);
}

/// What the wizard may offer to try at its step. Inside of the cluster everything that is open is tried together; the
/// public address is asked on a click of its own. The result of what looks fine offers it as well, from the inside out.
std::vector<model::TrialKey> MainWindow::triesOfStep() const
{
    using Reach = investigation::Investigation::Reach;
    const guide::Diagnosis *diagnosis = m_investigation.diagnosis();
    const auto &focus = m_investigation.focus();
    // The hosts of a sample are nobody's.
    const auto type = m_investigation.origin().type;
    if (diagnosis == nullptr || type == source::Origin::Type::Sample || focus.walk < 0 ||
        focus.walk >= diagnosis->walks.size()) {
        return {};
    }
    const auto inside = type == source::Origin::Type::Live
                            ? m_investigation.wantedTrials(diagnosis->subject, Reach::Cluster)
                            : std::vector<model::TrialKey>();
    const auto trail = wizard::trailOf(*diagnosis, focus);
    const bool isResult = wizard::positionOn(trail, focus) == wizard::positionOn(trail, wizard::resultOf(*diagnosis));
    if (isResult && diagnosis->health == guide::Health::Fine && !inside.empty())
        return inside;
    const guide::Walk &walk = diagnosis->walks[focus.walk];
    if (focus.step < 0 || static_cast<size_t>(focus.step) >= walk.steps.size())
        return {};
    const auto &wanted = walk.steps[static_cast<size_t>(focus.step)].automatic.wantedTrials;
    const bool isPublic = !wanted.empty() && wanted.front().way == model::TrialWay::Public;
    if (wanted.empty() || isPublic)
        return wanted;
    return inside;
}

void MainWindow::stepAlong(int by)
{
    const guide::Diagnosis *diagnosis = m_investigation.diagnosis();
    if (diagnosis == nullptr)
        return;
    const auto trail = wizard::trailOf(*diagnosis, m_investigation.focus());
    const int here = wizard::positionOn(trail, m_investigation.focus());
    const int next = std::clamp(here + by, 0, static_cast<int>(trail.size()) - 1);
    if (next == here || trail.empty())
        return;
    const wizard::Focus &focus = trail[static_cast<size_t>(next)];
    m_investigation.setFocus(focus.walk, focus.step);
}

void MainWindow::applyTheme(const Theme &theme)
{
    m_palette->setTheme(theme);
    m_start->setTheme(theme);
    m_state->setTheme(theme);
    m_workspace->strip()->setTheme(theme);
    m_workspace->list()->setTheme(theme);
    m_workspace->card()->setTheme(theme);
    m_workspace->evidence()->setTheme(theme);
    m_diagrams->setTheme(theme);
}

void MainWindow::applyLanguage()
{
    const base::Language language = m_appearance.language();
    m_bar->setLanguage(language);
    m_start->setLanguage(language);
    m_workspace->list()->setLanguage(language);
    m_workspace->evidence()->setLanguage(language);
    m_diagrams->setLanguage(language);
    showAll();
}

guide::CommandContext MainWindow::commands() const
{
    const source::Origin &origin = m_investigation.origin();
    return {origin.type == source::Origin::Type::Live ? origin.context : QString()};
}

} // namespace faultline::ui
