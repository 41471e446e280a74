#include "tests/support/casefile.h"

#include "core/base/yamldoor.h"
#include "core/model/decode.h"

#include <QtCore/QDirIterator>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace faultline::test {

namespace {

using base::Error;
using base::failure;
using model::Kind;
using model::ObjectRef;
using model::Unseen;

/// The first problem met; reading goes on, its values are then of no use.
class Problem
{
public:
    void set(const QString &text)
    {
        if (m_text.isEmpty())
            m_text = text;
    }
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

base::Result<QJsonObject> jsonOf(const QByteArray &yaml)
{
    const auto documents = base::yamlToJson(yaml);
    if (!documents)
        return tl::unexpected<Error>(documents.error());
    if (documents->size() != 1)
        return failure(Error::Kind::Malformed, u"not exactly one document"_s);
    const QJsonDocument document = QJsonDocument::fromJson(documents->front());
    if (!document.isObject())
        return failure(Error::Kind::Malformed, u"not a mapping"_s);
    return document.object();
}

void onlyKnown(const QJsonObject &object, const QStringList &known, const QString &where, Problem &problem)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            problem.set(where + u": unknown word \""_s + key + u'"');
    }
}

/// "shop/web" or "web" of a kind, or "Deployment/shop/web".
ObjectRef refFrom(const QString &text, Kind kind, Problem &problem)
{
    QStringList parts = text.split(u'/');
    if (text.isEmpty())
        return {};
    if (kind == Kind::Unknown)
        kind = model::kindFromWord(parts.takeFirst());
    if (kind == Kind::Unknown || parts.size() != (model::isNamespaced(kind) ? 2 : 1)) {
        problem.set(u"about: cannot read \""_s + text + u'"');
        return {};
    }
    return {kind, parts.size() == 2 ? parts.first() : QString(), parts.last()};
}

void readUnseen(const QJsonObject &unseen, model::ClusterData &data, Problem &problem)
{
    static const std::map<QString, Unseen::Reason> reasons{{u"forbidden"_s, Unseen::Reason::Forbidden},
                                                           {u"notServed"_s, Unseen::Reason::NotServed},
                                                           {u"notInInput"_s, Unseen::Reason::NotInInput},
                                                           {u"notAsked"_s, Unseen::Reason::NotAsked},
                                                           {u"failed"_s, Unseen::Reason::Failed}};
    for (const QString &word : unseen.keys()) {
        const Kind kind = model::kindFromWord(word);
        const auto reason = reasons.find(unseen.value(word).toString());
        if (kind == Kind::Unknown || reason == reasons.end()) {
            problem.set(u"unseen: cannot read \""_s + word + u'"');
        } else {
            data.unseen[kind] = Unseen{reason->second, u"by the case"_s};
        }
    }
}

void readLogs(const QJsonArray &logs, model::ClusterData &data, Problem &problem)
{
    using State = model::LogText::State;
    static const std::map<QString, State> states{
        {u"text"_s, State::Text}, {u"neverRan"_s, State::NeverRan}, {u"unavailable"_s, State::Unavailable}};
    for (const QJsonValue &value : logs) {
        const QJsonObject log = value.toObject();
        onlyKnown(log, {u"pod"_s, u"container"_s, u"previous"_s, u"state"_s, u"text"_s}, u"logs"_s, problem);
        const ObjectRef pod = refFrom(log.value("pod"_L1).toString(), Kind::Pod, problem);
        const auto state = states.find(log.value("state"_L1).toString(u"text"_s));
        if (state == states.end() || pod.isNull() || !log.contains("container"_L1))
            return problem.set(u"logs: wants pod, container and a state of text, neverRan, unavailable"_s);
        const model::LogKey key{pod.nameSpace, pod.name, log.value("container"_L1).toString(),
                                log.value("previous"_L1).toBool()};
        data.logs[key] = {state->second, log.value("text"_L1).toString()};
    }
}

void readTrials(const QJsonArray &trials, model::ClusterData &data, Problem &problem)
{
    using Outcome = model::Trial::Outcome;
    using Way = model::TrialWay;
    static const std::map<QString, Way> ways{{u"podTunnel"_s, Way::PodTunnel},
                                             {u"podProxy"_s, Way::PodProxy},
                                             {u"serviceProxy"_s, Way::ServiceProxy},
                                             {u"controller"_s, Way::Controller},
                                             {u"public"_s, Way::Public}};
    static const std::map<QString, model::TrialSpeech> speeches{{u"http"_s, model::TrialSpeech::Http},
                                                                {u"https"_s, model::TrialSpeech::Https},
                                                                {u"tcp"_s, model::TrialSpeech::Tcp}};
    static const std::map<QString, Outcome> outcomes{
        {u"answered"_s, Outcome::Answered},      {u"refused"_s, Outcome::Refused},
        {u"timedOut"_s, Outcome::TimedOut},      {u"reset"_s, Outcome::Reset},
        {u"closed"_s, Outcome::Closed},          {u"notAllowed"_s, Outcome::NotAllowed},
        {u"notPossible"_s, Outcome::NotPossible}};
    for (const QJsonValue &value : trials) {
        const QJsonObject trial = value.toObject();
        onlyKnown(trial,
                  {u"way"_s, u"object"_s, u"port"_s, u"speech"_s, u"host"_s, u"path"_s, u"controller"_s, u"address"_s,
                   u"outcome"_s, u"status"_s, u"words"_s, u"byProxy"_s, u"via"_s},
                  u"trials"_s, problem);
        const auto way = ways.find(trial.value("way"_L1).toString());
        const auto speech = speeches.find(trial.value("speech"_L1).toString(u"http"_s));
        const auto outcome = outcomes.find(trial.value("outcome"_L1).toString());
        if (way == ways.end() || speech == speeches.end() || outcome == outcomes.end())
            return problem.set(u"trials: wants way, object, port and outcome in the words of casefile.h"_s);
        model::TrialKey key;
        key.way = way->second;
        key.object = refFrom(trial.value("object"_L1).toString(), Kind::Unknown, problem);
        key.port = trial.value("port"_L1).toInt();
        key.speech = speech->second;
        key.host = trial.value("host"_L1).toString();
        key.address = trial.value("address"_L1).toString();
        key.path = trial.value("path"_L1).toString(u"/"_s);
        key.controller = trial.value("controller"_L1).toString();
        model::Trial made;
        made.outcome = outcome->second;
        made.httpStatus = trial.value("status"_L1).toInt();
        made.statusLine = made.httpStatus == 0 ? QString() : u"HTTP/1.1 %1"_s.arg(made.httpStatus);
        made.words = trial.value("words"_L1).toString();
        made.byProxy = trial.value("byProxy"_L1).toBool();
        if (const QString via = trial.value("via"_L1).toString(); !via.isEmpty()) {
            made.via = refFrom(via, Kind::Unknown, problem);
        } else if (key.object.kind == Kind::Pod) {
            made.via = key.object;
        }
        data.trials[key] = made;
    }
}

void readObjects(const QJsonArray &objects, model::ClusterData &data, Problem &problem)
{
    const QJsonObject list{{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"List"_s}, {u"items"_s, objects}};
    const QByteArray json = QJsonDocument(list).toJson(QJsonDocument::Compact);
    model::Decoder decoder(data);
    const auto summary = decoder.decode(json);
    if (!summary)
        return problem.set(u"objects: "_s + summary.error().toString());
    if (!summary->warnings.isEmpty())
        problem.set(u"objects: "_s + summary->warnings.join(u"; "_s));
    if (!summary->otherKinds.empty())
        problem.set(u"objects: kind not known: "_s + summary->otherKinds.begin()->first);
}

model::ClusterPtr readCluster(const QJsonObject &root, Problem &problem)
{
    model::ClusterData data;
    readObjects(root.value("objects"_L1).toArray(), data, problem);
    readUnseen(root.value("unseen"_L1).toObject(), data, problem);
    readLogs(root.value("logs"_L1).toArray(), data, problem);
    readTrials(root.value("trials"_L1).toArray(), data, problem);
    data.allNamespaces = root.value("allNamespaces"_L1).toBool();
    const QString now = root.value("now"_L1).toString();
    data.now = now.isEmpty() ? model::newestTime(data) : base::Timestamp::parse(now);
    if (!now.isEmpty() && !data.now.isValid())
        problem.set(u"now: cannot read \""_s + now + u'"');
    return std::make_shared<const model::Cluster>(std::move(data));
}

checks::Answer readAnswer(const QJsonValue &value, Problem &problem)
{
    const QString word = value.isBool() ? (value.toBool() ? u"yes"_s : u"no"_s) : value.toString();
    if (word == "yes"_L1)
        return checks::Answer::Yes;
    if (word == "no"_L1)
        return checks::Answer::No;
    if (word != "unknown"_L1)
        problem.set(u"expect.answer: must be yes, no or unknown"_s);
    return checks::Answer::Unknown;
}

CheckCase::Expectation readExpectation(const QJsonObject &expect, Problem &problem)
{
    onlyKnown(expect, {u"answer"_s, u"reason"_s, u"facts"_s, u"evidence"_s}, u"expect"_s, problem);
    CheckCase::Expectation expectation;
    expectation.answer = readAnswer(expect.value("answer"_L1), problem);
    expectation.reason = expect.value("reason"_L1).toString();
    const QJsonObject facts = expect.value("facts"_L1).toObject();
    for (const QString &name : facts.keys())
        expectation.facts[name] = facts.value(name).toVariant().toString();
    for (const QJsonValue &value : expect.value("evidence"_L1).toArray())
        expectation.evidence.append(value.toString());
    return expectation;
}

void readAbout(const QJsonObject &about, CheckCase &into, Problem &problem)
{
    onlyKnown(about, {u"workload"_s, u"pod"_s, u"container"_s, u"service"_s, u"ingress"_s, u"route"_s, u"object"_s},
              u"about"_s, problem);
    into.workload = refFrom(about.value("workload"_L1).toString(), Kind::Unknown, problem);
    into.pod = refFrom(about.value("pod"_L1).toString(), Kind::Pod, problem);
    into.service = refFrom(about.value("service"_L1).toString(), Kind::Service, problem);
    into.ingress = refFrom(about.value("ingress"_L1).toString(), Kind::Ingress, problem);
    into.route = refFrom(about.value("route"_L1).toString(), Kind::Unknown, problem);
    into.object = refFrom(about.value("object"_L1).toString(), Kind::Unknown, problem);
    into.container = about.value("container"_L1).toString();
    for (const ObjectRef &ref : {into.object, into.route, into.ingress, into.service, into.pod, into.workload}) {
        if (into.subject.isNull())
            into.subject = ref;
    }
}

const QStringList &clusterWords()
{
    static const QStringList words{u"objects"_s, u"now"_s, u"unseen"_s, u"allNamespaces"_s, u"logs"_s, u"trials"_s};
    return words;
}

} // namespace

checks::Scope CheckCase::scope() const
{
    return {.cluster = *cluster,
            .workload = cluster->workload(workload),
            .pod = cluster->pod(pod.nameSpace, pod.name),
            .container = container,
            .service = cluster->service(service.nameSpace, service.name),
            .ingress = cluster->ingress(ingress.nameSpace, ingress.name),
            .subject = subject,
            .route = cluster->route(route)};
}

base::Result<CheckCase> parseCase(const QByteArray &yaml)
{
    const auto root = jsonOf(yaml);
    if (!root)
        return tl::unexpected<Error>(root.error());
    Problem problem;
    onlyKnown(*root, clusterWords() + QStringList{u"about"_s, u"expect"_s}, u"case"_s, problem);
    CheckCase result;
    readAbout(root->value("about"_L1).toObject(), result, problem);
    result.cluster = readCluster(*root, problem);
    result.expect = readExpectation(root->value("expect"_L1).toObject(), problem);
    if (!problem.text().isEmpty())
        return failure(Error::Kind::Malformed, problem.text());
    return result;
}

base::Result<model::ClusterPtr> clusterFromYaml(const QByteArray &yaml)
{
    const auto root = jsonOf(yaml);
    if (!root)
        return tl::unexpected<Error>(root.error());
    Problem problem;
    onlyKnown(*root, clusterWords(), u"cluster"_s, problem);
    model::ClusterPtr cluster = readCluster(*root, problem);
    if (!problem.text().isEmpty())
        return failure(Error::Kind::Malformed, problem.text());
    return cluster;
}

QStringList caseFiles(const QString &folder)
{
    QStringList files;
    QDirIterator iterator(folder, {u"*.yaml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files.append(iterator.next());
    files.sort();
    return files;
}

QString mismatch(const CheckCase::Expectation &expected, const checks::Verdict &verdict)
{
    QStringList problems;
    if (verdict.answer != expected.answer) {
        problems.append(u"answers "_s + checks::answerWord(verdict.answer) + u" ("_s + verdict.unknownReason +
                        u") instead of "_s + checks::answerWord(expected.answer));
    }
    if (!expected.reason.isEmpty() && verdict.unknownReason != expected.reason) {
        problems.append(u"gives the reason \""_s + verdict.unknownReason + u"\" instead of \""_s + expected.reason +
                        u'"');
    }
    for (const auto &[name, value] : expected.facts) {
        const auto found = verdict.facts.find(name);
        if (value.isNull()) { // "silence: null": there must be no such fact
            if (found != verdict.facts.end())
                problems.append(u"there is a fact "_s + name + u", \""_s + found->second + u'"');
            continue;
        }
        if (found == verdict.facts.end() || found->second != value) {
            problems.append(u"fact "_s + name + u" is \""_s +
                            (found == verdict.facts.end() ? QString() : found->second) + u"\" instead of \""_s + value +
                            u'"');
        }
    }
    QStringList evidence;
    for (const checks::Evidence &item : verdict.evidence)
        evidence.append(item.object.toString() + u' ' + item.field);
    for (const QString &wanted : expected.evidence) {
        if (!evidence.contains(wanted))
            problems.append(u"lacks evidence \""_s + wanted + u"\" (has: "_s + evidence.join(u", "_s) + u')');
    }
    return problems.join(u"; "_s);
}

} // namespace faultline::test
