#pragma once

#include "core/source/livesource.h"
#include "tests/support/testserver.h"

namespace faultline::test {

constexpr int kBound = 20'000; ///< milliseconds; more than any answer on loopback takes

/// One object of a list, named `name` in the namespace shop; `rest` follows its metadata (",\"spec\":{}").
QByteArray item(const QByteArray &name, const QByteArray &rest = "");

QByteArray listOf(const QByteArray &kind, const QByteArray &apiVersion, const QByteArrayList &items,
                  const QByteArray &metadata = "{\"resourceVersion\":\"7\"}");

TestAnswer forbidden(const QByteArray &message);

/// What a Kubernetes 1.20 offers: CronJobs and EndpointSlices only as v1beta1.
void serveDiscovery(TestServer &server, bool withAutoscaling = true);

/// Discovery, and every list empty.
void serveCluster(TestServer &server);

source::LiveRequest requestTo(const TestServer &server, const QString &nameSpace = {});

/// Counts what a source answers.
struct Loaded {
    explicit Loaded(source::LiveSource &source);

    bool wait(int count = 1);
    const source::Progress *line(const QString &what) const;
    QString problem() const; ///< the first error's words

    QObject context;
    source::Snapshot snapshot;
    QList<base::Error> errors;
    std::vector<source::Progress> lines;
    int ends = 0;
};

} // namespace faultline::test
