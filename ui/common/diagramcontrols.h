#pragma once

#include "core/base/language.h"
#include "ui/common/diagrambutton.h"

#include <QtWidgets/QFrame>

namespace faultline::ui {

/// The little bar in the corner of a diagram: search, overview, follow the step, zoom out, 100 %, zoom in, fit.
class DiagramControls : public QFrame
{
    Q_OBJECT

public:
    explicit DiagramControls(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setLanguage(base::Language language);
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

private:
    void addButtons();
    void retranslate();

    base::Language m_language = base::Language::English;
    DiagramButton *m_search;
    DiagramButton *m_overview;
    DiagramButton *m_follow;
    DiagramButton *m_out;
    DiagramButton *m_full;
    DiagramButton *m_in;
    DiagramButton *m_fit;
};

} // namespace faultline::ui
