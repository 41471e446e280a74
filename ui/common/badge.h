#pragma once

#include "ui/common/theme.h"

#include <QtWidgets/QWidget>

class QPainter;

namespace faultline::ui {

/// Draws the round mark of a state: a ring with its glyph, hatched for what was not looked at.
void paintBadge(QPainter &painter, const QRectF &box, State state, const Theme &theme);

/// The mark as a widget of a fixed size in pixels.
class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(int pixels, QWidget *parent = nullptr);

    void setState(State state);
    void setTheme(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Quiet;
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui
