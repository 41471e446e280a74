#pragma once

#include "core/guide/diagnosis.h"

#include <chrono>

namespace faultline::app {

enum class Outlook {
    Waiting, ///< may still become healthy
    Healthy, ///< everything that could be judged is fine
    Final    ///< something is broken for good, or nothing can be judged
};

/// When --wait has waited enough. A rollout passes through moments that look like faults: a verdict is final once an
/// object has been broken for a while without a break, by whatever leaf. Broken is what has a proven finding that asks
/// for a mend (verdict fix, external or stuck), or a question that only a person can answer. What is only suspected,
/// and what waits, is waited for.
class Patience
{
public:
    explicit Patience(std::chrono::milliseconds finalAfter) : m_finalAfter(finalAfter) {}

    /// `now`: by a clock that only goes forward.
    Outlook look(const std::vector<guide::Diagnosis> &diagnoses, std::chrono::milliseconds now);

    static bool isBroken(const guide::Diagnosis &diagnosis);

private:
    std::chrono::milliseconds m_finalAfter;
    std::map<model::ObjectRef, std::chrono::milliseconds> m_since; ///< broken, or not to be judged
};

/// 0 fine, 1 a fault or an open question, 2 nothing judged, 3 something waits.
int exitCodeAfterWait(const std::vector<guide::Diagnosis> &diagnoses);

} // namespace faultline::app
