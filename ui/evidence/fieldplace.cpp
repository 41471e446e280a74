#include "ui/evidence/fieldplace.h"

#include "ui/evidence/yamltext.h"

#include <QtCore/QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

/// By what an element of a list is called, in this order.
constexpr std::array kNames{"name"_L1, "type"_L1, "conditionType"_L1, "key"_L1, "containerPort"_L1, "port"_L1, "ip"_L1};

int indexOf(const QJsonArray &array, const QString &name)
{
    bool isNumber = false;
    const int index = name.toInt(&isNumber);
    if (isNumber && index >= 0 && index < array.size())
        return index;
    for (const QLatin1StringView member : kNames) {
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QJsonValue value = array.at(i).toObject().value(member);
            if (value.toString() == name || (isNumber && value.toInt(-1) == index))
                return static_cast<int>(i);
        }
    }
    return -1;
}

/// The longest member that the path begins with: a label's key has dots of its own.
QString memberAt(const QJsonObject &object, QStringView path)
{
    QString longest;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString &key = it.key();
        if (key.size() <= longest.size() || !path.startsWith(key))
            continue;
        if (path.size() == key.size() || path[key.size()] == u'.' || path[key.size()] == u'[')
            longest = key;
    }
    return longest;
}

/// Walks down a path until it ends or leads nowhere.
class Finder
{
public:
    Finder(const QJsonObject &object, const QString &path) : m_value(object), m_rest(path) {}

    FieldPlace run()
    {
        while (!m_rest.isEmpty()) {
            if (m_rest.startsWith(u'.'))
                m_rest = m_rest.mid(1);
            if (!(m_rest.startsWith(u'[') ? stepInBrackets() : stepByName()))
                break;
        }
        return {m_pointer, m_rest.toString()};
    }

private:
    bool stepInBrackets()
    {
        const qsizetype close = m_rest.indexOf(u']');
        if (close < 0)
            return false;
        const QString name = m_rest.mid(1, close - 1).toString();
        if (m_value.isArray()) {
            const int index = indexOf(m_value.toArray(), name);
            return index >= 0 && step(QString::number(index), m_value.toArray().at(index), close + 1);
        }
        const QJsonObject object = m_value.toObject();
        return object.contains(name) && step(name, object.value(name), close + 1);
    }

    bool stepByName()
    {
        const QString name = memberAt(m_value.toObject(), m_rest);
        return !name.isEmpty() && step(name, m_value.toObject().value(name), name.size());
    }

    bool step(const QString &name, const QJsonValue &value, qsizetype used)
    {
        m_pointer = pointerTo(m_pointer, name);
        m_value = QJsonValue(value);
        m_rest = m_rest.mid(used);
        return true;
    }

    QJsonValue m_value;
    QStringView m_rest;
    QString m_pointer;
};

} // namespace

FieldPlace findField(const QJsonObject &object, const QString &path) { return Finder(object, path).run(); }

} // namespace faultline::ui::evidence
