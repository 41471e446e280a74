#include "ui/evidence/yamltext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

bool isPlainSafe(const QString &text)
{
    static const QRegularExpression word(u"^[A-Za-z_./][A-Za-z0-9_./@%+=-]*( [A-Za-z0-9_./@%+=-]+)*$"_s);
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
    QString run(const QJsonObject &object)
    {
        members(object, 0);
        return m_text;
    }

private:
    void members(const QJsonObject &object, int indent)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            pad(indent);
            m_text += (isPlainSafe(it.key()) ? it.key() : quoted(it.key())) + u':';
            value(it.value(), indent);
        }
    }

    void value(const QJsonValue &value, int indent)
    {
        if (value.isObject() && !value.toObject().isEmpty()) {
            m_text += u'\n';
            members(value.toObject(), indent + 1);
        } else if (value.isArray() && !value.toArray().isEmpty()) {
            m_text += u'\n';
            items(value.toArray(), indent);
        } else {
            m_text += u' ';
            scalar(value, indent);
        }
    }

    void items(const QJsonArray &array, int indent)
    {
        for (const QJsonValue &item : array) {
            pad(indent);
            m_text += u"- "_s;
            if (item.isObject() && !item.toObject().isEmpty()) {
                const qsizetype start = m_text.size();
                members(item.toObject(), indent + 1);
                m_text.remove(start, (indent + 1) * 2); // the first member stands behind the dash
            } else if (item.isArray() && !item.toArray().isEmpty()) {
                m_text += u'\n';
                items(item.toArray(), indent + 1);
            } else {
                scalar(item, indent);
            }
        }
    }

    void scalar(const QJsonValue &value, int indent)
    {
        if (value.isString()) {
            string(value.toString(), indent);
        } else if (value.isObject()) {
            m_text += u"{}\n"_s;
        } else if (value.isArray()) {
            m_text += u"[]\n"_s;
        } else if (value.isBool()) {
            m_text += value.toBool() ? u"true\n"_s : u"false\n"_s;
        } else if (value.isDouble()) {
            m_text += number(value) + u'\n';
        } else {
            m_text += u"null\n"_s;
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
        if (!text.contains(u'\n') || text.startsWith(u' ') || text.startsWith(u'\n')) {
            m_text += (isPlainSafe(text) ? text : quoted(text)) + u'\n';
            return;
        }
        const bool ends = text.endsWith(u'\n');
        m_text += ends ? u"|\n"_s : u"|-\n"_s;
        for (const QString &line : (ends ? text.chopped(1) : text).split(u'\n')) {
            if (!line.isEmpty())
                pad(indent + 1);
            m_text += line + u'\n';
        }
    }

    void pad(int indent) { m_text += QString(indent * 2, u' '); }

    QString m_text;
};

} // namespace

QString yamlText(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (metadata.contains("managedFields"_L1)) {
        metadata.remove("managedFields"_L1);
        object.insert("metadata"_L1, metadata);
    }
    return Writer().run(object);
}

} // namespace faultline::ui::evidence
