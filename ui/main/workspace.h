#pragma once

#include "ui/main/diagramarea.h"

#include <QtCore/QVariantMap>
#include <QtWidgets/QWidget>

class QSplitter;
class QVBoxLayout;

namespace faultline::ui {

class HeadlineBanner;
class StatePanel;

namespace evidence {
class EvidencePanel;
}
namespace wizard {
class WizardCard;
}
namespace workloads {
class WorkloadPanel;
}

/// Places the panels of an open picture: the list, the headline over the diagrams and the evidence, the card.
/// Under 1100 pixels the card moves below; under 800 the diagrams become tabs.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    explicit Workspace(const DiagramArea::Views &views, QWidget *parent = nullptr);

    workloads::WorkloadPanel *list() const { return m_list; }
    HeadlineBanner *headline() const { return m_headline; }
    StatePanel *strip() const { return m_strip; } ///< over an old picture; hidden otherwise
    evidence::EvidencePanel *evidence() const { return m_evidence; }
    wizard::WizardCard *card() const { return m_card; }
    DiagramArea *diagrams() const { return m_diagrams; }

    /// How the parts stand: the splitters by the window's width, the evidence. What is empty gets its usual place.
    QVariantMap places() const;
    void setPlaces(const QVariantMap &places);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Width { Wide, Medium, Narrow };
    Width wantedWidth() const;
    void buildMiddle();
    void arrange(Width width);
    void giveEvidenceRoom();
    QString widthWord() const;
    void applyPlaces();

    workloads::WorkloadPanel *m_list;
    QSplitter *m_body;
    QWidget *m_middle;
    HeadlineBanner *m_headline;
    StatePanel *m_strip;
    QSplitter *m_stack;
    DiagramArea *m_diagrams;
    evidence::EvidencePanel *m_evidence;
    wizard::WizardCard *m_card;
    Width m_width = Width::Narrow;
    QVariantMap m_places; ///< as they were kept
    int m_scale = 100;    ///< of the text, when the parts were placed
};

} // namespace faultline::ui
