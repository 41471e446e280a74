#pragma once

#include "core/investigation/investigation.h"
#include "ui/common/theme.h"
#include "ui/main/diagramarea.h"

#include <QtCore/QObject>

namespace faultline::ui {

class FlowchartView;
class TopologyView;

namespace connections {
class ConnectionsView;
}

/// The two pictures of one diagnosis and the table of what must match, and what a click in them means.
class Diagrams : public QObject
{
    Q_OBJECT

public:
    Diagrams(const guide::Guide &guide, QWidget *parent);

    DiagramArea::Views views() const;
    int oddConnections() const; ///< rows that are wrong or suspected

    void showObjects(const investigation::Investigation &investigation);
    void showWalk(const investigation::Investigation &investigation);
    void setTheme(const Theme &theme);
    void setLanguage(base::Language language);

Q_SIGNALS:
    void objectActivated(const faultline::model::ObjectRef &object);
    /// A value that must match another one: where it stands. The field may be empty.
    void placeActivated(const faultline::model::ObjectRef &object, const QString &field);
    void stepActivated(int walk, int step);

private:
    FlowchartView *m_guide;
    TopologyView *m_topology;
    connections::ConnectionsView *m_connections;
};

} // namespace faultline::ui
