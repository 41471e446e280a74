#pragma once

#include "core/base/language.h"
#include "ui/common/diagrampicture.h"

namespace faultline::ui {

/// Where the keyboard and a screen reader can go in a picture. All pure.

/// Ids of an edge's ends.
QString edgeFrom(const PictureEdge &edge);
QString edgeTo(const PictureEdge &edge);

const PictureEdge *findEdge(const Picture &picture, const QString &id);

/// The nodes of the lit path from its start; without a lit one all nodes, in the picture's order.
std::vector<QString> wayOf(const Picture &picture);

/// The node that an arrow key leads to: the other end of an edge in that direction (a lit one first), else the nearest
/// node there; sideways distance counts double. nullptr at the end. `direction` is a unit vector along an axis.
const PictureNode *nodeTowards(const Picture &picture, const PictureNode &from, const QPointF &direction);

/// The edges of a node: what leads on before what leads to it, lit ones first.
std::vector<const PictureEdge *> edgesOf(const Picture &picture, const QString &node);

/// "orders, fault, Service · 80 → 8080"
QString nodeSentence(const PictureNode &node);

/// "orders selects Pods: tier=backedn, Pods have tier=backend, wrong"; made from the ends where the look has none.
QString edgeSentence(const Picture &picture, const PictureEdge &edge, base::Language language);

/// Ids of the nodes in whose title, detail, id or keywords every one of the words occurs; none for no words.
std::vector<QString> matchesIn(const Picture &picture, const QString &words);

} // namespace faultline::ui
