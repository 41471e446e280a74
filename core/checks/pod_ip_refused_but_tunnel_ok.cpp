#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope) { return notTriedPort(scope); }

} // namespace

Check podIpRefusedButTunnelOk()
{
    return {u"pod_ip_refused_but_tunnel_ok"_s, {model::Kind::Pod}, ask, Answerer::Trial};
}

} // namespace faultline::checks
