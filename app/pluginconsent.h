#pragma once

#include "core/kube/connection.h"

namespace faultline::app {

/// Lets the connection's credential plugin run: when it is known already, when `isAllowed` (--allow-plugin), or when a
/// person at the terminal says yes; then it is remembered. Errors: Usage with the command line when nobody can say so.
base::Result<void> allowPlugin(kube::Connection &connection, bool isAllowed);

} // namespace faultline::app
