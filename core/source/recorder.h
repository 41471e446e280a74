#pragma once

#include "core/model/kind.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <map>
#include <vector>

namespace faultline::source {

/// Keeps the objects that a source reads, for a snapshot: as shareable JSON, so that no value of a Secret or of an
/// environment variable is ever held. Fed on the worker that decodes, read after loaded().
class Recorder
{
public:
    /// Takes the objects of a document: one object, a List or a typed list. `metadataOf`: the kind that
    /// PartialObjectMetadata objects stand for. Kinds that Faultline does not read are left out.
    void add(const QByteArray &json, model::Kind metadataOf = model::Kind::Unknown);

    /// Takes back what was read of a kind.
    void forget(model::Kind kind) { m_objects.erase(kind); }
    void clear() { m_objects.clear(); }

    /// The objects of each kind as compact JSON, in the order in which they came.
    const std::map<model::Kind, std::vector<QByteArray>> &objects() const { return m_objects; }

private:
    void addObject(QJsonObject object, const QString &apiVersion, const QString &kind, int depth);

    model::Kind m_metadataOf = model::Kind::Unknown;
    std::map<model::Kind, std::vector<QByteArray>> m_objects;
};

} // namespace faultline::source
