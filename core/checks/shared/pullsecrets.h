#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// What stands against the Pod's imagePullSecrets.
struct PullSecretTrouble {
    QString missing;                      ///< one that is not there, by the Secrets that were read or by the kubelet
    const model::Secret *wrong = nullptr; ///< one whose type the kubelet leaves out
    const model::Event *event = nullptr;  ///< FailedToRetrieveImagePullSecret

    bool isNone() const { return missing.isEmpty() && !wrong && !event; }
};
PullSecretTrouble pullSecretTrouble(const Scope &scope);

/// Adds what is known of the pull secrets to a verdict: evidence, and the facts missingKind, missingName, secretName.
void addPullSecrets(const Scope &scope, Verdict &verdict);

} // namespace faultline::checks
