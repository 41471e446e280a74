#include "ui/main/fuzzymatch.h"

#include <QtCore/QStringTokenizer>

namespace faultline::ui {

namespace {

constexpr int kWordStart = 100;
constexpr int kInside = 60;
constexpr int kScattered = 20;
constexpr int kNone = -1;

/// Letters in order but not together: the tighter they stand, the better.
int scatteredScore(QStringView word, QStringView text)
{
    qsizetype at = 0;
    qsizetype first = -1;
    for (const QChar letter : word) {
        at = text.indexOf(letter, at);
        if (at < 0)
            return kNone;
        first = first < 0 ? at : first;
        ++at;
    }
    const qsizetype gaps = at - first - word.size();
    return gaps > 2 * word.size() ? kNone : std::max<int>(1, kScattered - static_cast<int>(gaps));
}

int wordScore(QStringView word, QStringView text)
{
    const qsizetype found = text.indexOf(word);
    if (found < 0)
        return word.size() < 3 ? kNone : scatteredScore(word, text);
    const int early = std::max(0, 20 - static_cast<int>(found));
    for (qsizetype at = found; at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return kWordStart + early;
    }
    return kInside + early;
}

} // namespace

int matchScore(QStringView typed, QStringView text)
{
    int score = 0;
    for (const QStringView word : QStringTokenizer(typed, u' ', Qt::SkipEmptyParts)) {
        const int one = wordScore(word, text);
        if (one < 0)
            return kNone;
        score += one;
    }
    return score;
}

} // namespace faultline::ui
