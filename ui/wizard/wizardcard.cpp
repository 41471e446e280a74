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

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {
constexpr int kTwoSides = 640;
} // namespace

WizardCard::WizardCard(QWidget *parent)
    : QFrame(parent),
      m_scroll(new QScrollArea(this)),
      m_step(makeLabel("heading"_L1, this)),
      m_whyAsk(makeButton("link"_L1, this)),
      m_way(new WayView(this)),
      m_question(makeLabel("question"_L1, this)),
      m_ask(new AskView(this)),
      m_answerFrame(buildAnswer()),
      m_try(new TryView(this)),
      m_proof(new ProofView(this)),
      m_mend(new MendView(this)),
      m_see(new CommandRow(this)),
      m_seeNothing(makeLabel("dim"_L1, this)),
      m_why(makeLabel(""_L1, this)),
      m_causes(makeLabel(""_L1, this)),
      m_further(new FurtherView(this)),
      m_answers(new AnswerBar(this)),
      m_footer(new WayFooter(this))
{
    setProperty("role", u"panel"_s);
    auto *content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom, content);
    m_columns->setContentsMargins(16, 2, 16, 8);
    m_columns->setSpacing(10);
    m_left = new QBoxLayout(QBoxLayout::TopToBottom);
    m_below = new QBoxLayout(QBoxLayout::TopToBottom);
    m_reasons = buildReasons();
    m_left->addWidget(buildQuestion());
    m_columns->addLayout(m_left);
    m_columns->addWidget(buildMend());
    m_columns->addLayout(m_below);
    m_columns->addStretch(0); // takes the room that a short card leaves
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::ClickFocus);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(1, 1, 1, 1);
    lines->setSpacing(0);
    lines->addWidget(buildTop());
    lines->addWidget(m_scroll, 1);
    lines->addWidget(buildFooter());
    m_below->addWidget(m_reasons);
    m_columns->setStretch(m_columns->count() - 1, 1);
    connectParts();
    retranslate();
}

/// Stays in sight while the card is scrolled.
QWidget *WizardCard::buildTop()
{
    auto *top = new QWidget(this);
    auto *lines = new QVBoxLayout(top);
    lines->setContentsMargins(16, 8, 16, 2);
    lines->setSpacing(2);
    auto *line = new QHBoxLayout;
    m_step->setWordWrap(true); // the name of a layer may be long
    m_whyAsk->setObjectName("whyAsk"_L1);
    m_whyAsk->setCheckable(true);
    line->addWidget(m_step, 1);
    line->addWidget(m_whyAsk);
    lines->addLayout(line);
    lines->addWidget(m_way);
    return top;
}

QFrame *WizardCard::buildAnswer()
{
    QFrame *frame = makeFrame("banner"_L1, this);
    m_answer = makeLabel("word"_L1, frame);
    m_answer->setWordWrap(false);
    m_by = makeLabel(""_L1, frame);
    auto *line = new QHBoxLayout(frame);
    line->setContentsMargins(12, 3, 12, 3);
    line->setSpacing(12);
    line->addWidget(m_answer);
    line->addWidget(m_by, 1);
    return frame;
}

QLabel *WizardCard::addHeading(QBoxLayout *lines)
{
    QLabel *heading = makeLabel("heading"_L1, this);
    lines->addSpacing(6);
    lines->addWidget(heading);
    return heading;
}

QWidget *WizardCard::buildQuestion()
{
    auto *side = new QWidget(this);
    auto *lines = new QVBoxLayout(side);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    m_question->setFocusPolicy(Qt::StrongFocus);
    m_question->setIndent(0); // the border that shows the focus would bring one
    lines->addWidget(m_question);
    lines->addWidget(m_ask);
    lines->addWidget(m_answerFrame);
    lines->addWidget(m_try);
    m_proofHeading = addHeading(lines);
    lines->addWidget(m_proof);
    return side;
}

QWidget *WizardCard::buildMend()
{
    auto *side = new QWidget(this);
    auto *lines = new QVBoxLayout(side);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    m_mendHeading = makeLabel("heading"_L1, side);
    lines->addWidget(m_mendHeading);
    lines->addWidget(m_mend);
    m_seeHeading = addHeading(lines);
    lines->addWidget(m_see);
    lines->addWidget(m_seeNothing);
    lines->addStretch(1);
    return side;
}

QWidget *WizardCard::buildReasons()
{
    auto *side = new QWidget(this);
    auto *lines = new QVBoxLayout(side);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    m_whyHeading = makeLabel("heading"_L1, side);
    lines->addWidget(m_whyHeading);
    lines->addWidget(m_why);
    m_causesHeading = addHeading(lines);
    lines->addWidget(m_causes);
    m_furtherHeading = addHeading(lines);
    lines->addWidget(m_further);
    lines->addStretch(1);
    return side;
}

QWidget *WizardCard::buildFooter()
{
    QFrame *footer = makeFrame("footer"_L1, this);
    m_bottom = new QBoxLayout(QBoxLayout::TopToBottom, footer);
    m_bottom->setContentsMargins(16, 6, 16, 10);
    m_bottom->setSpacing(8);
    m_bottom->addWidget(m_answers);
    m_bottom->addWidget(m_footer, 0, Qt::AlignBottom);
    return footer;
}

void WizardCard::connectParts()
{
    connect(m_answers, &AnswerBar::answered, this, &WizardCard::giveAnswer);
    connect(m_answers, &AnswerBar::withdrawn, this, [this] { Q_EMIT withdrawn(m_card.node); });
    connect(m_try, &TryView::tryRequested, this, &WizardCard::tryRequested);
    connect(m_try, &TryView::cancelRequested, this, &WizardCard::tryCancelled);
    connect(m_try, &TryView::browseRequested, this, &WizardCard::browseRequested);
    connect(m_proof, &ProofView::placeActivated, this, &WizardCard::placeActivated);
    connect(m_further, &FurtherView::jumpRequested, this, &WizardCard::stepRequested);
    connect(m_footer, &WayFooter::backRequested, this, &WizardCard::backRequested);
    connect(m_footer, &WayFooter::nextRequested, this, &WizardCard::nextRequested);
    connect(m_footer, &WayFooter::restartRequested, this, &WizardCard::restart);
    connect(m_footer, &WayFooter::resultRequested, this, [this] { goTo(m_card.result); });
    connect(m_way, &WayView::stepRequested, this, [this](int position) {
        if (position > 0 && position <= static_cast<int>(m_card.trail.size()))
            goTo(m_card.trail[static_cast<size_t>(position - 1)]);
    });
    connect(m_whyAsk, &QPushButton::toggled, this, &WizardCard::showAsk);
}

void WizardCard::setArrangement(Arrangement arrangement)
{
    m_wanted = arrangement;
    arrange();
}

/// Two sides need room: a narrow card keeps them below each other.
void WizardCard::arrange()
{
    const Arrangement arrangement = width() < kTwoSides ? Arrangement::Tall : m_wanted;
    if (arrangement == m_arrangement)
        return;
    m_arrangement = arrangement;
    const bool isWide = arrangement == Arrangement::Wide;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(isWide ? 20 : 10);
    m_bottom->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (int column = 0; column < m_columns->count(); ++column)
        m_columns->setStretch(column, isWide == (column < 2) ? 1 : 0);
    (isWide ? m_below : m_left)->removeWidget(m_reasons);
    (isWide ? m_left : m_below)->addWidget(m_reasons);
    m_left->setStretch(1, isWide ? 1 : 0);
}

void WizardCard::resizeEvent(QResizeEvent *event)
{
    arrange();
    QFrame::resizeEvent(event);
}

void WizardCard::setTheme(const Theme &theme)
{
    m_way->setTheme(theme);
    m_proof->setTheme(theme);
    m_mend->setTheme(theme);
    m_see->setTheme(theme);
}

void WizardCard::focusQuestion() { m_question->setFocus(Qt::OtherFocusReason); }

} // namespace faultline::ui::wizard
