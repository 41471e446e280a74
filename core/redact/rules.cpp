#include "core/redact/rules.h"

#include "core/base/yamldoor.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

std::vector<Rule> load()
{
    QFile file(u":/faultline/redact/rules.yaml"_s);
    const auto documents = base::yamlToJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    if (!documents || documents->empty())
        return {};
    std::vector<Rule> rules;
    for (const QJsonValue &value : QJsonDocument::fromJson(documents->front()).object().value("rules"_L1).toArray()) {
        const QJsonObject rule = value.toObject();
        QRegularExpression pattern(rule.value("pattern"_L1).toString());
        pattern.optimize();
        rules.push_back({rule.value("id"_L1).toString(), pattern, rule.value("group"_L1).toInt()});
    }
    return rules;
}

} // namespace

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> rules = load();
    return rules;
}

} // namespace faultline::redact
