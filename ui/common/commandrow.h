#pragma once

#include "ui/common/theme.h"

#include <QtWidgets/QFrame>

namespace faultline::ui {

class CodeBlock;
class CopyButton;

/// A command or a patch with its Copy button.
class CommandRow : public QFrame
{
    Q_OBJECT

public:
    explicit CommandRow(QWidget *parent = nullptr);

    void setCommand(const QString &command);
    QString command() const;
    void setTheme(const Theme &theme);

private:
    CodeBlock *m_code;
    CopyButton *m_copy;
};

} // namespace faultline::ui
