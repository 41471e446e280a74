#include "core/compare/comparison.h"

#include "core/compare/objectchanges.h"

#include <algorithm>

namespace faultline::compare {

namespace {

using guide::Diagnosis;
using guide::Finding;

/// What makes a finding the same on both sides.
using Key = std::tuple<model::ObjectRef, QString, QString, model::ObjectRef, QString>;

Key keyOf(const Diagnosis &diagnosis, const Finding &finding)
{
    return {diagnosis.subject, finding.leaf, finding.stoppedAt, guide::lastingObject(finding), finding.container};
}

using Found = std::map<Key, FindingChange>;

Found findingsOf(const Side &side, Fared fared)
{
    Found found;
    for (size_t d = 0; d < side.diagnoses->size(); ++d) {
        const Diagnosis &diagnosis = (*side.diagnoses)[d];
        for (size_t f = 0; f < diagnosis.findings.size(); ++f) {
            const Finding &finding = diagnosis.findings[f];
            const FindingChange change{fared, diagnosis.subject, d, f, isFault(finding)};
            if (!finding.isNote)
                found.emplace(keyOf(diagnosis, finding), change);
        }
    }
    return found;
}

std::vector<FindingChange> findingChanges(const Side &before, const Side &after)
{
    const Found old = findingsOf(before, Fared::Went);
    std::vector<FindingChange> came, stayed, went;
    Found fresh = findingsOf(after, Fared::Came);
    for (auto &[key, change] : fresh) {
        // What only followed from another finding and is now one of its own has come.
        const auto known = old.find(key);
        if (known != old.end() && (known->second.isFault || !change.isFault))
            change.fared = Fared::Stayed;
        (change.fared == Fared::Came ? came : stayed).push_back(change);
    }
    for (const auto &[key, change] : old) {
        if (fresh.find(key) == fresh.end())
            went.push_back(change);
    }
    for (auto *list : {&came, &stayed, &went})
        std::stable_partition(list->begin(), list->end(), [](const FindingChange &change) { return change.isFault; });
    came.insert(came.end(), stayed.begin(), stayed.end());
    came.insert(came.end(), went.begin(), went.end());
    return came;
}

std::vector<HealthChange> healthChanges(const Side &before, const Side &after)
{
    std::map<model::ObjectRef, HealthChange> changes;
    for (const Diagnosis &diagnosis : *before.diagnoses)
        changes.emplace(diagnosis.subject, HealthChange{diagnosis.subject, diagnosis.health, {}});
    for (const Diagnosis &diagnosis : *after.diagnoses) {
        const auto entry = changes.emplace(diagnosis.subject, HealthChange{diagnosis.subject, {}, {}}).first;
        entry->second.after = diagnosis.health;
    }
    std::vector<HealthChange> different;
    for (const auto &[subject, change] : changes) {
        if (change.before != change.after)
            different.push_back(change);
    }
    return different;
}

} // namespace

bool Comparison::hasNewFault() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const FindingChange &change) { return change.fared == Fared::Came && change.isFault; });
}

Comparison compared(const Side &before, const Side &after)
{
    return {findingChanges(before, after), healthChanges(before, after), objectChanges(before, after),
            kindsNotCompared(before, after)};
}

} // namespace faultline::compare
