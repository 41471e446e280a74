#pragma once

#include <QtWidgets/QWidget>

class QFrame;
class QHBoxLayout;
class QLabel;
class QSplitter;
class QTabWidget;

namespace faultline::ui {

/// The same fault twice: as a place (topology) and as a way (guide). Below each other, beside each other, or one at a
/// time where the window is narrow.
class DiagramArea : public QWidget
{
    Q_OBJECT

public:
    enum class Arrangement { Stacked, Beside, Tabs };

    DiagramArea(QWidget *topology, QWidget *guide, QWidget *parent = nullptr);

    void setArrangement(Arrangement arrangement);
    Arrangement arrangement() const { return m_arrangement; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QFrame *frameFor(QWidget *view, QLabel *heading);
    void retranslate();

    QLabel *m_topologyHeading;
    QLabel *m_guideHeading;
    QFrame *m_topology;
    QFrame *m_guide;
    QSplitter *m_splitter;
    QTabWidget *m_tabs;
    Arrangement m_arrangement = Arrangement::Stacked;
};

} // namespace faultline::ui
