#include "core/checks/shared/trial.h"

#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"
#include "core/checks/shared/ports.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Trial;
using model::TrialKey;
using model::TrialSpeech;
using model::TrialWay;

constexpr size_t kMostPorts = 4;
constexpr qsizetype kBodyShown = 160;

// What does not speak HTTP, by the usual name and number of its port (IANA, and the images' own documents).
constexpr std::array kOtherNames{"mysql"_L1, "postgres"_L1, "pg"_L1,   "redis"_L1,    "mongo"_L1, "amqp"_L1,
                                 "kafka"_L1, "nats"_L1,     "mqtt"_L1, "smtp"_L1,     "ssh"_L1,   "dns"_L1,
                                 "ldap"_L1,  "grpc"_L1,     "tcp"_L1,  "memcache"_L1, "cql"_L1,   "zookeeper"_L1};
constexpr std::array kOtherPorts{22,   25,   53,   389,  636,  1433, 1521, 1883,  2181,  2379,  2380, 3306,
                                 4222, 5432, 5672, 5671, 6379, 9042, 9092, 11211, 26379, 27017, 50051};
constexpr std::array kTlsPorts{443, 8443, 6443, 9443};

bool isOther(const QString &name)
{
    return std::any_of(kOtherNames.begin(), kOtherNames.end(),
                       [&](QLatin1StringView word) { return name.startsWith(word) || name.contains(u'-' + word); });
}

TrialKey podKey(const model::Pod &pod, TrialWay way, int port, TrialSpeech speech)
{
    TrialKey key;
    key.way = way;
    key.object = refTo(pod);
    key.port = port;
    key.speech = speech;
    return key;
}

// The probe of a container knows scheme and path.
void askAsProbed(TrialKey &key, const model::Container &container, const model::ContainerPort &port)
{
    for (const auto *probe : {&container.readiness, &container.liveness, &container.startup}) {
        const bool isOfPort =
            *probe && (*probe)->action == model::Probe::Action::HttpGet &&
            ((*probe)->port.number == port.containerPort || (!port.name.isEmpty() && (*probe)->port.name == port.name));
        if (isOfPort) {
            key.speech = (*probe)->scheme == "HTTPS"_L1 ? TrialSpeech::Https : TrialSpeech::Http;
            return;
        }
    }
}

QString declaredText(const model::ContainerPort &port)
{
    const QString number = QString::number(port.containerPort);
    return port.name.isEmpty() ? number : number + u" ("_s + port.name + u')';
}

bool hasSameOwner(const model::Pod &one, const model::Pod &other)
{
    return !one.meta.owners.empty() && one.meta.owners == other.meta.owners;
}

QString wayWord(TrialWay way)
{
    switch (way) {
    case TrialWay::PodTunnel:
    case TrialWay::Controller:
        return u"portforward"_s;
    case TrialWay::PodProxy:
    case TrialWay::ServiceProxy:
        return u"proxy"_s;
    case TrialWay::Public:
        return u"public"_s;
    }
    return {};
}

/// The outcome in few words. What the kubelet says of a refusal names containers and files of its node.
QString outcomeText(const Trial &trial)
{
    if (!trial.statusLine.isEmpty())
        return trial.statusLine;
    switch (trial.outcome) {
    case Trial::Outcome::Answered:
        return trial.firstBytes.isEmpty() ? u"connected"_s : trial.firstBytes.simplified().left(80);
    case Trial::Outcome::Refused:
        return u"connection refused"_s;
    case Trial::Outcome::TimedOut:
        return trial.words.isEmpty() ? u"no answer in time"_s : trial.words.simplified();
    case Trial::Outcome::Reset:
        return u"connection reset"_s;
    case Trial::Outcome::Closed:
        return u"closed without an answer"_s;
    default:
        return trial.words.isEmpty() ? u"could not be tried"_s : trial.words.simplified();
    }
}

QString askedText(const TrialKey &key)
{
    if (key.speech == TrialSpeech::Tcp)
        return u"a TCP connection"_s;
    const QString scheme = key.speech == TrialSpeech::Https ? u" over TLS"_s : QString();
    return u"GET "_s + key.path + scheme + (key.host.isEmpty() ? QString() : u", Host: "_s + key.host);
}

QString headersText(const Trial &trial)
{
    QStringList lines;
    for (const auto &[name, value] : trial.headers)
        lines += name + u": "_s + value;
    return lines.join(u"; "_s);
}

} // namespace

TrialSpeech speechOf(const QString &name, const QString &appProtocol, int number)
{
    const QString protocol = appProtocol.section(u'/', -1).toLower();
    if (protocol == "https"_L1 || protocol == "wss"_L1)
        return TrialSpeech::Https;
    if (protocol.startsWith("http"_L1) || protocol == "ws"_L1)
        return TrialSpeech::Http;
    if (!protocol.isEmpty() || isOther(name))
        return TrialSpeech::Tcp;
    if (name.startsWith("https"_L1) || name.endsWith("-https"_L1))
        return TrialSpeech::Https;
    if (name.startsWith("http"_L1) || name.startsWith("web"_L1))
        return TrialSpeech::Http;
    if (std::find(kOtherPorts.begin(), kOtherPorts.end(), number) != kOtherPorts.end())
        return TrialSpeech::Tcp;
    const bool isTls = std::find(kTlsPorts.begin(), kTlsPorts.end(), number) != kTlsPorts.end();
    return isTls ? TrialSpeech::Https : TrialSpeech::Http;
}

std::vector<TrialKey> podTrials(const Scope &scope, TrialWay way)
{
    std::vector<TrialKey> keys;
    if (!scope.pod)
        return keys;
    const auto add = [&](const TrialKey &key) {
        const bool isKnown =
            std::any_of(keys.begin(), keys.end(), [&](const TrialKey &one) { return one.port == key.port; });
        if (!isKnown && keys.size() < kMostPorts && key.port > 0)
            keys.push_back(key);
    };
    for (const DeclaredPort &declared : declaredPorts(*scope.pod->spec)) {
        if (declared.port->protocol != "TCP"_L1)
            continue;
        TrialKey key = podKey(*scope.pod, way, declared.port->containerPort,
                              speechOf(declared.port->name, {}, declared.port->containerPort));
        askAsProbed(key, *declared.container, *declared.port);
        add(key);
    }
    if (!keys.empty())
        return keys;
    for (const model::Service &service : scope.cluster.servicesIn(scope.pod->meta.nameSpace)) {
        const bool isSelected =
            selects(service, {refTo(*scope.pod), &scope.pod->meta.labels, scope.pod->spec.get(), scope.pod});
        for (const model::ServicePort &port : service.ports) {
            if (port.protocol == "TCP"_L1 && isSelected) {
                add(podKey(*scope.pod, way, targetNumber(port, *scope.pod->spec),
                           speechOf(port.name, port.appProtocol, port.port)));
            }
        }
    }
    return keys;
}

std::vector<TrialKey> serviceTrials(const Scope &scope)
{
    std::vector<TrialKey> keys;
    if (!scope.service)
        return keys;
    const std::vector<const model::Pod *> pods = scope.cluster.podsSelectedBy(*scope.service);
    for (const model::ServicePort &port : scope.service->ports) {
        if (port.protocol != "TCP"_L1 || keys.size() == kMostPorts)
            continue;
        TrialKey key;
        key.speech = speechOf(port.name, port.appProtocol, port.port);
        if (key.speech != TrialSpeech::Tcp) {
            key.way = TrialWay::ServiceProxy;
            key.object = scope.service->ref();
            key.port = port.port;
            keys.push_back(key);
        } else if (!pods.empty() && targetNumber(port, *pods.front()->spec) > 0) {
            keys.push_back(
                podKey(*pods.front(), TrialWay::PodTunnel, targetNumber(port, *pods.front()->spec), key.speech));
        }
    }
    return keys;
}

std::optional<TrialKey> ingressTrial(const Scope &scope, TrialWay way)
{
    const auto paths = scope.ingress ? backendsInQuestion(scope.cluster, *scope.ingress, scope.service)
                                     : std::vector<model::IngressPath>();
    if (paths.empty())
        return std::nullopt;
    const model::IngressPath &path = paths.front();
    const auto &tls = scope.ingress->tls;
    const bool isOverTls = std::any_of(tls.begin(), tls.end(), [&](const model::IngressTls &one) {
        return one.hosts.isEmpty() || one.hosts.contains(path.host);
    });
    TrialKey key;
    key.way = way;
    key.object = scope.ingress->ref();
    key.host = path.host;
    key.path = path.path.startsWith(u'/') ? path.path : u"/"_s;
    key.speech = isOverTls ? TrialSpeech::Https : TrialSpeech::Http;
    return key;
}

const Trial *madeTrial(const model::Cluster &cluster, const TrialKey &key)
{
    const std::map<TrialKey, Trial> &trials = cluster.trials();
    if (const auto found = trials.find(key); found != trials.end())
        return &found->second;
    const model::Pod *asked = trials.empty() ? nullptr : cluster.pod(key.object.nameSpace, key.object.name);
    if (key.object.kind != model::Kind::Pod || asked == nullptr)
        return nullptr;
    for (const auto &[other, trial] : trials) {
        TrialKey same = key;
        same.object = other.object;
        const model::Pod *pod = same == other ? cluster.pod(other.object.nameSpace, other.object.name) : nullptr;
        if (pod != nullptr && hasSameOwner(*asked, *pod))
            return &trial;
    }
    return nullptr;
}

QString rightOf(TrialWay way)
{
    switch (way) {
    case TrialWay::PodProxy:
        return u"pods/proxy"_s;
    case TrialWay::ServiceProxy:
        return u"services/proxy"_s;
    case TrialWay::PodTunnel:
    case TrialWay::Controller:
        return u"pods/portforward"_s;
    case TrialWay::Public:
        return {};
    }
    return {};
}

std::vector<Evidence> trialEvidence(const TrialKey &key, const Trial &trial)
{
    const model::ObjectRef &object = trial.via.isNull() ? key.object : trial.via;
    const QString port = key.port > 0 ? u':' + QString::number(key.port) : QString();
    const QString way = wayWord(key.way) + port + (key.host.isEmpty() ? QString() : u' ' + key.host + key.path);
    const QString outcome = outcomeText(trial);
    std::vector<Evidence> evidence{fieldOf(object, way, outcome, trial.time)};
    const auto add = [&](const QString &what, const QString &value) {
        if (!value.isEmpty() && value != outcome)
            evidence.push_back(fieldOf(object, way + u' ' + what, value, trial.time));
    };
    add(u"request"_s, askedText(key));
    add(u"headers"_s, headersText(trial));
    add(u"body"_s, trial.firstBytes.simplified().left(kBodyShown));
    add(u"words"_s, trial.words.simplified());
    for (const QString &line : trial.logLines)
        add(u"log"_s, line);
    add(u"took"_s, trial.milliseconds > 0 ? QString::number(trial.milliseconds) + u" ms"_s : QString());
    return evidence;
}

void addEvidence(std::vector<Evidence> &evidence, const TrialKey &key, const Trial &trial)
{
    const std::vector<Evidence> more = trialEvidence(key, trial);
    evidence.insert(evidence.end(), more.begin(), more.end());
}

Verdict notTried(const std::vector<TrialKey> &keys, std::vector<Evidence> evidence, Facts facts)
{
    Verdict verdict = unknown(reason::notTried, std::move(evidence), std::move(facts));
    verdict.wantedTrials = keys;
    return verdict;
}

Verdict notHad(const TrialKey &key, const Trial &trial)
{
    const bool isRight = trial.outcome == Trial::Outcome::NotAllowed;
    return unknown(isRight ? reason::trialNotAllowed + u':' + rightOf(key.way) : QString(reason::trialNotPossible),
                   trialEvidence(key, trial));
}

Verdict ofTrial(const Scope &scope, const std::optional<TrialKey> &key,
                const std::function<Verdict(const TrialKey &, const Trial &)> &otherwise)
{
    if (!key)
        return unknown(reason::notTried);
    const Trial *trial = madeTrial(scope.cluster, *key);
    if (trial == nullptr)
        return notTried({*key});
    return answered(*trial) ? yes(trialEvidence(*key, *trial)) : otherwise(*key, *trial);
}

QString nameUnder(QString host)
{
    if (host.startsWith("*."_L1))
        host.replace(0, 1, u"faultline"_s);
    return host;
}

Verdict notTriedPort(const Scope &scope, const std::vector<TrialKey> &keys)
{
    if (!scope.pod)
        return unknown(reason::notTried);
    std::vector<Evidence> evidence;
    QStringList ports;
    for (const model::Container &container : scope.pod->spec->containers) {
        for (const model::ContainerPort &port : container.ports) {
            ports.append(declaredText(port));
            evidence.push_back(
                fieldOf(refTo(*scope.pod), u"spec.containers["_s + container.name + u"].ports"_s, declaredText(port)));
        }
    }
    return notTried(keys, std::move(evidence), factsOf({{fact::containerPorts, ports.join(u", "_s)}}));
}

bool answered(const Trial &trial) { return trial.outcome == Trial::Outcome::Answered && !trial.byProxy; }

bool failed(const Trial &trial)
{
    using Outcome = Trial::Outcome;
    return trial.outcome == Outcome::Refused || trial.outcome == Outcome::TimedOut || trial.outcome == Outcome::Reset ||
           trial.outcome == Outcome::Closed || (trial.outcome == Outcome::Answered && trial.byProxy);
}

} // namespace faultline::checks
