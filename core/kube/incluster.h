#pragma once

#include "core/kube/connection.h"

#include <QtCore/QProcessEnvironment>

#include <optional>

namespace faultline::kube {

/// Where a Pod finds its service account (client-go rest.InClusterConfig).
inline constexpr QLatin1StringView kServiceAccountFolder("/var/run/secrets/kubernetes.io/serviceaccount");

/// The connection that a program inside a Pod has: KUBERNETES_SERVICE_HOST and _PORT, the token, the CA and the
/// namespace that the kubelet put into `folder`. Nothing where one of the variables or the token is missing. The token
/// is re-read before each use, because the kubelet renews it.
std::optional<Connection> inClusterConnection(const QProcessEnvironment &environment,
                                              const QString &folder = QString(kServiceAccountFolder));

} // namespace faultline::kube
