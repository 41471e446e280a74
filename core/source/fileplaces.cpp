#include "core/source/fileplaces.h"

#include "core/base/yamldoor.h"
#include "core/base/yamlplaces.h"
#include "core/source/inputfiles.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

constexpr qsizetype kLargest = 4'000'000;

/// The key of the object that `path` begins with, the longest where several do: keys may hold dots.
QString keyAtStart(const QJsonObject &object, QStringView path)
{
    QString best;
    for (const QString &key : object.keys()) {
        const QStringView rest = path.startsWith(key) ? path.mid(key.size()) : QStringView(u"x");
        if ((rest.isEmpty() || rest.front() == u'.' || rest.front() == u'[') && key.size() > best.size())
            best = key;
    }
    return best;
}

/// Index of "[2]" or, by the name of an element, of "[app]"; -1: none.
qsizetype indexOf(const QJsonArray &array, const QString &word)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    if (isNumber)
        return number < array.size() ? number : -1;
    const auto found = std::find_if(array.begin(), array.end(), [&](const QJsonValue &element) {
        return element.toObject().value("name"_L1).toString() == word;
    });
    return found == array.end() ? -1 : found - array.begin();
}

/// The field as a JSON pointer into the object, as far as it goes.
QString pointerOf(QJsonValue value, QStringView field)
{
    QString pointer;
    while (!field.isEmpty()) {
        if (field.front() == u'.') {
            field = field.mid(1);
        } else if (field.front() == u'[' && value.isArray()) {
            const qsizetype end = field.indexOf(u']');
            const qsizetype index = end < 0 ? -1 : indexOf(value.toArray(), field.mid(1, end - 1).toString());
            if (index < 0)
                break;
            pointer += u'/' + QString::number(index);
            value = value.toArray().at(index);
            field = field.mid(end + 1);
        } else {
            const QString key = value.isObject() ? keyAtStart(value.toObject(), field) : QString();
            if (key.isEmpty())
                break;
            pointer += u'/' + base::pointerPart(key);
            value = value.toObject().value(key);
            field = field.mid(key.size());
        }
    }
    return pointer;
}

model::ObjectRef refOf(const QJsonObject &object)
{
    const QJsonObject meta = object.value("metadata"_L1).toObject();
    return {model::kindFromName(object.value("kind"_L1).toString()), meta.value("namespace"_L1).toString(u"default"_s),
            meta.value("name"_L1).toString()};
}

class OneFile
{
public:
    OneFile(QString name, const QByteArray &bytes, QHash<FieldOf, QString> &lines)
        : m_name(std::move(name)), m_bytes(bytes), m_lines(lines)
    {
    }

    void look(const std::vector<FieldOf> &fields)
    {
        const auto documents = base::yamlToJson(m_bytes);
        for (size_t index = 0; documents && index < documents->size(); ++index) {
            const QJsonObject top = QJsonDocument::fromJson((*documents)[index]).object();
            const auto document = static_cast<int>(index);
            lookAtObject(top, document, {}, fields);
            const QJsonArray items = top.value("items"_L1).toArray();
            for (qsizetype item = 0; item < items.size(); ++item)
                lookAtObject(items.at(item).toObject(), document, u"/items/%1"_s.arg(item), fields);
        }
    }

private:
    void lookAtObject(const QJsonObject &object, int document, const QString &above, const std::vector<FieldOf> &fields)
    {
        const model::ObjectRef ref = refOf(object);
        for (const FieldOf &field : fields) {
            if (field.object != ref || m_lines.contains(field))
                continue;
            if (!m_places)
                m_places = base::YamlPlaces::of(m_bytes);
            const base::TextPlace place = m_places->keyPlace(document, above + pointerOf(object, field.field));
            if (place.line > 0)
                m_lines.insert(field, u"%1:%2"_s.arg(m_name).arg(place.line));
        }
    }

    QString m_name;
    const QByteArray &m_bytes;
    QHash<FieldOf, QString> &m_lines;
    std::optional<base::YamlPlaces> m_places; ///< a second parse, only when something of it is asked for
};

} // namespace

QHash<FieldOf, QString> linesOf(const QStringList &paths, const std::vector<FieldOf> &fields)
{
    QHash<FieldOf, QString> lines;
    QStringList given = paths;
    given.removeAll(u"-"_s);
    const auto files = findInputFiles(given);
    if (!files)
        return lines;
    for (const InputFile &file : files->objects) {
        if (!file.content && QFileInfo(file.path).size() > kLargest)
            continue;
        if (const auto bytes = readWhole(file); bytes && bytes->size() <= kLargest)
            OneFile(QFileInfo(file.path).fileName(), *bytes, lines).look(fields);
    }
    return lines;
}

} // namespace faultline::source
