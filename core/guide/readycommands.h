#pragma once

#include "core/guide/wording.h"

namespace faultline::guide {

/// A command about an object, ready to paste, and what it is for.
struct ReadyCommand {
    enum class Effect {
        Looks,  ///< changes nothing
        Enters, ///< opens a shell or a connection
        Changes ///< changes the cluster: shown for the person to run, never run
    };
    base::LocalizedText what;
    QString command;
    base::LocalizedText note = {}; ///< when it helps, or what to mind
    Effect effect = Effect::Looks;
};

/// What people type about an object of that kind, the most useful first: for a Pod the guide's four and their kin. Of a
/// Pod's commands those about one container speak of `container`; empty = the one that kubectl would take.
std::vector<ReadyCommand> readyCommands(const model::Cluster &cluster, const model::ObjectRef &object,
                                        const QString &container, const CommandContext &context);

/// Names of the containers of a Pod that can be chosen, the default one first.
QStringList containersOf(const model::Cluster &cluster, const model::ObjectRef &object);

/// `kubectl rollout undo` of a Deployment to one of its revisions.
QString undoCommand(const model::ObjectRef &workload, int revision, const CommandContext &context);

} // namespace faultline::guide
