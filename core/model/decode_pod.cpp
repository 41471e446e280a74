#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

template <ContainerState::Phase Phase> void readPhase(Reader &reader, JsonValue &value, ContainerState &into)
{
    static constexpr std::array kFields{
        field<&ContainerState::reason>("reason"),       field<&ContainerState::message>("message"),
        field<&ContainerState::exitCode>("exitCode"),   field<&ContainerState::signal>("signal"),
        field<&ContainerState::startedAt>("startedAt"), field<&ContainerState::finishedAt>("finishedAt"),
    };
    if (reader.expect(value, JsonType::object, "an object")) {
        into.phase = Phase;
        readFields(reader, value, into, kFields);
    }
}

constexpr std::array kStateFields{
    JsonField<ContainerState>{"waiting", readPhase<ContainerState::Phase::Waiting>},
    JsonField<ContainerState>{"running", readPhase<ContainerState::Phase::Running>},
    JsonField<ContainerState>{"terminated", readPhase<ContainerState::Phase::Terminated>},
};

constexpr std::array kStatusFields{
    field<&ContainerStatus::name>("name"),           field<&ContainerStatus::image>("image"),
    field<&ContainerStatus::imageId>("imageID"),     field<&ContainerStatus::state>("state"),
    field<&ContainerStatus::lastState>("lastState"), field<&ContainerStatus::restartCount>("restartCount"),
    field<&ContainerStatus::ready>("ready"),         field<&ContainerStatus::started>("started"),
};

/// A Pod while it is read: `podIP` counts only where there are no `podIPs`.
struct Reading {
    Metadata meta;
    PodSpecReading spec;
    Pod pod;
    QString podIP;
};

template <auto Member> constexpr JsonField<Reading> part(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &into) { read(r, v, into.pod.*Member); }};
}

constexpr std::array kPodStatusFields{
    part<&Pod::phase>("phase"),
    part<&Pod::reason>("reason"),
    part<&Pod::message>("message"),
    part<&Pod::conditions>("conditions"),
    part<&Pod::initStatuses>("initContainerStatuses"),
    part<&Pod::statuses>("containerStatuses"),
    part<&Pod::startTime>("startTime"),
    part<&Pod::resourceClaims>("resourceClaimStatuses"),
    field<&Reading::podIP>("podIP"),
    JsonField<Reading>{"podIPs",
                       [](Reader &r, JsonValue &v, Reading &into) { readNames(r, v, into.pod.podIPs, "ip"); }},
};

constexpr std::array kPodFields{
    field<&Reading::meta>("metadata"),
    field<&Reading::spec>("spec"),
    nested<Reading, kPodStatusFields>("status"),
};

/// What the server fills in for a Pod, but not for a template: requests that only a limit gives (SetDefaults_Pod), and
/// the ports of a Pod on its Node's network.
void fillIn(Container &container, const PodSpec &spec)
{
    container.requests.insert(container.limits.begin(), container.limits.end());
    for (ContainerPort &port : container.ports) {
        port.hostPort = spec.hostNetwork && port.hostPort == 0 ? port.containerPort : port.hostPort;
    }
}

PodSpec finished(PodSpec spec)
{
    for (Container &container : spec.containers) {
        fillIn(container, spec);
    }
    for (Container &container : spec.initContainers) {
        fillIn(container, spec);
    }
    return spec;
}

} // namespace

void read(Reader &reader, JsonValue &value, ContainerState &into) { readFields(reader, value, into, kStateFields); }

void read(Reader &reader, JsonValue &value, ContainerStatus &into) { readFields(reader, value, into, kStatusFields); }

bool takePod(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    Reading reading;
    readFields(reader, object, reading, kPodFields);
    if (!reader.settle(reading.meta)) {
        return false;
    }
    Pod &pod = reading.pod;
    pod.meta = std::move(reading.meta);
    pod.nodeName = std::move(reading.spec.nodeName);
    pod.spec = reader.share(finished(std::move(reading.spec.spec)));
    if (pod.podIPs.isEmpty() && !reading.podIP.isEmpty()) {
        pod.podIPs.append(reading.podIP);
    }
    into.pods.push_back(std::move(pod));
    return true;
}

} // namespace faultline::model
