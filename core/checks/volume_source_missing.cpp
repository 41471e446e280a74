#include "core/base/yamlquote.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/mounts.h"
#include "core/checks/shared/volumesource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

struct Found {
    MissingVolumeSource missing;
    Evidence evidence;
};

QString volumeOf(const model::PodSpec &spec, const model::ConfigReference &reference)
{
    const auto isTarget = [&reference](const model::Volume &volume) { return volume.target == reference.name; };
    const auto volume = std::find_if(spec.volumes.begin(), spec.volumes.end(), isTarget);
    return volume == spec.volumes.end() ? QString() : volume->name;
}

/// What the kubelet complains of; a key without its object is any object's.
bool isToldOf(const std::optional<MissingVolumeSource> &told, const MissingSource &source)
{
    return told && told->source.kind == source.kind &&
           (told->source.name.isEmpty() || told->source.name == source.name) &&
           (told->source.key.isEmpty() || told->source.key == source.key);
}

/// A ConfigMap, a Secret or a key of a volume that was looked for and is not there; of several the one that the kubelet
/// complains of.
std::optional<Found> byObject(const Scope &scope, const std::optional<MissingVolumeSource> &told)
{
    const model::Pod &pod = *scope.pod;
    std::optional<Found> first;
    for (const model::ConfigReference &reference : pod.spec->configReferences) {
        if (!reference.container.isEmpty() || reference.optional)
            continue;
        auto missing = missingSourceOf(scope.cluster, pod.meta.nameSpace, reference);
        if (!missing)
            continue;
        const bool isTold = isToldOf(told, *missing);
        Found found{{std::move(*missing), volumeOf(*pod.spec, reference)},
                    fieldOf(refTo(pod), u"spec."_s + reference.fieldPath, reference.name)};
        if (isTold)
            return found;
        if (!first)
            first = std::move(found);
    }
    return first;
}

std::optional<Found> byClaim(const Scope &scope)
{
    if (!scope.cluster.sees(Kind::PersistentVolumeClaim))
        return {};
    for (const ClaimUse &use : claimsOf(scope.cluster, *scope.pod)) {
        if (!use.claim) {
            return Found{{{model::kindName(use.ref.kind), use.ref.name, {}}, use.volume},
                         fieldOf(refTo(*scope.pod), use.field, use.ref.name)};
        }
    }
    return {};
}

/// The message names a key alone: the volume's own reference says of which object.
MissingVolumeSource withObject(const model::PodSpec &spec, MissingVolumeSource missing)
{
    MissingSource &source = missing.source;
    for (const model::ConfigReference &reference : spec.configReferences) {
        if (source.name.isEmpty() && reference.container.isEmpty() && reference.keys.contains(source.key) &&
            model::kindName(reference.kind) == source.kind)
            source.name = reference.name;
    }
    return missing;
}

model::ObjectRef refOf(const Scope &scope, const MissingSource &source)
{
    const Kind kind = model::kindFrom(u"v1", source.kind);
    return {kind, scope.pod->meta.nameSpace, source.name};
}

/// The volume with the name that is there instead of the missing one; empty where none is close, and for a projected
/// volume, whose sources a patch replaces as a whole.
QString mendedVolume(const model::PodSpec &spec, const MissingVolumeSource &missing, const Facts &facts)
{
    const auto similar = facts.find(QString(fact::similar));
    const auto volume = std::find_if(spec.volumes.begin(), spec.volumes.end(),
                                     [&missing](const model::Volume &each) { return each.name == missing.volume; });
    if (similar == facts.end() || volume == spec.volumes.end() || !missing.source.key.isEmpty())
        return {};
    const QString name = base::yamlString(similar->second);
    switch (volume->source) {
    case model::Volume::Source::ConfigMap:
        return u"configMap: {name: %1}"_s.arg(name);
    case model::Volume::Source::Secret:
        return u"secret: {secretName: %1}"_s.arg(name);
    case model::Volume::Source::Claim:
        return u"persistentVolumeClaim: {claimName: %1}"_s.arg(name);
    default:
        return {};
    }
}

Verdict missing(const Scope &scope, const Found &found, const model::Event *event)
{
    const MissingSource &source = found.missing.source;
    const model::ObjectRef ref = refOf(scope, source);
    Facts facts = ref.kind == Kind::PersistentVolumeClaim
                      ? missingClaimFacts(scope.cluster, ref)
                      : missingFacts(scope.cluster, scope.pod->meta.nameSpace, source);
    facts.merge(factsOf({{fact::volume, found.missing.volume},
                         {fact::volumeYaml, mendedVolume(*scope.pod->spec, found.missing, facts)},
                         {fact::message, event ? plainMessage(*event) : QString()}}));
    std::vector<Evidence> evidence{found.evidence};
    if (event && eventOf(*event) != found.evidence)
        evidence.push_back(eventOf(*event));
    return yes(std::move(evidence), std::move(facts));
}

/// The kubelet's newest words are often a summary ("timed out waiting for the condition"): an earlier event of the same
/// trouble names the source.
const model::Event &tellingEvent(const Scope &scope, const model::Event &newest)
{
    const model::Event *telling = &newest;
    for (const model::Event *event : scope.cluster.eventsOf(refTo(*scope.pod))) {
        if (event->reason == newest.reason && isSince(*event, scope.pod->startTime) &&
            missingVolumeSourceIn(plainMessage(*event)))
            telling = event;
    }
    return *telling;
}

/// Only the kubelet's words tell.
Verdict byMessage(const Scope &scope, const model::Event &newest)
{
    const model::Event &event = tellingEvent(scope, newest);
    const QString message = plainMessage(event);
    const auto told = missingVolumeSourceIn(message);
    if (!told)
        return no({eventOf(event)}, factsOf({{fact::message, message}}));
    const model::ObjectRef ref = refOf(scope, told->source);
    if (told->source.key.isEmpty() && scope.cluster.sees(ref.kind) && scope.cluster.exists(ref))
        return unknown(reason::tooEarly, {eventOf(event)}); // it has come since: the next try finds it
    return missing(scope, {withObject(*scope.pod->spec, *told), eventOf(event)}, &event);
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Event *event = mountTrouble(scope.cluster, *scope.pod);
    const auto told = event ? missingVolumeSourceIn(plainMessage(tellingEvent(scope, *event))) : std::nullopt;
    auto found = byObject(scope, told);
    if (!found)
        found = byClaim(scope);
    // The kubelet's word of another source weighs more than an object that a look around happens to miss.
    if (event && (!found || (told && !isToldOf(told, found->missing.source)))) {
        const Verdict words = byMessage(scope, *event);
        if (!found || words.answer == Answer::Yes)
            return words;
    }
    return found ? missing(scope, *found, event) : unknown(reason::noMessage);
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
