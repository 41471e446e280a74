#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace faultline::source {

/// What an input is instead of Kubernetes objects, where people often hand in that by mistake, and what to do: an empty
/// file, a saved login page, a table or an error of kubectl's, a template, binary data. Empty when it is none of these.
QString otherInput(const QByteArray &bytes);

/// The same for a kind that is no object of a cluster ("Config" is a kubeconfig).
QString otherKind(const QString &kind);

} // namespace faultline::source
