#include "core/checks/shared/pulltrouble.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// containerd puts "repository does not exist or may require authorization" before most refusals, so with these words
/// the name may be wrong as well; "no basic auth credentials" behind it says that none were even sent.
bool leavesNameOpen(const QString &message)
{
    return message.contains("does not exist"_L1) && !message.contains("no basic auth credentials"_L1);
}

Verdict judge(const Scope & /*scope*/, const ContainerView &container, const PullTrouble &trouble)
{
    if (trouble.cause != PullCause::AccessDenied || leavesNameOpen(trouble.message))
        return no(trouble.evidence);
    return yes(trouble.evidence, pullFacts(container, trouble));
}

Verdict ask(const Scope &scope) { return judgeToldPull(scope, judge); }

} // namespace

Check imageLoginDemanded()
{
    return {u"image_login_demanded"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
