#include "core/base/parallel.h"
#include "core/report/details.h"
#include "core/report/subjectview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonObject object(const model::ObjectRef &ref)
{
    return {{u"kind"_s, model::kindName(ref.kind)},
            {u"namespace"_s, orNull(clean(ref.nameSpace))},
            {u"name"_s, clean(ref.name)}};
}

QJsonArray strings(const QStringList &list) { return QJsonArray::fromStringList(list); }

QJsonArray cleanStrings(QStringList list)
{
    for (QString &text : list)
        text = clean(text);
    return strings(list);
}

/// Members whose values are words of the schema or of the guide, and no text of the cluster's.
const QStringList &wordsOfOurOwn()
{
    static const QStringList words{u"schema"_s, u"program"_s, u"type"_s,      u"kind"_s,   u"node"_s,
                                   u"answer"_s, u"by"_s,      u"leaf"_s,      u"origin"_s, u"stoppedAt"_s,
                                   u"layer"_s,  u"verdict"_s, u"certainty"_s, u"health"_s, u"layers"_s,
                                   u"check"_s,  u"takenAt"_s, u"end"_s};
    return words;
}

QJsonArray evidence(const std::vector<EvidenceView> &list)
{
    QJsonArray array;
    for (const EvidenceView &item : list) {
        array.append(QJsonObject{{u"object"_s, item.object},
                                 {u"field"_s, item.field},
                                 {u"value"_s, item.value},
                                 {u"time"_s, orNull(item.time)}});
    }
    return array;
}

QJsonArray walk(const std::vector<StepView> &steps)
{
    QJsonArray array;
    for (const StepView &step : steps) {
        QJsonObject json{{u"node"_s, step.node},
                         {u"question"_s, step.question},
                         {u"answer"_s, orNull(step.answer)},
                         {u"by"_s, orNull(step.by)},
                         {u"evidence"_s, evidence(step.evidence)}};
        if (!step.reason.isEmpty())
            json[u"reason"_s] = step.reason;
        if (!step.file.isEmpty())
            json[u"guideFile"_s] = step.file;
        array.append(json);
    }
    return array;
}

QJsonArray alike(const guide::Walk &walk)
{
    QJsonArray array;
    for (const model::ObjectRef &ref : walk.alike)
        array.append(object(ref));
    return array;
}

QJsonObject finding(const FindingView &view, const guide::Diagnosis &diagnosis)
{
    const guide::Finding &f = *view.finding;
    const bool open = f.leaf.isEmpty();
    return {{u"leaf"_s, orNull(f.leaf)},
            {u"stoppedAt"_s, orNull(f.stoppedAt)},
            {u"origin"_s, view.file.isEmpty() ? u"built-in"_s : u"team"_s},
            {u"guideFile"_s, orNull(view.file)},
            {u"verdict"_s, open ? u"open"_s : guide::verdictId(f.verdict)},
            {u"layer"_s, guide::layerId(f.layer)},
            {u"object"_s, object(f.object)},
            {u"container"_s, orNull(clean(f.container))},
            {u"primary"_s, f.primary},
            {u"note"_s, f.isNote},
            {u"explained"_s, f.explained},
            {u"certainty"_s, f.certainty == guide::Certainty::Proven ? u"proven"_s : u"suspected"_s},
            {u"title"_s, view.text.title},
            {u"why"_s, view.text.why},
            {u"causes"_s, strings(view.text.causes)},
            {u"fix"_s, strings(view.text.fix)},
            {u"commands"_s, strings(view.text.commands)},
            {u"patch"_s, orNull(view.text.patch)},
            {u"read"_s, strings(view.text.read)},
            {u"alike"_s, alike(diagnosis.walks[f.walk])},
            {u"walk"_s, walk(view.walk)}};
}

QJsonValue healthy(guide::Health health)
{
    switch (health) {
    case guide::Health::Fault:
    case guide::Health::Open:
        return false;
    case guide::Health::Fine:
        return true;
    case guide::Health::Waiting:
    case guide::Health::Unjudged:
        break;
    }
    return QJsonValue::Null;
}

QString endWord(guide::Walk::End end)
{
    switch (end) {
    case guide::Walk::End::Leaf:
        return u"leaf"_s;
    case guide::Walk::End::PassedOn:
        return u"passedOn"_s;
    case guide::Walk::End::Asking:
        break;
    }
    return u"stopped"_s;
}

/// The way through the guide that the other reports draw: of what is healthy as well, which has no findings.
QJsonArray walks(const Input &input, const guide::Diagnosis &diagnosis)
{
    QJsonArray array;
    if (diagnosis.health == guide::Health::Fine && !input.hasWalksOfFine)
        return array;
    for (const guide::Walk *one : diagnosis.litWalks()) {
        std::vector<StepView> steps;
        for (const guide::Step &step : one->steps)
            steps.push_back(stepView(input, *one, step));
        array.append(QJsonObject{{u"layer"_s, guide::layerId(one->layer)},
                                 {u"object"_s, object(one->subject.object())},
                                 {u"container"_s, orNull(clean(one->subject.container))},
                                 {u"steps"_s, walk(steps)},
                                 {u"end"_s, endWord(one->end)}});
    }
    return array;
}

QJsonObject subject(const Input &input, const guide::Diagnosis &diagnosis)
{
    const SubjectView view = viewOf(input, diagnosis);
    QJsonArray findings, notChecked;
    QJsonObject layers;
    for (const auto *list : {&view.findings, &view.notes}) {
        for (const FindingView &item : *list)
            findings.append(finding(item, diagnosis));
    }
    for (const UncheckedView &item : view.notChecked) {
        notChecked.append(QJsonObject{{u"check"_s, item.check},
                                      {u"node"_s, item.node},
                                      {u"reason"_s, item.reason},
                                      {u"text"_s, item.reasonText},
                                      {u"rule"_s, orNull(item.rule)}});
    }
    for (const LayerView &layer : view.layers)
        layers[layer.id] = stateWord(layer.state, base::Language::English);
    return {{u"subject"_s, object(diagnosis.subject)},
            {u"healthy"_s, healthy(diagnosis.health)},
            {u"health"_s, healthId(diagnosis.health)},
            {u"headline"_s, view.headline},
            {u"layers"_s, layers},
            {u"pods"_s, QJsonObject{{u"total"_s, diagnosis.podCount}, {u"ready"_s, diagnosis.readyPods}}},
            {u"findings"_s, findings},
            {u"walks"_s, walks(input, diagnosis)},
            {u"notChecked"_s, notChecked}};
}

QJsonObject source(const Input &input)
{
    const Context &context = input.context;
    return {{u"type"_s, context.sourceType},
            {u"name"_s, clean(context.sourceName)},
            {u"server"_s, orNull(clean(context.server))},
            {u"user"_s, orNull(clean(context.user))},
            {u"namespace"_s, orNull(clean(context.nameSpace))},
            {u"serverVersion"_s, orNull(clean(context.serverVersion))},
            {u"insecureSkipTlsVerify"_s, context.insecure},
            {u"takenAt"_s, orNull(context.takenAt.toString())},
            {u"warnings"_s, cleanStrings(remarksOf(input))},
            {u"ignoredFiles"_s, cleanStrings(context.ignoredFiles)}};
}

/// All but the subjects.
QJsonObject head(const Input &input)
{
    return {
        {u"schema"_s, u"faultline.diagnosis/1"_s},
        {u"program"_s, QJsonObject{{u"name"_s, input.context.program}, {u"version"_s, input.context.programVersion}}},
        {u"source"_s, source(input)},
        {u"missingRights"_s, orNull(missingRights(input))}};
}

QJsonObject maskedSubject(const Input &input, const guide::Diagnosis &diagnosis)
{
    return input.redactor.masked(subject(input, diagnosis), wordsOfOurOwn()).toObject();
}

/// As many as are worded side by side before they are written.
constexpr size_t kSubjectsAtOnce = 256;

} // namespace

QJsonObject toJson(const Input &input)
{
    QJsonArray subjects;
    for (const guide::Diagnosis *diagnosis : input.diagnoses)
        subjects.append(maskedSubject(input, *diagnosis));
    QJsonObject document = input.redactor.masked(head(input), wordsOfOurOwn()).toObject();
    document[u"subjects"_s] = subjects;
    return document;
}

void writeJson(const Input &input, const std::function<void(const QByteArray &)> &write)
{
    const QJsonObject top = input.redactor.masked(head(input), wordsOfOurOwn()).toObject();
    QByteArray text = QJsonDocument(top).toJson().trimmed();
    text.chop(1); // the bracket, which closes behind the subjects
    write(text.trimmed() + ",\n    \"subjects\": [\n");
    for (size_t first = 0; first < input.diagnoses.size(); first += kSubjectsAtOnce) {
        const size_t last = std::min(first + kSubjectsAtOnce, input.diagnoses.size());
        std::vector<QByteArray> lines(last - first);
        base::inParallel(lines.size(), [&](size_t i) {
            const QJsonObject one = maskedSubject(input, *input.diagnoses[first + i]);
            lines[i] = QJsonDocument(one).toJson(QJsonDocument::Compact);
        });
        write(QByteArrayList(lines.begin(), lines.end()).join(",\n") + (last < input.diagnoses.size() ? ",\n" : "\n"));
    }
    write("    ]\n}\n");
}

} // namespace faultline::report
