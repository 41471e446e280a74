#include "ui/wizard/mendview.h"

#include "ui/common/commandrow.h"
#include "ui/common/emptylayout.h"
#include "ui/common/parts.h"
#include "ui/wizard/patchview.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

MendView::MendView(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(8);
}

void MendView::show(const CardText &card)
{
    const bool isSame = m_lines->count() > 0 && m_title == card.mendTitle && m_note == card.mendNote &&
                        m_fix == card.fix && m_patch == card.patch && m_commands == card.commands;
    if (isSame)
        return;
    m_title = card.mendTitle;
    m_note = card.mendNote;
    m_fix = card.fix;
    m_patch = card.patch;
    m_commands = card.commands;
    build();
}

/// The change itself stands first, where there is one, with the command that makes it: the steps explain it.
void MendView::build()
{
    emptyLayout(*m_lines);
    if (!m_title.isEmpty())
        addText(m_title, "strong"_L1);
    QStringList commands = m_commands;
    if (!m_patch.isEmpty()) {
        auto *patch = new PatchView(m_patch, this);
        patch->setTheme(m_theme);
        m_lines->addWidget(patch);
        if (!commands.isEmpty())
            addCommand(commands.takeFirst());
    }
    const bool numbered = m_fix.size() > 1;
    for (int i = 0; i < m_fix.size(); ++i)
        addText(numbered ? u"%1. %2"_s.arg(i + 1).arg(m_fix.at(i)) : m_fix.at(i), ""_L1);
    for (const QString &command : std::as_const(commands))
        addCommand(command);
    if (m_lines->count() == 0)
        addText(m_note, "dim"_L1);
}

void MendView::addText(const QString &text, QLatin1StringView role)
{
    QLabel *label = makeLabel(role, this);
    label->setText(breakable(text));
    m_lines->addWidget(label);
}

void MendView::addCommand(const QString &command)
{
    auto *row = new CommandRow(this);
    row->setTheme(m_theme);
    row->setCommand(command);
    m_lines->addWidget(row);
}

void MendView::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (CommandRow *row : findChildren<CommandRow *>())
        row->setTheme(theme);
    for (PatchView *patch : findChildren<PatchView *>())
        patch->setTheme(theme);
}

} // namespace faultline::ui::wizard
