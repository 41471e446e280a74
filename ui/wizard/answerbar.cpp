#include "ui/wizard/answerbar.h"

#include "ui/common/parts.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

AnswerBar::AnswerBar(QWidget *parent)
    : QWidget(parent),
      m_prompt(makeLabel(""_L1, this)),
      m_answers{makeButton(""_L1, this), makeButton(""_L1, this), makeButton(""_L1, this)},
      m_withdraw(makeButton("link"_L1, this))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    constexpr std::array names{"answerYes"_L1, "answerNo"_L1, "answerUnknown"_L1};
    for (size_t i = 0; i < m_answers.size(); ++i) {
        const auto answer = static_cast<checks::Answer>(i);
        m_answers[i]->setObjectName(names[i]);
        m_answers[i]->setCheckable(true);
        connect(m_answers[i], &QPushButton::clicked, this, [this, answer] { Q_EMIT answered(answer); });
        buttons->addWidget(m_answers[i]);
    }
    m_withdraw->setObjectName("answerWithdraw"_L1);
    QSizePolicy place = m_withdraw->sizePolicy();
    place.setRetainSizeWhenHidden(true); // nothing moves when it comes
    m_withdraw->setSizePolicy(place);
    connect(m_withdraw, &QPushButton::clicked, this, &AnswerBar::withdrawn);
    buttons->addStretch(1);
    buttons->addWidget(m_withdraw);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    m_prompt->setProperty("role", u"dim"_s);
    lines->addWidget(m_prompt);
    lines->addLayout(buttons);
    retranslate();
}

void AnswerBar::show(const CardText &card)
{
    m_card = card;
    for (size_t i = 0; i < m_answers.size(); ++i) {
        m_answers[i]->setEnabled(card.asking != Asking::Nothing);
        m_answers[i]->setChecked(card.asking == Asking::Yours && card.given == static_cast<checks::Answer>(i));
    }
    m_withdraw->setVisible(card.asking == Asking::Yours);
    m_prompt->setText(prompt());
}

QString AnswerBar::prompt() const
{
    switch (m_card.asking) {
    case Asking::Right:
        return tr("Was that right? If you know better, answer:");
    case Asking::OnlyYou:
        return m_card.isTrial ? tr("Not tried yet. What came back?") : tr("Only you can tell:");
    case Asking::Yours:
        return tr("You answered this yourself:");
    case Asking::Nothing:
        break;
    }
    return tr("Nothing to answer at this step.");
}

void AnswerBar::retranslate()
{
    m_answers[0]->setText(tr("Yes"));
    m_answers[1]->setText(tr("No"));
    m_answers[2]->setText(tr("I don't know"));
    m_answers[0]->setToolTip(tr("Key Y, while the card has the keyboard"));
    m_answers[1]->setToolTip(tr("Key N, while the card has the keyboard"));
    m_answers[2]->setToolTip(tr("Key U, while the card has the keyboard"));
    m_withdraw->setText(tr("Take back"));
    m_prompt->setText(prompt());
}

} // namespace faultline::ui::wizard
