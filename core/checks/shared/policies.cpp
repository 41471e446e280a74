#include "core/checks/shared/policies.h"

#include "core/checks/shared/ports.h"

#include <algorithm>

namespace faultline::checks {

namespace {

/// `port` of a policy's port is its endPort: a range of numbers.
bool covers(const model::ServicePort &admitted, int number, const model::PodSpec &spec)
{
    if (admitted.targetPort.isNull())
        return true;
    if (admitted.port != 0)
        return number >= admitted.targetPort.number && number <= admitted.port;
    return targetNumber(admitted, spec) == number;
}

} // namespace

bool admitsPort(const model::NetworkPolicyRule &rule, const model::ServicePort &port, const model::PodSpec &spec)
{
    if (rule.ports.empty())
        return true;
    const int number = targetNumber(port, spec);
    return std::any_of(rule.ports.begin(), rule.ports.end(), [&](const model::ServicePort &admitted) {
        return admitted.protocol == port.protocol && covers(admitted, number, spec);
    });
}

} // namespace faultline::checks
