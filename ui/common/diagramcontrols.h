#pragma once

#include "core/base/language.h"
#include "ui/common/theme.h"

#include <QtWidgets/QFrame>

class QToolButton;

namespace faultline::ui {

/// The little bar in the corner of a diagram: zoom out, zoom in, fit, 100 %, and a switch that the diagram may offer.
class DiagramControls : public QFrame
{
    Q_OBJECT

public:
    explicit DiagramControls(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setLanguage(base::Language language);
    void offerSwitch(const base::LocalizedText &text, const base::LocalizedText &tip); ///< shows the switch, unchecked
    QToolButton *switchButton() const { return m_switch; }

public Q_SLOTS:
    void showZoom(qreal zoom);

Q_SIGNALS:
    void zoomInAsked();
    void zoomOutAsked();
    void fitAsked();
    void fullAsked();
    void switched(bool on);

private:
    void retranslate();

    base::Language m_language = base::Language::English;
    base::LocalizedText m_switchText, m_switchTip;
    QToolButton *m_switch = nullptr;
    QToolButton *m_out = nullptr;
    QToolButton *m_in = nullptr;
    QToolButton *m_fit = nullptr;
    QToolButton *m_full = nullptr;
};

} // namespace faultline::ui
