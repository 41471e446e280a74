#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

using Reading = PodSpecReading;

/// Field paths of references get their place in the Pod spec in front.
void place(std::vector<ConfigReference> &references, size_t first, const QString &part)
{
    for (size_t i = first; i < references.size(); ++i) {
        QString &path = references[i].fieldPath;
        path = path.isEmpty() ? part : part + u'.' + path;
    }
}

void readContainers(Reader &reader, JsonValue &value, std::vector<Container> &into,
                    std::vector<ConfigReference> &references, QLatin1StringView list)
{
    int index = 0;
    reader.eachItem(value, [&](JsonValue &item) {
        const QString part = u"%1[%2]"_s.arg(list).arg(index++);
        if (!reader.expect(item, JsonType::object, "an object")) {
            return;
        }
        ContainerReading reading;
        read(reader, item, reading);
        place(reading.references, 0, part);
        references.insert(references.end(), reading.references.begin(), reading.references.end());
        into.push_back(std::move(reading.container));
    });
}

void readVolumes(Reader &reader, JsonValue &value, Reading &into)
{
    int index = 0;
    reader.eachItem(value, [&](JsonValue &item) {
        const QString part = u"volumes[%1]"_s.arg(index++);
        if (!reader.expect(item, JsonType::object, "an object")) {
            return;
        }
        const size_t known = into.spec.configReferences.size();
        readVolume(reader, item, into.spec.volumes.emplace_back(), into.spec.configReferences);
        place(into.spec.configReferences, known, part);
    });
}

constexpr std::array kSecurityFields{
    field<&PodSpec::runAsNonRoot>("runAsNonRoot"),
    field<&PodSpec::runAsUser>("runAsUser"),
};

constexpr std::array kResourceFields{field<&PodSpec::podRequests>("requests")};

template <auto Member> constexpr JsonField<Reading> part(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &into) { read(r, v, into.spec.*Member); }};
}

template <auto &Table> constexpr JsonField<Reading> parts(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &into) { readFields(r, v, into.spec, Table); }};
}

template <auto Member> constexpr JsonField<Reading> names(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &into) { readNames(r, v, into.spec.*Member); }};
}

template <auto Member> constexpr JsonField<Reading> presence(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &into) { into.spec.*Member = holdsSomething(r, v); }};
}

constexpr std::array kPodSpecFields{
    JsonField<Reading>{"initContainers",
                       [](Reader &r, JsonValue &v, Reading &into) {
                           readContainers(r, v, into.spec.initContainers, into.spec.configReferences,
                                          "initContainers"_L1);
                       }},
    JsonField<Reading>{"containers",
                       [](Reader &r, JsonValue &v, Reading &into) {
                           readContainers(r, v, into.spec.containers, into.spec.configReferences, "containers"_L1);
                       }},
    JsonField<Reading>{"volumes", readVolumes},
    field<&Reading::nodeName>("nodeName"),
    part<&PodSpec::nodeSelector>("nodeSelector"),
    part<&PodSpec::tolerations>("tolerations"),
    part<&PodSpec::resourceClaims>("resourceClaims"),
    names<&PodSpec::imagePullSecrets>("imagePullSecrets"),
    names<&PodSpec::schedulingGates>("schedulingGates"),
    JsonField<Reading>{
        "readinessGates",
        [](Reader &r, JsonValue &v, Reading &into) { readNames(r, v, into.spec.readinessGates, "conditionType"); }},
    part<&PodSpec::schedulerName>("schedulerName"),
    part<&PodSpec::serviceAccountName>("serviceAccountName"),
    part<&PodSpec::priorityClassName>("priorityClassName"),
    part<&PodSpec::runtimeClassName>("runtimeClassName"),
    part<&PodSpec::restartPolicy>("restartPolicy"),
    part<&PodSpec::overhead>("overhead"),
    part<&PodSpec::hostNetwork>("hostNetwork"),
    parts<kSecurityFields>("securityContext"),
    parts<kResourceFields>("resources"),
    presence<&PodSpec::hasAffinity>("affinity"),
    presence<&PodSpec::hasTopologySpread>("topologySpreadConstraints"),
};

constexpr std::array kTolerationFields{
    field<&Toleration::key>("key"),
    field<&Toleration::op>("operator"),
    field<&Toleration::value>("value"),
    field<&Toleration::effect>("effect"),
};

} // namespace

void read(Reader &reader, JsonValue &value, Toleration &into)
{
    readFields(reader, value, into, kTolerationFields);
    into.op = into.op.isEmpty() ? u"Equal"_s : into.op;
}

void read(Reader &reader, JsonValue &value, PodSpecReading &into)
{
    readFields(reader, value, into, kPodSpecFields);
    PodSpec &spec = into.spec;
    spec.schedulerName = spec.schedulerName.isEmpty() ? u"default-scheduler"_s : spec.schedulerName;
    spec.restartPolicy = spec.restartPolicy.isEmpty() ? u"Always"_s : spec.restartPolicy;
}

} // namespace faultline::model
