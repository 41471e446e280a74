#pragma once

#include "core/guide/nodereader.h"
#include "core/guide/teamguides.h"
#include "core/guide/validate.h"

namespace faultline::guide {

/// Puts one team's file into a guide: reads its nodes, turns the edges at its insertion points, and looks whether the
/// whole still makes sense.
class TeamMerger
{
public:
    /// Where the edges led that files have put something on, by "node/yes": the next file's question goes behind
    /// theirs.
    using TurnedEdges = QHash<QString, NodeId>;

    TeamMerger(const Guide &into, const GuideText &file, const TurnedEdges &turned);

    /// The guide with the file in it, or nothing when something is wrong with the file.
    std::optional<Guide> merge();

    std::vector<Problem> problems() const { return m_complaints.problems(); }
    const TurnedEdges &turned() const { return m_turned; }

private:
    /// Where the team's first question of some is put in.
    struct Insertion {
        Spot spot;
        NodeId node;
        NodeId before;                             ///< every way that led there
        NodeId at;                                 ///< or one edge of this node
        std::optional<Edge> Node::*edge = nullptr; ///< which one
        QString edgeWord;
    };

    void readDocuments();
    void collectFacts();
    void readNodes(const QJsonObject &document, int index);
    void addNode(ReadNode read);
    void checkId(const ReadNode &read);
    void readInsertions(const QJsonObject &document, int index);
    void readInsertion(const QJsonValue &value, const Spot &spot);
    bool readPoint(const QJsonObject &object, Insertion &into);
    void readEdgeName(const QString &word, Insertion &into);

    void insert(const Insertion &insertion);
    void insertBefore(const Insertion &insertion, const QSet<NodeId> &own);
    void insertAt(const Insertion &insertion, const QSet<NodeId> &own);
    bool insertBehind(const Insertion &insertion, const NodeId &first, const NodeId &target);
    bool takeEntries(const Insertion &insertion);
    void continueTo(const NodeId &target, const QSet<NodeId> &own);
    void settleLayers(const Insertion &insertion, const QSet<NodeId> &own);
    template <typename Belongs> QSet<NodeId> nodesFrom(const NodeId &id, const Belongs &belongs) const;
    QSet<NodeId> ownNodesFrom(const NodeId &id) const;
    void validateMerged();

    Node *nodeOf(const NodeId &id);
    Spot spotOf(const NodeId &id) const { return m_spots.value(id); }

    Guide m_guide;
    GuideText m_file;
    Complaints m_complaints;
    std::vector<QJsonObject> m_documents;
    QSet<QString> m_gaps;
    QHash<NodeId, Spot> m_spots;         ///< of the file's own nodes
    QSet<NodeId> m_withoutLayer;         ///< of these, those whose layer is not known yet
    QHash<NodeId, NodeId> m_continuesTo; ///< where CONTINUE leads
    std::vector<Insertion> m_insertions;
    TurnedEdges m_turned;
};

} // namespace faultline::guide
