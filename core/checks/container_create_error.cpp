#include "core/checks/shared/waiting.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    return waitsFor(scope, {"CreateContainerError"_L1, "PreCreateHookError"_L1, "PreStartHookError"_L1});
}

} // namespace

Check containerCreateError()
{
    return {u"container_create_error"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
