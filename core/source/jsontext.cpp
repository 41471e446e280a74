#include "core/source/jsontext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <cstring>

namespace faultline::source {

namespace {

constexpr bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Behind the string whose opening quote is at `at`; -1 when it never ends.
qsizetype endOfString(QByteArrayView json, qsizetype at)
{
    for (++at; at < json.size(); ++at) {
        const void *quote = std::memchr(json.data() + at, '"', static_cast<size_t>(json.size() - at));
        if (quote == nullptr)
            return -1;
        at = static_cast<const char *>(quote) - json.data();
        qsizetype slashes = 0;
        while (json[at - 1 - slashes] == '\\')
            ++slashes;
        if (slashes % 2 == 0)
            return at + 1;
    }
    return -1;
}

qsizetype endOfContainer(QByteArrayView json, qsizetype at)
{
    for (int depth = 0; at >= 0 && at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            at = endOfString(json, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at;
        }
    }
    return -1;
}

qsizetype endOfWord(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && !isSpace(json[at]) && std::strchr(",:]}[{\"", json[at]) == nullptr)
        ++at;
    return at;
}

} // namespace

qsizetype skipSpace(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isSpace(json[at]))
        ++at;
    return at;
}

qsizetype endOfValue(QByteArrayView json, qsizetype at)
{
    if (at >= json.size())
        return -1;
    if (json[at] == '"')
        return endOfString(json, at);
    if (json[at] == '{' || json[at] == '[')
        return endOfContainer(json, at);
    const qsizetype end = endOfWord(json, at);
    return end > at ? end : -1;
}

void forEachMember(QByteArrayView object, const std::function<bool(QByteArrayView, QByteArrayView)> &visit)
{
    qsizetype at = skipSpace(object, 0);
    if (at >= object.size() || object[at] != '{')
        return;
    for (at = skipSpace(object, at + 1); at < object.size() && object[at] == '"'; at = skipSpace(object, at)) {
        const qsizetype keyEnd = endOfString(object, at);
        const qsizetype begin = keyEnd < 0 ? object.size() : skipSpace(object, skipSpace(object, keyEnd) + 1);
        const qsizetype end = endOfValue(object, begin);
        if (end < 0 || !visit(object.sliced(at + 1, keyEnd - at - 2), object.sliced(begin, end - begin)))
            return;
        at = skipSpace(object, end);
        if (at >= object.size() || object[at] != ',')
            return;
        ++at;
    }
}

void forEachElement(QByteArrayView array, const std::function<bool(QByteArrayView)> &visit)
{
    qsizetype at = skipSpace(array, 0);
    if (at >= array.size() || array[at] != '[')
        return;
    while (at < array.size() && array[at] != ']') {
        const qsizetype begin = skipSpace(array, at + 1);
        const qsizetype end = endOfValue(array, begin);
        if (end < 0 || !visit(array.sliced(begin, end - begin)))
            return;
        at = skipSpace(array, end);
    }
}

QByteArrayView member(QByteArrayView object, QByteArrayView key)
{
    QByteArrayView found;
    forEachMember(object, [&](QByteArrayView name, QByteArrayView value) {
        if (name == key)
            found = value;
        return found.isNull();
    });
    return found;
}

QString textMember(QByteArrayView object, QByteArrayView key)
{
    const QByteArrayView value = member(object, key);
    if (value.size() < 2 || value.front() != '"')
        return {};
    if (!value.contains('\\'))
        return QString::fromUtf8(value.sliced(1, value.size() - 2));
    return QJsonDocument::fromJson('[' + value.toByteArray() + ']').array().at(0).toString();
}

} // namespace faultline::source
