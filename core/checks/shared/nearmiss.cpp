#include "core/checks/shared/nearmiss.h"

#include "core/base/fuzzy.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr std::array kNamingKeys{"app"_L1, "name"_L1, "k8s-app"_L1, "app.kubernetes.io/name"_L1,
                                 "app.kubernetes.io/instance"_L1};

bool isNamingKey(const QString &key)
{
    return std::find(kNamingKeys.begin(), kNamingKeys.end(), key) != kNamingKeys.end();
}

/// Labels that a controller writes: nobody means them in a Service.
bool isMachineKey(const QString &key) { return key == "pod-template-hash"_L1 || key == "controller-revision-hash"_L1; }

std::set<QString> wordsOf(const QString &text)
{
    std::set<QString> words;
    QString word;
    for (const QChar letter : base::normalizedName(text)) {
        if (letter.isLetterOrNumber()) {
            word += letter;
        } else if (!word.isEmpty()) {
            words.insert(std::exchange(word, {}));
        }
    }
    if (!word.isEmpty())
        words.insert(word);
    return words;
}

/// One name made of some of the words of the other: "app" and "my-app".
bool sharesWords(const QString &left, const QString &right)
{
    const std::set<QString> a = wordsOf(left);
    const std::set<QString> b = wordsOf(right);
    if (a.empty() || b.empty())
        return false;
    return std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
           std::includes(b.begin(), b.end(), a.begin(), a.end());
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
    if (wanted == label)
        return 1.0;
    if (isSpelledAlike(wanted.first, label.first) && isSpelledAlike(wanted.second, label.second))
        return 0.9;
    if (wanted.first == label.first && base::looksAlike(wanted.second, label.second))
        return 0.8;
    if (wanted.second == label.second && meansTheSameKey(wanted.first, label.first))
        return 0.7;
    return sharesWords(wanted.first, label.first) && sharesWords(wanted.second, label.second) ? 0.5 : 0.0;
}

/// The best label for one pair; without any likeness at least the label of the same key, to show both side by side.
SelectorScore bestFor(const LabelPair &wanted, const model::Labels &labels)
{
    const QString sameKey = labels.value(wanted.first);
    SelectorScore best{0.0, wanted, sameKey.isNull() ? LabelPair() : LabelPair(wanted.first, sameKey)};
    if (sameKey == wanted.second && !sameKey.isNull())
        return {1.0, wanted, wanted};
    for (const LabelPair &label : labels) {
        const double score = isMachineKey(label.first) ? 0.0 : scorePair(wanted, label);
        if (score > best.score)
            best = {score, wanted, label};
    }
    return best;
}

bool namesTheSameApplication(const model::Labels &selector, const model::Labels &labels)
{
    return std::any_of(selector.begin(), selector.end(), [&](const LabelPair &pair) {
        return isNamingKey(pair.first) && !pair.second.isEmpty() && labels.value(pair.first) == pair.second;
    });
}

} // namespace

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
