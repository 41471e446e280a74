#include "ui/connect/samplegallery.h"

#include "ui/common/parts.h"
#include "ui/common/wrapbutton.h"

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

namespace {

constexpr int kTwoColumns = 500;

/// "●●○".
QString dots(int level) { return QString(level, u'●') + QString(3 - level, u'○'); }

} // namespace

SampleGallery::SampleGallery(QWidget *parent)
    : QFrame(parent),
      m_heading(makeLabel("strong"_L1, this)),
      m_hint(makeLabel("dim"_L1, this)),
      m_grid(new QGridLayout)
{
    setProperty("role", u"panel"_s);
    m_grid->setSpacing(8);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(16, 12, 16, 14);
    lines->setSpacing(6);
    lines->addWidget(m_heading);
    lines->addWidget(m_hint);
    lines->addSpacing(2);
    lines->addLayout(m_grid);
    for (const source::Sample &sample : source::samples())
        addCard(sample);
    setVisible(!m_cards.empty());
    place(1);
    retranslate();
}

void SampleGallery::setLanguage(base::Language language)
{
    m_language = language;
    retranslate();
}

void SampleGallery::focusFirst()
{
    if (!m_cards.empty())
        m_cards.front().button->setFocus(Qt::OtherFocusReason);
}

void SampleGallery::addCard(const source::Sample &sample)
{
    auto *card = new WrapButton("card"_L1, this);
    card->setObjectName(u"sample-"_s + sample.id);
    card->lines()->setContentsMargins(12, 8, 12, 8);
    m_cards.push_back(
        {sample, card, card->addLine("strong"_L1, {}), card->addLine(""_L1, {}), card->addLine("dim"_L1, {})});
    card->lines()->addStretch(1);
    connect(card, &QPushButton::clicked, this, [this, id = sample.id] { Q_EMIT sampleRequested(id); });
}

/// The first card has a line of its own.
void SampleGallery::place(int columns)
{
    m_columns = columns;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const int at = static_cast<int>(i);
        WrapButton *card = m_cards[i].button;
        m_grid->removeWidget(card);
        setLook(card, "first", at == 0 ? u"yes"_s : u"no"_s);
        at == 0 ? m_grid->addWidget(card, 0, 0, 1, columns)
                : m_grid->addWidget(card, 1 + (at - 1) / columns, (at - 1) % columns);
    }
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void SampleGallery::resizeEvent(QResizeEvent *event)
{
    const int columns = width() < kTwoColumns ? 1 : 2;
    if (columns != m_columns)
        place(columns);
    QFrame::resizeEvent(event);
}

void SampleGallery::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SampleGallery::retranslate()
{
    m_heading->setText(tr("Learn with a broken cluster"));
    m_hint->setText(
        tr("Recorded from real clusters; none is asked. Read the complaint, make a guess, and let the guide "
           "show the way."));
    const QStringList levels{tr("easy"), tr("middling"), tr("hard")};
    for (const Card &card : m_cards) {
        const QString title = card.sample.title.in(m_language);
        const QString symptom = card.sample.symptom.in(m_language);
        const QString &level = levels.at(card.sample.level - 1);
        card.title->setText(title);
        card.symptom->setText(symptom);
        card.level->setText(dots(card.sample.level) + u"  "_s + level);
        card.button->setAccessibleName(title + u". "_s + symptom + u' ' + level);
    }
}

} // namespace faultline::ui::connect
