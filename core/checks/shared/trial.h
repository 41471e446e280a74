#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// The answer of a check that only a trial of the connection to the Pod can give: unknown("notTried"), with the ports
/// that the Pod declares as evidence and as the fact containerPorts, so that one knows what to try.
Verdict notTriedPort(const Scope &scope);

} // namespace faultline::checks
