#include "ui/wizard/words.h"

#include "core/guide/wording.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WizardWords)
};

} // namespace

QString answerWords(checks::Answer answer)
{
    switch (answer) {
    case checks::Answer::Yes:
        return Words::tr("Yes");
    case checks::Answer::No:
        return Words::tr("No");
    case checks::Answer::Unknown:
        break;
    }
    return Words::tr("Not known");
}

QString byWords(const guide::Node &node, const guide::Step &step)
{
    if (node.type == guide::NodeType::Action)
        return Words::tr("a step to look at; nothing to answer");
    switch (step.by) {
    case guide::AnsweredBy::Cluster:
        return Words::tr("answered by the cluster");
    case guide::AnsweredBy::Person:
        return step.automatic.answer == step.answer || step.automatic.answer == checks::Answer::Unknown
                   ? Words::tr("your answer")
                   : Words::tr("your answer; the cluster says %1").arg(answerWords(step.automatic.answer));
    case guide::AnsweredBy::Nobody:
        break;
    }
    return step.notTried ? Words::tr("not tried yet") : Words::tr("nobody has answered yet");
}

QString noProofWords(const guide::Node &node, const guide::Step &step, base::Language language)
{
    if (node.type == guide::NodeType::Action)
        return Words::tr("The command below shows what this step looks at.");
    if (step.notTried) {
        return Words::tr(
            "Not tried: only a request over the connection itself can tell. Let Faultline try it where it can, or run "
            "the command below, look at what comes back, then answer.");
    }
    if (step.automatic.answer == checks::Answer::Unknown && !step.automatic.unknownReason.isEmpty())
        return guide::reasonText(step.automatic.unknownReason, language);
    return Words::tr("The cluster shows nothing that stands against it.");
}

QString timeWords(base::Timestamp time, base::Timestamp now)
{
    if (!time.isValid())
        return {};
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time.ms, QTimeZone::utc());
    const bool sameDay =
        now.isValid() && QDateTime::fromMSecsSinceEpoch(now.ms, QTimeZone::utc()).date() == moment.date();
    return moment.toString(sameDay ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s;
}

QString ageWords(base::Timestamp time, base::Timestamp now)
{
    if (!time.isValid() || !now.isValid() || now.ms < time.ms)
        return {};
    const qint64 seconds = (now.ms - time.ms) / 1000;
    constexpr qint64 kMinute = 60, kHour = 3600, kDay = 86'400;
    if (seconds < 5)
        return Words::tr("just now");
    if (seconds < 2 * kMinute)
        return Words::tr("%1 s ago").arg(seconds);
    if (seconds < 2 * kHour)
        return Words::tr("%1 min ago").arg(seconds / kMinute);
    return seconds < 2 * kDay ? Words::tr("%1 h ago").arg(seconds / kHour) : Words::tr("%1 d ago").arg(seconds / kDay);
}

QString lookOfStep(const guide::Node &node, const guide::Step &step)
{
    const bool answered = step.by != guide::AnsweredBy::Nobody;
    return answered && node.type != guide::NodeType::Action ? u"path"_s : u"unknown"_s;
}

QString lookOfFinding(const guide::Finding &finding)
{
    if (finding.verdict == guide::LeafVerdict::Done)
        return u"fine"_s;
    if (finding.isNote || finding.explained)
        return u"unknown"_s;
    if (finding.verdict == guide::LeafVerdict::Wait)
        return u"path"_s;
    return finding.certainty == guide::Certainty::Proven ? u"fault"_s : u"suspected"_s;
}

} // namespace faultline::ui::wizard
