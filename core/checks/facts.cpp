#include "core/checks/facts.h"

namespace faultline::checks {

const QStringList &allFactNames()
{
    static const QStringList names = [] {
        QStringList list;
        for (const QLatin1StringView name : {fact::address,
                                             fact::age,
                                             fact::backendPath,
                                             fact::backendPort,
                                             fact::backendService,
                                             fact::claim,
                                             fact::command,
                                             fact::containerPorts,
                                             fact::elsewhere,
                                             fact::exitCode,
                                             fact::exitMeaning,
                                             fact::family,
                                             fact::gate,
                                             fact::hard,
                                             fact::host,
                                             fact::image,
                                             fact::ingressClass,
                                             fact::labelPair,
                                             fact::labels,
                                             fact::largest,
                                             fact::logLine,
                                             fact::memoryLimit,
                                             fact::mendedSelector,
                                             fact::message,
                                             fact::missingKey,
                                             fact::missingKind,
                                             fact::missingName,
                                             fact::nodes,
                                             fact::other,
                                             fact::route,
                                             fact::routeKind,
                                             fact::routeNamespace,
                                             fact::gateway,
                                             fact::gatewayNamespace,
                                             fact::gatewayClass,
                                             fact::listener,
                                             fact::backendNamespace,
                                             fact::deviceClass,
                                             fact::path,
                                             fact::policy,
                                             fact::portIndex,
                                             fact::probe,
                                             fact::probeBudget,
                                             fact::quota,
                                             fact::readyPods,
                                             fact::reason,
                                             fact::registry,
                                             fact::repository,
                                             fact::requested,
                                             fact::resource,
                                             fact::restarts,
                                             fact::scheduler,
                                             fact::secretName,
                                             fact::selector,
                                             fact::selectorPair,
                                             fact::servicePort,
                                             fact::servicePorts,
                                             fact::similar,
                                             fact::storageClass,
                                             fact::suggestedPort,
                                             fact::suggestedPortJson,
                                             fact::tag,
                                             fact::targetPort,
                                             fact::used,
                                             fact::user,
                                             fact::volume,
                                             fact::wantedPods})
            list.append(name);
        list.sort();
        return list;
    }();
    return names;
}

} // namespace faultline::checks
