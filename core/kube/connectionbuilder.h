#pragma once

#include "core/kube/configentry.h"
#include "core/kube/connection.h"

namespace faultline::kube {

/// Fills the server's half of a connection: address, CA, proxy (client-go clientcmd
/// getServerIdentificationPartialConfig).
base::Result<void> applyCluster(Connection &connection, const ConfigEntry &cluster);

/// Fills the user's half: certificate, token, basic auth, impersonation. As in client-go nothing of it is used on a
/// server without TLS. Call it after applyCluster().
base::Result<void> applyUser(Connection &connection, const ConfigEntry &user);

} // namespace faultline::kube
