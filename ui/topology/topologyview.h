#pragma once

#include "ui/common/diagramview.h"
#include "ui/topology/topologypicture.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace faultline::ui {

/// The objects of one application in their layers, with what must match on the arrows. A group of Pods opens in place.
class TopologyView : public DiagramView
{
    Q_OBJECT

public:
    explicit TopologyView(QWidget *parent = nullptr);

    void setTopology(topology::Topology topology);
    void setLanguage(base::Language language);
    const topology::Topology &topology() const { return m_topology; }

    /// Shows the members of a group one by one, or no longer; `id` as nodes have it.
    void toggleGroup(const QString &id);

Q_SIGNALS:
    /// An object was clicked; of a group the first member. It may be one that does not exist.
    void objectActivated(const faultline::model::ObjectRef &object);
    /// An arrow was clicked: where that stands which is to be changed. The field may be empty.
    void placeActivated(const faultline::model::ObjectRef &object, const QString &field);

private:
    void redraw();
    void activateNode(const QString &id);
    void activateEdge(const QString &id);

    topology::Topology m_topology;
    QHash<QString, model::ObjectRef> m_objects;
    QHash<QString, QString> m_groups; ///< of nodes that are groups: groupId()
    QHash<QString, topology::Place> m_places;
    QSet<QString> m_open;
};

} // namespace faultline::ui
