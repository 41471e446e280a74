#pragma once

#include "core/base/language.h"
#include "ui/common/diagrambutton.h"

#include <QtWidgets/QFrame>

namespace faultline::ui {

/// The little bar in the corner of a diagram: search, overview, follow the step, zoom out, 100 %, zoom in, fit, and a
/// switch that the diagram may offer.
class DiagramControls : public QFrame
{
    Q_OBJECT

public:
    explicit DiagramControls(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setLanguage(base::Language language);
    void offerSwitch(const base::LocalizedText &text, const base::LocalizedText &tip); ///< shows the switch, unchecked
    QToolButton *switchButton() const { return m_switch; }
    QToolButton *searchButton() const { return m_search; }
    QToolButton *overviewButton() const { return m_overview; } ///< checked: shown
    QToolButton *followButton() const { return m_follow; }     ///< checked: a new focus is brought into view

public Q_SLOTS:
    void showZoom(qreal zoom);

Q_SIGNALS:
    void zoomInAsked();
    void zoomOutAsked();
    void fitAsked();
    void fullAsked();
    void searchAsked();
    void switched(bool on);

private:
    void addButtons();
    void retranslate();

    base::Language m_language = base::Language::English;
    base::LocalizedText m_switchText, m_switchTip;
    DiagramButton *m_switch;
    DiagramButton *m_search;
    DiagramButton *m_overview;
    DiagramButton *m_follow;
    DiagramButton *m_out;
    DiagramButton *m_full;
    DiagramButton *m_in;
    DiagramButton *m_fit;
};

} // namespace faultline::ui
