#pragma once

#include "ui/common/theme.h"

#include <QtWidgets/QFrame>

namespace faultline::ui {
class CodeBlock;
class CopyButton;
} // namespace faultline::ui

namespace faultline::ui::wizard {

/// A patch in the whole width of the card. Its first lines are short: the Copy button lies beside them.
class PatchView : public QFrame
{
    Q_OBJECT

public:
    explicit PatchView(const QString &patch, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    CodeBlock *m_code;
    CopyButton *m_copy;
};

} // namespace faultline::ui::wizard
