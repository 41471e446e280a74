#pragma once

#include <QtWidgets/QWidget>

class QFrame;
class QHBoxLayout;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace faultline::ui {

/// The same fault twice: as a place (topology) and as a way (guide). Below each other, beside each other, or one at a
/// time where the window is narrow. Behind the topology lies the table of what must match, a button away.
class DiagramArea : public QWidget
{
    Q_OBJECT

public:
    enum class Arrangement { Stacked, Beside, Tabs };

    struct Views {
        QWidget *topology;
        QWidget *connections;
        QWidget *guide;
        QWidget *guideScope; ///< stands over the guide
    };
    explicit DiagramArea(const Views &views, QWidget *parent = nullptr);

    /// Below each other only as long as both can be read: in a low area they become tabs all the same.
    void setArrangement(Arrangement arrangement);
    Arrangement arrangement() const { return m_arrangement; } ///< as they stand

    /// Gives one picture all the room until it gives it back.
    enum class Enlarged { None, Topology, Guide };
    void enlarge(Enlarged picture);
    Enlarged enlarged() const { return m_enlarged; }

    /// Between the topology and the table of what must match.
    void toggleConnections();
    QSplitter *splitter() const { return m_splitter; }

    /// How many of the connections are wrong or suspected: said on the button.
    void setOddConnections(int count);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QFrame *frameFor(QWidget *view, QLabel *heading, QWidget *button, QToolButton *enlarge);
    QToolButton *enlargeButton(Enlarged picture);
    QStackedWidget *buildPages(QWidget *topology, QWidget *connections);
    void arrange();
    void retranslate();

    QLabel *m_topologyHeading;
    QLabel *m_guideHeading;
    QToolButton *m_switch; ///< between the topology and the connections
    QToolButton *m_enlargeTopology;
    QToolButton *m_enlargeGuide;
    QStackedWidget *m_pages;
    QFrame *m_topology;
    QFrame *m_guide;
    QSplitter *m_splitter;
    QTabWidget *m_tabs;
    Arrangement m_wanted = Arrangement::Stacked;
    Arrangement m_arrangement = Arrangement::Stacked;
    Enlarged m_enlarged = Enlarged::None;
    int m_oddConnections = 0;
};

} // namespace faultline::ui
