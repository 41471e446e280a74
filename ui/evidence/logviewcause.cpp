// The line of a log that most likely says why its run failed.
#include "core/checks/shared/logcause.h"
#include "ui/common/parts.h"
#include "ui/evidence/elidedlabel.h"
#include "ui/evidence/lineview.h"
#include "ui/evidence/logview.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

void LogView::showCause(const model::LogKey *key)
{
    const bool isText =
        key != nullptr && m_cluster && m_cluster->log(*key).state == model::LogText::State::Text && !m_isFollowing;
    const int code = isText ? checks::exitCodeOf(*m_cluster, *key) : 0;
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
