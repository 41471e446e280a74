#pragma once

#include "ui/common/theme.h"

#include <QtWidgets/QTextEdit>

namespace faultline::ui {

/// What a machine says: plain text that wraps anywhere, as high as its text, to be selected and copied.
/// In a diff (some line begins with `+`) the lines that begin with `+` and `-` are coloured.
class CodeBlock : public QTextEdit
{
    Q_OBJECT

public:
    explicit CodeBlock(QWidget *parent = nullptr);

    void setCode(const QString &text);
    void setTheme(const Theme &theme);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void colourDiff();

    Theme m_theme = Theme::light();
};

} // namespace faultline::ui
