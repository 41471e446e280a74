#include "ui/topology/topologygroups.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

QString groupId(const topology::Topology &topology, int item)
{
    const topology::Item &group = topology.items[static_cast<size_t>(item)];
    if (group.count <= 1 || group.within >= 0) {
        return {};
    }
    QString owner;
    for (const topology::Link &link : topology.links) {
        if (link.kind == topology::Link::Kind::Owns && link.to == item) {
            owner = topology.items[static_cast<size_t>(link.from)].object.toString();
        }
    }
    return u"%1|%2|%3"_s.arg(owner, group.fate, group.ready ? u"ready"_s : QString());
}

topology::Topology withOpened(topology::Topology topology, const QSet<QString> &open)
{
    const auto known = static_cast<int>(topology.items.size());
    for (int group = 0; group < known; ++group) {
        if (!open.contains(groupId(topology, group))) {
            continue;
        }
        const topology::Item all = topology.items[static_cast<size_t>(group)];
        const auto count = static_cast<int>(all.members.size());
        const int shown = count > kMostMembers ? kMostMembers - 1 : count;
        topology::Item member = all;
        member.members.clear();
        member.detail.clear();
        member.within = group;
        member.count = 1;
        for (int i = 0; i < shown; ++i) {
            member.object = all.members[static_cast<size_t>(i)];
            topology.items.push_back(member);
        }
        if (shown < count) {
            member.object = all.members[static_cast<size_t>(shown)];
            member.count = count - shown;
            topology.items.push_back(member);
        }
    }
    return topology;
}

} // namespace faultline::ui
