#include "ui/evidence/logbuffer.h"

#include <utility>

namespace faultline::ui::evidence {

namespace {
constexpr qsizetype kLongestLine = 16'384; ///< a line without an end must not grow for ever
}

void LogBuffer::append(const QString &text)
{
    qsizetype from = 0;
    for (qsizetype end = text.indexOf(u'\n'); end >= 0; end = text.indexOf(u'\n', from)) {
        m_lines.push_back(std::exchange(m_rest, QString()) + text.mid(from, end - from));
        from = end + 1;
        if (static_cast<qsizetype>(m_lines.size()) > m_most) {
            m_lines.pop_front();
            ++m_dropped;
        }
    }
    m_rest = (m_rest + text.mid(from)).right(kLongestLine);
}

QStringList LogBuffer::take()
{
    QStringList lines(m_lines.begin(), m_lines.end());
    m_lines.clear();
    return lines;
}

QString LogBuffer::takeRest() { return std::exchange(m_rest, QString()); }

void LogBuffer::clear()
{
    m_lines.clear();
    m_rest.clear();
    m_dropped = 0;
}

} // namespace faultline::ui::evidence
