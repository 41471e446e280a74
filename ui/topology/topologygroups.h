#pragma once

#include "core/topology/topology.h"

#include <QtCore/QSet>

namespace faultline::ui {

/// How many members of a group are shown one by one; the rest is a count.
inline constexpr int kMostMembers = 48;

/// The topology with the members of opened groups as items of their own (Item::within), and one more that stands for
/// those beyond kMostMembers: its `count` says how many. `open` holds the ids of groups, see groupId().
topology::Topology withOpened(topology::Topology topology, const QSet<QString> &open);

/// What a group is known by while Pods come and go: its owner's place in the picture and its fate; empty: no group.
QString groupId(const topology::Topology &topology, int item);

} // namespace faultline::ui
