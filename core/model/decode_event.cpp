#include "core/model/jsonobjects.h"

#include <algorithm>

namespace faultline::model {
namespace {

/// An event of either shape while it is read: core/v1, or events.k8s.io/v1 with its `deprecated` twins.
struct Reading {
    Event event;
    base::Timestamp eventTime;
    base::Timestamp seriesTime;
    int seriesCount = 0;
    QString reporter;
};

template <auto Member> constexpr JsonField<Reading> part(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &into) { read(r, v, into.event.*Member); }};
}

struct Involved {
    QString uid;
    QString fieldPath;
    QString apiVersion;
    QString kind;
    QString nameSpace;
    QString name;
};

constexpr std::array kInvolvedFields{
    field<&Involved::uid>("uid"),
    field<&Involved::fieldPath>("fieldPath"),
    field<&Involved::apiVersion>("apiVersion"),
    field<&Involved::kind>("kind"),
    field<&Involved::nameSpace>("namespace"),
    field<&Involved::name>("name"),
};

void readInvolved(Reader &reader, JsonValue &value, Reading &into)
{
    Involved involved;
    readFields(reader, value, involved, kInvolvedFields);
    Event &event = into.event;
    event.object.kind =
        involved.apiVersion.isEmpty() ? kindFromName(involved.kind) : kindFrom(involved.apiVersion, involved.kind);
    event.object.nameSpace = involved.nameSpace;
    event.object.name = involved.name;
    event.objectUid = involved.uid;
    event.fieldPath = involved.fieldPath;
}

constexpr std::array kSourceFields{part<&Event::source>("component")};

constexpr std::array kSeriesFields{
    field<&Reading::seriesCount>("count"),
    field<&Reading::seriesTime>("lastObservedTime"),
};

constexpr std::array kFields{
    part<&Event::meta>("metadata"),
    JsonField<Reading>{"involvedObject", readInvolved},
    JsonField<Reading>{"regarding", readInvolved},
    part<&Event::type>("type"),
    part<&Event::reason>("reason"),
    part<&Event::message>("message"),
    part<&Event::message>("note"),
    part<&Event::count>("count"),
    part<&Event::count>("deprecatedCount"),
    part<&Event::first>("firstTimestamp"),
    part<&Event::first>("deprecatedFirstTimestamp"),
    part<&Event::last>("lastTimestamp"),
    part<&Event::last>("deprecatedLastTimestamp"),
    field<&Reading::eventTime>("eventTime"),
    nested<Reading, kSeriesFields>("series"),
    nested<Reading, kSourceFields>("source"),
    nested<Reading, kSourceFields>("deprecatedSource"),
    field<&Reading::reporter>("reportingComponent"),
    field<&Reading::reporter>("reportingController"),
};

base::Timestamp firstValid(std::initializer_list<base::Timestamp> times)
{
    const auto *found = std::find_if(times.begin(), times.end(), [](base::Timestamp time) { return time.isValid(); });
    return found == times.end() ? base::Timestamp{} : *found;
}

void foldIn(const Reading &reading, Event &event)
{
    event.first = firstValid({event.first, reading.eventTime, event.last, event.meta.created});
    event.last = std::max({event.last, reading.seriesTime, reading.eventTime, event.first});
    event.count = std::max({event.count, reading.seriesCount, 1});
    if (event.source.isEmpty()) {
        event.source = reading.reporter;
    }
}

/// The object's namespace is that of the event, unless it has none: then the event stands in "default".
void settleObject(Event &event)
{
    ObjectRef &object = event.object;
    if (object.kind != Kind::Unknown && !isNamespaced(object.kind)) {
        object.nameSpace.clear();
    } else if (object.nameSpace.isEmpty()) {
        object.nameSpace = event.meta.nameSpace;
    }
}

} // namespace

bool takeEvent(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    Reading reading;
    readFields(reader, object, reading, kFields);
    Event &event = reading.event;
    if (!reader.settle(event.meta)) {
        return false;
    }
    foldIn(reading, event);
    settleObject(event);
    into.events.push_back(std::move(event));
    return true;
}

} // namespace faultline::model
