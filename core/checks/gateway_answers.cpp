#include "core/checks/check.h"
#include "core/checks/reasons.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &) { return unknown(reason::notTried); }

} // namespace

Check gatewayAnswers() { return {u"gateway_answers"_s, {}, ask, Answerer::Trial}; }

} // namespace faultline::checks
