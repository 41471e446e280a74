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
      m_button(makeButton("primary"_L1, this)),
      m_browseWords(makeLabel("dim"_L1, this)),
      m_browse(makeButton(""_L1, this))
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
    m_browse->setObjectName("openInBrowser"_L1);
    auto *apart = new QHBoxLayout;
    apart->addWidget(m_browseWords, 1);
    apart->addWidget(m_browse, 0, Qt::AlignTop);
    lines->addLayout(apart);
    connect(m_browse, &QPushButton::clicked, this, &TryView::browseRequested);
    connect(m_button, &QPushButton::clicked, this,
            [this] { m_card.trying.isEmpty() ? Q_EMIT tryRequested() : Q_EMIT cancelRequested(); });
    hide();
}

void TryView::show(const CardText &card)
{
    m_card = card;
    setVisible(!card.contacts.isEmpty() || !card.trying.isEmpty() || !card.browse.isEmpty());
    retranslate();
}

void TryView::retranslate()
{
    const bool isTrying = !m_card.trying.isEmpty();
    m_words->setText(isTrying
                         ? tr("Trying: %1").arg(breakable(m_card.trying))
                         : tr("Faultline can try it. On your click one GET request, or a mere connection, goes to:"));
    m_contacts->setText(breakable(m_card.contacts.join(u'\n')));
    const bool isOffered = isTrying || !m_card.contacts.isEmpty();
    m_words->setVisible(isOffered);
    m_button->setVisible(isOffered);
    m_contacts->setVisible(isOffered && !isTrying);
    m_browseWords->setVisible(!isTrying && !m_card.browse.isEmpty());
    m_browse->setVisible(!isTrying && !m_card.browse.isEmpty());
    m_browseWords->setText(
        tr("A tunnel from 127.0.0.1 (a random port) to %1, open until you stop it. Every program on this "
           "computer can use it meanwhile.")
            .arg(breakable(m_card.browse)));
    m_browse->setText(tr("Open in browser"));
    m_browse->setAccessibleDescription(m_card.browse);
    m_button->setText(isTrying ? tr("Stop") : tr("Try it"));
    m_button->setAccessibleDescription(m_card.contacts.join(u", "_s));
}

} // namespace faultline::ui::wizard
