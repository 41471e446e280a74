#pragma once

#include "ui/common/theme.h"
#include "ui/wizard/cardtext.h"

#include <QtWidgets/QAbstractSlider>

namespace faultline::ui::wizard {

/// How far the way has come: a thin line in one piece for each layer, filled up to the step that is shown. A click or
/// the arrow keys go to another step. A slider, so that screen readers say its value.
class WayView : public QAbstractSlider
{
    Q_OBJECT

public:
    explicit WayView(QWidget *parent = nullptr);

    /// `position` from 1; 0 = there is no way.
    void show(const std::vector<WayPart> &way, int position);
    void setTheme(const Theme &theme);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void stepRequested(int position); ///< from 1

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF place(size_t part) const;
    int positionAt(qreal x) const;
    void paintPart(QPainter &painter, size_t part) const;

    std::vector<WayPart> m_way;
    bool m_isTelling = false; ///< the value is set from outside
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::wizard
