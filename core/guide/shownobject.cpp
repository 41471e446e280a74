#include "core/guide/shownobject.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

QJsonValue hidden() { return QString(kNotShown); }

QJsonValue withoutEnvValues(const QJsonValue &value);

QJsonArray hideValuesOf(const QJsonArray &environment)
{
    QJsonArray shown;
    for (const QJsonValue &value : environment) {
        QJsonObject variable = value.toObject();
        if (variable.contains("value"_L1))
            variable.insert("value"_L1, hidden());
        shown.append(value.isObject() ? QJsonValue(variable) : withoutEnvValues(value));
    }
    return shown;
}

/// Wherever a list of that name stands: Pods, templates, and Pods inside of other objects' fields.
QJsonValue withoutEnvValues(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (auto &&element : array)
            element = withoutEnvValues(element);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue member = it.value();
        const bool isEnvironment = it.key() == "env"_L1 && member.isArray();
        it.value() = isEnvironment ? QJsonValue(hideValuesOf(member.toArray())) : withoutEnvValues(member);
    }
    return object;
}

void hideMembers(QJsonObject &object, const QString &name)
{
    if (!object.contains(name))
        return;
    QJsonObject members = object.value(name).toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        it.value() = hidden();
    object.insert(name, members);
}

} // namespace

QJsonObject shownObject(const QJsonObject &object, model::Kind kind)
{
    QJsonObject shown = withoutEnvValues(object).toObject();
    if (kind == model::Kind::Secret || kind == model::Kind::ConfigMap) {
        for (const QString &name : {u"data"_s, u"stringData"_s, u"binaryData"_s})
            hideMembers(shown, name);
    }
    constexpr QLatin1StringView lastApplied("kubectl.kubernetes.io/last-applied-configuration");
    QJsonObject metadata = shown.value("metadata"_L1).toObject();
    QJsonObject annotations = metadata.value("annotations"_L1).toObject();
    if (annotations.contains(lastApplied)) {
        annotations.insert(lastApplied, hidden());
        metadata.insert("annotations"_L1, annotations);
        shown.insert("metadata"_L1, metadata);
    }
    return shown;
}

} // namespace faultline::guide
