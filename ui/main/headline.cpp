#include "ui/main/headline.h"

#include "core/redact/redact.h"
#include "ui/common/flowlayout.h"
#include "ui/common/guidestate.h"
#include "ui/common/parts.h"

#include <QtCore/QEvent>
#include <QtGui/QTextLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

/// "Rollout" of "Rollout (Deployment and ReplicaSet)".
QString shortName(const QString &layer)
{
    const qsizetype end = std::min({layer.size(), layer.indexOf(u'(') < 0 ? layer.size() : layer.indexOf(u'('),
                                    layer.indexOf(u'（') < 0 ? layer.size() : layer.indexOf(u'（')});
    return layer.left(end).trimmed();
}

/// The word of a chip, in as few letters as the row has for it; the sign before it says the same.
base::LocalizedText shortWord(State state)
{
    if (state == State::Explained)
        return {u"explained"_s, u"受下层影响"_s};
    return lookOf(state).word;
}

HeadlineText::Chip chipOf(const QString &layer, State state, base::Language language)
{
    const StateLook &look = lookOf(state);
    const bool isPlain = state == State::Fine || state == State::Fault || state == State::Suspected;
    const QString separator = language == base::Language::Chinese ? u"："_s : u": "_s;
    const QString brief = look.sign + u"  "_s + layer;
    const QString word = isPlain ? QString() : separator + shortWord(state).in(language);
    return {brief + word, state, brief, layer + separator + look.word.in(language)};
}

constexpr int kTitleLines = 2;
constexpr int kWhyLines = 1;
constexpr int kSideMargin = 16;
constexpr int kChipGap = 6;

/// The text in at most so many lines of that width, the last one cut where it must be.
QString clamped(const QString &text, const QFont &font, int width, int mostLines)
{
    QTextLayout layout(text, font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == mostLines - 1) {
            lines.append(QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines.join(u'\n');
}

bool isCut(const QString &shown) { return shown.endsWith(u'…'); }

} // namespace

HeadlineText headlineText(const guide::Guide &guide, const guide::Diagnosis &diagnosis, base::Language language)
{
    HeadlineText text;
    text.title = redact::clean(guide::headline(guide, diagnosis, language));
    text.state = stateOf(diagnosis);
    if (const guide::Finding *primary = diagnosis.primary();
        primary != nullptr && diagnosis.health != guide::Health::Fine)
        text.why = redact::clean(guide::describe(guide, diagnosis, *primary, language, {}).why);
    for (const guide::LayerInfo &layer : guide.layers()) {
        const auto it = diagnosis.layers.find(layer.layer);
        if (it != diagnosis.layers.end() && it->second != guide::LayerState::Unused)
            text.chips.push_back(chipOf(shortName(layer.text.in(language)), stateOf(it->second), language));
    }
    return text;
}

HeadlineBanner::HeadlineBanner(QWidget *parent)
    : QFrame(parent),
      m_title(makeLabel("title"_L1, this)),
      m_why(makeLabel(""_L1, this)),
      m_chips(new FlowLayout(kChipGap)),
      m_more(new QToolButton(this))
{
    setProperty("role", u"banner"_s);
    m_more->setProperty("role", u"segment"_s);
    m_more->setObjectName("more"_L1);
    m_more->setCheckable(true);
    m_more->hide();
    auto *reason = new QHBoxLayout;
    reason->setSpacing(measure::grid);
    reason->addWidget(m_why, 1);
    reason->addWidget(m_more, 0, Qt::AlignBottom);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(kSideMargin, measure::grid, kSideMargin, measure::grid);
    lines->setSpacing(4);
    lines->addWidget(m_title);
    lines->addLayout(reason);
    lines->addLayout(m_chips);
    connect(m_more, &QToolButton::toggled, this, [this] {
        retranslate();
        fit();
    });
    retranslate();
}

void HeadlineBanner::show(const HeadlineText &text)
{
    if (text == m_text)
        return;
    if (text.title != m_text.title)
        m_more->setChecked(false);
    m_text = text;
    showChips(); // a change of looks fits them at once
    setLookOfState(this, text.state);
    setLookOfState(m_title, text.state);
    m_title->setAccessibleName(text.title);
    m_why->setAccessibleName(text.why);
    m_why->setVisible(!text.why.isEmpty());
    fit();
}

void HeadlineBanner::fit()
{
    const bool all = m_more->isChecked();
    const int room = std::max(width() - 2 * kSideMargin - 2, 1);
    const int whyRoom = std::max(room - m_more->sizeHint().width() - measure::grid, 1);
    const QString title = clamped(m_text.title, m_title->font(), room, kTitleLines);
    const QFontMetrics metrics(m_why->font());
    const bool titleCut = isCut(title) && !m_text.title.endsWith(u'…');
    const bool whyFits = !titleCut && metrics.horizontalAdvance(m_text.why) <= room;
    const QString why = whyFits ? m_text.why : clamped(m_text.why, m_why->font(), whyRoom, kWhyLines);
    const bool whyCut = isCut(why) && !m_text.why.endsWith(u'…');
    m_title->setText(all || !titleCut ? breakable(m_text.title) : title);
    m_why->setText(all || !whyCut ? breakable(m_text.why) : why);
    m_more->setVisible(titleCut || whyCut);
    fitChips(room);
}

/// One row: the words give way where it is too narrow.
void HeadlineBanner::fitChips(int room)
{
    int wanted = 0;
    for (size_t i = 0; i < m_text.chips.size(); ++i) {
        auto *chip = qobject_cast<QLabel *>(m_chips->itemAt(static_cast<int>(i))->widget());
        chip->setText(m_text.chips[i].text);
        wanted += chip->sizeHint().width() + kChipGap;
    }
    if (wanted - kChipGap <= room)
        return;
    for (size_t i = 0; i < m_text.chips.size(); ++i)
        qobject_cast<QLabel *>(m_chips->itemAt(static_cast<int>(i))->widget())->setText(m_text.chips[i].brief);
}

void HeadlineBanner::showChips()
{
    while (m_chips->count() < static_cast<int>(m_text.chips.size())) {
        QLabel *chip = makeLabel("chip"_L1, this);
        chip->setWordWrap(false);
        chip->setContentsMargins(8, 2, 8, 2);
        m_chips->addWidget(chip);
        chip->show();
    }
    for (int i = 0; i < m_chips->count(); ++i) {
        auto *chip = qobject_cast<QLabel *>(m_chips->itemAt(i)->widget());
        const bool isUsed = i < static_cast<int>(m_text.chips.size());
        chip->setVisible(isUsed);
        if (isUsed) {
            const HeadlineText::Chip &wanted = m_text.chips[static_cast<size_t>(i)];
            chip->setToolTip(wanted.tip.toHtmlEscaped());
            chip->setAccessibleName(wanted.tip);
            setLookOfState(chip, wanted.state);
        }
    }
}

void HeadlineBanner::retranslate()
{
    m_more->setText(m_more->isChecked() ? tr("Show less") : tr("Show all"));
    m_more->setAccessibleName(m_more->isChecked() ? tr("Show less of the finding") : tr("Show all of the finding"));
}

void HeadlineBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
    QFrame::changeEvent(event);
}

void HeadlineBanner::resizeEvent(QResizeEvent *event)
{
    fit();
    QFrame::resizeEvent(event);
}

} // namespace faultline::ui
