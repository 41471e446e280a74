#include "ui/wizard/proof.h"

#include "core/redact/redact.h"
#include "ui/wizard/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProofWords)
};

/// "Failed" of "events[Failed].message"; empty for what is no event.
QString eventReason(const QString &field)
{
    const bool isEvent = field.startsWith(u"events["_s) && field.endsWith(u"].message"_s);
    return isEvent ? field.mid(7, field.size() - 16) : QString();
}

/// The event that a check has named by its object, reason, message and time.
const model::Event *eventBehind(const checks::Evidence &evidence, const QString &reason, const CardInput &input)
{
    if (input.cluster == nullptr)
        return nullptr;
    for (const model::Event *event : input.cluster->eventsOf(evidence.object)) {
        if (event->reason == reason && event->message == evidence.value && event->last == evidence.time)
            return event;
    }
    return nullptr;
}

QString eventTitle(const QString &reason, const model::Event *event)
{
    const QString title = Words::tr("Event %1").arg(reason);
    return event != nullptr && event->count > 1 ? title + u" ×%1"_s.arg(event->count) : title;
}

ProofRow rowOf(const checks::Evidence &evidence, const CardInput &input)
{
    ProofRow row;
    row.path = evidence.field;
    row.field = evidence.field;
    row.time = timeWords(evidence.time, input.now);
    if (const QString reason = eventReason(evidence.field); !reason.isEmpty()) {
        row.field = eventTitle(reason, eventBehind(evidence, reason, input));
        const QString age = ageWords(evidence.time, input.now);
        row.time = age.isEmpty() ? row.time : row.time + u" · "_s + age;
    } else if (evidence.field == u"log"_s) {
        row.field = Words::tr("Log");
    } else if (evidence.field == u"log.previous"_s) {
        row.field = Words::tr("Log of the run before");
    }
    row.field = redact::clean(row.field);
    row.value = redact::clean(evidence.value).trimmed();
    return row;
}

} // namespace

std::vector<ProofGroup> proofOf(const checks::Verdict &verdict, const CardInput &input)
{
    std::vector<ProofGroup> groups;
    for (const checks::Evidence &evidence : verdict.evidence) {
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const ProofGroup &known) { return known.object == evidence.object; });
        if (group == groups.end()) {
            const QString title = evidence.object.isNull() ? QString() : redact::clean(evidence.object.toString());
            group = groups.insert(groups.end(), {evidence.object, title, {}});
        }
        group->rows.push_back(rowOf(evidence, input));
    }
    return groups;
}

} // namespace faultline::ui::wizard
