#include "core/kube/kubeconfig.h"
#include "core/source/livesource.h"

#include <QtTest/QTest>

#include <cstdio>

// Against a real API server: FAULTLINE_KUBECONFIG names a kubeconfig that may read everything; FAULTLINE_KUBECONFIG_DEV
// one that may read a few kinds in one namespace, FAULTLINE_KUBECONFIG_NOBODY one that may read nothing.
namespace {

using namespace faultline;
using namespace Qt::StringLiterals;
using model::Kind;
using model::Unseen;

constexpr int kBound = 60'000;

struct Outcome {
    std::optional<source::Snapshot> snapshot;
    std::optional<base::Error> error;
    std::vector<source::Progress> lines;
};

std::unique_ptr<source::LiveSource> sourceOf(const char *variable, bool ownNamespaceOnly)
{
    const auto config = kube::Kubeconfig::load({qEnvironmentVariable(variable)});
    const auto connection = config.and_then([](const kube::Kubeconfig &each) { return each.connection(); });
    if (!connection) {
        return nullptr;
    }
    const QString nameSpace = ownNamespaceOnly ? connection->nameSpace : QString();
    return std::make_unique<source::LiveSource>(source::LiveRequest{*connection, nameSpace});
}

Outcome load(source::LiveSource &source)
{
    Outcome outcome;
    QObject context;
    QObject::connect(&source, &source::Source::loaded, &context, [&](const auto &each) { outcome.snapshot = each; });
    QObject::connect(&source, &source::Source::failed, &context, [&](const auto &each) { outcome.error = each; });
    QObject::connect(&source, &source::Source::progress, &context, [&](const auto &each) { outcome.lines = each; });
    source.load();
    const bool ended = QTest::qWaitFor([&] { return outcome.snapshot || outcome.error; }, kBound);
    return ended ? outcome : Outcome{};
}

// One line per kind, to be laid beside what kubectl counts.
void print(const Outcome &outcome)
{
    for (const source::Progress &line : outcome.lines) {
        std::printf("%-26s %5d %s\n", qPrintable(line.what), line.items, qPrintable(line.detail));
    }
}

} // namespace

class LiveClusterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEverything();
    void readsLogsAndObjects();
    void seesWhatADeveloperMayNot();
    void failsForNobody();
};

void LiveClusterTest::init()
{
    const QString test = QString::fromLatin1(QTest::currentTestFunction());
    const char *variable = test.startsWith(u"sees"_s)    ? "FAULTLINE_KUBECONFIG_DEV"
                           : test.startsWith(u"fails"_s) ? "FAULTLINE_KUBECONFIG_NOBODY"
                                                         : "FAULTLINE_KUBECONFIG";
    if (qEnvironmentVariableIsEmpty(variable)) {
        QSKIP(qPrintable(u"%1 names no kubeconfig of a running cluster"_s.arg(QLatin1StringView(variable))));
    }
}

void LiveClusterTest::readsEverything()
{
    const auto source = sourceOf("FAULTLINE_KUBECONFIG", false);
    QVERIFY(source);
    const Outcome outcome = load(*source);
    QVERIFY2(outcome.snapshot, outcome.error ? qPrintable(outcome.error->toString()) : "neither loaded nor failed");
    print(outcome);
    const model::Cluster &cluster = *outcome.snapshot->cluster;
    QVERIFY(!cluster.data().pods.empty());
    QVERIFY(!cluster.data().services.empty());
    QVERIFY(!cluster.data().endpointSlices.empty());
    QVERIFY(!cluster.data().secrets.empty());
    QVERIFY(cluster.data().version.major >= 1);
    QVERIFY(cluster.data().allNamespaces);
    QCOMPARE(outcome.snapshot->origin.warnings, QStringList());
    for (const auto &[kind, unseen] : cluster.data().unseen) {
        QVERIFY2(unseen.reason == Unseen::Reason::NotAsked, qPrintable(model::kindName(kind) + u' ' + unseen.detail));
    }
}

void LiveClusterTest::readsLogsAndObjects()
{
    const auto source = sourceOf("FAULTLINE_KUBECONFIG", false);
    QVERIFY(source);
    const Outcome outcome = load(*source);
    QVERIFY(outcome.snapshot);
    std::vector<model::LogKey> keys;
    for (const model::Pod &pod : outcome.snapshot->cluster->data().pods) {
        for (const model::Container &container : pod.spec->containers) {
            keys.push_back({pod.meta.nameSpace, pod.meta.name, container.name, false});
            keys.push_back({pod.meta.nameSpace, pod.meta.name, container.name, true});
        }
    }
    std::map<model::LogKey, model::LogText> logs;
    connect(source.get(), &source::Source::logsFetched, this, [&logs](const auto &each) { logs = each; });
    source->fetchLogs(keys);
    QTRY_COMPARE_WITH_TIMEOUT(logs.size(), keys.size(), kBound);
    for (const auto &[key, log] : logs) {
        std::printf("log %-40s%s %d %s\n", qPrintable(key.pod), key.previous ? " (previous)" : "", int(log.state),
                    qPrintable(log.text.left(90).simplified()));
    }
    QByteArray json;
    connect(source.get(), &source::Source::rawFetched, this,
            [&json](const auto &, const QByteArray &each) { json = each; });
    const model::Metadata &secret = outcome.snapshot->cluster->data().secrets.front().meta;
    source->fetchRaw({Kind::Secret, secret.nameSpace, secret.name});
    QTRY_VERIFY_WITH_TIMEOUT(!json.isEmpty(), kBound);
    QVERIFY(json.contains("\"Secret\"") && !json.contains("\"data\""));
}

void LiveClusterTest::seesWhatADeveloperMayNot()
{
    const auto source = sourceOf("FAULTLINE_KUBECONFIG_DEV", true);
    QVERIFY(source);
    const Outcome outcome = load(*source);
    QVERIFY2(outcome.snapshot, outcome.error ? qPrintable(outcome.error->toString()) : "neither loaded nor failed");
    print(outcome);
    const model::Cluster &cluster = *outcome.snapshot->cluster;
    for (const Kind kind : {Kind::Pod, Kind::Service, Kind::Deployment, Kind::ReplicaSet}) {
        QVERIFY2(cluster.sees(kind), qPrintable(model::kindName(kind)));
    }
    for (const Kind kind : {Kind::Node, Kind::Secret, Kind::Event, Kind::EndpointSlice, Kind::Endpoints}) {
        QVERIFY2(!cluster.sees(kind), qPrintable(model::kindName(kind)));
        QCOMPARE(cluster.unseen(kind)->reason, Unseen::Reason::Forbidden);
        QVERIFY(cluster.unseen(kind)->detail.contains(u"is forbidden: User \"dev\""_s));
    }
}

void LiveClusterTest::failsForNobody()
{
    const auto source = sourceOf("FAULTLINE_KUBECONFIG_NOBODY", false);
    QVERIFY(source);
    const Outcome outcome = load(*source);
    QVERIFY(outcome.error);
    std::printf("nobody: %s\n", qPrintable(outcome.error->toString()));
    QCOMPARE(outcome.error->kind, base::Error::Kind::Forbidden);
}

QTEST_GUILESS_MAIN(LiveClusterTest)
#include "tst_livecluster.moc"
