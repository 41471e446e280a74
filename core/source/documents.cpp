#include "core/source/documents.h"

#include "core/base/yamldoor.h"
#include "core/source/jsontext.h"

#include <QtCore/QStringDecoder>

namespace faultline::source {

namespace {

using base::Error;
using base::failure;
using base::Result;

QByteArray asUtf8(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        return bytes;
    if (*encoding == QStringConverter::Utf8)
        return bytes.mid(3);
    QStringDecoder decoder(*encoding);
    return QString(decoder(bytes)).toUtf8();
}

QString placeOf(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(offset);
    const qsizetype line = std::count(before.begin(), before.end(), '\n') + 1;
    const qsizetype column = offset - (before.lastIndexOf('\n') + 1) + 1;
    return QStringLiteral("%1:%2").arg(line).arg(column);
}

/// Behind white space and a "---" line.
qsizetype skipSeparator(QByteArrayView text, qsizetype at)
{
    at = skipSpace(text, at);
    while (text.sliced(at).startsWith("---"))
        at = skipSpace(text, at + 3);
    return at;
}

bool startsJson(QByteArrayView text, qsizetype at) { return at < text.size() && text[at] == '{'; }

Result<std::vector<QByteArray>> jsonDocuments(const QByteArray &text, qsizetype at)
{
    std::vector<QByteArray> documents;
    while (startsJson(text, at)) {
        const qsizetype end = endOfValue(text, at);
        if (end < 0) {
            return failure(Error::Kind::Malformed, QStringLiteral("this JSON ends too early"),
                           placeOf(text, text.size()));
        }
        documents.push_back(at == 0 && end == text.size() ? text : text.mid(at, end - at));
        at = skipSeparator(text, end);
    }
    if (at < text.size()) {
        return failure(Error::Kind::Malformed, QStringLiteral("text behind the JSON that is no JSON object"),
                       placeOf(text, at));
    }
    return documents;
}

} // namespace

Result<std::vector<QByteArray>> documentsOf(const QByteArray &bytes)
{
    const QByteArray text = asUtf8(bytes);
    const qsizetype start = skipSeparator(text, 0);
    return startsJson(text, start) ? jsonDocuments(text, start) : base::yamlToJson(text);
}

bool isKubernetesObject(const QByteArray &json) { return member(json, "kind").startsWith('"'); }

} // namespace faultline::source
