#include "ui/main/paletteentries.h"

#include "core/guide/wording.h"
#include "core/redact/redact.h"
#include "core/topology/topology.h"
#include "ui/common/guidestate.h"
#include "ui/workloads/workloadrow.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using Kind = PaletteEntry::Kind;

constexpr size_t kMostObjects = 2'000;

QString placeOf(const model::ObjectRef &object)
{
    const QString kind = model::kindName(object.kind);
    return redact::clean(object.nameSpace.isEmpty() ? kind : kind + u" · "_s + object.nameSpace);
}

QString reasonOf(const guide::Guide &guide, const guide::Diagnosis &diagnosis, base::Language language)
{
    const workloads::WorkloadRow row = workloads::rowOf(guide, diagnosis);
    return redact::clean(guide::fill(row.reason.in(language), row.facts));
}

void addApplications(const PaletteInput &input, PaletteContent &content)
{
    for (const guide::Diagnosis &diagnosis : input.investigation.diagnoses()) {
        const QString reason = reasonOf(input.investigation.guide(), diagnosis, input.language);
        const QString place = placeOf(diagnosis.subject);
        content.entries.push_back({Kind::Application,
                                   static_cast<int>(content.applications.size()),
                                   redact::clean(diagnosis.subject.name),
                                   reason.isEmpty() ? place : place + u" · "_s + reason,
                                   {},
                                   stateOf(diagnosis)});
        content.applications.push_back(diagnosis.subject);
    }
}

void addObject(const model::ObjectRef &object, State state, PaletteContent &content)
{
    if (object.isNull() || content.objects.size() >= kMostObjects)
        return;
    content.entries.push_back({Kind::Object,
                               static_cast<int>(content.objects.size()),
                               redact::clean(object.name),
                               placeOf(object),
                               {},
                               state});
    content.objects.push_back(object);
}

void addObjects(const PaletteInput &input, PaletteContent &content)
{
    const guide::Diagnosis *diagnosis = input.investigation.diagnosis();
    if (diagnosis == nullptr || input.investigation.cluster() == nullptr)
        return;
    const topology::Topology picture = topology::topologyOf(*input.investigation.cluster(), *diagnosis);
    for (const topology::Item &item : picture.items) {
        const State state = stateOf(item.state);
        for (const model::ObjectRef &member : item.members)
            addObject(member, state, content);
        if (item.found && item.members.empty())
            addObject(item.object, state, content);
    }
}

void addQuestions(const PaletteInput &input, PaletteContent &content)
{
    const guide::Diagnosis *diagnosis = input.investigation.diagnosis();
    if (diagnosis == nullptr)
        return;
    const guide::Guide &guide = input.investigation.guide();
    for (qsizetype w = 0; w < diagnosis->walks.size(); ++w) {
        const guide::Walk &walk = diagnosis->walks[w];
        const QString about = redact::clean(walk.subject.object().name);
        for (size_t s = 0; s < walk.steps.size(); ++s) {
            const QString words = guide::questionText(guide.node(walk.steps[s].node), walk, input.language);
            content.entries.push_back({Kind::Question,
                                       static_cast<int>(content.steps.size()),
                                       redact::clean(words),
                                       about,
                                       {},
                                       State::Quiet});
            content.steps.push_back({static_cast<int>(w), static_cast<int>(s)});
        }
    }
}

} // namespace

PaletteContent paletteOf(const PaletteInput &input)
{
    PaletteContent content;
    addApplications(input, content);
    for (const Action &action : input.actions) {
        content.entries.push_back(
            {Kind::Action, static_cast<int>(action.id), action.words, {}, shownKeys(action), State::Quiet});
    }
    addObjects(input, content);
    addQuestions(input, content);
    return content;
}

} // namespace faultline::ui
