#include "core/redact/object.h"

#include "core/redact/redact.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

constexpr qsizetype kLongestAnnotation = 4096;

QJsonValue cleaned(const QString &key, const QJsonValue &value);

/// What ties objects together or is made by the server: a pattern must not change it by mistake.
bool isIdentity(const QString &key)
{
    static const QSet<QString> keys{
        u"name"_s,           u"namespace"_s,    u"uid"_s,        u"kind"_s,       u"apiVersion"_s, u"image"_s,
        u"imageID"_s,        u"containerID"_s,  u"nodeName"_s,   u"secretName"_s, u"claimName"_s,  u"serviceName"_s,
        u"serviceAccount"_s, u"volumeName"_s,   u"hostname"_s,   u"host"_s,       u"type"_s,       u"resourceVersion"_s,
        u"generateName"_s,   u"storageClass"_s, u"startTime"_s,  u"time"_s,       u"startedAt"_s,  u"finishedAt"_s,
        u"fieldPath"_s,      u"controller"_s,   u"targetPort"_s, u"key"_s};
    return keys.contains(key) || key.endsWith("Timestamp"_L1) || key.endsWith("Time"_L1);
}

/// Members whose very name says that the value is a credential. "secretName" and the like only name an object.
bool namesCredential(const QString &key)
{
    static const QRegularExpression words(u"passw(?:or)?d|passphrase|(?:^|[-_./])token$|api[-_]?key|access[-_]?key|"
                                          "account[-_]?key|private[-_]?key|secret[-_]?key|credential|client[-_]?secret|"
                                          "bearer"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(key).hasMatch() && !key.endsWith("Name"_L1) && !key.endsWith("-name"_L1);
}

/// A flag that is followed by its value as an argument of its own.
bool isCredentialFlag(const QString &argument)
{
    static const QRegularExpression flag(u"^--?[a-z0-9-]*(?:passw(?:or)?d|pass|token|secret|api-?key|credentials?)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return flag.match(argument).hasMatch();
}

/// What names, images, uids, kinds and times look like. Anything else in their place is a text like any other.
bool isPlainIdentity(const QString &value)
{
    static const QRegularExpression name(
        u"^(?:[a-z]+(?:-pullable)?://)?[a-z0-9][a-z0-9._:/-]*(?:@sha256:[0-9a-f]{64})?$"_s);
    static const QRegularExpression word(u"^(?:[A-Za-z]{1,60}|[0-9TZ:.+-]{1,40})$"_s);
    return name.match(value).hasMatch() || word.match(value).hasMatch();
}

QJsonObject withoutValues(QJsonObject values)
{
    for (const QString &key : values.keys())
        values.insert(key, droppedMark());
    return values;
}

/// env[] and httpHeaders[]: {name, value}.
QJsonArray withoutNamedValues(QJsonArray list)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        QJsonObject item = list[i].toObject();
        if (item.contains("value"_L1))
            item.insert("value"_L1, droppedMark());
        list[i] = item;
    }
    return list;
}

QJsonArray cleanedArguments(QJsonArray list)
{
    bool isValue = false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString argument = list[i].toString();
        list[i] = isValue ? droppedMark() : masked(argument);
        isValue = isCredentialFlag(argument);
    }
    return list;
}

QJsonObject cleanedAnnotations(const QJsonObject &annotations)
{
    QJsonObject kept;
    for (auto it = annotations.begin(); it != annotations.end(); ++it) {
        if (it.key().endsWith("last-applied-configuration"_L1))
            continue;
        const QString value = it.value().toString();
        kept.insert(it.key(),
                    namesCredential(it.key()) || value.size() > kLongestAnnotation ? droppedMark() : masked(value));
    }
    return kept;
}

/// Labels are compared with selectors: equal texts must stay equal and different ones different.
bool isLabelMap(const QString &key)
{
    static const QSet<QString> keys{u"labels"_s, u"matchLabels"_s, u"selector"_s, u"nodeSelector"_s};
    return keys.contains(key);
}

QJsonObject cleanedLabels(QJsonObject labels)
{
    for (auto it = labels.begin(); it != labels.end(); ++it)
        it.value() = it.value().isString() ? QJsonValue(masked(it.value().toString())) : cleaned(QString(), it.value());
    return labels;
}

QJsonArray cleanedList(const QString &key, QJsonArray list)
{
    for (qsizetype i = 0; i < list.size(); ++i)
        list[i] = cleaned(key, list[i]);
    return list;
}

QJsonObject cleanedObject(QJsonObject object)
{
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = cleaned(it.key(), it.value());
    return object;
}

QString cleanedText(const QString &key, const QString &value)
{
    if (isIdentity(key))
        return shareableName(value);
    return namesCredential(key) ? droppedMark() : masked(value);
}

QJsonValue cleaned(const QString &key, const QJsonValue &value)
{
    if (value.isString())
        return cleanedText(key, value.toString());
    if (value.isArray() && (key == "env"_L1 || key == "httpHeaders"_L1))
        return cleanedList(QString(), withoutNamedValues(value.toArray()));
    if (value.isArray() && (key == "args"_L1 || key == "command"_L1))
        return cleanedArguments(value.toArray());
    if (value.isArray())
        return cleanedList(key, value.toArray());
    if (value.isObject() && key == "annotations"_L1)
        return cleanedAnnotations(value.toObject());
    if (value.isObject() && isLabelMap(key))
        return cleanedLabels(value.toObject());
    return value.isObject() ? QJsonValue(cleanedObject(value.toObject())) : value;
}

QJsonObject cleanedSecret(const QJsonObject &secret, QJsonObject metadata)
{
    metadata.remove("annotations"_L1);
    QJsonObject kept{{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Secret"_s}, {u"metadata"_s, metadata}};
    if (secret.contains("type"_L1))
        kept.insert("type"_L1, shareableName(secret.value("type"_L1).toString()));
    for (const QLatin1StringView part : {"data"_L1, "stringData"_L1}) {
        if (secret.contains(part))
            kept.insert(part, withoutValues(secret.value(part).toObject()));
    }
    return kept;
}

} // namespace

QString shareableName(const QString &name) { return isPlainIdentity(name) ? name : masked(name); }

QString droppedMark() { return u"<dropped>"_s; }

QJsonObject shareable(QJsonObject object)
{
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    metadata.remove("managedFields"_L1);
    metadata = cleanedObject(metadata);
    const QString kind = object.value("kind"_L1).toString();
    if (kind == "Secret"_L1)
        return cleanedSecret(object, metadata);
    if (kind == "ConfigMap"_L1) {
        for (const QLatin1StringView part : {"data"_L1, "binaryData"_L1}) {
            if (object.contains(part))
                object.insert(part, withoutValues(object.value(part).toObject()));
        }
    }
    object = cleanedObject(object);
    object.insert("metadata"_L1, metadata);
    return object;
}

} // namespace faultline::redact
