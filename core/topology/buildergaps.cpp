#include "core/topology/builder.h"

#include "core/base/fuzzy.h"
#include "core/topology/state.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::topology {

namespace {

using guide::Finding;
using guide::Layer;
using model::Kind;
using model::ObjectRef;

QString fact(const Finding &finding, QLatin1StringView name)
{
    const auto found = finding.facts.find(name);
    return found == finding.facts.end() ? QString() : found->second;
}

bool isClusterWide(Kind kind)
{
    return kind == Kind::StorageClass || kind == Kind::Node || kind == Kind::PersistentVolume ||
           kind == Kind::GatewayClass || kind == Kind::IngressClass;
}

/// What a finding says is not there, as an object; null when it speaks of something else.
ObjectRef missingOf(const Finding &finding)
{
    const Kind kind = model::kindFromName(fact(finding, checks::fact::missingKind));
    const QString name = fact(finding, checks::fact::missingName);
    if (kind == Kind::Unknown || name.isEmpty() || finding.isNote || finding.explained)
        return {};
    return {kind, isClusterWide(kind) ? QString() : finding.object.nameSpace, name};
}

/// Where the finding's last question saw it named.
Place placeOf(const guide::Diagnosis &diagnosis, const Finding &finding)
{
    const QString name = fact(finding, checks::fact::missingName);
    Place first{finding.object, {}, name};
    if (finding.walk < 0 || finding.walk >= static_cast<int>(diagnosis.walks.size()))
        return first;
    const std::vector<guide::Step> &steps = diagnosis.walks[finding.walk].steps;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        for (const checks::Evidence &seen : step->automatic.evidence) {
            if (seen.object == finding.object && seen.value == name && !seen.field.isEmpty())
                return {seen.object, seen.field, name};
        }
    }
    return first;
}

} // namespace

int Builder::gapFor(const ObjectRef &service, guide::LayerState state)
{
    if (const std::optional<int> known = indexOf(service))
        return *known;
    QStringList names;
    for (const model::Service &candidate : m_cluster.servicesIn(service.nameSpace))
        names.append(candidate.meta.name);
    Item item = itemFor(service, Layer::Service, state);
    item.found = false;
    item.similar = base::closest(service.name, names);
    return add(std::move(item));
}

/// As the finding about that backend has it; a missing Service that nobody spoke of is wrong all the same.
guide::LayerState Builder::stateOfGap(const model::Ingress &ingress, const QString &serviceName) const
{
    for (const Finding &finding : m_diagnosis.findings) {
        if (finding.object == ingress.ref() && fact(finding, checks::fact::backendService) == serviceName)
            return stateOf(finding);
    }
    return guide::LayerState::Fault;
}

/// ConfigMaps, Secrets, claims, Gateways ... that a finding says are not there.
void Builder::addNamedInVain()
{
    for (const Finding &finding : m_diagnosis.findings)
        addNamedInVain(finding);
}

void Builder::addNamedInVain(const Finding &finding)
{
    const ObjectRef missing = missingOf(finding);
    const std::optional<int> from = indexOf(finding.object);
    if (missing.isNull() || !from || indexOf(missing))
        return;
    const bool isThere = m_cluster.exists(missing); // with a key that it has not, or in the wrong place
    Item item = itemFor(missing, finding.layer, stateOf(finding));
    item.found = isThere;
    item.similar = isThere ? QString() : fact(finding, checks::fact::similar);
    item.detail = fact(finding, checks::fact::missingKey);
    const QString key = item.detail;
    const int to = add(std::move(item));
    link({*from, to, Link::Kind::Names, Link::Match::Wrong, key, {}, {}, placeOf(m_diagnosis, finding)});
}

} // namespace faultline::topology
