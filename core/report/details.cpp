#include "core/report/details.h"

#include "core/checks/shared/logcause.h"
#include "core/model/serverage.h"
#include "core/model/versions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

constexpr qsizetype kLinesBefore = 8; // of a likely cause
constexpr qsizetype kLinesAfter = 4;
constexpr qsizetype kLastLines = 12; // where no cause is recognised

QString aboutText(const guide::Subject &subject, base::Language language)
{
    QString text = clean(subject.object().toString());
    if (!subject.container.isEmpty())
        text += phrase(language, u", container "_s, u"，容器 "_s) + clean(subject.container);
    return text;
}

QString endText(const Input &input, const guide::Walk &walk)
{
    using End = guide::Walk::End;
    const QString words =
        walk.end == End::PassedOn
            ? phrase(input.language, u"nothing wrong here: on to the next layer"_s, u"此层未见异常，进入下一层"_s)
            : clean(guide::fill(input.guide->node(walk.at).text.in(input.language), guide::gapsOf(walk)));
    return walk.end == End::Asking ? phrase(input.language, u"stopped at: "_s, u"停在："_s) + words : words;
}

std::set<model::ObjectRef> objectsOf(const guide::Diagnosis &diagnosis)
{
    std::set<model::ObjectRef> objects{diagnosis.subject};
    for (const guide::Walk &walk : diagnosis.walks) {
        const guide::Subject &about = walk.subject;
        for (const model::ObjectRef &ref : {about.workload, about.pod, about.service, about.ingress, about.route}) {
            if (!ref.isNull())
                objects.insert(ref);
        }
        objects.insert(walk.alike.begin(), walk.alike.end());
    }
    for (const guide::Finding &finding : diagnosis.findings)
        objects.insert(finding.object);
    return objects;
}

/// The logs that a finding's walk is about, in the order of the findings.
std::vector<model::LogKey> logKeysOf(const Input &input, const guide::Diagnosis &diagnosis)
{
    std::vector<model::LogKey> keys;
    for (const guide::Finding &finding : diagnosis.findings) {
        const guide::Subject &about = diagnosis.walks[finding.walk].subject;
        // What an app writes says nothing of a selector or a backend.
        if (finding.isNote || finding.explained || about.pod.isNull() || finding.layer != guide::Layer::Pods)
            continue;
        for (const auto &[key, log] : input.cluster->data().logs) {
            const bool isOfIt = key.nameSpace == about.pod.nameSpace && key.pod == about.pod.name &&
                                (about.container.isEmpty() || key.container == about.container);
            const bool isNew = std::find(keys.begin(), keys.end(), key) == keys.end();
            if (isOfIt && isNew && log.state == model::LogText::State::Text && !log.text.trimmed().isEmpty())
                keys.push_back(key);
        }
    }
    return keys;
}

LogView logView(const Input &input, const model::LogKey &key)
{
    LogView view;
    view.title = clean(u"Pod/"_s + key.nameSpace + u'/' + key.pod) +
                 phrase(input.language, u", container "_s, u"，容器 "_s) + clean(key.container) +
                 (key.previous ? phrase(input.language, u", the run before"_s, u"，上一次运行"_s) : QString());
    // Masked before it is cut: half a key is not recognised any more.
    QStringList all = clean(input.cluster->log(key).text).split(u'\n');
    while (!all.isEmpty() && all.last().trimmed().isEmpty())
        all.removeLast();
    const auto cause = checks::likelyCause(all, checks::exitCodeOf(*input.cluster, key));
    const qsizetype from = cause ? cause->line - kLinesBefore : all.size() - kLastLines;
    const qsizetype first = std::max<qsizetype>(0, from);
    view.lines = all.mid(first, cause ? cause->line + kLinesAfter + 1 - first : -1);
    view.marked = cause ? cause->line - first : -1;
    return view;
}

} // namespace

std::vector<WalkView> litWalksOf(const Input &input, const guide::Diagnosis &diagnosis)
{
    std::vector<WalkView> views;
    for (const guide::Walk *walk : diagnosis.litWalks()) {
        WalkView view{input.guide->layer(walk->layer).text.in(input.language),
                      aboutText(walk->subject, input.language),
                      {},
                      endText(input, *walk)};
        for (const guide::Step &step : walk->steps) {
            StepView one = stepView(input, *walk, step);
            if (!one.answer.isEmpty())
                view.steps.push_back(std::move(one));
        }
        views.push_back(std::move(view));
    }
    return views;
}

Coverage coverageOf(const guide::Diagnosis &diagnosis)
{
    Coverage coverage;
    for (const guide::Walk *walk : diagnosis.litWalks()) {
        for (const guide::Step &step : walk->steps) {
            const bool isAnswered = step.answer != checks::Answer::Unknown;
            if (step.by == guide::AnsweredBy::Person) {
                ++coverage.byPerson;
            } else if (step.by == guide::AnsweredBy::Cluster && isAnswered) {
                ++coverage.byCluster;
            } else if (step.notTried) {
                ++coverage.notTried;
            } else if (!isAnswered) {
                ++coverage.notAnswered;
            }
        }
    }
    return coverage;
}

QStringList remarksOf(const Input &input)
{
    return model::withRemark(input.context.warnings, input.cluster->data().version, input.language);
}

EventsView warningsOf(const Input &input, const guide::Diagnosis &diagnosis, size_t most)
{
    std::vector<const model::Event *> warnings;
    for (const model::ObjectRef &object : objectsOf(diagnosis)) {
        const auto &own = input.cluster->eventsOf(object);
        std::copy_if(own.begin(), own.end(), std::back_inserter(warnings),
                     [](const model::Event *event) { return event->type == "Warning"_L1; });
    }
    std::stable_sort(warnings.begin(), warnings.end(),
                     [](const model::Event *one, const model::Event *other) { return other->last < one->last; });
    EventsView view;
    for (const model::Event *event : warnings) {
        EventView one{event->last.toString(), clean(event->object.toString()), clean(event->reason),
                      clean(event->message).simplified(), event->count};
        // The API server begins another series where a pause was long: to a reader it is the same event, again.
        const auto same = std::find_if(view.events.begin(), view.events.end(), [&one](const EventView &known) {
            return known.object == one.object && known.reason == one.reason && known.message == one.message;
        });
        if (same != view.events.end()) {
            same->count += one.count;
        } else if (view.events.size() == most) {
            ++view.left;
        } else {
            view.events.push_back(std::move(one));
        }
    }
    return view;
}

std::vector<LogView> logsOf(const Input &input, const guide::Diagnosis &diagnosis, size_t most)
{
    std::vector<LogView> views;
    for (const model::LogKey &key : logKeysOf(input, diagnosis)) {
        if (views.size() < most)
            views.push_back(logView(input, key));
    }
    return views;
}

} // namespace faultline::report
