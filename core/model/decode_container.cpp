#include "core/model/jsonobjects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

void readHttpGet(Reader &reader, JsonValue &value, Probe &into)
{
    static constexpr std::array kFields{
        field<&Probe::path>("path"),
        field<&Probe::port>("port"),
        field<&Probe::scheme>("scheme"),
    };
    into.action = Probe::Action::HttpGet;
    readFields(reader, value, into, kFields);
    into.path = into.path.isEmpty() ? u"/"_s : into.path;
    into.scheme = into.scheme.isEmpty() ? u"HTTP"_s : into.scheme;
}

template <Probe::Action Action> void readPortAction(Reader &reader, JsonValue &value, Probe &into)
{
    static constexpr std::array kFields{field<&Probe::port>("port")};
    into.action = Action;
    readFields(reader, value, into, kFields);
}

void readExec(Reader &reader, JsonValue &value, Probe &into)
{
    static constexpr std::array kFields{field<&Probe::command>("command")};
    into.action = Probe::Action::Exec;
    readFields(reader, value, into, kFields);
}

constexpr std::array kProbeFields{
    JsonField<Probe>{"httpGet", readHttpGet},
    JsonField<Probe>{"tcpSocket", readPortAction<Probe::Action::TcpSocket>},
    JsonField<Probe>{"grpc", readPortAction<Probe::Action::Grpc>},
    JsonField<Probe>{"exec", readExec},
    field<&Probe::initialDelaySeconds>("initialDelaySeconds"),
    field<&Probe::periodSeconds>("periodSeconds"),
    field<&Probe::timeoutSeconds>("timeoutSeconds"),
    field<&Probe::successThreshold>("successThreshold"),
    field<&Probe::failureThreshold>("failureThreshold"),
};

constexpr std::array kPortFields{
    field<&ContainerPort::name>("name"),
    field<&ContainerPort::containerPort>("containerPort"),
    field<&ContainerPort::hostPort>("hostPort"),
    field<&ContainerPort::protocol>("protocol"),
};

constexpr std::array kResourceFields{
    field<&Container::requests>("requests"),
    field<&Container::limits>("limits"),
};

constexpr std::array kSecurityFields{
    field<&Container::runAsNonRoot>("runAsNonRoot"),
    field<&Container::runAsUser>("runAsUser"),
};

constexpr std::array kLifecycleFields{
    JsonField<Container>{"postStart",
                         [](Reader &r, JsonValue &v, Container &c) { c.hasPostStart = holdsSomething(r, v); }},
};

/// One way to name a ConfigMap or Secret: the key in the JSON, and what it stands for.
template <Kind Referred> void readReference(Reader &reader, JsonValue &value, std::vector<ConfigReference> &into)
{
    ConfigReference reference;
    reference.kind = Referred;
    read(reader, value, reference);
    if (!reference.name.isEmpty()) {
        into.push_back(std::move(reference));
    }
}

using References = std::vector<ConfigReference>;

constexpr std::array kValueFromFields{
    JsonField<References>{"configMapKeyRef", readReference<Kind::ConfigMap>},
    JsonField<References>{"secretKeyRef", readReference<Kind::Secret>},
};

constexpr std::array kEnvFields{
    JsonField<References>{"valueFrom",
                          [](Reader &r, JsonValue &v, References &into) { readFields(r, v, into, kValueFromFields); }},
};

constexpr std::array kEnvFromFields{
    JsonField<References>{"configMapRef", readReference<Kind::ConfigMap>},
    JsonField<References>{"secretRef", readReference<Kind::Secret>},
};

/// env[] and envFrom[]: values are never read, only what they refer to.
template <typename Table>
void readEnvironment(Reader &reader, JsonValue &value, References &into, QLatin1StringView list, const Table &table)
{
    int index = 0;
    reader.eachItem(value, [&](JsonValue &item) {
        const size_t known = into.size();
        readFields(reader, item, into, table);
        for (size_t i = known; i < into.size(); ++i) {
            into[i].fieldPath = u"%1[%2]"_s.arg(list).arg(index);
        }
        ++index;
    });
}

using Reading = ContainerReading;

template <auto Member> constexpr JsonField<Reading> part(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &c) { read(r, v, c.container.*Member); }};
}

template <auto &Table> constexpr JsonField<Reading> parts(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, Reading &c) { readFields(r, v, c.container, Table); }};
}

constexpr std::array kContainerFields{
    part<&Container::name>("name"),
    part<&Container::image>("image"),
    part<&Container::imagePullPolicy>("imagePullPolicy"),
    part<&Container::command>("command"),
    part<&Container::args>("args"),
    part<&Container::ports>("ports"),
    part<&Container::liveness>("livenessProbe"),
    part<&Container::readiness>("readinessProbe"),
    part<&Container::startup>("startupProbe"),
    part<&Container::restartPolicy>("restartPolicy"),
    parts<kResourceFields>("resources"),
    parts<kSecurityFields>("securityContext"),
    parts<kLifecycleFields>("lifecycle"),
    JsonField<Reading>{
        "env", [](Reader &r, JsonValue &v, Reading &c) { readEnvironment(r, v, c.references, "env"_L1, kEnvFields); }},
    JsonField<Reading>{
        "envFrom",
        [](Reader &r, JsonValue &v, Reading &c) { readEnvironment(r, v, c.references, "envFrom"_L1, kEnvFromFields); }},
};

/// Source: SetDefaults_Container and parsers.ParseImageName: no tag and no digest means "latest".
QString defaultPullPolicy(const QString &image)
{
    const QString withoutDigest = image.section(u'@', 0, 0);
    const QString lastPart = withoutDigest.section(u'/', -1);
    const QString tag = lastPart.section(u':', 1);
    const bool latest = tag == "latest"_L1 || (tag.isEmpty() && withoutDigest.size() == image.size());
    return latest ? u"Always"_s : u"IfNotPresent"_s;
}

} // namespace

/// Zero means the default: SetDefaults_Probe.
void read(Reader &reader, JsonValue &value, Probe &into)
{
    readFields(reader, value, into, kProbeFields);
    const Probe defaults;
    const auto fill = [](int &field, int otherwise) { field = field == 0 ? otherwise : field; };
    fill(into.periodSeconds, defaults.periodSeconds);
    fill(into.timeoutSeconds, defaults.timeoutSeconds);
    fill(into.successThreshold, defaults.successThreshold);
    fill(into.failureThreshold, defaults.failureThreshold);
}

void read(Reader &reader, JsonValue &value, ContainerPort &into)
{
    readFields(reader, value, into, kPortFields);
    into.protocol = into.protocol.isEmpty() ? u"TCP"_s : into.protocol;
}

void read(Reader &reader, JsonValue &value, ContainerReading &into)
{
    readFields(reader, value, into, kContainerFields);
    Container &container = into.container;
    if (container.imagePullPolicy.isEmpty()) {
        container.imagePullPolicy = defaultPullPolicy(container.image);
    }
    for (ConfigReference &reference : into.references) {
        reference.container = container.name;
    }
}

} // namespace faultline::model
