#include "tests/fuzz/fuzz.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace faultline::fuzz {

namespace {

/// One change at a random place of a document.
class Mutation
{
public:
    explicit Mutation(unsigned seed) : m_random(seed) {}

    QJsonValue of(const QJsonValue &value)
    {
        count(value);
        m_target = below(std::max<size_t>(1, m_values.size()));
        m_at = 0;
        return changed(value);
    }

private:
    size_t below(size_t bound) { return std::uniform_int_distribution<size_t>(0, bound - 1)(m_random); }

    void count(const QJsonValue &value)
    {
        m_values.push_back(value);
        if (value.isArray()) {
            for (const QJsonValue &item : value.toArray())
                count(item);
        } else if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto field = object.begin(); field != object.end(); ++field)
                count(field.value());
        }
    }

    QJsonValue changed(const QJsonValue &value)
    {
        if (m_at++ == m_target)
            return another(value);
        if (value.isArray()) {
            QJsonArray array;
            for (const QJsonValue &item : value.toArray())
                array.append(changed(item));
            return array;
        }
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            QJsonObject made;
            for (auto field = object.begin(); field != object.end(); ++field)
                made.insert(field.key(), changed(field.value()));
            return made;
        }
        return value;
    }

    QJsonValue another(const QJsonValue &value)
    {
        switch (below(4)) {
        case 0:
            return m_values[below(m_values.size())]; // of another place
        case 1:
            return odd();
        default:
            break;
        }
        if (value.isArray())
            return anotherArray(value.toArray());
        if (value.isObject())
            return anotherObject(value.toObject());
        if (value.isString())
            return anotherText(value.toString());
        return value.isDouble() ? QJsonValue(value.toDouble() + static_cast<double>(below(5)) - 2) : odd();
    }

    QJsonValue anotherArray(QJsonArray array)
    {
        if (array.isEmpty())
            return QJsonArray{odd()};
        const auto at = static_cast<qsizetype>(below(static_cast<size_t>(array.size())));
        switch (below(3)) {
        case 0:
            array.removeAt(at);
            break;
        case 1:
            array.append(array.at(at));
            break;
        default:
            array.insert(at, odd());
            break;
        }
        return array;
    }

    QJsonValue anotherObject(QJsonObject object)
    {
        const QStringList keys = object.keys();
        if (keys.isEmpty())
            return odd();
        const QString &key = keys[static_cast<qsizetype>(below(static_cast<size_t>(keys.size())))];
        if (below(2) == 0) {
            object.remove(key);
        } else {
            object.insert(keys[static_cast<qsizetype>(below(static_cast<size_t>(keys.size())))], object.value(key));
        }
        return object;
    }

    QJsonValue anotherText(QString text)
    {
        static const QStringList kOdd{u""_s,
                                      u"0"_s,
                                      u"-1"_s,
                                      u"null"_s,
                                      u"2026-13-45T99:99:99Z"_s,
                                      u"9999999999999999999999Gi"_s,
                                      u"a/b:c@sha256:"_s,
                                      u"\u202egnp\u001b[31m"_s,
                                      QString(70'000, u'x')};
        const size_t which = below(static_cast<size_t>(kOdd.size()) + 3);
        if (which < static_cast<size_t>(kOdd.size()))
            return kOdd[static_cast<qsizetype>(which)];
        if (text.isEmpty())
            return u"x"_s;
        text.remove(static_cast<qsizetype>(below(static_cast<size_t>(text.size()))), 1);
        return text;
    }

    QJsonValue odd()
    {
        switch (below(9)) {
        case 0:
            return QJsonValue::Null;
        case 1:
            return true;
        case 2:
            return -1;
        case 3:
            return 1e300;
        case 4:
            return 2147483648.0;
        case 5:
            return 0.5;
        case 6:
            return QJsonArray();
        case 7:
            return QJsonObject();
        default:
            return u""_s;
        }
    }

    std::mt19937 m_random;
    std::vector<QJsonValue> m_values;
    size_t m_target = 0;
    size_t m_at = 0;
};

} // namespace

size_t mutateJson(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytesOf(data, size));
    if (document.isNull() || seed % 8 == 0)
        return LLVMFuzzerMutate(data, size, most);
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    QJsonValue made = root;
    for (unsigned i = 0; i <= seed / 8 % 3; ++i)
        made = Mutation(seed + i).of(made);
    const QByteArray text = made.isArray()    ? QJsonDocument(made.toArray()).toJson(QJsonDocument::Compact)
                            : made.isObject() ? QJsonDocument(made.toObject()).toJson(QJsonDocument::Compact)
                                              : QByteArray();
    if (text.isEmpty() || static_cast<size_t>(text.size()) > most)
        return LLVMFuzzerMutate(data, size, most);
    std::copy(text.begin(), text.end(), reinterpret_cast<char *>(data));
    return static_cast<size_t>(text.size());
}

} // namespace faultline::fuzz
