#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/routes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// What one Gateway says: a condition that is wrong, or one that still waits.
struct Trouble {
    const model::Condition *wrong = nullptr;
    const model::Condition *waiting = nullptr;
    QString listener; ///< empty: the Gateway's own condition
};

void note(const model::Condition &condition, bool isWrong, const QString &listener, Trouble &into)
{
    if (!isWrong || into.wrong)
        return;
    if (condition.reason == "Pending"_L1 || condition.status == "Unknown"_L1) {
        into.waiting = into.waiting ? into.waiting : &condition;
    } else {
        into.wrong = &condition;
        into.listener = listener;
    }
}

void noteAll(const model::Gateway &gateway, const std::vector<model::Condition> &conditions, const QString &listener,
             Trouble &into)
{
    for (const model::Condition &condition : conditions) {
        if (!isCurrent(condition, gateway.meta))
            continue;
        const bool shouldBeTrue = condition.type == "Accepted"_L1 || condition.type == "Programmed"_L1 ||
                                  (condition.type == "ResolvedRefs"_L1 && !listener.isEmpty());
        const bool isConflict = condition.type == "Conflicted"_L1 && condition.status == "True"_L1;
        note(condition, isConflict || (shouldBeTrue && condition.status != "True"_L1), listener, into);
    }
}

/// The listeners first: what is wrong there is the cause of what the Gateway says of itself (ListenersNotValid).
Trouble troubleOf(const model::Gateway &gateway, const model::RouteParent &parent)
{
    Trouble trouble;
    for (const model::GatewayListener &listener : gateway.listeners) {
        if (parent.sectionName.isEmpty() || parent.sectionName == listener.name)
            noteAll(gateway, listener.conditions, listener.name, trouble);
    }
    Trouble own;
    noteAll(gateway, gateway.conditions, {}, own);
    const bool isListeners = own.wrong && own.wrong->reason == "ListenersNotValid"_L1;
    return own.wrong && !(isListeners && trouble.wrong) ? own : trouble.wrong ? trouble : own.waiting ? own : trouble;
}

Facts factsAbout(const model::Route &route, const model::RouteParent &parent, const model::Gateway &gateway)
{
    Facts facts = parentFacts(route, parent);
    facts.merge(factsOf({{fact::gatewayClass, gateway.className},
                         {fact::address, gateway.addresses.isEmpty() ? QString() : gateway.addresses.front()}}));
    return facts;
}

Verdict judge(const model::Route &route, const model::RouteParent &parent, const model::Gateway &gateway)
{
    const Trouble trouble = troubleOf(gateway, parent);
    Facts facts = factsAbout(route, parent, gateway);
    if (trouble.wrong) {
        facts.merge(factsOf({{fact::reason, trouble.wrong->reason}, {fact::message, trouble.wrong->message}}));
        if (!trouble.listener.isEmpty())
            facts[fact::listener] = trouble.listener;
        return no({conditionOf(gateway.ref(), *trouble.wrong)}, std::move(facts));
    }
    if (trouble.waiting)
        return unknown(reason::tooEarly, {conditionOf(gateway.ref(), *trouble.waiting)}, std::move(facts));
    const model::Condition *programmed = model::findCondition(gateway.conditions, u"Programmed");
    if (!programmed)
        return unknown(reason::noStatus, {}, std::move(facts));
    if (!isCurrent(*programmed, gateway.meta))
        return unknown(reason::tooEarly, {conditionOf(gateway.ref(), *programmed)}, std::move(facts));
    std::vector<Evidence> evidence{conditionOf(gateway.ref(), *programmed),
                                   fieldOf(gateway.ref(), u"status.addresses"_s, gateway.addresses.join(", "_L1))};
    return gateway.addresses.isEmpty() ? no(std::move(evidence), std::move(facts))
                                       : yes(std::move(evidence), std::move(facts));
}

/// One working Gateway is a way in; else the first that is known to be wrong.
Verdict better(const Verdict &left, const Verdict &right)
{
    const auto rank = [](const Verdict &verdict) {
        return verdict.answer == Answer::Yes ? 0 : verdict.answer == Answer::No ? 1 : 2;
    };
    return rank(right) < rank(left) ? right : left;
}

Verdict ask(const Scope &scope)
{
    if (!scope.route)
        return unknown(reason::noObject);
    std::optional<Verdict> verdict;
    for (const model::RouteParent &parent : gatewaysOf(*scope.route)) {
        if (const model::Gateway *gateway = scope.cluster.gateway(parent.nameSpace, parent.name)) {
            const Verdict about = judge(*scope.route, parent, *gateway);
            verdict = verdict ? better(*verdict, about) : about;
        }
    }
    if (verdict)
        return std::move(*verdict);
    return unknown(scope.cluster.hasAllNamespaces() ? reason::noObject : reason::oneNamespace);
}

} // namespace

Check gatewayProgrammed() { return {u"gateway_programmed"_s, {Kind::Gateway}, ask}; }

} // namespace faultline::checks
