#pragma once

#include "core/guide/guide.h"

#include <QtCore/QJsonObject>

namespace faultline::guide {

/// Reads the guide's YAML texts into a Guide, node by node. Structure only: whether the tree makes sense is
/// validate()'s.
class GuideLoader
{
public:
    base::Result<Guide> load(const std::vector<QByteArray> &yamlTexts);

private:
    void readDocument(const QJsonObject &document);
    void readMeta(const QJsonObject &document);
    void readKindEntries(const QJsonObject &entries);
    void readLayers(const QJsonObject &document);
    void readNode(const QJsonObject &object);
    void readEdges(Node &node, const QJsonObject &edges);
    Edge readEdge(const QJsonValue &value, const QString &where);
    void readLeaf(Node &node, const QJsonObject &object);
    base::LocalizedText readText(const QJsonValue &value, const QString &where);
    void fail(const QString &where, const QString &detail);

    Guide m_guide;
    std::optional<base::Error> m_error; ///< the first one
};

} // namespace faultline::guide
