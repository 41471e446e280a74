#include "core/describe/tabbed.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

constexpr qsizetype kPadding = 2;

/// The algorithm of text/tabwriter: a column is a run of lines that have a cell there that is not their last.
class Aligner
{
public:
    explicit Aligner(const QString &text)
    {
        for (const QString &line : text.split(u'\n'))
            m_lines.push_back(line.split(u'\t'));
    }

    QString run()
    {
        format(0, m_lines.size());
        return m_result.chopped(1);
    }

private:
    bool hasCell(size_t line, size_t column) const { return column + 1 < static_cast<size_t>(m_lines[line].size()); }

    void format(size_t first, size_t end)
    {
        const size_t column = m_widths.size();
        size_t written = first;
        for (size_t line = first; line < end; ++line) {
            if (!hasCell(line, column))
                continue;
            write(written, line);
            qsizetype width = 0;
            size_t last = line;
            for (; last < end && hasCell(last, column); ++last)
                width = std::max(width, m_lines[last][static_cast<qsizetype>(column)].size() + kPadding);
            m_widths.push_back(width);
            format(line, last);
            m_widths.pop_back();
            written = last;
            line = last - 1;
        }
        write(written, end);
    }

    void write(size_t first, size_t end)
    {
        for (size_t line = first; line < end; ++line) {
            const QStringList &cells = m_lines[line];
            QString text;
            for (qsizetype i = 0; i < cells.size(); ++i) {
                text += static_cast<size_t>(i) < m_widths.size()
                            ? cells[i].leftJustified(m_widths[static_cast<size_t>(i)])
                            : cells[i];
            }
            while (text.endsWith(u' '))
                text.chop(1);
            m_result += text + u'\n';
        }
    }

    std::vector<QStringList> m_lines;
    std::vector<qsizetype> m_widths;
    QString m_result;
};

} // namespace

QString aligned(const QString &text) { return Aligner(text).run(); }

} // namespace faultline::describe
