#pragma once

#include "ui/common/theme.h"

#include <QtWidgets/QToolButton>

namespace faultline::ui {

/// A small button of a diagram with a drawn sign, sharp at every scale, in the colours of the theme.
class DiagramButton : public QToolButton
{
    Q_OBJECT

public:
    enum class Sign { None, Search, Overview, Follow, Previous, Next, Close };
    explicit DiagramButton(Sign sign = Sign::None, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Tool tip and, for a screen reader, the name.
    void setWords(const QString &words);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sign m_sign;
    QColor m_line;
    QColor m_checked;
};

} // namespace faultline::ui
