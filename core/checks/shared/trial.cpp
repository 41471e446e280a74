#include "core/checks/shared/trial.h"

#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

QString portText(const model::ContainerPort &port)
{
    const QString number = QString::number(port.containerPort);
    return port.name.isEmpty() ? number : number + u" ("_s + port.name + u')';
}

} // namespace

Verdict notTriedPort(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::notTried);
    std::vector<Evidence> evidence;
    QStringList ports;
    for (const model::Container &container : scope.pod->spec->containers) {
        for (const model::ContainerPort &port : container.ports) {
            ports.append(portText(port));
            evidence.push_back(
                fieldOf(refTo(*scope.pod), u"spec.containers["_s + container.name + u"].ports"_s, portText(port)));
        }
    }
    return unknown(reason::notTried, std::move(evidence), factsOf({{fact::containerPorts, ports.join(u", "_s)}}));
}

} // namespace faultline::checks
