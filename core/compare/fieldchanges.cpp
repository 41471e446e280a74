#include "core/compare/comparison.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace faultline::compare {

namespace {

/// Changes by itself, or says no more than that something else did.
bool isLeftOut(const QString &field)
{
    static const QSet<QString> fields{u"metadata.resourceVersion"_s, u"metadata.managedFields"_s,
                                      u"metadata.generation"_s, u"metadata.selfLink"_s, u"status.observedGeneration"_s};
    return fields.contains(field) || field.endsWith(".lastHeartbeatTime"_L1) || field.endsWith(".lastProbeTime"_L1) ||
           field.endsWith(".observedGeneration"_L1);
}

QString textOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isString())
        return value.toString().isNull() ? u""_s : value.toString();
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

/// The member by which elements are told apart: "name", "type" or "key"; empty where they have none of their own.
QString keyOf(const QJsonArray &list)
{
    for (const QString &key : {u"name"_s, u"type"_s, u"key"_s}) {
        QSet<QString> seen;
        for (const QJsonValue &element : list) {
            const QString name = element.toObject().value(key).toString();
            if (!name.isEmpty())
                seen.insert(name);
        }
        if (!list.isEmpty() && seen.size() == list.size())
            return key;
    }
    return {};
}

/// The elements by name, else by their place.
QJsonObject byName(const QJsonArray &list, const QString &key)
{
    QJsonObject named;
    for (qsizetype i = 0; i < list.size(); ++i)
        named.insert(key.isEmpty() ? QString::number(i) : list[i].toObject().value(key).toString(), list[i]);
    return named;
}

class Differ
{
public:
    void look(const QString &field, const QJsonValue &before, const QJsonValue &after);
    std::vector<FieldChange> take() { return std::move(m_changes); }

private:
    void lookInside(const QString &field, const QJsonObject &before, const QJsonObject &after, bool isList);

    std::vector<FieldChange> m_changes;
};

void Differ::lookInside(const QString &field, const QJsonObject &before, const QJsonObject &after, bool isList)
{
    QStringList keys = before.keys();
    for (const QString &key : after.keys()) {
        if (!before.contains(key))
            keys.append(key);
    }
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        const QString inner = isList ? u'[' + key + u']' : (field.isEmpty() ? key : u'.' + key);
        look(field + inner, before.value(key), after.value(key));
    }
}

void Differ::look(const QString &field, const QJsonValue &before, const QJsonValue &after)
{
    if (before == after || isLeftOut(field))
        return;
    if (before.isObject() && after.isObject())
        return lookInside(field, before.toObject(), after.toObject(), false);
    if (before.isArray() && after.isArray()) {
        const QString key = keyOf(before.toArray());
        const bool isNamed = !key.isEmpty() && key == keyOf(after.toArray());
        const QString by = isNamed ? key : QString();
        return lookInside(field, byName(before.toArray(), by), byName(after.toArray(), by), true);
    }
    m_changes.push_back({field, textOf(before), textOf(after)});
}

} // namespace

std::vector<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after)
{
    Differ differ;
    differ.look({}, before, after);
    return differ.take();
}

} // namespace faultline::compare
