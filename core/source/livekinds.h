#pragma once

#include "core/kube/discovery.h"
#include "core/model/cluster.h"

namespace faultline::source {

/// Every kind with the API versions that the decoder understands, best first.
std::vector<kube::WantedResource> wantedResources();

/// "/apis/apps/v1/namespaces/shop/deployments"; all namespaces when `nameSpace` is empty. With a namespace the list of
/// Namespaces becomes that one object, which is all that a person with rights in one namespace may read of them.
QString listPath(model::Kind kind, const QString &version, const QString &nameSpace);

QString objectPath(const model::ObjectRef &ref, const QString &version);

/// Of Secrets only the metadata is ever asked for: their data does not leave the server.
QByteArray listAccept(model::Kind kind);
QByteArray objectAccept(model::Kind kind);

/// Takes all objects of a kind out again.
void forget(model::ClusterData &data, model::Kind kind);

} // namespace faultline::source
