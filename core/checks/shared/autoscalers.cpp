#include "core/checks/shared/autoscalers.h"

#include "core/checks/shared/evidence.h"

namespace faultline::checks {

model::ObjectRef targetOf(const model::HorizontalPodAutoscaler &autoscaler)
{
    const model::Kind kind = autoscaler.targetVersion.isEmpty()
                                 ? model::kindFromName(autoscaler.targetKind)
                                 : model::kindFrom(autoscaler.targetVersion, autoscaler.targetKind);
    return {kind, autoscaler.meta.nameSpace, autoscaler.targetName};
}

bool canBeScaled(model::Kind kind)
{
    using model::Kind;
    return kind == Kind::Deployment || kind == Kind::StatefulSet || kind == Kind::ReplicaSet ||
           kind == Kind::ReplicationController;
}

Facts targetFacts(const model::HorizontalPodAutoscaler &autoscaler)
{
    return factsOf({{fact::target, autoscaler.targetName}, {fact::targetKind, autoscaler.targetKind}});
}

} // namespace faultline::checks
