#include "core/checks/reasons.h"
#include "core/checks/shared/routes.h"
#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::TrialKey;
using model::TrialSpeech;

const model::GatewayListener *listenerOf(const model::Gateway &gateway, const model::RouteParent &parent)
{
    for (const model::GatewayListener &listener : gateway.listeners) {
        const bool isWanted = (parent.sectionName.isEmpty() || parent.sectionName == listener.name) &&
                              (parent.port == 0 || parent.port == listener.port);
        if (isWanted && (listener.protocol == "HTTP"_L1 || listener.protocol == "HTTPS"_L1))
            return &listener;
    }
    return nullptr;
}

/// At the first address of the first Gateway that has one, under the route's own name: as DNS would lead there.
std::optional<TrialKey> keyOf(const Scope &scope)
{
    if (!scope.route)
        return std::nullopt;
    for (const model::RouteParent &parent : gatewaysOf(*scope.route)) {
        const model::Gateway *gateway = scope.cluster.gateway(parent.nameSpace, parent.name);
        const model::GatewayListener *listener = gateway ? listenerOf(*gateway, parent) : nullptr;
        if (listener == nullptr || gateway->addresses.isEmpty())
            continue;
        TrialKey key;
        key.way = model::TrialWay::Public;
        key.object = gateway->ref();
        key.address = gateway->addresses.front();
        key.port = listener->port;
        key.speech = listener->protocol == "HTTPS"_L1 ? TrialSpeech::Https : TrialSpeech::Http;
        key.host = nameUnder(scope.route->hostnames.isEmpty() ? listener->hostname : scope.route->hostnames.front());
        if (key.host.isEmpty())
            key.host = std::exchange(key.address, QString());
        key.path = scope.route->path.startsWith(u'/') ? scope.route->path : u"/"_s;
        return key;
    }
    return std::nullopt;
}

/// Only an answer of the Gateway's own accuses it. That its address cannot be reached from this machine says nothing of
/// those that it is for.
Verdict ask(const Scope &scope)
{
    return ofTrial(scope, keyOf(scope), [](const TrialKey &key, const model::Trial &trial) {
        const bool isOwnPage = trial.outcome == model::Trial::Outcome::Answered && trial.byProxy;
        return isOwnPage ? no(trialEvidence(key, trial)) : unknown(reason::trialNotPossible, trialEvidence(key, trial));
    });
}

} // namespace

Check gatewayAnswers()
{
    return {u"gateway_answers"_s, {}, ask, Answerer::Trial, {model::Kind::Gateway, model::Kind::HTTPRoute}};
}

} // namespace faultline::checks
