#pragma once

#include "ui/common/theme.h"
#include "ui/wizard/cardtext.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace faultline::ui::wizard {

/// The part "Mend it": what to do, the steps, the patch and the commands, each to be copied, and where to read more.
/// An address is opened in the browser when it is clicked, never by itself.
class MendView : public QWidget
{
    Q_OBJECT

public:
    explicit MendView(QWidget *parent = nullptr);

    void show(const CardText &card);
    void setTheme(const Theme &theme);

private:
    void addText(const QString &text, QLatin1StringView role);
    void addCommand(const QString &command);
    void clear();

    QVBoxLayout *m_lines;
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::wizard
