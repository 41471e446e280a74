// What of an object may be read on a screen.
#include "core/describe/describe.h"
#include "core/redact/redact.h"
#include "ui/evidence/yamltext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

constexpr QLatin1StringView kLastApplied("kubectl.kubernetes.io/last-applied-configuration");

QJsonValue readable(const QJsonValue &value);

QString readableText(const QString &text) { return text.contains(u'\n') ? redact::masked(text) : text; }

/// What `kubectl apply` leaves is an object once more, as text.
QString readableApplied(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return redact::masked(text);
    const QByteArray json = QJsonDocument(readableObject(document.object())).toJson(QJsonDocument::Compact);
    return redact::masked(QString::fromUtf8(json)) + (text.endsWith(u'\n') ? u"\n"_s : QString());
}

bool isCredential(const QJsonObject &object)
{
    const QString value = object.value("value"_L1).toString();
    return object.value("name"_L1).isString() && !value.isEmpty() &&
           describe::isCredentialName(object.value("name"_L1).toString());
}

QJsonValue readable(const QJsonValue &value)
{
    if (value.isString())
        return readableText(value.toString());
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (auto &&item : array)
            item = readable(item);
        return array;
    }
    return value.isObject() ? QJsonValue(readableObject(value.toObject())) : value;
}

} // namespace

QJsonObject readableObject(const QJsonObject &object)
{
    QJsonObject shown = object;
    for (auto it = shown.begin(); it != shown.end(); ++it) {
        const QJsonValue value = it.value();
        it.value() = it.key() == kLastApplied ? QJsonValue(readableApplied(value.toString())) : readable(value);
    }
    if (isCredential(object))
        shown.insert("value"_L1, u"<masked>"_s);
    return shown;
}

QStringList maskedLines(const QStringList &lines)
{
    // As one text it is quick; a credential over several lines would take their ends with it.
    const QStringList together = redact::clean(lines.join(u'\n')).split(u'\n');
    if (together.size() == lines.size())
        return together;
    QStringList apart;
    apart.reserve(lines.size());
    for (const QString &line : lines)
        apart.append(redact::clean(line));
    return apart;
}

} // namespace faultline::ui::evidence
