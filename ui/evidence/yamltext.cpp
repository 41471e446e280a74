#include "ui/evidence/yamltext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

bool isPlainSafe(const QString &text)
{
    static const QRegularExpression word(
        u"^[A-Za-z_./](?:[A-Za-z0-9_./@%+=-]|:(?=\\S))*(?: (?:[A-Za-z0-9_./@%+=-]|:(?=\\S))+)*$"_s);
    static const QRegularExpression other(u"^(true|false|yes|no|on|off|y|n|null|~|\\.inf|\\.nan|[.][0-9]+.*|\\.)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return word.match(text).hasMatch() && !other.match(text).hasMatch();
}

QString quoted(const QString &text)
{
    QString result(u'"');
    for (const QChar letter : text) {
        if (letter == u'"' || letter == u'\\')
            result += u'\\';
        if (letter == u'\n') {
            result += u"\\n"_s;
        } else if (letter == u'\t') {
            result += u"\\t"_s;
        } else {
            result += letter;
        }
    }
    return result + u'"';
}

/// Writes values at an indent; members and items each on a line of their own.
class Writer
{
public:
    YamlText run(const QJsonObject &object)
    {
        members(object, 0, {});
        return std::move(m_text);
    }

private:
    int line() const { return static_cast<int>(m_text.lines.size()); }

    void endLine()
    {
        m_text.lines.append(m_line);
        m_line.clear();
    }

    void endLine(const QString &rest)
    {
        m_line += rest;
        endLine();
    }

    /// The first member of an item stands behind its dash: there the line has begun already.
    void pad(int indent) { m_line += QString(indent * 2 - static_cast<int>(m_line.size()), u' '); }

    void members(const QJsonObject &object, int indent, const QString &pointer)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            pad(indent);
            m_line += (isPlainSafe(it.key()) ? it.key() : quoted(it.key())) + u':';
            const QString here = pointerTo(pointer, it.key());
            const int first = line();
            member(it.value(), indent, here);
            m_text.places.insert(here, {first, line()});
        }
    }

    void member(const QJsonValue &value, int indent, const QString &pointer)
    {
        if (value.isObject() && !value.toObject().isEmpty()) {
            endLine();
            members(value.toObject(), indent + 1, pointer);
        } else if (value.isArray() && !value.toArray().isEmpty()) {
            endLine();
            items(value.toArray(), indent, pointer);
        } else {
            m_line += u' ';
            scalar(value, indent);
        }
    }

    void items(const QJsonArray &array, int indent, const QString &pointer)
    {
        int index = 0;
        for (const QJsonValue &item : array) {
            const QString here = pointerTo(pointer, QString::number(index++));
            const int first = line();
            pad(indent);
            m_line += u"- "_s;
            if (item.isObject() && !item.toObject().isEmpty()) {
                members(item.toObject(), indent + 1, here);
            } else if (item.isArray() && !item.toArray().isEmpty()) {
                endLine();
                items(item.toArray(), indent + 1, here);
            } else {
                scalar(item, indent);
            }
            m_text.places.insert(here, {first, line()});
        }
    }

    void scalar(const QJsonValue &value, int indent)
    {
        if (value.isString()) {
            string(value.toString(), indent);
        } else if (value.isObject()) {
            endLine(u"{}"_s);
        } else if (value.isArray()) {
            endLine(u"[]"_s);
        } else if (value.isBool()) {
            endLine(value.toBool() ? u"true"_s : u"false"_s);
        } else {
            endLine(value.isDouble() ? number(value) : u"null"_s);
        }
    }

    static QString number(const QJsonValue &value)
    {
        const qint64 whole = value.toInteger();
        return static_cast<double>(whole) == value.toDouble() ? QString::number(whole)
                                                              : QString::number(value.toDouble(), 'g', 15);
    }

    void string(const QString &text, int indent)
    {
        if (!text.contains(u'\n') || text.startsWith(u' ') || text.startsWith(u'\n'))
            return endLine(isPlainSafe(text) ? text : quoted(text));
        const bool ends = text.endsWith(u'\n');
        endLine(ends ? u"|"_s : u"|-"_s);
        for (const QString &part : (ends ? text.chopped(1) : text).split(u'\n')) {
            if (!part.isEmpty())
                pad(indent + 1);
            endLine(part);
        }
    }

    YamlText m_text;
    QString m_line;
};

} // namespace

YamlText printYaml(const QJsonObject &object) { return Writer().run(object); }

QString pointerTo(const QString &parent, const QString &name)
{
    QString escaped = name;
    return parent + u'/' + escaped.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

QString yamlText(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (metadata.contains("managedFields"_L1)) {
        metadata.remove("managedFields"_L1);
        object.insert("metadata"_L1, metadata);
    }
    const QStringList lines = printYaml(object).lines;
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

} // namespace faultline::ui::evidence
