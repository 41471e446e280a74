#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// The smallest change that takes the listed violations out of a template: podSecurityYaml and securedContainersYaml
/// (both flow YAML) and hostFieldsYaml ("hostNetwork: false"). What only the app can give up (hostPath volumes, host
/// ports) is left out. `violations` is what stands behind `violates PodSecurity "LEVEL": `.
/// Source: pod-security-admission/policy/check_*.go.
Facts mendedSecurity(const QString &violations, const model::PodSpec *spec);

} // namespace faultline::checks
