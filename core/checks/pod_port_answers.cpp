#include "core/checks/shared/trial.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope) { return notTriedPort(scope); }

} // namespace

Check podPortAnswers() { return {u"pod_port_answers"_s, {model::Kind::Pod}, ask, Answerer::Trial}; }

} // namespace faultline::checks
