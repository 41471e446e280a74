#pragma once

#include "core/guide/guide.h"

#include <QtCore/QSet>

namespace faultline::guide {

/// Something that makes no sense in a loaded guide.
struct Flaw {
    NodeId node;
    QStringList member; ///< where in the node: {"edges", "yes"}, {"fix", "0", "en"}; empty = the node itself
    QString detail;
    qsizetype offset = -1; ///< which character of the member's text is meant; -1 = all of it
};

/// What is wrong with a whole guide: dangling ids, loops, nodes that no entry reaches, unknown checks, missing edges or
/// texts, gaps that differ between languages or that nobody fills. Ways are looked at when the nodes are in order.
std::vector<Flaw> validate(const Guide &guide);

/// The same for one node by itself. `gaps`: those that somebody fills.
std::vector<Flaw> flawsOf(const Guide &guide, const Node &node, const QSet<QString> &gaps);

/// Loops, missing entries, and nodes that no entry reaches. A loop is told of a node among `preferred` where it has
/// one.
std::vector<Flaw> flawsOfWays(const Guide &guide, const QSet<NodeId> &preferred);

/// The gaps that the program fills: the standard ones and the facts of its checks.
QSet<QString> programsGaps();

/// The {gaps} of a text, in order of appearance.
QStringList gapsIn(const QString &text);

} // namespace faultline::guide
