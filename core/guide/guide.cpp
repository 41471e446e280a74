#include "core/guide/guide.h"

#include <algorithm>

namespace faultline::guide {

const std::optional<Edge> &Node::edge(checks::Answer answer) const
{
    switch (answer) {
    case checks::Answer::Yes:
        return yes;
    case checks::Answer::No:
        return no;
    case checks::Answer::Unknown:
        break;
    }
    return unknown;
}

const Node *Guide::find(const NodeId &id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? nullptr : &m_nodes[*it];
}

const Node &Guide::node(const NodeId &id) const
{
    const Node *found = find(id);
    Q_ASSERT(found != nullptr);
    return *found;
}

const LayerInfo &Guide::layer(Layer layer) const
{
    const auto it =
        std::find_if(m_layers.begin(), m_layers.end(), [=](const LayerInfo &i) { return i.layer == layer; });
    Q_ASSERT(it != m_layers.end());
    return *it;
}

NodeId Guide::entry(Layer layer) const
{
    const auto it = m_entries.find(layer);
    return it == m_entries.end() ? NodeId() : it->second;
}

NodeId Guide::loneEntry(Layer layer) const
{
    const auto it = m_loneEntries.find(layer);
    return it == m_loneEntries.end() ? NodeId() : it->second;
}

NodeId Guide::kindEntry(model::Kind kind) const
{
    const auto it = m_kindEntries.find(kind);
    return it == m_kindEntries.end() ? NodeId() : it->second;
}

bool Guide::isEntry(const NodeId &id) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const auto &entry) { return entry.second == id; });
}

} // namespace faultline::guide
