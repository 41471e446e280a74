#include "core/checks/shared/waiting.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope) { return waitsFor(scope, {"RunContainerError"_L1}); }

} // namespace

Check containerRunError()
{
    return {u"container_run_error"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
