// A log as it grows.
#include "core/redact/redact.h"
#include "ui/evidence/lineview.h"
#include "ui/evidence/logview.h"
#include "ui/evidence/searchbar.h"

#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace faultline::ui::evidence {

namespace {
QString shown(const QString &text) { return redact::clean(text); }
} // namespace

void LogView::toggleFollowing()
{
    const model::LogKey *key = chosen();
    if (!m_follow->isChecked() || key == nullptr) {
        stop();
        return showState();
    }
    m_isFollowing = true;
    m_end.clear();
    m_scrolledOut = 0;
    m_buffer.clear();
    m_rawSeen.clear();
    showCause(nullptr);
    m_text->clear();
    m_text->setMaximumBlockCount(kMostLines);
    m_drawing.start();
    showState();
    Q_EMIT followRequested(*key);
}

void LogView::stop()
{
    if (!std::exchange(m_isFollowing, false))
        return;
    m_drawing.stop();
    showArrived();
    m_follow->setChecked(false);
    m_text->setMaximumBlockCount(0);
    Q_EMIT followStopped();
}

void LogView::takeArrived(const QString &text)
{
    if (m_isFollowing)
        m_buffer.append(text);
}

void LogView::takeEnd(const QString &problem)
{
    if (!m_isFollowing)
        return;
    m_end = problem.isEmpty() ? tr("The stream has ended: the container has stopped, or its log was rotated.")
                              : tr("The stream broke off: %1").arg(shown(problem));
    showArrived();
    if (const QString rest = m_buffer.takeRest(); !rest.isEmpty())
        m_text->appendPlainText(shown(rest));
    stop();
    showState();
}

void LogView::showArrived()
{
    const QStringList lines = m_buffer.take();
    if (lines.isEmpty())
        return;
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    const int before = m_text->document()->isEmpty() ? 0 : m_text->blockCount();
    m_text->appendPlainText(shown(lines.join(u'\n')));
    m_scrolledOut += std::max<qint64>(0, before + lines.size() - kMostLines);
    if (isAtEnd)
        bar->setValue(bar->maximum());
    m_search->refresh();
    showState();
}

} // namespace faultline::ui::evidence
