#include "core/guide/loader.h"

#include "core/base/yamldoor.h"
#include "core/guide/validate.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::guide {

base::Result<Guide> Guide::load(const std::vector<QByteArray> &yamlTexts) { return GuideLoader().load(yamlTexts); }

base::Result<Guide> Guide::loadBuiltIn()
{
    std::vector<QByteArray> texts;
    const QDir folder(u":/faultline/guide"_s);
    for (const QString &name : folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return base::failure(base::Error::Kind::File, file.errorString(), name);
        texts.push_back(file.readAll());
    }
    return load(texts);
}

base::Result<Guide> GuideLoader::load(const std::vector<QByteArray> &yamlTexts)
{
    for (const QByteArray &text : yamlTexts) {
        const auto documents = base::yamlToJson(text);
        if (!documents)
            return tl::unexpected(documents.error());
        for (const QByteArray &json : *documents)
            readDocument(QJsonDocument::fromJson(json).object());
    }
    if (m_complaints.isEmpty()) {
        for (const Flaw &flaw : validate(m_guide))
            fail(flaw.node, flaw.detail);
    }
    if (m_complaints.isEmpty())
        return std::move(m_guide);
    const QString first = m_complaints.first();
    const qsizetype colon = first.indexOf(u": "_s);
    return base::failure(base::Error::Kind::Malformed, first.sliced(colon + 2), u"guide: "_s + first.first(colon));
}

void GuideLoader::readDocument(const QJsonObject &document)
{
    if (document.contains("root"_L1))
        readMeta(document);
    NodeReader reader(m_complaints, NodeReader::Kind::BuiltIn);
    for (const QJsonValue &value : document["nodes"_L1].toArray()) {
        auto read = reader.read(value, {});
        if (!read)
            continue;
        const NodeId id = read->node.id;
        if (m_guide.m_index.contains(id))
            fail(id, u"this id stands twice"_s);
        m_guide.m_index.insert(id, m_guide.m_nodes.size());
        m_guide.m_nodes.push_back(std::move(read->node));
    }
}

void GuideLoader::readMeta(const QJsonObject &document)
{
    m_guide.m_root = document["root"_L1].toString();
    readLayers(document);
    const auto readEntries = [this](const QJsonObject &entries, std::map<Layer, NodeId> &into) {
        for (auto it = entries.begin(); it != entries.end(); ++it) {
            if (const auto layer = layerFromId(it.key())) {
                into[*layer] = it.value().toString();
            } else {
                fail(u"entries"_s, u"unknown layer \"%1\""_s.arg(it.key()));
            }
        }
    };
    readEntries(document["entries"_L1].toObject(), m_guide.m_entries);
    readEntries(document["lone_entries"_L1].toObject(), m_guide.m_loneEntries);
    readKindEntries(document["kind_entries"_L1].toObject());
}

void GuideLoader::readKindEntries(const QJsonObject &entries)
{
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        const model::Kind kind = model::kindFromName(it.key());
        if (kind == model::Kind::Unknown)
            return fail(u"kind_entries"_s, u"unknown kind \"%1\""_s.arg(it.key()));
        m_guide.m_kindEntries[kind] = it.value().toString();
    }
}

void GuideLoader::readLayers(const QJsonObject &document)
{
    NodeReader reader(m_complaints, NodeReader::Kind::BuiltIn);
    for (const QJsonValue &value : document["layers"_L1].toArray()) {
        const QString id = value["id"_L1].toString();
        const auto layer = layerFromId(id);
        if (!layer)
            return fail(u"layers"_s, u"unknown layer \"%1\""_s.arg(id));
        const base::LocalizedText text = reader.readText(value["text"_L1], {});
        if (text.isEmpty())
            fail(u"layers"_s, u"%1 has no text"_s.arg(id));
        m_guide.m_layers.push_back({*layer, id, text});
    }
}

void GuideLoader::fail(const QString &where, const QString &detail) { m_complaints.add({}, where + u": "_s + detail); }

} // namespace faultline::guide
