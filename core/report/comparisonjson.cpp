#include "core/report/comparisonview.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

using compare::Fared;

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

/// A field may well hold an empty text: only one that is not there is null.
QJsonValue valueOf(const QString &text) { return text.isNull() ? QJsonValue() : QJsonValue(text); }

QJsonArray findings(const ComparisonView &view, Fared fared)
{
    QJsonArray array;
    for (const FindingLine *line : findingsThat(view, fared)) {
        array.append(QJsonObject{{u"subject"_s, line->subject},
                                 {u"leaf"_s, orNull(line->finding->leaf)},
                                 {u"stoppedAt"_s, orNull(line->finding->stoppedAt)},
                                 {u"object"_s, line->object},
                                 {u"fault"_s, line->isFault},
                                 {u"title"_s, line->title}});
    }
    return array;
}

QString wordOf(Fared fared)
{
    switch (fared) {
    case Fared::Came:
        return u"added"_s;
    case Fared::Went:
        return u"removed"_s;
    case Fared::Stayed:
        break;
    }
    return u"changed"_s;
}

QJsonArray objects(const ComparisonView &view)
{
    QJsonArray array;
    for (const ObjectLine &line : view.objects) {
        QJsonArray fields;
        for (const compare::FieldChange &field : line.fields) {
            fields.append(QJsonObject{
                {u"field"_s, field.field}, {u"before"_s, valueOf(field.before)}, {u"after"_s, valueOf(field.after)}});
        }
        array.append(QJsonObject{{u"object"_s, line.object}, {u"change"_s, wordOf(line.fared)}, {u"fields"_s, fields}});
    }
    return array;
}

QJsonObject sideOf(const Context &context, const redact::Redactor &redactor)
{
    return {{u"name"_s, redactor.masked(clean(context.sourceName))},
            {u"takenAt"_s, orNull(context.takenAt.toString())}};
}

} // namespace

QJsonObject comparisonJson(const ComparisonInput &input)
{
    const ComparisonView view = viewOf(input);
    QJsonArray health;
    for (const HealthLine &line : view.health) {
        health.append(QJsonObject{
            {u"subject"_s, line.subject}, {u"before"_s, orNull(line.beforeId)}, {u"after"_s, orNull(line.afterId)}});
    }
    const Context &context = input.after.context;
    return {{u"schema"_s, u"faultline.comparison/1"_s},
            {u"program"_s, QJsonObject{{u"name"_s, context.program}, {u"version"_s, context.programVersion}}},
            {u"before"_s, sideOf(input.before.context, input.after.redactor)},
            {u"after"_s, sideOf(context, input.after.redactor)},
            {u"newFault"_s, input.comparison->hasNewFault()},
            {u"came"_s, findings(view, Fared::Came)},
            {u"stayed"_s, findings(view, Fared::Stayed)},
            {u"went"_s, findings(view, Fared::Went)},
            {u"health"_s, health},
            {u"objects"_s, objects(view)},
            {u"notCompared"_s, QJsonArray::fromStringList(view.notCompared)}};
}

} // namespace faultline::report
