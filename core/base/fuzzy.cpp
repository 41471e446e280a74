#include "core/base/fuzzy.h"

#include <QtCore/QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace faultline::base {

namespace {

/// Letters that look like Latin ones but are not: the usual suspects of a pasted name. Full-width forms are no business
/// of this table, Unicode's own compatibility folding (NFKC) knows them.
char16_t foldedLookAlike(char16_t letter)
{
    static const QHash<char16_t, char16_t> latin{
        {u'а', u'a'}, {u'в', u'b'}, {u'с', u'c'}, {u'ԁ', u'd'}, {u'е', u'e'}, {u'һ', u'h'}, {u'і', u'i'},
        {u'ј', u'j'}, {u'к', u'k'}, {u'м', u'm'}, {u'н', u'h'}, {u'о', u'o'}, {u'р', u'p'}, {u'ѕ', u's'},
        {u'т', u't'}, {u'у', u'y'}, {u'х', u'x'}, {u'α', u'a'}, {u'ε', u'e'}, {u'ι', u'i'}, {u'κ', u'k'},
        {u'ν', u'v'}, {u'ο', u'o'}, {u'ρ', u'p'}, {u'τ', u't'}, {u'υ', u'u'}, {u'χ', u'x'}, {u'ı', u'i'}};
    return latin.value(letter, letter);
}

bool isDash(char16_t letter) { return letter == u'_' || (letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212; }

bool isInvisible(QChar letter)
{
    return letter.category() == QChar::Other_Format || letter.category() == QChar::Other_Control;
}

/// What Kubernetes allows in names and what needs no folding: nearly every text that comes here.
bool isPlain(QChar letter)
{
    const char16_t code = letter.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9') || code == u'-' || code == u'.' ||
           code == u'/';
}

qsizetype allowedEdits(qsizetype letters)
{
    if (letters <= 4) {
        return 1;
    }
    const qsizetype slips = letters <= 10 ? 2 : 3;
    return std::max(slips, letters / 4);
}

/// A letter may be wrong, but not all of them: "a" is no slip of "b".
bool sharesSomething(qsizetype letters, int edits) { return edits == 0 || edits * 2 <= letters; }

/// The distance of two normalized names, or -1 when they do not look alike.
int slipDistance(QStringView left, QStringView right)
{
    const qsizetype longer = std::max(left.size(), right.size());
    const qsizetype shorter = std::min(left.size(), right.size());
    if (shorter == 0 || longer - shorter > allowedEdits(longer)) {
        return -1;
    }
    const int edits = editDistance(left, right);
    return edits <= allowedEdits(longer) && sharesSomething(longer, edits) ? edits : -1;
}

} // namespace

QString normalizedName(QStringView text)
{
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text.toString();
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC).toLower();
    QString result;
    result.reserve(folded.size());
    for (const QChar letter : folded) {
        if (!isInvisible(letter)) {
            result += isDash(letter.unicode()) ? QChar(u'-') : QChar(foldedLookAlike(letter.unicode()));
        }
    }
    return result.trimmed();
}

int editDistance(QStringView left, QStringView right)
{
    const auto columns = static_cast<size_t>(right.size()) + 1;
    // Three rows of the matrix are enough: a swap of neighbours looks two rows back.
    std::array<std::vector<int>, 3> rows{std::vector<int>(columns), std::vector<int>(columns),
                                         std::vector<int>(columns)};
    for (size_t column = 0; column < columns; ++column) {
        rows[0][column] = static_cast<int>(column);
    }
    for (qsizetype row = 1; row <= left.size(); ++row) {
        const std::vector<int> &above = rows[static_cast<size_t>(row - 1) % 3];
        const std::vector<int> &twoAbove = rows[static_cast<size_t>(row + 1) % 3];
        std::vector<int> &current = rows[static_cast<size_t>(row) % 3];
        current[0] = static_cast<int>(row);
        for (qsizetype column = 1; column <= right.size(); ++column) {
            const auto at = static_cast<size_t>(column);
            const int cost = left[row - 1] == right[column - 1] ? 0 : 1;
            current[at] = std::min({above[at] + 1, current[at - 1] + 1, above[at - 1] + cost});
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]) {
                current[at] = std::min(current[at], twoAbove[at - 2] + 1);
            }
        }
    }
    return rows[static_cast<size_t>(left.size()) % 3][columns - 1];
}

bool looksAlike(QStringView left, QStringView right)
{
    return slipDistance(normalizedName(left), normalizedName(right)) >= 0;
}

QString closest(QStringView name, const QStringList &candidates)
{
    const QString wanted = normalizedName(name);
    QString best;
    int bestEdits = -1;
    for (const QString &candidate : candidates) {
        const int edits = slipDistance(wanted, normalizedName(candidate));
        if (edits >= 0 && (bestEdits < 0 || edits < bestEdits || (edits == bestEdits && candidate < best))) {
            best = candidate;
            bestEdits = edits;
        }
    }
    return best;
}

} // namespace faultline::base
