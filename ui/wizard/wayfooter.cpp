#include "ui/wizard/wayfooter.h"

#include "ui/common/parts.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

WayFooter::WayFooter(QWidget *parent)
    : QWidget(parent),
      m_back(makeButton(""_L1, this)),
      m_restart(makeButton("link"_L1, this)),
      m_result(makeButton("link"_L1, this)),
      m_next(makeButton(""_L1, this))
{
    m_back->setObjectName("wizardBack"_L1);
    m_restart->setObjectName("wizardRestart"_L1);
    m_result->setObjectName("wizardResult"_L1);
    m_next->setObjectName("wizardNext"_L1);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(m_back);
    line->addWidget(m_restart);
    line->addStretch(1);
    line->addWidget(m_result);
    line->addWidget(m_next);
    // A click leaves the focus where it was: the keys for answers go on to work.
    for (QPushButton *button : {m_back, m_restart, m_result, m_next})
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_back, &QPushButton::clicked, this, &WayFooter::backRequested);
    connect(m_restart, &QPushButton::clicked, this, &WayFooter::restartRequested);
    connect(m_result, &QPushButton::clicked, this, &WayFooter::resultRequested);
    connect(m_next, &QPushButton::clicked, this, &WayFooter::nextRequested);
    retranslate();
}

void WayFooter::show(const CardText &card)
{
    const bool hasTrail = card.position > 0 && !card.trail.empty();
    const Focus here = hasTrail ? card.trail[static_cast<size_t>(card.position - 1)] : Focus();
    m_back->setEnabled(card.hasBack);
    m_restart->setEnabled(card.hasBack);
    m_result->setEnabled(card.result.walk >= 0 && card.result != here);
    m_next->setEnabled(card.hasNext);
}

void WayFooter::retranslate()
{
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("To the question before (Alt+Left)"));
    m_restart->setText(tr("Restart"));
    m_restart->setToolTip(tr("To the first question of this application (Home)"));
    m_result->setText(tr("To the result"));
    m_result->setToolTip(tr("To where the way ended (End)"));
    m_next->setText(tr("Next"));
    m_next->setToolTip(tr("To the next question (Alt+Right)"));
}

} // namespace faultline::ui::wizard
