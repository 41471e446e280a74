#include "ui/wizard/further.h"

#include "core/redact/redact.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {

constexpr size_t kMostFindings = 3;
constexpr size_t kMostQuestions = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FurtherWords)
};

Focus endOf(const guide::Diagnosis &diagnosis, int walk)
{
    const auto steps = diagnosis.walks[walk].steps.size();
    return {walk, std::max(0, static_cast<int>(steps) - 1)};
}

void addFindings(const CardInput &input, const guide::Finding &here, std::vector<Further> &all)
{
    size_t added = 0;
    for (const guide::Finding &other : input.diagnosis->findings) {
        if (&other == &here || other.isNote || other.explained || added == kMostFindings)
            continue;
        const QString title =
            guide::describe(*input.guide, *input.diagnosis, other, input.language, input.commands).title;
        all.push_back(
            {Words::tr("This was found, too: %1").arg(redact::clean(title)), endOf(*input.diagnosis, other.walk)});
        ++added;
    }
}

/// The questions on the lit way that nobody could answer.
void addQuestions(const CardInput &input, std::vector<Further> &all)
{
    size_t added = 0;
    for (const guide::Walk *walk : input.diagnosis->litWalks()) {
        for (size_t i = 0; i < walk->steps.size() && added < kMostQuestions; ++i) {
            const guide::Step &step = walk->steps[i];
            const guide::Node &node = input.guide->node(step.node);
            const bool isOpen = node.type != guide::NodeType::Action && step.by == guide::AnsweredBy::Nobody;
            if (!isOpen)
                continue;
            const QString question = redact::clean(guide::questionText(node, *walk, input.language));
            const QString words = step.notTried ? Words::tr("Not tried yet: %1") : Words::tr("Nobody could answer: %1");
            all.push_back({words.arg(question),
                           Focus{static_cast<int>(walk - input.diagnosis->walks.data()), static_cast<int>(i)}});
            ++added;
        }
    }
}

/// Where the guide would go had the cluster given the other answer.
void addOtherWay(const std::vector<Lead> &leads, std::vector<Further> &all)
{
    const auto other = std::find_if(leads.begin(), leads.end(), [](const Lead &lead) { return !lead.isTaken; });
    if (leads.size() > 1 && other != leads.end()) {
        all.push_back({Words::tr("If the cluster is wrong here, answer it yourself below. %1: %2")
                           .arg(other->answers, other->text),
                       {}});
    }
}

} // namespace

std::vector<Further> furtherOf(const CardInput &input, const guide::Finding &finding, const std::vector<Lead> &leads)
{
    std::vector<Further> all;
    addFindings(input, finding, all);
    addOtherWay(leads, all);
    addQuestions(input, all);
    all.push_back({Words::tr("Read the events and the logs below the picture, or save a snapshot (Ctrl+S): it holds "
                             "no secrets, and a colleague can open it."),
                   {}});
    return all;
}

} // namespace faultline::ui::wizard
