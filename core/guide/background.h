#pragma once

#include "core/guide/diagnosis.h"

#include <QtCore/QSet>

namespace faultline::guide {

/// What stands beside the applications and is judged on its own: Nodes, PersistentVolumeClaims, autoscalers and
/// disruption budgets. Sorted by kind, namespace and name.
std::vector<model::ObjectRef> backgroundSubjectsOf(const model::Cluster &cluster);

/// How the applications fare that something stands beside.
class Applications
{
public:
    void add(const model::ObjectRef &application, Health health);
    bool isTroubled(const model::ObjectRef &application) const { return m_troubled.contains(application); }
    bool isNone() const { return m_count == 0; }

private:
    QSet<model::ObjectRef> m_troubled;
    int m_count = 0;
};

/// Whether a list should name what stands beside applications. The one place of that rule: what is fine or could not
/// be judged is left out (500 healthy Nodes are no 500 rows), and so is what one of the `applications` explains:
/// - a claim that a Pod of an application in trouble mounts: its own walk asks about the claim;
/// - what a leaf marked `follows` says of an autoscaler or a budget while the application that it stands over is in
///   trouble.
/// Where there is no application at all, what is fine is named, too: it is all that was asked about.
/// By name (diagnose()) any of them can be asked about, healthy or not.
bool isNamed(const Guide &guide, const model::Cluster &cluster, const Diagnosis &beside,
             const Applications &applications);

/// Diagnoses all of them and keeps those that a list should name.
std::vector<Diagnosis> diagnoseBackground(const Guide &guide, const model::Cluster &cluster,
                                          const std::vector<Diagnosis> &applications, const Answers &answers);

/// The part of the guide that a chart about such a subject shows: for what stands beside applications the branch of its
/// kind, for everything else all other branches.
std::vector<Node> nodesFor(const Guide &guide, model::Kind subject);

} // namespace faultline::guide
