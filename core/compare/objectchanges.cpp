#include "core/compare/objectchanges.h"

#include "core/model/clusterlists.h"

#include <algorithm>

namespace faultline::compare {

namespace {

using model::Kind;
using model::ObjectRef;

/// What tells whether an object is the one that it was: its uid and version, where the input has them.
struct Version {
    QString uid, version;
    bool isKnown() const { return !version.isEmpty(); }
    bool operator==(const Version &) const = default;
};

using Versions = std::map<ObjectRef, Version>;

Versions versionsOf(const model::Cluster &cluster, const std::vector<Kind> &left)
{
    Versions versions;
    model::forEachList([&](auto list) {
        for (const auto &object : cluster.data().*list) {
            const ObjectRef ref = model::refOf(object);
            if (ref.kind != Kind::Event && std::find(left.begin(), left.end(), ref.kind) == left.end())
                versions.emplace(ref, Version{object.meta.uid, object.meta.resourceVersion});
        }
    });
    return versions;
}

/// What they hold is not kept: their version alone tells a change.
bool hidesItsValues(Kind kind) { return kind == Kind::Secret || kind == Kind::ConfigMap; }

std::optional<ObjectChange> changeOf(const ObjectRef &ref, const Side &before, const Side &after, bool isVersionNew)
{
    const auto was = before.objects.find(ref);
    const auto is = after.objects.find(ref);
    const bool areAtHand = was != before.objects.end() && is != after.objects.end();
    ObjectChange change{ref, Fared::Stayed, {}};
    if (areAtHand)
        change.fields = fieldChanges(was->second, is->second);
    const bool isChanged = !change.fields.empty() || (isVersionNew && (!areAtHand || hidesItsValues(ref.kind)));
    if (ref.kind == Kind::Secret)
        change.fields.clear();
    return isChanged ? std::optional(change) : std::nullopt;
}

} // namespace

std::vector<Kind> kindsNotCompared(const Side &before, const Side &after)
{
    using Reason = model::Unseen::Reason;
    std::vector<Kind> kinds;
    for (const Kind kind : model::allKinds()) {
        for (const Side *side : {&before, &after}) {
            const model::Unseen *unseen = side->cluster->unseen(kind);
            const bool isHidden = unseen != nullptr && unseen->reason != Reason::NotInInput &&
                                  unseen->reason != Reason::NotServed && kind != Kind::Event;
            if (isHidden && (kinds.empty() || kinds.back() != kind))
                kinds.push_back(kind);
        }
    }
    return kinds;
}

std::vector<ObjectChange> objectChanges(const Side &before, const Side &after)
{
    const std::vector<Kind> left = kindsNotCompared(before, after);
    const Versions old = versionsOf(*before.cluster, left);
    const Versions fresh = versionsOf(*after.cluster, left);
    std::vector<ObjectChange> changes;
    for (const auto &[ref, version] : old) {
        if (fresh.find(ref) == fresh.end())
            changes.push_back({ref, Fared::Went, {}});
    }
    for (const auto &[ref, version] : fresh) {
        const auto known = old.find(ref);
        if (known == old.end()) {
            changes.push_back({ref, Fared::Came, {}});
            continue;
        }
        const bool isVersionNew = version.isKnown() && known->second.isKnown() && version != known->second;
        if (const auto change = changeOf(ref, before, after, isVersionNew))
            changes.push_back(*change);
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const ObjectChange &a, const ObjectChange &b) { return a.object < b.object; });
    return changes;
}

} // namespace faultline::compare
