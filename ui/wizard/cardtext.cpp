#include "ui/wizard/cardtext.h"

#include "core/redact/redact.h"
#include "ui/wizard/comparison.h"
#include "ui/wizard/further.h"
#include "ui/wizard/leads.h"
#include "ui/wizard/proof.h"
#include "ui/wizard/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace faultline::ui::wizard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CardWords)
};

QStringList clean(QStringList texts)
{
    for (QString &text : texts)
        text = redact::clean(text);
    return texts;
}

/// "Rollout" of "Rollout (Deployment and ReplicaSet)".
QString layerName(const CardInput &input, guide::Layer layer)
{
    const QString text = input.guide->layer(layer).text.in(input.language);
    return text.section(u'(', 0, 0).section(u'（', 0, 0).trimmed();
}

/// Writes the card of one step.
class CardWriter
{
public:
    CardWriter(const CardInput &input, const Focus &at)
        : m_input(input),
          m_walk(input.diagnosis->walks[at.walk]),
          m_step(m_walk.steps[static_cast<size_t>(at.step)]),
          m_node(input.guide->node(m_step.node)),
          m_at(at)
    {
    }

    CardText write()
    {
        m_card.node = m_step.node;
        m_card.layer = layerName(m_input, m_node.layer);
        m_card.question = redact::clean(guide::questionText(m_node, m_walk, m_input.language));
        m_card.see = redact::clean(guide::questionCommand(m_node, m_walk, m_input.commands));
        m_card.ask = askWords(m_node, m_walk, m_input.language);
        m_card.leads = leadsOf(*m_input.guide, m_node, m_walk, m_step, m_input.language);
        m_card.isTrial = m_node.trial;
        m_card.contacts = m_input.contacts;
        m_card.browse = m_input.browse;
        m_card.trying = m_node.trial || !m_input.contacts.isEmpty() ? m_input.trying : QString();
        m_card.mendNote = Words::tr("Nothing to mend at this step.");
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
            row.left = redact::clean(row.left);
            row.right = redact::clean(row.right);
        }
        m_card.proof = proofOf(m_step.automatic, m_input);
        if (m_card.proof.empty() && m_card.comparison.rows.empty())
            m_card.proofNote = noProofWords(m_node, m_step, m_input.language);
    }

    void writeFinding(const guide::Finding &finding)
    {
        const guide::FindingText text =
            guide::describe(*m_input.guide, *m_input.diagnosis, finding, m_input.language, m_input.commands);
        m_card.why = redact::clean(text.why);
        if (finding.leaf.isEmpty()) { // an open question: its command is the one that shows the step
            m_card.mendNote = Words::tr("First answer the question: the guide goes on from there.");
            return;
        }
        const guide::Node &leaf = m_input.guide->node(finding.leaf);
        m_card.mendTitle = redact::clean(guide::fill(leaf.text.in(m_input.language), m_walk.facts));
        m_card.look = m_step.notTried ? lookOfStep(m_node, m_step) : lookOfFinding(finding);
        m_card.causes = clean(text.causes);
        m_card.fix = clean(text.fix);
        m_card.read = text.read;
        m_card.patch = redact::clean(text.patch);
        m_card.commands = clean(text.commands);
        m_card.further = furtherOf(m_input, finding, m_card.leads);
    }

    const CardInput &m_input;
    const guide::Walk &m_walk;
    const guide::Step &m_step;
    const guide::Node &m_node;
    Focus m_at;
    CardText m_card;
};

} // namespace

namespace {

std::vector<WayPart> wayOf(const CardInput &input, const std::vector<Focus> &trail)
{
    std::vector<WayPart> way;
    for (const Focus &stop : trail) {
        const QString name = layerName(input, input.diagnosis->walks[stop.walk].layer);
        if (way.empty() || way.back().layer != name)
            way.push_back({name, 0});
        ++way.back().count;
    }
    return way;
}

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
    card.way = wayOf(input, trail);
    card.result = resultOf(*input.diagnosis);
    card.hasBack = at > 0;
    card.hasNext = at + 1 < card.count;
    card.trail = trail;
    return card;
}

} // namespace faultline::ui::wizard
