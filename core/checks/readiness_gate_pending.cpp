#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

QStringList openGates(const model::Pod &pod)
{
    QStringList open;
    for (const QString &gate : pod.spec->readinessGates) {
        const model::Condition *condition = model::findCondition(pod.conditions, gate);
        if (!condition || condition->status != "True"_L1)
            open.append(gate);
    }
    return open;
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const model::Condition *containers = model::findCondition(pod.conditions, u"ContainersReady");
    const QStringList gates = openGates(pod);
    if (gates.isEmpty() || !containers || containers->status != "True"_L1)
        return no();
    std::vector<Evidence> evidence{fieldOf(refTo(pod), u"spec.readinessGates"_s, gates.join(u", "_s))};
    const model::Condition *ready = model::findCondition(pod.conditions, u"Ready");
    if (ready)
        evidence.push_back(conditionOf(refTo(pod), *ready));
    return yes(std::move(evidence),
               factsOf({{fact::gate, gates.join(u", "_s)}, {fact::message, ready ? ready->message : QString()}}));
}

} // namespace

Check readinessGatePending() { return {u"readiness_gate_pending"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
