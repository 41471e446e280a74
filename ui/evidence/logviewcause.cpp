// The line of a log that most likely says why its run failed.
#include "core/checks/shared/logcause.h"
#include "ui/common/parts.h"
#include "ui/evidence/elidedlabel.h"
#include "ui/evidence/lineview.h"
#include "ui/evidence/logview.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

/// The exit code of the run that a log is of; 0 while it runs, and where nothing is known.
int exitCodeOf(const model::Cluster &cluster, const model::LogKey &key)
{
    const model::Pod *pod = cluster.pod(key.nameSpace, key.pod);
    const model::ContainerStatus *status = pod ? pod->status(key.container) : nullptr;
    if (status == nullptr)
        return 0;
    // Between two runs the log of the one that has ended is still the present one.
    using Phase = model::ContainerState::Phase;
    const bool isLast = key.previous || status->state.phase == Phase::Waiting;
    const model::ContainerState &run = isLast ? status->lastState : status->state;
    return run.phase == Phase::Terminated ? run.exitCode : 0;
}

} // namespace

void LogView::showCause(const model::LogKey *key)
{
    const bool isText =
        key != nullptr && m_cluster && m_cluster->log(*key).state == model::LogText::State::Text && !m_isFollowing;
    const int code = isText ? exitCodeOf(*m_cluster, *key) : 0;
    const QString text = isText ? m_text->text() : QString();
    if (text == m_causeText && code == m_causeCode && m_causeLanguage == m_toCause->text())
        return; // it was looked for already
    m_causeText = text;
    m_causeCode = code;
    m_causeLanguage = m_toCause->text();
    m_causeLine = -1;
    const QStringList lines = text.split(u'\n');
    if (const auto cause = checks::likelyCause(lines, code)) {
        m_causeLine = static_cast<int>(cause->line);
        m_cause->setWhole(lookOf(State::Suspected).sign + u' ' +
                          tr("Probably why it ended with code %1, line %2: %3")
                              .arg(code)
                              .arg(m_causeLine + 1)
                              .arg(lines[cause->line].trimmed()));
    }
    setLookOfState(m_cause, State::Suspected);
    m_causeRow->setVisible(m_causeLine >= 0);
    m_text->setMarkedLines(m_causeLine >= 0 ? std::vector<int>{m_causeLine} : std::vector<int>(), State::Suspected);
    m_text->setAccessibleDescription(m_causeLine >= 0 ? m_cause->text() : QString());
}

void LogView::goToCause()
{
    if (m_causeLine >= 0)
        m_text->showLine(m_causeLine);
}

} // namespace faultline::ui::evidence
