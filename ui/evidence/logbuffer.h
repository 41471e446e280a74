#pragma once

#include <QtCore/QStringList>

#include <deque>

namespace faultline::ui::evidence {

/// Lines of a log that is followed, between their coming and their being shown. A container may write faster than a
/// person reads or a window draws: of what piles up the oldest lines are dropped, and counted.
class LogBuffer
{
public:
    explicit LogBuffer(qsizetype mostLines) : m_most(mostLines) {}

    /// `text` may end in the middle of a line: the rest comes with the next one.
    void append(const QString &text);

    /// What has come since the last call, line by line; the unfinished last line stays.
    QStringList take();

    /// The unfinished last line, once no more will come.
    QString takeRest();

    qint64 dropped() const { return m_dropped; }
    void clear();

private:
    qsizetype m_most;
    std::deque<QString> m_lines;
    QString m_rest;
    qint64 m_dropped = 0;
};

} // namespace faultline::ui::evidence
