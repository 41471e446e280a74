#pragma once

#include "ui/common/theme.h"
#include "ui/wizard/cardtext.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace faultline::ui::wizard {

/// The part "Mend it": what to do, the patch, the steps and the commands, each to be copied.
class MendView : public QWidget
{
    Q_OBJECT

public:
    explicit MendView(QWidget *parent = nullptr);

    void show(const CardText &card);
    void setTheme(const Theme &theme);

private:
    void build();
    void addText(const QString &text, QLatin1StringView role);
    void addCommand(const QString &command);

    QVBoxLayout *m_lines;
    QString m_title, m_note, m_patch;
    QStringList m_fix, m_commands;
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::wizard
