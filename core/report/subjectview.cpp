#include "core/report/subjectview.h"

#include "core/guide/rolerule.h"
#include "core/redact/redact.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

using guide::Finding;
using guide::Walk;

constexpr size_t kMostProof = 12;

EvidenceView viewOf(const checks::Evidence &evidence)
{
    return {clean(evidence.object.toString()), clean(evidence.field), clean(evidence.value), evidence.time.toString()};
}

/// What the deciding questions saw: the last one first, so that the proof of the leaf stands on top.
std::vector<EvidenceView> proofOf(const Walk &walk)
{
    std::vector<EvidenceView> proof;
    for (auto step = walk.steps.rbegin(); step != walk.steps.rend() && proof.size() < kMostProof; ++step) {
        for (const checks::Evidence &evidence : step->automatic.evidence) {
            const EvidenceView view = viewOf(evidence);
            const bool known = std::any_of(proof.begin(), proof.end(), [&](const EvidenceView &other) {
                return other.object == view.object && other.field == view.field && other.value == view.value;
            });
            if (!known && proof.size() < kMostProof)
                proof.push_back(view);
        }
        if (proof.size() >= 2)
            break;
    }
    return proof;
}

guide::FindingText cleaned(guide::FindingText text)
{
    text.title = clean(text.title);
    text.why = clean(text.why);
    text.patch = clean(text.patch);
    for (QStringList *list : {&text.causes, &text.fix, &text.commands}) {
        for (QString &line : *list)
            line = clean(line);
    }
    return text;
}

QString weightOf(const Finding &finding, base::Language language)
{
    if (finding.explained)
        return phrase(language, u"explained by a lower layer"_s, u"由下层问题引起"_s);
    if (!finding.stoppedAt.isEmpty())
        return phrase(language, u"open question"_s, u"待回答的问题"_s);
    if (finding.isNote)
        return phrase(language, u"note"_s, u"说明"_s);
    return finding.certainty == guide::Certainty::Proven ? phrase(language, u"proven"_s, u"已证实"_s)
                                                         : phrase(language, u"suspected"_s, u"疑似"_s);
}

/// "reading ingresses failed: the server answered HTTP 500": a reason with what the server said.
QString reasonWords(const Input &input, const QString &reason)
{
    const QString words = guide::reasonText(reason, input.language);
    if (!reason.startsWith("failed:"_L1))
        return words;
    for (const auto &[kind, unseen] : input.cluster->data().unseen) {
        if (model::resourceName(kind) == reason.section(u':', 1) && !unseen.detail.isEmpty())
            return words + phrase(input.language, u": "_s, u"："_s) + clean(unseen.detail).simplified();
    }
    return words;
}

FindingView viewOf(const Input &input, const guide::Diagnosis &diagnosis, const Finding &finding)
{
    const Walk &walk = diagnosis.walks[finding.walk];
    FindingView view;
    view.finding = &finding;
    view.text = cleaned(guide::describe(*input.guide, diagnosis, finding, input.language, input.context.commands));
    view.layer = input.guide->layer(finding.layer).text.in(input.language);
    view.object = clean(finding.object.toString());
    view.file = clean(input.guide->node(finding.leaf.isEmpty() ? finding.stoppedAt : finding.leaf).file);
    view.weight = weightOf(finding, input.language);
    if (!view.file.isEmpty())
        view.weight += phrase(input.language, u", by "_s, u"，来自 "_s) + view.file;
    view.proof = proofOf(walk);
    for (const guide::Step &step : walk.steps)
        view.walk.push_back(stepView(input, walk, step));
    return view;
}

} // namespace

QString clean(const QString &text) { return redact::clean(text); }

QString phrase(base::Language language, const QString &en, const QString &zh)
{
    return language == base::Language::Chinese ? zh : en;
}

QString missingRights(const Input &input)
{
    return clean(guide::missingRights(*input.cluster, input.context.nameSpace));
}

StepView stepView(const Input &input, const guide::Walk &walk, const guide::Step &step)
{
    const guide::Node &node = input.guide->node(step.node);
    StepView view{node.id, clean(node.file), clean(guide::questionText(node, walk, input.language)), {}, {}, {}, {}};
    if (node.type == guide::NodeType::Action)
        return view;
    view.answer = checks::answerWord(step.answer);
    view.by = guide::answeredByWord(step.by);
    if (step.answer == checks::Answer::Unknown)
        view.reason = guide::reasonText(step.automatic.unknownReason, input.language);
    for (const checks::Evidence &evidence : step.automatic.evidence)
        view.evidence.push_back(viewOf(evidence));
    return view;
}

SubjectView viewOf(const Input &input, const guide::Diagnosis &diagnosis)
{
    SubjectView view;
    view.diagnosis = &diagnosis;
    const model::ObjectRef &subject = diagnosis.subject;
    view.title = clean(model::kindName(subject.kind) + u' ' +
                       (subject.nameSpace.isEmpty() ? QString() : subject.nameSpace + u'/') + subject.name);
    view.headline = clean(guide::headline(*input.guide, diagnosis, input.language));
    view.healthWord = healthWord(diagnosis.health, input.language);
    for (const guide::LayerInfo &info : input.guide->layers()) {
        const auto known = diagnosis.layers.find(info.layer);
        if (known == diagnosis.layers.end())
            continue; // what stands beside applications has none of the layers above it
        const guide::LayerState state = known->second;
        view.layers.push_back({info.id, info.text.in(input.language), state, stateWord(state, input.language)});
    }
    for (const Finding &finding : diagnosis.findings) {
        auto &list = finding.isNote || finding.explained ? view.notes : view.findings;
        list.push_back(viewOf(input, diagnosis, finding));
    }
    for (const guide::NotChecked &unchecked : diagnosis.notChecked) {
        const guide::Node &node = input.guide->node(unchecked.node);
        view.notChecked.push_back({unchecked.check, unchecked.node,
                                   clean(guide::fill(node.text.in(input.language), {})), unchecked.reason,
                                   reasonWords(input, unchecked.reason), guide::ruleFor(unchecked.reason)});
    }
    return view;
}

} // namespace faultline::report
