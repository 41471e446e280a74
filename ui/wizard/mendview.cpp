#include "ui/wizard/mendview.h"

#include "ui/common/commandrow.h"
#include "ui/common/parts.h"
#include "ui/common/weblink.h"

#include <QtCore/QUrl>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

MendView::MendView(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(8);
}

void MendView::show(const CardText &card)
{
    clear();
    if (!card.mendTitle.isEmpty())
        addText(card.mendTitle, "strong"_L1);
    const bool numbered = card.fix.size() > 1;
    for (int i = 0; i < card.fix.size(); ++i)
        addText(numbered ? u"%1. %2"_s.arg(i + 1).arg(card.fix.at(i)) : card.fix.at(i), ""_L1);
    if (!card.patch.isEmpty())
        addCommand(card.patch);
    for (const QString &command : card.commands)
        addCommand(command);
    if (!card.read.isEmpty())
        addText(tr("Read more"), "heading"_L1);
    for (const QString &address : card.read)
        m_lines->addWidget(new WebLink(QUrl(address), this));
    if (m_lines->count() == 0)
        addText(tr("Nothing to mend at this step."), "dim"_L1);
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

void MendView::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
}

void MendView::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (CommandRow *row : findChildren<CommandRow *>())
        row->setTheme(theme);
}

} // namespace faultline::ui::wizard
