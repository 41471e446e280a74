#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const QStringList &gates = scope.pod->spec->schedulingGates;
    if (gates.isEmpty())
        return no();
    const QString names = gates.join(u", "_s);
    return yes({fieldOf(refTo(*scope.pod), u"spec.schedulingGates"_s, names)}, factsOf({{fact::gate, names}}));
}

} // namespace

Check podSchedulingGated() { return {u"pod_scheduling_gated"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
