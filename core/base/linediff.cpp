#include "core/base/linediff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::base {

namespace {

using Kind = DiffLine::Kind;

constexpr qsizetype kMostCells = 4'000'000; ///< of the table of common lengths

/// The middle of two texts between their common beginning and end.
struct Middle {
    qsizetype first = 0;
    qsizetype beforeEnd = 0;
    qsizetype afterEnd = 0;

    qsizetype rows() const { return beforeEnd - first; }
    qsizetype columns() const { return afterEnd - first; }
};

Middle middleOf(const QStringList &before, const QStringList &after)
{
    Middle middle{0, before.size(), after.size()};
    while (middle.first < std::min(before.size(), after.size()) && before[middle.first] == after[middle.first])
        ++middle.first;
    while (middle.beforeEnd > middle.first && middle.afterEnd > middle.first &&
           before[middle.beforeEnd - 1] == after[middle.afterEnd - 1]) {
        --middle.beforeEnd;
        --middle.afterEnd;
    }
    return middle;
}

/// Lengths of the longest common subsequence of what follows each pair of lines.
class CommonLengths
{
public:
    CommonLengths(const QStringList &before, const QStringList &after, const Middle &middle)
        : m_width(middle.columns() + 1), m_cells(static_cast<size_t>((middle.rows() + 1) * m_width), 0)
    {
        for (qsizetype row = middle.rows() - 1; row >= 0; --row) {
            for (qsizetype column = middle.columns() - 1; column >= 0; --column) {
                const bool same = before[middle.first + row] == after[middle.first + column];
                cell(row, column) =
                    same ? cell(row + 1, column + 1) + 1 : std::max(cell(row + 1, column), cell(row, column + 1));
            }
        }
    }

    int &cell(qsizetype row, qsizetype column) { return m_cells[static_cast<size_t>(row * m_width + column)]; }

private:
    qsizetype m_width;
    std::vector<int> m_cells;
};

void addMiddle(const QStringList &before, const QStringList &after, const Middle &middle, std::vector<DiffLine> &lines)
{
    const bool isSmall = (middle.rows() + 1) * (middle.columns() + 1) <= kMostCells;
    CommonLengths common(before, after, isSmall ? middle : Middle{});
    qsizetype row = 0, column = 0;
    while (row < middle.rows() || column < middle.columns()) {
        const bool isBoth = row < middle.rows() && column < middle.columns();
        if (isBoth && isSmall && before[middle.first + row] == after[middle.first + column]) {
            lines.push_back({Kind::Same, before[middle.first + row++]});
            ++column;
        } else if (row < middle.rows() &&
                   (!isBoth || !isSmall || common.cell(row + 1, column) >= common.cell(row, column + 1))) {
            lines.push_back({Kind::Removed, before[middle.first + row++]});
        } else {
            lines.push_back({Kind::Added, after[middle.first + column++]});
        }
    }
}

/// Only the lines near a change stay.
std::vector<DiffLine> shortened(const std::vector<DiffLine> &lines, int context)
{
    std::vector<bool> kept(lines.size(), false);
    const auto all = static_cast<qsizetype>(lines.size());
    for (qsizetype i = 0; i < all; ++i) {
        if (lines[static_cast<size_t>(i)].kind == Kind::Same)
            continue;
        for (qsizetype near = std::max<qsizetype>(0, i - context); near <= std::min(all - 1, i + context); ++near)
            kept[static_cast<size_t>(near)] = true;
    }
    std::vector<DiffLine> result;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (kept[i]) {
            result.push_back(lines[i]);
        } else if (result.empty() || result.back().kind != Kind::Gap) {
            result.push_back({Kind::Gap, {}});
        }
    }
    // That there is more before and behind needs no sign.
    if (!result.empty() && result.front().kind == Kind::Gap)
        result.erase(result.begin());
    if (!result.empty() && result.back().kind == Kind::Gap)
        result.pop_back();
    return result;
}

} // namespace

std::vector<DiffLine> lineDiff(const QStringList &before, const QStringList &after, int context)
{
    if (before == after)
        return {};
    const Middle middle = middleOf(before, after);
    std::vector<DiffLine> lines;
    for (qsizetype i = 0; i < middle.first; ++i)
        lines.push_back({Kind::Same, before[i]});
    addMiddle(before, after, middle, lines);
    for (qsizetype i = middle.beforeEnd; i < before.size(); ++i)
        lines.push_back({Kind::Same, before[i]});
    return shortened(lines, context);
}

QString diffText(const std::vector<DiffLine> &lines)
{
    QString text;
    for (const DiffLine &line : lines) {
        const QString sign = line.kind == Kind::Added     ? u"+"_s
                             : line.kind == Kind::Removed ? u"-"_s
                             : line.kind == Kind::Gap     ? u"⋯"_s
                                                          : u" "_s;
        text += sign + line.text + u'\n';
    }
    return text;
}

} // namespace faultline::base
