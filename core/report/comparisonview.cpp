#include "core/report/comparisonview.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

constexpr qsizetype kMostLetters = 200;

QString sideText(const Context &context)
{
    QStringList parts{context.sourceName, context.nameSpace,
                      context.takenAt.isValid() ? context.takenAt.toString() : QString()};
    parts.removeAll(QString());
    return clean(parts.join(u" · "_s));
}

QString shortened(const QString &text)
{
    if (text.isNull())
        return {};
    const QString shown = clean(text);
    return shown.size() <= kMostLetters ? shown : shown.left(kMostLetters) + u'…';
}

/// The views of a side's diagnoses, each made once.
using Views = std::map<const guide::Diagnosis *, SubjectView>;

FindingLine lineOf(const ComparisonInput &input, const compare::FindingChange &change, Views &views)
{
    const Input &side = change.fared == compare::Fared::Went ? input.before : input.after;
    const guide::Diagnosis &diagnosis = *side.diagnoses[change.diagnosis];
    const guide::Finding &finding = diagnosis.findings[change.finding];
    const auto known = views.find(&diagnosis);
    const SubjectView &view =
        known == views.end() ? views.emplace(&diagnosis, viewOf(side, diagnosis)).first->second : known->second;
    FindingLine line{change.fared, &finding, change.isFault, clean(change.subject.toString()), {}, {}, {}};
    for (const auto *list : {&view.findings, &view.notes}) {
        for (const FindingView &each : *list) {
            if (each.finding != &finding)
                continue;
            line.title = each.text.title;
            line.weight = each.weight;
            line.object = each.object;
        }
    }
    return line;
}

HealthLine lineOf(const compare::HealthChange &change, base::Language language)
{
    const auto words = [&](const std::optional<guide::Health> &health) {
        return health ? healthWord(*health, language) : phrase(language, u"not there"_s, u"不存在"_s);
    };
    const auto id = [](const std::optional<guide::Health> &health) { return health ? healthId(*health) : QString(); };
    return {clean(change.subject.toString()), words(change.before), words(change.after), id(change.before),
            id(change.after)};
}

ObjectLine lineOf(const compare::ObjectChange &change)
{
    ObjectLine line{change.fared, clean(change.object.toString()), {}};
    for (const compare::FieldChange &field : change.fields)
        line.fields.push_back({clean(field.field), shortened(field.before), shortened(field.after)});
    return line;
}

void mask(ComparisonView &view, const redact::Redactor &redactor)
{
    for (QString *text : {&view.before, &view.after})
        *text = redactor.masked(*text);
    for (FindingLine &line : view.findings) {
        for (QString *text : {&line.subject, &line.title, &line.object})
            *text = redactor.masked(*text);
    }
    for (HealthLine &line : view.health)
        line.subject = redactor.masked(line.subject);
    for (ObjectLine &line : view.objects) {
        line.object = redactor.masked(line.object);
        for (compare::FieldChange &field : line.fields) {
            for (QString *text : {&field.field, &field.before, &field.after})
                *text = text->isNull() ? QString() : redactor.masked(*text);
        }
    }
}

} // namespace

ComparisonView viewOf(const ComparisonInput &input)
{
    ComparisonView view{sideText(input.before.context), sideText(input.after.context), {}, {}, {}, {}};
    Views views;
    for (const compare::FindingChange &change : input.comparison->findings)
        view.findings.push_back(lineOf(input, change, views));
    for (const compare::HealthChange &change : input.comparison->health)
        view.health.push_back(lineOf(change, input.after.language));
    for (const compare::ObjectChange &change : input.comparison->objects)
        view.objects.push_back(lineOf(change));
    for (const model::Kind kind : input.comparison->notCompared)
        view.notCompared += model::resourceName(kind);
    mask(view, input.after.redactor);
    return view;
}

std::vector<const FindingLine *> findingsThat(const ComparisonView &view, compare::Fared fared)
{
    std::vector<const FindingLine *> lines;
    for (const FindingLine &line : view.findings) {
        if (line.fared == fared)
            lines.push_back(&line);
    }
    return lines;
}

} // namespace faultline::report
