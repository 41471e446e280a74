#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::guide {

/// What commands need to be pasted as they are.
struct CommandContext {
    QString context; ///< kubeconfig context; empty = leave --context out
};

/// The standard gaps, filled from what a walk is about: {namespace} {workload} {workloadKind} (lower case, as kubectl
/// takes it) {rolloutKind} (the same, of kinds that `kubectl rollout` takes) {kind} (as written) {pod} {container}
/// {service} {ingress} {route} {routeKind} (as written) {routeNamespace} {node} {podSelector} (for kubectl -l) {port}
/// (the first declared container port) {podCount} (Pods of this fate) {containerList} ("containers" or
/// "initContainers": where the Pod's spec has the container) {statusList} (where its status has it) {formerRevision}
/// (what an undo would go back to).
const QStringList &standardGaps();

/// Replaces {gaps}; drops every [[part]] of which a gap has no value; a missing gap elsewhere becomes "?". A part may
/// begin with a condition: [[?gap ...]] and [[?gap=one|other ...]] stand only when the gap has a value, or one of
/// these;
/// [[?!gap ...]] and [[?!gap=one|other ...]] only when not.
/// Cluster text is put in as it is: escaping is the business of who shows it.
QString fill(const QString &text, const checks::Facts &facts);

/// The same for a shell command: values are quoted for a POSIX shell, `--context` is put behind `kubectl`.
QString fillCommand(const QString &command, const checks::Facts &facts, const CommandContext &context);

/// "3 of 5 Pods, all on node node-b; the others work": how many Pods share a finding and what they have in common.
/// Empty for a single Pod of a workload that has no other, and for findings that are not about Pods.
QString fateText(const Fate &fate, base::Language language);

/// The same for a patch: values are quoted for YAML, gaps that end in Yaml or Json are YAML already, and a change of
/// spec.template is moved to where the owner's kind has it. Empty when a gap has no value.
QString fillPatch(const QString &patch, const checks::Facts &facts);

/// The page in that language where there is one: kubernetes.io keeps its Chinese edition under /zh-cn/docs/.
QString readAddress(const QString &address, base::Language language);

/// One finding in one language, ready to show.
struct FindingText {
    QString title;
    QString why;
    QStringList causes; ///< the most likely first
    QStringList fix;    ///< steps, in order
    QStringList commands;
    QString patch;
    QStringList read; ///< https addresses
};

/// For a leaf its texts; for an open question the question itself as title ("Only you can tell: ...").
FindingText describe(const Guide &guide, const Diagnosis &diagnosis, const Finding &finding, base::Language language,
                     const CommandContext &context);

/// The question of a node, with gaps filled from the walk, and its command.
QString questionText(const Node &node, const Walk &walk, base::Language language);
QString questionCommand(const Node &node, const Walk &walk, const CommandContext &context);

/// Standard gaps and facts of a walk together.
checks::Facts gapsOf(const Walk &walk);

/// One sentence for the top of the window and the report: the primary finding's title, or "fine as far as the API
/// can tell" with what was not tried.
QString headline(const Guide &guide, const Diagnosis &diagnosis, base::Language language);

/// "no right to list nodes", "not in this input: events": a NotChecked reason in words.
QString reasonText(const QString &reason, base::Language language);

} // namespace faultline::guide
