#include "core/source/documents.h"

#include "core/base/yamldoor.h"
#include "core/source/filelogs.h"
#include "core/source/jsontext.h"

#include <QtCore/QStringDecoder>

#include <algorithm>

namespace faultline::source {

namespace {

using base::Error;

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

Error at(QByteArrayView text, qsizetype offset, const char *detail)
{
    return {Error::Kind::Malformed, QString::fromLatin1(detail), placeOf(text, offset)};
}

/// True where no object can begin behind another one: between two there is a bracket, white space and a bracket or a
/// dash, which stands nowhere inside of JSON but in strings. What is no JSON at all is for the decoder to say.
bool isOneObject(QByteArrayView text, qsizetype start)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    const auto last = std::find_if_not(text.rbegin(), text.rend(), isSpace);
    if (start != 0 || last == text.rend() || *last != '}') {
        return false;
    }
    for (qsizetype at = text.indexOf('}'); at >= 0; at = text.indexOf('}', at + 1)) {
        const qsizetype next = skipSpace(text, at + 1);
        if (next < text.size() && (text[next] == '{' || text[next] == '-')) {
            return false;
        }
    }
    return true;
}

Documents jsonDocuments(const QByteArray &text, qsizetype start)
{
    Documents documents;
    qsizetype begin = start;
    if (isOneObject(text, start)) {
        documents.json.push_back(text);
        return documents;
    }
    while (startsJson(text, begin)) {
        const qsizetype end = endOfValue(text, begin);
        if (end < 0) {
            documents.broken.push_back(at(text, text.size(), "this JSON ends too early"));
            return documents;
        }
        documents.json.push_back(begin == 0 && end == text.size() ? text : text.mid(begin, end - begin));
        begin = skipSeparator(text, end);
    }
    if (begin < text.size())
        documents.broken.push_back(at(text, begin, "text behind the JSON that is no JSON object"));
    return documents;
}

/// Where the documents of a YAML stream begin: its start, and behind each line "---".
std::vector<qsizetype> yamlStarts(const QByteArray &text)
{
    std::vector<qsizetype> starts{0};
    for (qsizetype found = text.indexOf("\n---"); found >= 0; found = text.indexOf("\n---", found + 1)) {
        const char next = found + 4 < text.size() ? text[found + 4] : '\n';
        if (next == '\n' || next == '\r' || next == ' ' || next == '\t')
            starts.push_back(found + 1);
    }
    return starts;
}

/// "3:7" in a part that begins behind `lines` lines.
QString shifted(const QString &place, qsizetype lines)
{
    const qsizetype line = place.section(u':', 0, 0).toLongLong() + lines;
    return QString::number(line) + u':' + place.section(u':', 1);
}

/// A stream that is broken somewhere is read once more, document by document.
Documents yamlDocuments(const QByteArray &text)
{
    Documents documents;
    auto whole = base::yamlToJson(text, {}, &documents.notes);
    if (whole) {
        documents.json = *std::move(whole);
        return documents;
    }
    const std::vector<qsizetype> starts = yamlStarts(text);
    if (starts.size() == 1 || whole.error().kind != Error::Kind::Malformed) {
        documents.broken.push_back(whole.error());
        return documents;
    }
    for (size_t i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        auto part = base::yamlToJson(text.mid(starts[i], end - starts[i]));
        if (part) {
            documents.json.insert(documents.json.end(), part->begin(), part->end());
        } else {
            Error error = part.error();
            error.where = shifted(error.where, QByteArrayView(text).first(starts[i]).count('\n'));
            documents.broken.push_back(std::move(error));
        }
    }
    return documents;
}

} // namespace

Documents documentsOf(const QByteArray &bytes)
{
    const QByteArray text = withoutDumpedLogs(asUtf8(bytes));
    const qsizetype start = skipSeparator(text, 0);
    return startsJson(text, start) ? jsonDocuments(text, start) : yamlDocuments(text);
}

bool isKubernetesObject(const QByteArray &json)
{
    // A large list names its kind behind its items: to look for it costs as much as to decode them, which tells as
    // well.
    constexpr qsizetype kLarge = 1 << 20;
    return json.size() > kLarge ? json.contains("\"kind\"") : member(json, "kind").startsWith('"');
}

} // namespace faultline::source
