#pragma once

#include <QtWidgets/QPushButton>

class QLabel;
class QVBoxLayout;

namespace faultline::ui {

/// A button with several lines that wrap: a whole sentence as a link, a card of a gallery. Its words are plain text.
/// Enter presses it, as Space does.
class WrapButton : public QPushButton
{
    Q_OBJECT

public:
    explicit WrapButton(QLatin1StringView role, QWidget *parent = nullptr);

    /// A further line with a role of the style sheet; it lets clicks through.
    QLabel *addLine(QLatin1StringView role, const QString &text);
    QVBoxLayout *lines() const { return m_lines; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_lines;
};

} // namespace faultline::ui
