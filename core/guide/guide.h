#pragma once

#include "core/base/language.h"
#include "core/base/result.h"
#include "core/checks/check.h"

#include <QtCore/QHash>

#include <memory>
#include <optional>

namespace faultline::guide {

using NodeId = QString;

enum class Layer { Rollout, Pods, Service, Ingress, Gateway, Exposure };
enum class NodeType { Question, Check, Action, Resolution };
/// What a leaf means for the subject's health; see `healthOf` in diagnosis.h.
enum class LeafVerdict { Fix, Wait, Suspect, External, Intended, Done, Stuck };
/// Whose fault a leaf supposes; for grouping and icons only.
enum class Certainty { Proven, Suspected };

struct TeamCheck;

/// Where an answer leads. Exactly one of: a node, or asking the person (`ask`).
struct Edge {
    NodeId to;
    bool ask = false;
    bool passesOn = false; ///< a team's question that leads on to where the guide would have gone without it
    Certainty certainty = Certainty::Proven;
    NodeId note; ///< a leaf that is noted on this edge ("explained by a lower layer") while the walk goes on
};

/// What a leaf tells. Every text may hold {gaps}; a part in [[...]] is left out when one of its gaps has no value, one
/// in [[?gap=value|other ...]] unless the gap has one of these values (see fill() in wording.h).
struct LeafTexts {
    base::LocalizedText title;               ///< what is wrong, one sentence in the user's own object names
    base::LocalizedText why;                 ///< why Kubernetes behaves so
    std::vector<base::LocalizedText> causes; ///< the most likely first
    std::vector<base::LocalizedText> fix;    ///< steps, in the order to take them
    std::vector<QString> commands;           ///< that mend or show it; gaps are shell-quoted
    /// YAML with gaps, may be empty: what to change, as a merge patch or with - and + in the first column. One for a
    /// Pod template begins with spec.template.spec, as a Deployment has it; describe() moves it to where other kinds
    /// have it.
    QString patch;
    std::vector<QString> read; ///< https addresses; readAddress() knows their Chinese editions
};

struct Node {
    NodeId id;
    Layer layer = Layer::Rollout;
    NodeType type = NodeType::Question;
    QStringList origin; ///< v1, v2 (the original charts), ext (ours), fix (corrected here), team (a guide file's)
    base::LocalizedText text;
    base::LocalizedText shortText;              ///< for the chart's boxes; falls back to text
    base::LocalizedText help;                   ///< why this is asked; may be empty
    QString command;                            ///< the kubectl command that shows it, with gaps
    QString checkId;                            ///< questions and checks only
    std::shared_ptr<const TeamCheck> teamCheck; ///< instead of a check: conditions of a team's guide file
    QString file;                               ///< name of the team's guide file; empty in the built-in guide
    bool trial = false;                         ///< answered only by trying the connection
    bool spine = false;                         ///< on the straight way of a healthy application
    bool follows = false; ///< only a consequence when a lower layer is at fault: then "explained", not a finding
    QString role;         ///< "start", "milestone", "end" or empty: only for how it is drawn
    std::optional<Edge> yes, no, unknown;   ///< questions and checks
    std::optional<Edge> next;               ///< actions
    LeafVerdict verdict = LeafVerdict::Fix; ///< resolutions only
    QString blames;                         ///< resolutions only
    LeafTexts leaf;                         ///< resolutions only

    bool isOriginal() const { return origin.contains(QStringLiteral("v1")) || origin.contains(QStringLiteral("v2")); }
    bool isTeams() const { return !file.isEmpty(); }
    const std::optional<Edge> &edge(checks::Answer answer) const;
};

struct LayerInfo {
    Layer layer = Layer::Rollout;
    QString id;
    base::LocalizedText text;
};

/// The decision tree, validated. Immutable.
class Guide
{
public:
    /// From one or more YAML texts (resources/guide/*.yaml, in the order of their names).
    /// Refuses: dangling ids, loops, nodes that no entry reaches, unknown checks, a missing language or edge, gaps that
    /// differ between languages or that nobody fills. Errors are Malformed and name the node in `where`.
    static base::Result<Guide> load(const std::vector<QByteArray> &yamlTexts);

    /// The guide that ships in the program's resources.
    static base::Result<Guide> loadBuiltIn();

    const std::vector<Node> &nodes() const { return m_nodes; }
    const Node *find(const NodeId &id) const;
    const Node &node(const NodeId &id) const; ///< Q_ASSERTs that it exists
    const std::vector<LayerInfo> &layers() const { return m_layers; }
    const LayerInfo &layer(Layer layer) const;
    NodeId root() const { return m_root; }
    NodeId entry(Layer layer) const;          ///< where a layer's own walk starts; empty when it has none
    NodeId loneEntry(Layer layer) const;      ///< for a Service or Ingress that no workload claims
    NodeId kindEntry(model::Kind kind) const; ///< for an object beside the applications; empty when it has none
    const std::map<model::Kind, NodeId> &kindEntries() const { return m_kindEntries; }
    bool isEntry(const NodeId &id) const;

private:
    std::vector<Node> m_nodes;
    QHash<NodeId, size_t> m_index;
    std::vector<LayerInfo> m_layers;
    NodeId m_root;
    std::map<Layer, NodeId> m_entries, m_loneEntries;
    std::map<model::Kind, NodeId> m_kindEntries;
    friend class GuideLoader;
    friend class TeamMerger;
};

QString layerId(Layer layer);
QString typeId(NodeType type); ///< "question", "check", "action", "resolution"
QString verdictId(LeafVerdict verdict);

} // namespace faultline::guide
