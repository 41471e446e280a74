#pragma once

#include "core/guide/diagnosis.h"

#include <optional>

namespace faultline::ui {

/// Which step of which walk the window stands on; walk -1 for none. The same pair as Investigation::Focus.
struct ChartFocus {
    int walk = -1;
    int step = -1; ///< the number of steps for where the walk ended
    bool operator==(const ChartFocus &) const = default;
};

/// What the walk says about one node.
struct LitNode {
    enum class Role { Passed, Leaf, Asking, Noted, Fold };
    Role role = Role::Passed;
    checks::Answer answer = checks::Answer::Unknown;
    guide::AnsweredBy by = guide::AnsweredBy::Nobody;
    bool notTried = false;
    bool isSure = true;                                    ///< everything before it on its way was answered
    guide::Certainty certainty = guide::Certainty::Proven; ///< of a leaf
    QString reason;                                        ///< why nobody could answer: a NotChecked reason code
    int walk = 0;
    int step = 0;
};

/// The nodes that one walk passed, in order, with its leaf or open question.
struct LitPath {
    guide::Layer layer = guide::Layer::Rollout;
    std::vector<guide::NodeId> nodes;
};

/// The lit path: nodes, and the edges between them ("from>to") with the node that answered.
struct ChartLight {
    std::map<guide::NodeId, LitNode> nodes;
    std::map<std::pair<guide::NodeId, guide::NodeId>, guide::NodeId> edges;
    std::vector<LitPath> paths; ///< bottom-up
    guide::NodeId focus;

    bool isLit(const guide::NodeId &id) const { return nodes.contains(id); }
    const LitNode *find(const guide::NodeId &id) const;
};

/// The lit walks of a diagnosis; the walk in focus stands for its layer.
ChartLight chartLight(const guide::Diagnosis &diagnosis, const ChartFocus &focus);

} // namespace faultline::ui
