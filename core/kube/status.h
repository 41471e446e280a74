#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <optional>

namespace faultline::kube {

/// metav1.Status: what the API server answers instead of the object (apimachinery pkg/apis/meta/v1/types.go).
struct Status {
    QString message;
    QString reason;        ///< "Forbidden", "NotFound", "Expired" ...
    QString continueToken; ///< metadata.continue: a 410 on a list offers it to read on without consistency
};

/// Empty when the body is no Status object.
std::optional<Status> statusOf(const QByteArray &body);

/// The error of an HTTP status that is no success: the Status object's message or, for a page of a proxy or load
/// balancer, its title or first words.
base::Error httpError(int httpStatus, const QByteArray &body, const QString &where);

} // namespace faultline::kube
