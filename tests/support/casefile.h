#pragma once

#include "core/base/result.h"
#include "core/checks/check.h"

#include <optional>

namespace faultline::test {

/// One case of one check, from `tests/checks/<check-id>/<case>.yaml`:
///
///     about: {workload: Deployment/shop/web, pod: shop/web-1, container: web, service: shop/web, ingress: shop/web,
///             route: HTTPRoute/shop/web, object: Node/node-a}
///                            # any subset; the subject is object, else route, ingress, service, pod, workload
///     now: "2026-11-23T12:00:00Z"                     # default: the newest time in the objects
///     unseen: {events: forbidden, nodes: notInInput}  # forbidden|notServed|notInInput|notAsked|failed;
///                                                     # every other kind was looked at, even when none is listed
///     allNamespaces: true                             # default: false
///     logs: [{pod: shop/web-1, container: web, previous: true, state: text|neverRan|unavailable, text: "..."}]
///     trials: [{way: podTunnel|podProxy|serviceProxy|controller|public, object: Pod/shop/web-1, port: 8080,
///               speech: http|https|tcp, host: ..., path: /, controller: ..., status: 200, words: "...", byProxy: true,
///               via: Pod/edge/controller-1, outcome: answered|refused|timedOut|reset|closed|notAllowed|notPossible}]
///     expect:
///       answer: "yes"|"no"|unknown                    # quotes: a plain yes is a boolean in YAML, and is taken too
///       reason: "forbidden:events"                    # optional, for unknown
///       facts: {message: "...", silence: null}        # optional: each must be equal; null: must not be there
///       evidence: ["Pod/shop/web-1 status.phase"]     # optional: "OBJECT FIELD", each must occur
///     objects: [ ... Kubernetes objects ... ]
///
/// A word that is none of these is an error, so that a slip cannot make a case say less than it seems to.
struct CheckCase {
    struct Expectation {
        checks::Answer answer = checks::Answer::Unknown;
        QString reason; ///< empty = any
        checks::Facts facts;
        QStringList evidence;
    };

    QString check; ///< name of the folder
    QString name;  ///< name of the file without ".yaml"
    model::ClusterPtr cluster;
    model::ObjectRef subject, workload, pod, service, ingress, route, object;
    QString container;
    Expectation expect;

    /// The objects of `about` in the cluster. One that is not there is a nullptr, as in a walk.
    checks::Scope scope() const;
};

/// Reads a case from YAML. Errors name what is wrong.
base::Result<CheckCase> parseCase(const QByteArray &yaml);

/// A Cluster from YAML that has `objects`, `now`, `unseen`, `allNamespaces` and `logs` as above; for other tests too.
base::Result<model::ClusterPtr> clusterFromYaml(const QByteArray &yaml);

/// Every `<check-id>/<case>.yaml` below a folder, as full paths, sorted.
QStringList caseFiles(const QString &folder);

/// What is wrong with a verdict by a case's expectation; empty when it is met.
QString mismatch(const CheckCase::Expectation &expected, const checks::Verdict &verdict);

} // namespace faultline::test
