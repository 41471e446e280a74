#pragma once

#include "ui/common/face.h"
#include "ui/common/theme.h"

#include <QtWidgets/QWidget>

namespace faultline::ui {

/// Draws the lines of what is waited for, in columns, with the mark of each one's state.
class WaitList : public QWidget
{
    Q_OBJECT

public:
    explicit WaitList(QWidget *parent = nullptr);

    void setLines(const std::vector<WaitLine> &lines);
    void setTheme(const Theme &theme);
    const std::vector<WaitLine> &lines() const { return m_lines; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect cell(int index) const;

    std::vector<WaitLine> m_lines;
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui
