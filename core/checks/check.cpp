#include "core/checks/check.h"

#include "core/checks/reasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

QString answerWord(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        return u"yes"_s;
    case Answer::No:
        return u"no"_s;
    case Answer::Unknown:
        break;
    }
    return u"unknown"_s;
}

Verdict yes(std::vector<Evidence> evidence, Facts facts)
{
    return {Answer::Yes, std::move(evidence), std::move(facts), {}, {}};
}

Verdict no(std::vector<Evidence> evidence, Facts facts)
{
    return {Answer::No, std::move(evidence), std::move(facts), {}, {}};
}

Verdict unknown(QString reason, std::vector<Evidence> evidence, Facts facts)
{
    return {Answer::Unknown, std::move(evidence), std::move(facts), std::move(reason), {}};
}

Verdict answer(const Check &check, const Scope &scope)
{
    for (const model::Kind kind : check.needs) {
        if (const model::Unseen *unseen = scope.cluster.unseen(kind))
            return unknown(reason::unseen(*unseen, kind));
    }
    return check.ask(scope);
}

const Check *findCheck(QStringView id)
{
    const std::vector<Check> &checks = allChecks();
    const auto found = std::lower_bound(checks.begin(), checks.end(), id,
                                        [](const Check &check, QStringView wanted) { return check.id < wanted; });
    return found != checks.end() && found->id == id ? &*found : nullptr;
}

} // namespace faultline::checks
