#pragma once

#include "core/guide/guide.h"
#include "core/guide/problem.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSet>

namespace faultline::guide {

/// A node as a guide file has it.
struct ReadNode {
    Node node;
    Spot spot;
    bool hasLayer = true; ///< a team's node may leave it out: then it is that of the place where it is put in
};

/// Reads the nodes of one guide file. Structure only: whether the tree makes sense is validate()'s. What is wrong goes
/// into the complaints.
class NodeReader
{
public:
    enum class Kind {
        BuiltIn, ///< every text in both languages; "guide: NODE what" in front of complaints is the caller's business
        Teams    ///< a single text counts for both languages; `when` and `facts`; unknown words are refused
    };
    /// `gaps`: the ones that texts may have (of a team's names of objects).
    NodeReader(Complaints &complaints, Kind kind, const QSet<QString> &gaps = {});

    /// Nothing where id, layer or type are missing.
    std::optional<ReadNode> read(const QJsonValue &value, const Spot &spot);
    base::LocalizedText readText(const QJsonValue &value, const Spot &spot);

private:
    bool readBasics(const QJsonObject &object, ReadNode &into);
    void readTexts(const QJsonObject &object, const Spot &spot);
    void readQuestion(const QJsonObject &object, const Spot &spot);
    void readEdges(const QJsonValue &value, const Spot &spot);
    Edge readEdge(const QJsonValue &value, const Spot &spot);
    void readLeaf(const QJsonObject &object, const Spot &spot);
    std::vector<base::LocalizedText> readTextList(const QJsonValue &value, const Spot &spot);
    std::vector<QString> readLines(const QJsonValue &value, const Spot &spot);
    void fail(const Spot &spot, const QString &detail);

    Complaints &m_complaints;
    Kind m_kind;
    const QSet<QString> m_gaps;
    Node m_node;
};

/// "rollout", "pods" ...
std::optional<Layer> layerFromId(const QString &id);

} // namespace faultline::guide
