#pragma once

#include "core/report/report.h"

namespace faultline::report {

/// JUnit XML as Jenkins and GitLab read it: a testsuite for each namespace, a testcase for each subject. A fault is one
/// `failure` (readers show the first alone) of the type of its leaf, with everything found in its text; an open
/// question is an `error` of the type of its node; what waits or could not be judged is `skipped`. Texts in
/// Input::language.
QString toJunit(const Input &input);

} // namespace faultline::report
