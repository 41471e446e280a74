#include "ui/wizard/tryview.h"

#include "ui/common/parts.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

TryView::TryView(QWidget *parent)
    : QFrame(parent),
      m_words(makeLabel(""_L1, this)),
      m_contacts(makeLabel("dim"_L1, this)),
      m_button(makeButton("primary"_L1, this))
{
    setProperty("role", u"code"_s);
    m_button->setObjectName("tryConnection"_L1);
    m_contacts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 8, 12, 8);
    lines->setSpacing(6);
    auto *line = new QHBoxLayout;
    line->addWidget(m_words, 1);
    line->addWidget(m_button, 0, Qt::AlignTop);
    lines->addLayout(line);
    lines->addWidget(m_contacts);
    connect(m_button, &QPushButton::clicked, this,
            [this] { m_card.trying.isEmpty() ? Q_EMIT tryRequested() : Q_EMIT cancelRequested(); });
    hide();
}

void TryView::show(const CardText &card)
{
    m_card = card;
    setVisible(!card.contacts.isEmpty() || !card.trying.isEmpty());
    retranslate();
}

void TryView::retranslate()
{
    const bool isTrying = !m_card.trying.isEmpty();
    m_words->setText(isTrying
                         ? tr("Trying: %1").arg(breakable(m_card.trying))
                         : tr("Faultline can try it. On your click one GET request, or a mere connection, goes to:"));
    m_contacts->setText(breakable(m_card.contacts.join(u'\n')));
    m_contacts->setVisible(!isTrying);
    m_button->setText(isTrying ? tr("Stop") : tr("Try it"));
    m_button->setAccessibleDescription(m_card.contacts.join(u", "_s));
}

} // namespace faultline::ui::wizard
