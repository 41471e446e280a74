#pragma once

#include "ui/common/diagramview.h"
#include "ui/topology/topologypicture.h"

#include <QtCore/QHash>

namespace faultline::ui {

/// The objects of one application in their layers, with what must match on the arrows.
class TopologyView : public DiagramView
{
    Q_OBJECT

public:
    explicit TopologyView(QWidget *parent = nullptr);

    void setTopology(topology::Topology topology);
    void setLanguage(base::Language language);
    const topology::Topology &topology() const { return m_topology; }

Q_SIGNALS:
    /// An object was clicked; of a group the first member. It may be one that does not exist.
    void objectActivated(const faultline::model::ObjectRef &object);

private:
    void redraw();
    void activate(const QString &id);

    topology::Topology m_topology;
    base::Language m_language = base::Language::English;
    QHash<QString, model::ObjectRef> m_objects;
};

} // namespace faultline::ui
