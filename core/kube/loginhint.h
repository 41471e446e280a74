#pragma once

#include "core/kube/connection.h"

namespace faultline::kube {

/// What to run to log in again as the user of a connection that the server answered with 401: the command of the tool
/// behind a credential plugin that is known, else where the credential came from. One sentence, never a credential.
QString loginHint(const Connection &connection);

} // namespace faultline::kube
