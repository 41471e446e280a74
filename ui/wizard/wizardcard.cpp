#include "ui/wizard/wizardcard.h"

#include "ui/common/commandrow.h"
#include "ui/common/parts.h"
#include "ui/wizard/answerbar.h"
#include "ui/wizard/mendview.h"
#include "ui/wizard/proofview.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

WizardCard::WizardCard(QWidget *parent)
    : QFrame(parent),
      m_scroll(new QScrollArea(this)),
      m_step(makeLabel("heading"_L1, this)),
      m_question(makeLabel("question"_L1, this)),
      m_answerFrame(buildAnswer()),
      m_proof(new ProofView(this)),
      m_why(makeLabel(""_L1, this)),
      m_causes(makeLabel(""_L1, this)),
      m_mend(new MendView(this)),
      m_see(new CommandRow(this)),
      m_seeNothing(makeLabel("dim"_L1, this)),
      m_answers(new AnswerBar(this)),
      m_back(makeButton(""_L1, this)),
      m_next(makeButton(""_L1, this))
{
    setProperty("role", u"panel"_s);
    auto *content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom, content);
    m_columns->setContentsMargins(16, 14, 16, 8);
    m_columns->setSpacing(16);
    m_columns->addWidget(buildQuestion(), 1);
    m_columns->addWidget(buildMend(), 1);
    m_columns->addStretch(0);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(1, 1, 1, 1);
    lines->setSpacing(0);
    lines->addWidget(m_scroll, 1);
    lines->addWidget(buildFooter());
    connect(m_answers, &AnswerBar::answered, this,
            [this](checks::Answer answer) { Q_EMIT answered(m_card.node, answer); });
    connect(m_answers, &AnswerBar::withdrawn, this, [this] { Q_EMIT withdrawn(m_card.node); });
    retranslate();
    show(CardText());
}

QFrame *WizardCard::buildAnswer()
{
    QFrame *frame = makeFrame("banner"_L1, this);
    m_answer = makeLabel("word"_L1, frame);
    m_answer->setWordWrap(false);
    m_by = makeLabel(""_L1, frame);
    auto *line = new QHBoxLayout(frame);
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(12);
    line->addWidget(m_answer);
    line->addWidget(m_by, 1);
    return frame;
}

QLabel *WizardCard::addHeading(QBoxLayout *lines)
{
    QLabel *heading = makeLabel("heading"_L1, this);
    lines->addSpacing(8);
    lines->addWidget(heading);
    return heading;
}

QWidget *WizardCard::buildQuestion()
{
    auto *side = new QWidget(this);
    auto *lines = new QVBoxLayout(side);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    lines->addWidget(m_step);
    lines->addWidget(m_question);
    lines->addWidget(m_answerFrame);
    m_proofHeading = addHeading(lines);
    lines->addWidget(m_proof);
    m_whyHeading = addHeading(lines);
    lines->addWidget(m_why);
    m_causesHeading = addHeading(lines);
    lines->addWidget(m_causes);
    lines->addStretch(1);
    return side;
}

QWidget *WizardCard::buildMend()
{
    auto *side = new QWidget(this);
    auto *lines = new QVBoxLayout(side);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    m_mendHeading = makeLabel("heading"_L1, side);
    lines->addWidget(m_mendHeading);
    lines->addWidget(m_mend);
    m_seeHeading = addHeading(lines);
    lines->addWidget(m_see);
    lines->addWidget(m_seeNothing);
    lines->addStretch(1);
    return side;
}

QWidget *WizardCard::buildFooter()
{
    QFrame *footer = makeFrame("footer"_L1, this);
    auto *lines = new QVBoxLayout(footer);
    lines->setContentsMargins(16, 10, 16, 12);
    lines->setSpacing(12);
    lines->addWidget(m_answers);
    auto *way = new QHBoxLayout;
    way->addWidget(m_back);
    way->addStretch(1);
    way->addWidget(m_next);
    lines->addLayout(way);
    m_back->setObjectName("wizardBack"_L1);
    m_next->setObjectName("wizardNext"_L1);
    connect(m_back, &QPushButton::clicked, this, &WizardCard::backRequested);
    connect(m_next, &QPushButton::clicked, this, &WizardCard::nextRequested);
    return footer;
}

void WizardCard::show(const CardText &card)
{
    const bool isOther = card.node != m_card.node;
    m_card = card;
    m_question->setText(breakable(card.question));
    m_scroll->setAccessibleName(card.question);
    showAnswer();
    m_proof->show(card);
    m_why->setText(card.why.isEmpty() ? tr("This step only leads on to the next one.") : breakable(card.why));
    showCauses();
    m_mend->show(card);
    m_see->setCommand(card.see);
    m_see->setVisible(!card.see.isEmpty());
    m_seeNothing->setVisible(card.see.isEmpty());
    m_answers->show(card);
    m_back->setEnabled(card.hasBack);
    m_next->setEnabled(card.hasNext);
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
    const QString step = tr("Step %1 of %2").arg(card.position).arg(card.count);
    m_step->setText(card.position == 0 ? tr("No step") : card.layer.isEmpty() ? step : step + u" · "_s + card.layer);
    setAccessibleName(card.question);
}

void WizardCard::showAnswer()
{
    setLook(m_answerFrame, "state", m_card.look);
    setLook(m_answer, "state", m_card.look);
    QFont font = boldFont();
    m_answer->setFont(font);
    m_answer->setText(m_card.answer);
    m_answer->setVisible(!m_card.answer.isEmpty());
    m_by->setText(m_card.by);
    m_answerFrame->setVisible(m_card.position != 0);
}

void WizardCard::showCauses()
{
    QStringList lines;
    const bool numbered = m_card.causes.size() > 1;
    for (const QString &cause : m_card.causes)
        lines += numbered ? u"%1. %2"_s.arg(lines.size() + 1).arg(breakable(cause)) : breakable(cause);
    m_causes->setText(lines.join(u'\n'));
    m_causes->setVisible(!lines.isEmpty());
    m_causesHeading->setVisible(!lines.isEmpty());
}

void WizardCard::setArrangement(Arrangement arrangement)
{
    m_columns->setDirection(arrangement == Arrangement::Wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void WizardCard::setTheme(const Theme &theme)
{
    m_proof->setTheme(theme);
    m_mend->setTheme(theme);
    m_see->setTheme(theme);
}

void WizardCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void WizardCard::retranslate()
{
    m_proofHeading->setText(tr("Proof"));
    m_whyHeading->setText(tr("Why it matters"));
    m_causesHeading->setText(tr("Likely causes"));
    m_mendHeading->setText(tr("Mend it"));
    m_seeHeading->setText(tr("See it yourself"));
    m_seeNothing->setText(tr("No command shows this step."));
    m_back->setText(tr("Back"));
    m_next->setText(tr("Next"));
    m_answers->retranslate();
    show(CardText(m_card));
}

} // namespace faultline::ui::wizard
