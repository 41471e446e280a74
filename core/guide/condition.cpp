#include "core/guide/condition.h"

#include "core/base/quantity.h"
#include "core/checks/reasons.h"
#include "core/guide/lookaround.h"
#include "core/guide/shownobject.h"

#include <QtCore/QJsonArray>

#include <set>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using checks::Answer;
using checks::Verdict;

constexpr size_t kMostEvidence = 3;
/// What stands where nothing was found, in kubectl's word (`-o custom-columns`).
constexpr QLatin1StringView kNothing("<none>");
/// Of one value as much is compared with a pattern.
constexpr qsizetype kLongestValue = 65'536;

/// A number, or a quantity as Kubernetes writes it ("512Mi", "250m"), in thousandths.
std::optional<double> numberOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble() * 1000;
    const auto quantity = value.isString() ? base::Quantity::parse(value.toString()) : std::nullopt;
    return quantity ? std::optional(static_cast<double>(quantity->milli)) : std::nullopt;
}

/// YAML and people write 8080, "8080", true and "true" alike.
bool isSame(const QJsonValue &value, const QJsonValue &wanted)
{
    if (value == wanted)
        return true;
    const bool isScalar = !value.isObject() && !value.isArray() && !wanted.isObject() && !wanted.isArray();
    return isScalar && !value.isNull() && value.toVariant().toString() == wanted.toVariant().toString();
}

bool contains(const QJsonValue &value, const QJsonValue &wanted)
{
    if (value.isArray()) {
        const QJsonArray elements = value.toArray();
        return std::any_of(elements.begin(), elements.end(), [&](const QJsonValue &e) { return isSame(e, wanted); });
    }
    if (value.isObject())
        return value.toObject().contains(wanted.toString());
    return value.toVariant().toString().contains(wanted.toVariant().toString());
}

enum class Fit { Yes, No, TooMuchWork };

Fit fit(bool fits) { return fits ? Fit::Yes : Fit::No; }

Fit matches(const QJsonValue &value, const QRegularExpression &pattern)
{
    const QString text = value.isString() ? value.toString() : shortText(value);
    const auto match = pattern.match(text.first(std::min(text.size(), kLongestValue)));
    return match.isValid() ? fit(match.hasMatch()) : Fit::TooMuchWork;
}

Fit compare(const QJsonValue &value, const Test &test)
{
    const auto left = numberOf(value);
    const auto right = numberOf(test.values.front());
    if (!left || !right)
        return Fit::No;
    switch (test.type) {
    case Test::Type::GreaterThan:
        return fit(*left > *right);
    case Test::Type::LessThan:
        return fit(*left < *right);
    case Test::Type::AtLeast:
        return fit(*left >= *right);
    default:
        return fit(*left <= *right);
    }
}

Fit fits(const QJsonValue &value, const Test &test)
{
    switch (test.type) {
    case Test::Type::Exists:
        return Fit::Yes;
    case Test::Type::Equals:
    case Test::Type::OneOf:
        return fit(std::any_of(test.values.begin(), test.values.end(),
                               [&](const QJsonValue &wanted) { return isSame(value, wanted); }));
    case Test::Type::Contains:
        return fit(contains(value, test.values.front()));
    case Test::Type::Matches:
        return matches(value, test.pattern);
    default:
        return compare(value, test);
    }
}

std::vector<checks::Evidence> evidenceOf(const std::vector<const Seen *> &seen, const View &view)
{
    std::vector<checks::Evidence> evidence;
    for (const Seen *each : seen) {
        if (evidence.size() < kMostEvidence)
            evidence.push_back(each->evidence);
    }
    if (evidence.empty()) {
        evidence.push_back(view.place);
        evidence.back().value = kNothing;
    }
    return evidence;
}

Verdict unknownBy(const View &view)
{
    Verdict verdict = checks::unknown(view.unknownReason);
    verdict.wantedObjects = view.wantedObjects;
    verdict.wantedLogs = view.wantedLogs;
    return verdict;
}

Verdict judge(const View &view, const Test &test)
{
    if (!view.unknownReason.isEmpty())
        return unknownBy(view);
    std::vector<const Seen *> good, bad;
    for (const Seen &seen : view.seen) {
        const Fit found = fits(seen.value, test);
        if (found == Fit::TooMuchWork)
            return checks::unknown(checks::reason::tooMuchWork);
        (found == Fit::Yes ? good : bad).push_back(&seen);
    }
    const bool holds = test.every ? bad.empty() && !good.empty() : !good.empty();
    const bool isYes = test.type == Test::Type::Exists ? holds == test.wanted : holds;
    // The values that decided: for every the ones that do not fit, else the ones that do.
    const bool showsGood = test.every ? holds : !good.empty();
    auto evidence = evidenceOf(showsGood ? good : bad, view);
    return isYes ? checks::yes(std::move(evidence)) : checks::no(std::move(evidence));
}

Verdict evaluate(const Condition &condition, const checks::Scope &scope, const checks::Facts &known);

/// `deciding`: the answer of one part that settles the whole: no for all, yes for any.
Verdict joined(const Condition &condition, Answer deciding, const checks::Scope &scope, const checks::Facts &known)
{
    Verdict whole{deciding == Answer::Yes ? Answer::No : Answer::Yes, {}, {}, {}, {}};
    Verdict open;
    std::vector<checks::Evidence> decided;
    for (const Condition &part : condition.parts) {
        const Verdict verdict = evaluate(part, scope, known);
        if (verdict.answer == Answer::Unknown) {
            if (open.unknownReason.isEmpty())
                open.unknownReason = verdict.unknownReason;
            open.wantedLogs.insert(open.wantedLogs.end(), verdict.wantedLogs.begin(), verdict.wantedLogs.end());
            open.wantedObjects.insert(open.wantedObjects.end(), verdict.wantedObjects.begin(),
                                      verdict.wantedObjects.end());
            continue;
        }
        auto &into = verdict.answer == deciding ? decided : whole.evidence;
        into.insert(into.end(), verdict.evidence.begin(), verdict.evidence.end());
    }
    if (!decided.empty())
        return deciding == Answer::Yes ? checks::yes(std::move(decided)) : checks::no(std::move(decided));
    return open.unknownReason.isEmpty() ? whole : open;
}

Verdict evaluate(const Condition &condition, const checks::Scope &scope, const checks::Facts &known)
{
    switch (condition.join) {
    case Condition::Join::All:
        return joined(condition, Answer::No, scope, known);
    case Condition::Join::Any:
        return joined(condition, Answer::Yes, scope, known);
    case Condition::Join::Not: {
        Verdict verdict = evaluate(condition.parts.front(), scope, known);
        if (verdict.answer != Answer::Unknown)
            verdict.answer = verdict.answer == Answer::Yes ? Answer::No : Answer::Yes;
        return verdict;
    }
    case Condition::Join::None:
        break;
    }
    return judge(lookAround(condition.look, scope, known), condition.test);
}

/// The first value that is there and may be shown, or what the pattern finds in it; empty when there is none.
QString captured(const Capture &capture, const View &view)
{
    for (const Seen &seen : view.seen) {
        const QString text = shortText(seen.shown);
        if (text.isEmpty() || text.contains(kNotShown))
            continue;
        if (capture.pattern.pattern().isEmpty())
            return text;
        const auto match = capture.pattern.match(text);
        if (match.hasMatch())
            return match.captured(match.lastCapturedIndex() >= 1 ? 1 : 0);
    }
    return {};
}

void addKinds(const Look &look, std::set<model::Kind> &into)
{
    using model::Kind;
    if (look.what == Look::What::Events) {
        into.insert(Kind::Event);
    } else if (look.what != Look::What::Object) {
        into.insert(Kind::Pod);
    } else if (look.target.part == LookAt::Workload) {
        into.insert({Kind::Deployment, Kind::StatefulSet, Kind::DaemonSet, Kind::Job, Kind::CronJob});
    } else if (const Kind kind = kindOf(look.target); kind != Kind::Unknown) {
        into.insert(kind);
    }
}

/// Calls `visit` with every Look of a question.
template <typename Visit> void forEachLook(const Condition &condition, const Visit &visit)
{
    if (condition.join == Condition::Join::None)
        visit(condition.look);
    for (const Condition &part : condition.parts)
        forEachLook(part, visit);
}

template <typename Visit> void forEachLook(const TeamCheck &check, const Visit &visit)
{
    forEachLook(check.when, visit);
    for (const Capture &capture : check.facts)
        visit(capture.look);
}

} // namespace

Verdict ask(const TeamCheck &check, const checks::Scope &scope, const checks::Facts &known)
{
    Verdict verdict = evaluate(check.when, scope, known);
    for (const Capture &capture : check.facts) {
        const View view = lookAround(capture.look, scope, known);
        if (const QString value = captured(capture, view); !value.isEmpty())
            verdict.facts[capture.name] = value;
        verdict.wantedObjects.insert(verdict.wantedObjects.end(), view.wantedObjects.begin(), view.wantedObjects.end());
        verdict.wantedLogs.insert(verdict.wantedLogs.end(), view.wantedLogs.begin(), view.wantedLogs.end());
    }
    return verdict;
}

std::vector<model::Kind> kindsOf(const TeamCheck &check)
{
    std::set<model::Kind> kinds;
    forEachLook(check, [&](const Look &look) { addKinds(look, kinds); });
    return {kinds.begin(), kinds.end()};
}

bool readsLogs(const TeamCheck &check)
{
    bool reads = false;
    forEachLook(check, [&](const Look &look) {
        reads = reads || look.what == Look::What::CurrentLog || look.what == Look::What::PreviousLog;
    });
    return reads;
}

} // namespace faultline::guide
