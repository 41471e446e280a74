// What the card shows, and what it does about keys and clicks.
#include "ui/wizard/wizardcard.h"

#include "ui/common/commandrow.h"
#include "ui/common/parts.h"
#include "ui/wizard/answerbar.h"
#include "ui/wizard/askview.h"
#include "ui/wizard/furtherview.h"
#include "ui/wizard/mendview.h"
#include "ui/wizard/proofview.h"
#include "ui/wizard/tryview.h"
#include "ui/wizard/wayfooter.h"
#include "ui/wizard/wayview.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

void WizardCard::goTo(const Focus &focus)
{
    if (focus.walk >= 0)
        Q_EMIT stepRequested(focus.walk, focus.step);
}

void WizardCard::restart()
{
    if (!m_card.trail.empty())
        goTo(m_card.trail.front());
}

void WizardCard::giveAnswer(checks::Answer answer)
{
    if (m_card.asking != Asking::Nothing)
        Q_EMIT answered(m_card.node, answer);
}

void WizardCard::show(const CardText &card)
{
    if (card == m_card)
        return; // data streams in: what has not changed is not touched
    const bool isOther = card.node != m_card.node || card.position != m_card.position;
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus != nullptr && focus != m_way && isAncestorOf(focus);
    m_card = card;
    fill();
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
    if (hadFocus && (isOther || !focus->isVisibleTo(this)))
        m_question->setFocus(Qt::OtherFocusReason);
}

void WizardCard::fill()
{
    m_question->setText(breakable(m_card.question));
    m_question->setAccessibleName(m_card.question);
    showAnswer();
    m_try->show(m_card);
    m_proof->show(m_card);
    m_mend->show(m_card);
    m_see->setCommand(m_card.see);
    m_see->setVisible(!m_card.see.isEmpty());
    m_seeNothing->setVisible(m_card.see.isEmpty());
    m_seeHeading->setText(m_card.isTrial ? tr("Try it by hand") : tr("See it yourself"));
    m_further->show(m_card);
    m_answers->show(m_card);
    m_footer->show(m_card);
    m_way->show(m_card.way, m_card.position);
    showAsk();
    const QString step = tr("Step %1 of %2").arg(m_card.position).arg(m_card.count);
    const QString shown = m_card.layer.isEmpty() ? step : step + u" · "_s + m_card.layer;
    m_step->setText(m_card.position == 0 ? tr("No step") : shown);
    m_way->setAccessibleName(m_step->text());
    setAccessibleName(m_card.question);
    setAccessibleDescription(m_step->text());
}

void WizardCard::showAnswer()
{
    setLook(m_answerFrame, "state", m_card.look);
    setLook(m_answer, "state", m_card.look);
    m_answer->setFont(boldFont());
    m_answer->setText(m_card.answer);
    m_answer->setVisible(!m_card.answer.isEmpty());
    m_by->setText(m_card.by);
    m_answerFrame->setVisible(m_card.position != 0);
}

/// Unfolded, it stays so from step to step: somebody is learning.
void WizardCard::showAsk()
{
    m_ask->show(m_card);
    m_ask->setVisible(m_whyAsk->isChecked() && m_card.position != 0);
    m_whyAsk->setEnabled(m_card.position != 0);
    showReasons();
}

void WizardCard::showReasons()
{
    const bool isSaidAbove = m_card.why.isEmpty() && !m_ask->isHidden();
    const QString why = m_card.why.isEmpty() ? m_card.ask : m_card.why;
    m_why->setText(why.isEmpty() ? tr("This step only leads on to the next one.") : breakable(why));
    m_why->setVisible(!isSaidAbove);
    m_whyHeading->setVisible(!isSaidAbove);
    QStringList lines;
    const bool numbered = m_card.causes.size() > 1;
    for (const QString &cause : std::as_const(m_card.causes))
        lines += numbered ? u"%1. %2"_s.arg(lines.size() + 1).arg(breakable(cause)) : breakable(cause);
    m_causes->setText(lines.join(u'\n'));
    m_causes->setVisible(!lines.isEmpty());
    m_causesHeading->setVisible(!lines.isEmpty());
    m_further->setVisible(!m_card.further.empty() || !m_card.read.isEmpty());
    m_furtherHeading->setVisible(!m_card.further.empty());
}

void WizardCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void WizardCard::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() != Qt::NoModifier)
        return QFrame::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Y:
        return giveAnswer(checks::Answer::Yes);
    case Qt::Key_N:
        return giveAnswer(checks::Answer::No);
    case Qt::Key_U:
        return giveAnswer(checks::Answer::Unknown);
    case Qt::Key_Left:
        Q_EMIT backRequested();
        return;
    case Qt::Key_Right:
        Q_EMIT nextRequested();
        return;
    case Qt::Key_Home:
        return restart();
    case Qt::Key_End:
        return goTo(m_card.result);
    default:
        QFrame::keyPressEvent(event);
    }
}

void WizardCard::retranslate()
{
    m_proofHeading->setText(tr("Proof"));
    m_whyHeading->setText(tr("Why it matters"));
    m_causesHeading->setText(tr("Likely causes"));
    m_mendHeading->setText(tr("Mend it"));
    m_furtherHeading->setText(tr("If that does not help"));
    m_seeNothing->setText(tr("No command shows this step."));
    m_whyAsk->setText(tr("why do you ask?"));
    m_whyAsk->setToolTip(tr("Shows the reason for the question, and where each answer leads"));
    m_answers->retranslate();
    m_footer->retranslate();
    m_further->retranslate();
    fill();
}

} // namespace faultline::ui::wizard
