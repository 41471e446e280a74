#include "core/checks/shared/nearmiss.h"

#include "core/base/fuzzy.h"

#include <QtCore/QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr std::array kNamingKeys{"app"_L1, "name"_L1, "k8s-app"_L1, "app.kubernetes.io/name"_L1,
                                 "app.kubernetes.io/instance"_L1};

bool isNamingKey(const QString &key)
{
    return std::find(kNamingKeys.begin(), kNamingKeys.end(), key) != kNamingKeys.end();
}

/// The parts of a name between dashes, dots and the like, sorted.
QList<QStringView> wordsOf(const QString &name)
{
    QList<QStringView> words;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= name.size(); ++at) {
        if (at < name.size() && name[at].isLetterOrNumber())
            continue;
        if (at > start)
            words.append(QStringView(name).mid(start, at - start));
        start = at + 1;
    }
    std::sort(words.begin(), words.end());
    return words;
}

/// One name made of some of the words of the other: "app" and "my-app".
bool sharesWords(const QString &left, const QString &right)
{
    const QString a = base::normalizedName(left);
    const QString b = base::normalizedName(right);
    if (a.isEmpty() || b.isEmpty())
        return false;
    const QList<QStringView> first = wordsOf(a);
    const QList<QStringView> second = wordsOf(b);
    return !first.isEmpty() && !second.isEmpty() &&
           (std::includes(first.begin(), first.end(), second.begin(), second.end()) ||
            std::includes(second.begin(), second.end(), first.begin(), first.end()));
}

bool isSpelledAlike(const QString &left, const QString &right)
{
    return left == right || base::normalizedName(left) == base::normalizedName(right);
}

bool meansTheSameKey(const QString &left, const QString &right)
{
    return (isNamingKey(left) && isNamingKey(right)) || base::looksAlike(left, right) || sharesWords(left, right);
}

double scorePair(const LabelPair &wanted, const LabelPair &label)
{
    const bool sameKey = wanted.first == label.first;
    const bool sameValue = wanted.second == label.second;
    if (sameKey && sameValue)
        return 1.0;
    if (isSpelledAlike(wanted.first, label.first) && isSpelledAlike(wanted.second, label.second))
        return 0.9;
    if (sameKey && base::looksAlike(wanted.second, label.second))
        return 0.8;
    if (sameValue && meansTheSameKey(wanted.first, label.first))
        return 0.7;
    return sharesWords(wanted.first, label.first) && sharesWords(wanted.second, label.second) ? 0.5 : 0.0;
}

/// The best label for one pair; without any likeness at least the label of the same key, to show both side by side.
SelectorScore bestFor(const LabelPair &wanted, const model::Labels &labels)
{
    const QString sameKey = isMachineKey(wanted.first) ? QString() : labels.value(wanted.first);
    SelectorScore best{0.0, wanted, sameKey.isNull() ? LabelPair() : LabelPair(wanted.first, sameKey)};
    if (labels.value(wanted.first) == wanted.second && labels.contains(wanted.first))
        return {1.0, wanted, wanted};
    for (const LabelPair &label : labels) {
        const double score = isMachineKey(label.first) ? 0.0 : scorePair(wanted, label);
        if (score > best.score)
            best = {score, wanted, label};
    }
    return best;
}

} // namespace

bool isMachineKey(const QString &key) { return key == "pod-template-hash"_L1 || key == "controller-revision-hash"_L1; }

bool namesTheSameApplication(const model::Labels &selector, const model::Labels &labels)
{
    return std::any_of(selector.begin(), selector.end(), [&](const LabelPair &pair) {
        return isNamingKey(pair.first) && !pair.second.isEmpty() && labels.value(pair.first) == pair.second;
    });
}

std::vector<WrongPair> wrongPairs(const model::Labels &selector, const model::Labels &labels)
{
    std::vector<WrongPair> wrong;
    for (const LabelPair &wanted : selector) {
        const SelectorScore best = bestFor(wanted, labels);
        if (best.score < 1.0)
            wrong.push_back({wanted, best.labelPair});
    }
    return wrong;
}

SelectorScore scoreSelector(const model::Labels &selector, const model::Labels &labels)
{
    if (selector.isEmpty())
        return {};
    SelectorScore worst{2.0, {}, {}};
    for (const LabelPair &wanted : selector) {
        SelectorScore score = bestFor(wanted, labels);
        if (score.score < kNearMiss && score.labelPair.first.isNull() && namesTheSameApplication(selector, labels))
            score.score = kNearMiss;
        if (score.score < worst.score)
            worst = std::move(score);
    }
    return worst;
}

QString pairText(const LabelPair &pair) { return pair.first.isEmpty() ? QString() : pair.first + u'=' + pair.second; }

QString labelsText(const model::Labels &labels)
{
    QStringList pairs;
    for (const LabelPair &pair : labels)
        pairs.append(pairText(pair));
    return pairs.join(u',');
}

} // namespace faultline::checks
