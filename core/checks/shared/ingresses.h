#pragma once

#include "core/checks/check.h"

#include <vector>

namespace faultline::checks {

/// Where a backend of an Ingress leads.
struct BackendTarget {
    const model::Service *service = nullptr;  ///< null: no Service of that name in the Ingress's namespace
    const model::ServicePort *port = nullptr; ///< null: the Service has no such port, by number or by name
};

/// The number means the Service's `port`; neither targetPort nor nodePort (networking/v1 IngressServiceBackend).
BackendTarget resolveBackend(const model::Cluster &cluster, const model::Ingress &ingress,
                             const model::IngressBackend &backend);

/// The backends that an Ingress is judged by when asked for this Service: those that name it, and those that name no
/// existing Service unless another one is clearly meant. All of them without a Service. Resource backends are left out:
/// only their controller knows them.
std::vector<model::IngressPath> backendsInQuestion(const model::Cluster &cluster, const model::Ingress &ingress,
                                                   const model::Service *service);

/// "spec.rules[0].http.paths[1].backend" as a JSON pointer: "/spec/rules/0/http/paths/1/backend".
QString jsonPointer(const QString &fieldPath);

/// Where a backend names its Service, in the form of the API version that the Ingress was written in.
QString serviceNameField(const model::IngressPath &path);

/// The backend and what it should have matched, as facts and as evidence: backendService, backendPort, backendPath,
/// host, path, servicePorts, similar, elsewhere, suggestedPort, and targetPort where that was written by mistake.
Facts backendFacts(const model::Cluster &cluster, const model::Ingress &ingress, const model::IngressPath &path);
std::vector<Evidence> backendEvidence(const model::Cluster &cluster, const model::Ingress &ingress,
                                      const model::IngressPath &path);

/// The class an Ingress asks for: spec.ingressClassName, else the annotation kubernetes.io/ingress.class. May be empty.
QString requestedClass(const model::Ingress &ingress);

/// The class that serves an Ingress: the requested one, else the default one. Nullptr when there is none.
const model::IngressClass *servingClass(const model::Cluster &cluster, const model::Ingress &ingress);

} // namespace faultline::checks
