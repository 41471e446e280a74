#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict judge(const Scope & /*scope*/, const ContainerView &container, const PullTrouble &trouble)
{
    return trouble.cause == PullCause::None ? no(trouble.evidence)
                                            : yes(trouble.evidence, pullFacts(container, trouble));
}

Verdict ask(const Scope &scope) { return judgePull(scope, judge); }

} // namespace

Check imageError() { return {u"image_error"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}}; }

} // namespace faultline::checks
