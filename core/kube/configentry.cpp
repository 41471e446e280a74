#include "core/kube/configentry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

QString ConfigEntry::label() const
{
    const auto word = section == Section::Cluster ? "cluster"_L1 : section == Section::User ? "user"_L1 : "context"_L1;
    return word + u" \""_s + name + u'"';
}

QString FieldReader::text(QLatin1StringView key)
{
    const QJsonValue value = m_entry.fields.value(key);
    if (!value.isString() && !value.isNull() && !value.isUndefined()) {
        fail(Error::Kind::Malformed, u"the field \"%1\" must be a text (put it in quotes)"_s.arg(key));
    }
    return value.toString();
}

QStringList FieldReader::texts(QLatin1StringView key)
{
    const QJsonValue value = m_entry.fields.value(key);
    if (!value.isArray() && !value.isNull() && !value.isUndefined()) {
        fail(Error::Kind::Malformed, u"the field \"%1\" must be a list of texts"_s.arg(key));
    }
    QStringList list;
    for (const QJsonValue &item : value.toArray()) {
        list.append(item.toString());
    }
    return list;
}

bool FieldReader::isTrue(QLatin1StringView key)
{
    const QJsonValue value = m_entry.fields.value(key);
    if (!value.isBool() && !value.isNull() && !value.isUndefined()) {
        fail(Error::Kind::Malformed, u"the field \"%1\" must be true or false"_s.arg(key));
    }
    return value.toBool();
}

QString FieldReader::path(QLatin1StringView key)
{
    const QString written = text(key);
    return written.isEmpty() ? QString() : QFileInfo(m_entry.file).absoluteDir().absoluteFilePath(written);
}

QByteArray FieldReader::material(QLatin1StringView dataKey, QLatin1StringView fileKey)
{
    const QString data = text(dataKey);
    if (!data.isEmpty()) {
        return decoded(dataKey, data);
    }
    const QString file = path(fileKey);
    if (file.isEmpty()) {
        return {};
    }
    auto bytes = readSmallFile(file, kConfigFileLimit);
    if (!bytes) {
        fail(bytes.error().kind, u"the file of \"%1\", %2: %3"_s.arg(fileKey, file, bytes.error().detail));
        return {};
    }
    return *bytes;
}

QByteArray FieldReader::decoded(QLatin1StringView key, const QString &base64)
{
    // Go's decoder skips line breaks, Qt's strict one does not.
    const QByteArray packed = base64.toLatin1().replace('\n', "").replace('\r', "");
    auto result = QByteArray::fromBase64Encoding(packed, QByteArray::AbortOnBase64DecodingErrors);
    if (!result) {
        fail(Error::Kind::Malformed, u"the field \"%1\" is not base64"_s.arg(key));
        return {};
    }
    return *result;
}

void FieldReader::fail(Error::Kind kind, const QString &detail)
{
    if (!m_error) {
        m_error = Error{kind, m_entry.label() + u": "_s + detail, m_entry.file};
    }
}

base::Result<QByteArray> readSmallFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (QFileInfo(path).isDir()) {
        return base::failure(Error::Kind::File, u"this is a folder, not a file"_s, path);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::failure(Error::Kind::File, file.errorString(), path);
    }
    QByteArray bytes = file.read(limit + 1);
    if (bytes.size() > limit) {
        return base::failure(Error::Kind::TooLarge, u"larger than %1 KB"_s.arg(limit / 1024), path);
    }
    return bytes;
}

} // namespace faultline::kube
