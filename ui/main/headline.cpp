#include "ui/main/headline.h"

#include "core/redact/redact.h"
#include "ui/common/flowlayout.h"
#include "ui/common/guidestate.h"
#include "ui/common/parts.h"

#include <QtWidgets/QLabel>
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

HeadlineText::Chip chipOf(const QString &layer, State state, base::Language language)
{
    const StateLook &look = lookOf(state);
    const bool isPlain = state == State::Fine || state == State::Fault;
    const QString separator = language == base::Language::Chinese ? u"："_s : u": "_s;
    return {look.sign + u"  "_s + layer + (isPlain ? QString() : separator + look.word.in(language)), state};
}

} // namespace

HeadlineText headlineText(const guide::Guide &guide, const guide::Diagnosis &diagnosis, base::Language language)
{
    HeadlineText text;
    text.title = redact::harmless(guide::headline(guide, diagnosis, language));
    text.state = stateOf(diagnosis);
    if (const guide::Finding *primary = diagnosis.primary();
        primary != nullptr && diagnosis.health != guide::Health::Fine)
        text.why = redact::harmless(guide::describe(guide, diagnosis, *primary, language, {}).why);
    for (const guide::LayerInfo &layer : guide.layers()) {
        const auto it = diagnosis.layers.find(layer.layer);
        if (it != diagnosis.layers.end() && it->second != guide::LayerState::Unused)
            text.chips.push_back(chipOf(shortName(layer.text.in(language)), stateOf(it->second), language));
    }
    return text;
}

HeadlineBanner::HeadlineBanner(QWidget *parent)
    : QFrame(parent), m_title(makeLabel("title"_L1, this)), m_why(makeLabel(""_L1, this)), m_chips(new FlowLayout(6))
{
    setProperty("role", u"banner"_s);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(16, 10, 16, 10);
    lines->setSpacing(6);
    lines->addWidget(m_title);
    lines->addWidget(m_why);
    lines->addLayout(m_chips);
}

void HeadlineBanner::show(const HeadlineText &text)
{
    setLookOfState(this, text.state);
    setLookOfState(m_title, text.state);
    m_title->setText(breakable(text.title));
    m_title->setAccessibleName(text.title);
    m_why->setText(breakable(text.why));
    m_why->setVisible(!text.why.isEmpty());
    while (m_chips->count() < static_cast<int>(text.chips.size())) {
        QLabel *chip = makeLabel("chip"_L1, this);
        chip->setWordWrap(false);
        chip->setContentsMargins(8, 2, 8, 2);
        m_chips->addWidget(chip);
        chip->show();
    }
    for (int i = 0; i < m_chips->count(); ++i) {
        auto *chip = qobject_cast<QLabel *>(m_chips->itemAt(i)->widget());
        const bool isUsed = i < static_cast<int>(text.chips.size());
        chip->setVisible(isUsed);
        if (isUsed) {
            chip->setText(text.chips[static_cast<size_t>(i)].text);
            setLookOfState(chip, text.chips[static_cast<size_t>(i)].state);
        }
    }
}

} // namespace faultline::ui
