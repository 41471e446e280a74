#include "ui/wizard/askview.h"

#include "ui/common/emptylayout.h"
#include "ui/common/parts.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

AskView::AskView(QWidget *parent) : QFrame(parent), m_lines(new QVBoxLayout(this))
{
    setProperty("role", u"aside"_s);
    m_lines->setContentsMargins(10, 6, 10, 6);
    m_lines->setSpacing(4);
}

void AskView::show(const CardText &card)
{
    if (m_ask == card.ask && m_leads == card.leads)
        return;
    m_ask = card.ask;
    m_leads = card.leads;
    emptyLayout(*m_lines);
    QLabel *why = makeLabel(""_L1, this);
    why->setText(breakable(card.ask));
    m_lines->addWidget(why);
    for (const Lead &lead : card.leads)
        addLead(lead);
}

void AskView::addLead(const Lead &lead)
{
    QLabel *line = makeLabel(lead.isTaken ? "strong"_L1 : ""_L1, this);
    const QString text = tr("%1: %2").arg(lead.answers, breakable(lead.text));
    line->setText((lead.isTaken ? u"→ "_s : u"   "_s) + text);
    line->setAccessibleName(lead.isTaken ? tr("Taken: %1").arg(text) : text);
    m_lines->addWidget(line);
}

} // namespace faultline::ui::wizard
