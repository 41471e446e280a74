#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/configrefs.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/mounts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

struct Found {
    MissingSource missing;
    Evidence evidence;
};

QString volumeAt(const model::PodSpec &spec, const model::ConfigReference &reference)
{
    const auto target = [&reference](const model::Volume &volume) { return volume.target == reference.name; };
    const auto volume = std::find_if(spec.volumes.begin(), spec.volumes.end(), target);
    return volume == spec.volumes.end() ? QString() : volume->name;
}

/// A ConfigMap or Secret of a volume that was looked for and is not there.
std::optional<Found> byObject(const Scope &scope)
{
    const model::Pod &pod = *scope.pod;
    for (const model::ConfigReference &reference : pod.spec->configReferences) {
        const model::ObjectRef ref{reference.kind, pod.meta.nameSpace, reference.name};
        if (!reference.container.isEmpty() || reference.optional || !scope.cluster.sees(ref.kind) ||
            scope.cluster.exists(ref))
            continue;
        return Found{{ref.kind, ref.name, {}, volumeAt(*pod.spec, reference)},
                     fieldOf(refTo(pod), u"spec."_s + reference.fieldPath, reference.name)};
    }
    return {};
}

std::optional<Found> byClaim(const Scope &scope)
{
    if (!scope.cluster.sees(Kind::PersistentVolumeClaim))
        return {};
    for (const ClaimUse &use : claimsOf(scope.cluster, *scope.pod)) {
        if (!use.claim)
            return Found{{Kind::PersistentVolumeClaim, use.ref.name, {}, use.volume},
                         fieldOf(refTo(*scope.pod), use.field, use.ref.name)};
    }
    return {};
}

/// The message names a key alone: the volume's own reference says of which object.
MissingSource withObject(const model::PodSpec &spec, MissingSource missing)
{
    for (const model::ConfigReference &reference : spec.configReferences) {
        if (missing.name.isEmpty() && reference.container.isEmpty() && reference.kind == missing.kind &&
            reference.keys.contains(missing.key))
            missing.name = reference.name;
    }
    return missing;
}

Verdict missing(const Scope &scope, const Found &found, const model::Event *event)
{
    Facts facts = missingFacts(scope.cluster, scope.pod->meta.nameSpace, found.missing);
    std::vector<Evidence> evidence{found.evidence};
    if (event) {
        facts.insert_or_assign(fact::message, plainMessage(*event));
        if (eventOf(*event) != found.evidence)
            evidence.push_back(eventOf(*event));
    }
    return yes(std::move(evidence), std::move(facts));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Event *event = mountTrouble(scope.cluster, *scope.pod);
    auto found = byObject(scope);
    if (!found)
        found = byClaim(scope);
    if (found)
        return missing(scope, *found, event);
    const auto told = event ? parseMissingSource(plainMessage(*event)) : std::nullopt;
    if (!told)
        return event ? no({eventOf(*event)}, factsOf({{fact::message, plainMessage(*event)}}))
                     : unknown(reason::noMessage);
    const model::ObjectRef ref{told->kind, scope.pod->meta.nameSpace, told->name};
    if (told->key.isEmpty() && scope.cluster.sees(told->kind) && scope.cluster.exists(ref))
        return unknown(reason::tooEarly, {eventOf(*event)}); // it has come since: the next try finds it
    return missing(scope, {withObject(*scope.pod->spec, *told), eventOf(*event)}, event);
}

} // namespace

Check volumeSourceMissing()
{
    return {u"volume_source_missing"_s,
            {Kind::Pod},
            ask,
            Answerer::Cluster,
            {Kind::Event, Kind::ConfigMap, Kind::Secret, Kind::PersistentVolumeClaim}};
}

} // namespace faultline::checks
