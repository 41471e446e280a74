#include "ui/wizard/furtherview.h"

#include "ui/common/emptylayout.h"
#include "ui/common/parts.h"
#include "ui/common/weblink.h"
#include "ui/common/wrapbutton.h"

#include <QtCore/QUrl>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

FurtherView::FurtherView(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(6);
}

void FurtherView::show(const CardText &card)
{
    if (m_items == card.further && m_read == card.read)
        return;
    m_items = card.further;
    m_read = card.read;
    build();
}

void FurtherView::retranslate() { build(); }

void FurtherView::build()
{
    emptyLayout(*m_lines);
    for (const Further &item : m_items)
        addItem(item);
    if (m_read.isEmpty())
        return;
    QLabel *heading = makeLabel("heading"_L1, this);
    heading->setText(tr("Read more"));
    m_lines->addSpacing(6);
    m_lines->addWidget(heading);
    for (const QString &address : m_read)
        m_lines->addWidget(new WebLink(QUrl(address), this));
}

void FurtherView::addItem(const Further &item)
{
    if (item.jump.walk < 0) {
        QLabel *line = makeLabel(""_L1, this);
        line->setText(breakable(item.text));
        m_lines->addWidget(line);
        return;
    }
    auto *link = new WrapButton("jump"_L1, this);
    link->addLine("link"_L1, item.text);
    link->lines()->setContentsMargins(0, 0, 0, 0);
    link->setAccessibleName(item.text);
    connect(link, &QPushButton::clicked, this,
            [this, jump = item.jump] { Q_EMIT jumpRequested(jump.walk, jump.step); });
    m_lines->addWidget(link);
}

} // namespace faultline::ui::wizard
