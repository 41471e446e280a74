#include "core/base/yamldoor.h"
#include "core/source/filesource.h"
#include "core/source/inputfiles.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

const QString kFolder = u":/faultline/samples"_s;

QJsonObject sampleFile(const QString &id)
{
    const auto bytes = readWhole(kFolder + u'/' + id + u"/sample.yaml"_s);
    const auto documents = base::yamlToJson(bytes.value_or(QByteArray()));
    if (!documents || documents->empty())
        return {};
    return QJsonDocument::fromJson(documents->front()).object();
}

base::LocalizedText textOf(const QJsonValue &value) { return {value["en"_L1].toString(), value["zh"_L1].toString()}; }

} // namespace

std::vector<Sample> samples()
{
    std::vector<std::pair<int, Sample>> ordered;
    for (const QString &id : QDir(kFolder).entryList(QDir::Dirs, QDir::Name)) {
        const QJsonObject file = sampleFile(id);
        ordered.emplace_back(file.value("order"_L1).toInt(),
                             Sample{id, textOf(file.value("title"_L1)), textOf(file.value("symptom"_L1)),
                                    std::clamp(file.value("level"_L1).toInt(1), 1, 3)});
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    std::vector<Sample> result;
    for (const auto &[order, sample] : ordered)
        result.push_back(sample);
    return result;
}

FileRequest sampleRequest(const QString &id) { return {{kFolder + u'/' + id}, {}, Origin::Type::Sample}; }

} // namespace faultline::source
