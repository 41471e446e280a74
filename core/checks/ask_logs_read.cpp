#include "core/checks/check.h"
#include "core/checks/reasons.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &) { return unknown(reason::onlyPerson); }

} // namespace

Check askLogsRead() { return {u"ask_logs_read"_s, {}, ask, Answerer::Person}; }

} // namespace faultline::checks
