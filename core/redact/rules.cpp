#include "core/redact/rules.h"

#include "core/base/yamldoor.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

struct RuleFile {
    std::vector<Rule> rules;
    std::map<QString, base::LocalizedText> titles;
    QRegularExpression any;
};

/// Groups and flags of a pattern end with its parentheses.
QRegularExpression anyOf(const std::vector<Rule> &rules)
{
    QStringList patterns;
    for (const Rule &rule : rules) {
        if (rule.choice.isEmpty())
            patterns.append(u"(?:"_s + rule.pattern.pattern() + u')');
    }
    QRegularExpression any(patterns.join(u'|'));
    any.optimize();
    return any;
}

RuleFile load()
{
    QFile file(u":/faultline/redact/rules.yaml"_s);
    const auto documents = base::yamlToJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    if (!documents || documents->empty())
        return {};
    const QJsonObject document = QJsonDocument::fromJson(documents->front()).object();
    RuleFile read;
    for (const QJsonValue &value : document.value("rules"_L1).toArray()) {
        const QJsonObject rule = value.toObject();
        QRegularExpression pattern(rule.value("pattern"_L1).toString());
        pattern.optimize();
        read.rules.push_back({rule.value("id"_L1).toString(), pattern, rule.value("group"_L1).toInt(),
                              rule.value("choice"_L1).toString()});
    }
    read.any = anyOf(read.rules);
    const QJsonObject titles = document.value("titles"_L1).toObject();
    for (auto title = titles.begin(); title != titles.end(); ++title) {
        const QJsonObject words = title.value().toObject();
        read.titles[title.key()] = {words.value("en"_L1).toString(), words.value("zh"_L1).toString()};
    }
    return read;
}

const RuleFile &ruleFile()
{
    static const RuleFile file = load();
    return file;
}

} // namespace

const std::vector<Rule> &rules() { return ruleFile().rules; }

const QRegularExpression &anyRule() { return ruleFile().any; }

base::LocalizedText ruleTitle(const QString &id)
{
    const auto title = ruleFile().titles.find(id);
    return title == ruleFile().titles.end() ? base::LocalizedText{id, id} : title->second;
}

} // namespace faultline::redact
