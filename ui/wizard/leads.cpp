#include "ui/wizard/leads.h"

#include "core/redact/redact.h"
#include "ui/wizard/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LeadWords)
};

QString layerReason(guide::Layer layer)
{
    switch (layer) {
    case guide::Layer::Rollout:
        return Words::tr("Before a Pod can fail it has to be made: is it asked for, and may it be made?");
    case guide::Layer::Pods:
        return Words::tr("Nothing above can answer until the Pods run and are Ready, so they are looked at one "
                         "question at a time.");
    case guide::Layer::Service:
        return Words::tr("A Service finds its Pods by labels and reaches them by ports: each of these links has to "
                         "fit.");
    case guide::Layer::Ingress:
        return Words::tr("An Ingress hands requests on by the name and the port of a Service: both have to fit, and "
                         "somebody has to carry it out.");
    case guide::Layer::Gateway:
        return Words::tr("A route hangs on a Gateway and points at a Service: both ends have to hold.");
    case guide::Layer::Exposure:
        break;
    }
    return Words::tr("When all inside the cluster answers, the way from outside is what is left.");
}

/// Where an edge leads, in one sentence.
QString targetWords(const guide::Guide &guide, const guide::Node &from, const guide::Edge &edge,
                    const guide::Walk &walk, base::Language language)
{
    if (edge.ask || guide.find(edge.to) == nullptr)
        return Words::tr("the guide stops here: only you can tell");
    const guide::Node &target = guide.node(edge.to);
    const QString text = redact::clean(guide::questionText(target, walk, language));
    if (target.type == guide::NodeType::Resolution)
        return Words::tr("result: %1").arg(text);
    if (target.layer != from.layer)
        return Words::tr("this layer is fine; on to the next: %1").arg(text);
    return Words::tr("next: %1").arg(text);
}

} // namespace

QString askWords(const guide::Node &node, const guide::Walk &walk, base::Language language)
{
    const QString help = redact::clean(guide::fill(node.help.in(language), guide::gapsOf(walk))).trimmed();
    return help.isEmpty() ? layerReason(node.layer) : help;
}

std::vector<Lead> leadsOf(const guide::Guide &guide, const guide::Node &node, const guide::Walk &walk,
                          const guide::Step &step, base::Language language)
{
    if (node.type == guide::NodeType::Action) {
        if (!node.next)
            return {};
        return {{Words::tr("Then"), targetWords(guide, node, *node.next, walk, language), true}};
    }
    std::vector<Lead> leads;
    for (const auto answer : {checks::Answer::Yes, checks::Answer::No, checks::Answer::Unknown}) {
        const std::optional<guide::Edge> &edge = node.edge(answer);
        if (!edge)
            continue;
        const QString text = targetWords(guide, node, *edge, walk, language);
        auto same = std::find_if(leads.begin(), leads.end(), [&text](const Lead &lead) { return lead.text == text; });
        if (same == leads.end())
            same = leads.insert(leads.end(), {QString(), text, false});
        same->answers = same->answers.isEmpty() ? answerWords(answer)
                                                : Words::tr("%1 or %2").arg(same->answers, answerWords(answer));
        same->isTaken = same->isTaken || step.answer == answer;
    }
    return leads;
}

} // namespace faultline::ui::wizard
