#pragma once

#include "core/checks/check.h"
#include "core/checks/shared/services.h"

#include <vector>

namespace faultline::checks {

/// A declared container port, with the place where it stands.
struct DeclaredPort {
    const model::Container *container = nullptr;
    const model::ContainerPort *port = nullptr;
    QString field; ///< relative to the Pod spec: "containers[0].ports[1]"
};

/// Declared ports in the order of the endpoints controller: app containers first, then sidecars (init containers with
/// restartPolicy Always). Source: pkg/api/v1/pod FindPort, staging/src/k8s.io/endpointslice.
std::vector<DeclaredPort> declaredPorts(const model::PodSpec &spec);

/// The port of that name and protocol, as the endpoints controller looks it up; a null port when there is none.
DeclaredPort findNamedPort(const model::PodSpec &spec, const QString &name, const QString &protocol);

/// True when some app container declares no port at all: an undeclared number may then well be its own.
bool hasSilentContainer(const model::PodSpec &spec);

/// The number a Service port reaches on that Pod, or 0 when its name is not declared.
int targetNumber(const model::ServicePort &port, const model::PodSpec &spec);

/// "80 (http)", "53/UDP (dns)": TCP goes without saying.
QString portText(int number, const QString &protocol, const QString &name);

/// A port by number or by name; digits that are a name stand in quotes, as in YAML.
QString referenceText(const model::PortReference &port);

/// True for a name of nothing but digits: in quotes a number is a name, and no port can have it.
bool isQuotedNumber(const model::PortReference &port);

QString declaredPortsText(const std::vector<DeclaredPort> &ports);
QString servicePortsText(const model::Service &service);

/// The declared port that a wrong targetPort most likely means: of the Service port's own name, the only one of its
/// protocol, one digit or two swapped digits away, a name that looks alike, the Service port's own number. Empty when
/// none. A name is answered by a name where the port has one, a number by a number.
QString suggestedPort(const model::ServicePort &port, const std::vector<DeclaredPort> &declared);

/// Facts about the Service port at `index` and the ports that the Pod declares.
Facts portFacts(const model::Service &service, size_t index, const model::PodSpec &spec);

/// "spec.ports[1].targetPort"
QString targetPortField(size_t index);

/// The Service's targetPort and, beside it, every port that the shape declares.
std::vector<Evidence> portEvidence(const model::Service &service, size_t index, const PodShape &shape);

} // namespace faultline::checks
