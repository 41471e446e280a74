#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope) { return isPullCause(scope, PullCause::Unreachable); }

} // namespace

Check imageRegistryUnreachable()
{
    return {u"image_registry_unreachable"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
