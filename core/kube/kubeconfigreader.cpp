#include "core/kube/kubeconfigreader.h"

#include "core/base/yamldoor.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>
#include <iterator>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

using Section = ConfigEntry::Section;

struct SectionWords {
    QLatin1StringView list;
    QLatin1StringView item;
};

SectionWords wordsOf(Section section)
{
    switch (section) {
    case Section::Cluster:
        return {"clusters"_L1, "cluster"_L1};
    case Section::User:
        return {"users"_L1, "user"_L1};
    case Section::Context:
        break;
    }
    return {"contexts"_L1, "context"_L1};
}

// A kubeconfig is small: 200,000 parser events are far above any real one and far below what an alias bomb needs.
constexpr base::YamlLimits kLimits{.depth = 100, .events = 200'000, .outputBytes = 64 * 1024 * 1024};

base::Result<QJsonObject> parsed(const QByteArray &bytes, const QString &path)
{
    auto documents = base::yamlToJson(bytes, kLimits);
    if (!documents) {
        const Error &problem = documents.error();
        return base::failure(problem.kind, problem.detail,
                             problem.where.isEmpty() ? path : path + u':' + problem.where);
    }
    if (documents->empty()) {
        return QJsonObject();
    }
    const QJsonDocument document = QJsonDocument::fromJson(documents->front());
    if (!document.isObject()) {
        return base::failure(Error::Kind::Malformed, u"this is not a kubeconfig"_s, path);
    }
    return document.object();
}

} // namespace

base::Result<void> KubeconfigReader::add(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        return {};
    }
    return readSmallFile(path, kConfigFileLimit)
        .and_then([&path](const QByteArray &bytes) { return parsed(bytes, path); })
        .and_then([this, &path](const QJsonObject &document) { return addDocument(document, path); });
}

base::Result<void> KubeconfigReader::addDocument(const QJsonObject &document, const QString &path)
{
    const QString kind = document.value("kind"_L1).toString();
    if (!kind.isEmpty() && kind != "Config"_L1) {
        return base::failure(Error::Kind::Malformed, u"this is a %1, not a kubeconfig"_s.arg(kind), path);
    }
    for (const Section section : {Section::Cluster, Section::User, Section::Context}) {
        if (auto added = addSection(document, section, path); !added) {
            return added;
        }
    }
    if (m_currentContext.isEmpty()) {
        m_currentContext = document.value("current-context"_L1).toString();
    }
    m_files.append(path);
    return {};
}

base::Result<void> KubeconfigReader::addSection(const QJsonObject &document, Section section, const QString &path)
{
    const SectionWords words = wordsOf(section);
    const QJsonValue list = document.value(words.list);
    if (!list.isArray() && !list.isNull() && !list.isUndefined()) {
        return base::failure(Error::Kind::Malformed, u"\"%1\" must be a list"_s.arg(words.list), path);
    }
    QSet<QString> names;
    std::vector<Kubeconfig::Entry> added;
    for (const QJsonValue &item : list.toArray()) {
        const QString name = item["name"_L1].toString();
        // client-go refuses a file that has a name twice instead of choosing one.
        if (names.contains(name)) {
            return base::failure(Error::Kind::Malformed,
                                 u"the %1 \"%2\" stands twice in this file"_s.arg(words.item, name), path);
        }
        names.insert(name);
        if (!has(section, name)) {
            added.push_back({{section, name, path, item[words.item].toObject()}});
        }
    }
    m_entries.insert(m_entries.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    return {};
}

bool KubeconfigReader::has(Section section, const QString &name) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const auto &entry) { return entry.section == section && entry.name == name; });
}

/// Empty when there is no such entry.
QJsonObject KubeconfigReader::fieldsOf(Section section, const QString &name) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&](const auto &entry) { return entry.section == section && entry.name == name; });
    return it == m_entries.end() ? QJsonObject() : it->fields;
}

Kubeconfig KubeconfigReader::finish()
{
    Kubeconfig config;
    for (const auto &entry : m_entries) {
        if (entry.section == Section::Context) {
            const QJsonObject &fields = entry.fields;
            const QJsonObject cluster = fieldsOf(Section::Cluster, fields.value("cluster"_L1).toString());
            config.m_contexts.push_back({entry.name, fields.value("cluster"_L1).toString(),
                                         fields.value("user"_L1).toString(), fields.value("namespace"_L1).toString(),
                                         cluster.value("server"_L1).toString(),
                                         cluster.value("insecure-skip-tls-verify"_L1).toBool()});
        }
    }
    config.m_currentContext = m_currentContext;
    config.m_files = m_files;
    config.m_entries = std::make_shared<const std::vector<Kubeconfig::Entry>>(std::move(m_entries));
    return config;
}

} // namespace faultline::kube
