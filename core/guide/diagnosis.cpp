#include "core/guide/diagnosis.h"

#include "core/guide/background.h"
#include "core/guide/examiner.h"
#include "core/guide/findings.h"

#include <algorithm>

namespace faultline::guide {

namespace {

/// How well a walk fits beside the primary finding's: the same Service, then the same Ingress.
int kinship(const Walk &walk, const Subject &beside)
{
    const bool service = !beside.service.isNull() && walk.subject.service == beside.service;
    const bool ingress = !beside.ingress.isNull() && walk.subject.ingress == beside.ingress;
    return (service ? 2 : 0) + (ingress ? 1 : 0);
}

} // namespace

bool isFault(const Finding &finding)
{
    return !finding.isNote && !finding.explained && finding.verdict != LeafVerdict::Wait;
}

model::ObjectRef lastingObject(const Finding &finding)
{
    const model::Kind kind = finding.object.kind;
    const bool isOfARollout = kind == model::Kind::Pod || kind == model::Kind::ReplicaSet;
    return isOfARollout ? model::ObjectRef{kind, {}, {}} : finding.object;
}

const Finding *Diagnosis::primary() const { return findings.empty() ? nullptr : &findings.front(); }

std::vector<const Walk *> Diagnosis::litWalks() const
{
    const Subject beside = findings.empty() ? Subject() : walks[findings.front().walk].subject;
    std::map<Layer, const Walk *> lit;
    // The findings are sorted by weight: of each layer's walks the first named is the one that matters most.
    for (const Finding &finding : findings) {
        const Walk &walk = walks[finding.walk];
        const auto it = lit.find(walk.layer);
        if (it == lit.end() || (!finding.primary && kinship(walk, beside) > kinship(*it->second, beside)))
            lit[walk.layer] = &walk;
    }
    for (const Walk &walk : walks) {
        const auto it = lit.find(walk.layer);
        if (it == lit.end() || kinship(walk, beside) > kinship(*it->second, beside))
            lit[walk.layer] = &walk;
    }
    std::vector<const Walk *> inOrder;
    for (const auto &[layer, walk] : lit)
        inOrder.push_back(walk);
    return inOrder;
}

Diagnosis diagnose(const Guide &guide, const model::Cluster &cluster, const model::ObjectRef &subject,
                   const Answers &answers)
{
    Diagnosis diagnosis;
    diagnosis.subject = subject;
    Examiner(guide, cluster, answers, diagnosis).examine();
    concludeFrom(guide, cluster, diagnosis);
    return diagnosis;
}

std::vector<Diagnosis> diagnoseAll(const Guide &guide, const model::Cluster &cluster, const Answers &answers)
{
    std::vector<Diagnosis> all;
    const auto subjects = subjectsOf(cluster);
    all.reserve(subjects.size());
    for (const model::ObjectRef &subject : subjects)
        all.push_back(diagnose(guide, cluster, subject, answers));
    for (Diagnosis &beside : diagnoseBackground(guide, cluster, all, answers))
        all.push_back(std::move(beside));
    return all;
}

int exitCode(const std::vector<Diagnosis> &diagnoses)
{
    const auto has = [&](Health health) {
        return std::any_of(diagnoses.begin(), diagnoses.end(), [=](const Diagnosis &d) { return d.health == health; });
    };
    if (has(Health::Fault) || has(Health::Open))
        return 1;
    const bool judged = has(Health::Waiting) || has(Health::Fine);
    return judged ? 0 : 2;
}

} // namespace faultline::guide
