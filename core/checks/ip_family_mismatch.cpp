#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

QString familyOf(const QString &address) { return address.contains(u':') ? u"IPv6"_s : u"IPv4"_s; }

QStringList familiesOf(const model::Pod &pod)
{
    QStringList families;
    for (const QString &address : pod.podIPs)
        families.append(familyOf(address));
    families.removeDuplicates();
    return families;
}

bool sharesFamily(const model::Service &service, const QStringList &families)
{
    return std::any_of(families.begin(), families.end(),
                       [&](const QString &family) { return service.ipFamilies.contains(family); });
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    const QString wanted = service.ipFamilies.join(", "_L1);
    std::vector<Evidence> evidence{fieldOf(service.ref(), u"spec.ipFamilies"_s, wanted)};
    QStringList had;
    for (const PodShape &shape : selectedShapes(service, podShapes(scope))) {
        if (!shape.pod || shape.pod->podIPs.isEmpty())
            continue;
        evidence.push_back(fieldOf(shape.object, u"status.podIPs"_s, shape.pod->podIPs.join(", "_L1)));
        had.append(familiesOf(*shape.pod));
    }
    had.removeDuplicates();
    if (had.isEmpty() || service.ipFamilies.isEmpty())
        return unknown(reason::noStatus, std::move(evidence));
    const Facts facts = factsOf({{fact::family, wanted}, {fact::podFamily, had.join(", "_L1)}});
    return sharesFamily(service, had) ? no(std::move(evidence), facts) : yes(std::move(evidence), facts);
}

} // namespace

Check ipFamilyMismatch() { return {u"ip_family_mismatch"_s, {Kind::Service, Kind::Pod}, ask}; }

} // namespace faultline::checks
