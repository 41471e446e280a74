#include "core/checks/check.h"

namespace faultline::checks {

const model::Container *Scope::containerSpec() const
{
    return pod && !container.isEmpty() ? pod->spec->container(container) : nullptr;
}

const model::ContainerStatus *Scope::containerStatus() const
{
    return pod && !container.isEmpty() ? pod->status(container) : nullptr;
}

} // namespace faultline::checks
