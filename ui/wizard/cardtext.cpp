#include "ui/wizard/cardtext.h"

#include "core/redact/redact.h"
#include "ui/wizard/comparison.h"
#include "ui/wizard/words.h"

#include <algorithm>

namespace faultline::ui::wizard {

namespace {

QStringList harmless(QStringList texts)
{
    for (QString &text : texts)
        text = redact::harmless(std::move(text));
    return texts;
}

/// Writes the card of one step.
class CardWriter
{
public:
    CardWriter(const CardInput &input, const Focus &at)
        : m_input(input),
          m_walk(input.diagnosis->walks[static_cast<size_t>(at.walk)]),
          m_step(m_walk.steps[static_cast<size_t>(at.step)]),
          m_node(input.guide->node(m_step.node)),
          m_at(at)
    {
    }

    CardText write()
    {
        m_card.node = m_step.node;
        m_card.layer = m_input.guide->layer(m_node.layer).text.in(m_input.language);
        m_card.question = redact::harmless(guide::questionText(m_node, m_walk, m_input.language));
        m_card.see = redact::harmless(guide::questionCommand(m_node, m_walk, m_input.commands));
        m_card.why = m_node.help.in(m_input.language);
        writeAnswer();
        writeProof();
        if (const guide::Finding *finding = findingHere())
            writeFinding(*finding);
        return std::move(m_card);
    }

private:
    bool isLast() const { return m_at.step + 1 == static_cast<int>(m_walk.steps.size()); }

    /// The finding that this step led to.
    const guide::Finding *findingHere() const
    {
        if (!isLast())
            return nullptr;
        for (const guide::Finding &finding : m_input.diagnosis->findings) {
            if (finding.walk == m_at.walk && (finding.leaf == m_walk.at || finding.stoppedAt == m_walk.at))
                return &finding;
        }
        return nullptr;
    }

    void writeAnswer()
    {
        m_card.by = byWords(m_node, m_step);
        m_card.look = lookOfStep(m_node, m_step);
        if (m_node.type == guide::NodeType::Action)
            return;
        m_card.answer = answerWords(m_step.answer);
        m_card.given = m_step.answer;
        m_card.asking = m_step.by == guide::AnsweredBy::Person    ? Asking::Yours
                        : m_step.by == guide::AnsweredBy::Cluster ? Asking::Right
                                                                  : Asking::OnlyYou;
    }

    void writeProof()
    {
        m_card.comparison = comparisonOf(m_step.automatic.facts);
        for (PairRow &row : m_card.comparison.rows) {
            row.left = redact::harmless(row.left);
            row.right = redact::harmless(row.right);
        }
        for (const checks::Evidence &evidence : m_step.automatic.evidence) {
            m_card.proof.push_back({redact::harmless(evidence.object.isNull() ? QString() : evidence.object.toString()),
                                    redact::harmless(evidence.field), redact::harmless(evidence.value),
                                    timeWords(evidence.time, m_input.now)});
        }
        if (m_card.proof.empty() && m_card.comparison.rows.empty())
            m_card.proofNote = noProofWords(m_node, m_step, m_input.language);
    }

    void writeFinding(const guide::Finding &finding)
    {
        const guide::FindingText text =
            guide::describe(*m_input.guide, *m_input.diagnosis, finding, m_input.language, m_input.commands);
        if (!finding.leaf.isEmpty()) {
            const guide::Node &leaf = m_input.guide->node(finding.leaf);
            m_card.mendTitle = redact::harmless(guide::fill(leaf.text.in(m_input.language), m_walk.facts));
            m_card.look = lookOfFinding(finding);
        }
        if (!text.why.isEmpty())
            m_card.why = redact::harmless(text.why);
        m_card.causes = harmless(text.causes);
        m_card.fix = harmless(text.fix);
        m_card.read = text.read;
        m_card.patch = redact::harmless(text.patch);
        m_card.commands = harmless(text.commands);
    }

    const CardInput &m_input;
    const guide::Walk &m_walk;
    const guide::Step &m_step;
    const guide::Node &m_node;
    Focus m_at;
    CardText m_card;
};

} // namespace

CardText cardText(const CardInput &input)
{
    if (input.guide == nullptr || input.diagnosis == nullptr)
        return {};
    const std::vector<Focus> trail = trailOf(*input.diagnosis, input.focus);
    if (trail.empty())
        return {};
    const int at = std::max(0, positionOn(trail, input.focus));
    CardText card = CardWriter(input, trail[static_cast<size_t>(at)]).write();
    card.position = at + 1;
    card.count = static_cast<int>(trail.size());
    card.hasBack = at > 0;
    card.hasNext = at + 1 < card.count;
    return card;
}

} // namespace faultline::ui::wizard
