#include "app/patience.h"

namespace faultline::app {

namespace {

using guide::Health;

bool has(const std::vector<guide::Diagnosis> &diagnoses, Health health)
{
    return std::any_of(diagnoses.begin(), diagnoses.end(),
                       [=](const guide::Diagnosis &diagnosis) { return diagnosis.health == health; });
}

bool asksForAMend(const guide::Finding &finding)
{
    using Verdict = guide::LeafVerdict;
    return guide::isFault(finding) && !finding.leaf.isEmpty() && finding.certainty == guide::Certainty::Proven &&
           (finding.verdict == Verdict::Fix || finding.verdict == Verdict::External ||
            finding.verdict == Verdict::Stuck);
}

} // namespace

bool Patience::isBroken(const guide::Diagnosis &diagnosis)
{
    const bool hasFault = diagnosis.health == Health::Fault &&
                          std::any_of(diagnosis.findings.begin(), diagnosis.findings.end(), asksForAMend);
    return hasFault || diagnosis.health == Health::Open;
}

Outlook Patience::look(const std::vector<guide::Diagnosis> &diagnoses, std::chrono::milliseconds now)
{
    const bool isJudged = std::any_of(diagnoses.begin(), diagnoses.end(), [](const guide::Diagnosis &diagnosis) {
        return diagnosis.health != Health::Unjudged;
    });
    std::map<model::ObjectRef, std::chrono::milliseconds> since;
    bool isFinal = false;
    for (const guide::Diagnosis &diagnosis : diagnoses) {
        if (!isBroken(diagnosis) && isJudged)
            continue;
        const auto known = m_since.find(diagnosis.subject);
        const auto began = known == m_since.end() ? now : known->second;
        since.emplace(diagnosis.subject, began);
        isFinal = isFinal || now - began >= m_finalAfter;
    }
    m_since = std::move(since);
    if (isFinal)
        return Outlook::Final;
    const bool isHealthy = has(diagnoses, Health::Fine) && !has(diagnoses, Health::Fault) &&
                           !has(diagnoses, Health::Open) && !has(diagnoses, Health::Waiting);
    return isHealthy ? Outlook::Healthy : Outlook::Waiting;
}

int exitCodeAfterWait(const std::vector<guide::Diagnosis> &diagnoses)
{
    constexpr int kStillWaiting = 3;
    const int code = guide::exitCode(diagnoses);
    return code == 0 && has(diagnoses, Health::Waiting) ? kStillWaiting : code;
}

} // namespace faultline::app
