#include "core/checks/check.h"
#include "core/checks/reasons.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &) { return unknown(reason::notTried); }

} // namespace

Check servicePortAnswers() { return {u"service_port_answers"_s, {}, ask, Answerer::Trial}; }

} // namespace faultline::checks
