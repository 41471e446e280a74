#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// The newest event that says that attaching or mounting a volume of this Pod fails, while nothing of the Pod runs yet
/// and no later step of the start has been seen; nullptr when there is none.
const model::Event *mountTrouble(const model::Cluster &cluster, const model::Pod &pod);

/// What kind of trouble the words of a kubelet, a driver or a runtime tell (fact mountCause); empty when none that is
/// known.
QString mountCauseIn(const QString &message);

} // namespace faultline::checks
