#pragma once

#include "core/checks/check.h"

#include <functional>

namespace faultline::checks {

/// By what a port is asked: HTTP or HTTPS where its name, appProtocol or a probe says so or nothing says otherwise;
/// a mere connection for what is known to speak something else (databases, queues, gRPC).
model::TrialSpeech speechOf(const QString &name, const QString &appProtocol, int number);

/// What to try at a Pod: its declared TCP ports, else those that Services send to it; at most four, the first probed.
std::vector<model::TrialKey> podTrials(const Scope &scope, model::TrialWay way);

/// What to try at the Service in question, by the API server's proxy, or where a port does not speak HTTP by a tunnel
/// to a Pod that it selects.
std::vector<model::TrialKey> serviceTrials(const Scope &scope);

/// The first rule of the Ingress in question that leads to the Service: its host (perhaps a wildcard), path and whether
/// over TLS. Without a value where no rule leads there.
std::optional<model::TrialKey> ingressTrial(const Scope &scope, model::TrialWay way);

/// The trial of that key; for a Pod that of another Pod with the same owner will do, it runs the same template.
/// Nullptr while nobody has tried.
const model::Trial *madeTrial(const model::Cluster &cluster, const model::TrialKey &key);

/// The right that a way takes: "pods/portforward".
QString rightOf(model::TrialWay way);

/// Where a trial was made and what came of it, as evidence: "Pod/shop/cart-1 portforward:8080" = "HTTP/1.1 200 OK", and
/// below it what was asked, the headers worth seeing, the first of the body, other people's words, and how long it
/// took.
std::vector<Evidence> trialEvidence(const model::TrialKey &key, const model::Trial &trial);
void addEvidence(std::vector<Evidence> &evidence, const model::TrialKey &key, const model::Trial &trial);

/// Unknown for a trial that nobody made yet, with what there is to try; for one that could not be made, why.
Verdict notTried(const std::vector<model::TrialKey> &keys, std::vector<Evidence> evidence = {}, Facts facts = {});
Verdict notHad(const model::TrialKey &key, const model::Trial &trial);

/// The verdict about one thing to try: not tried yet, answered, or what `otherwise` makes of what came of it instead.
Verdict ofTrial(const Scope &scope, const std::optional<model::TrialKey> &key,
                const std::function<Verdict(const model::TrialKey &, const model::Trial &)> &otherwise);

/// A name that a client could use: a wildcard stands for any of its names.
QString nameUnder(QString host);

/// The same for a check about a Pod: the ports that it declares as evidence and as the fact containerPorts, so that one
/// knows what to try.
Verdict notTriedPort(const Scope &scope, const std::vector<model::TrialKey> &keys);

/// True when somebody or something gave an answer of its own; false for a silence that says as much as a refusal.
bool answered(const model::Trial &trial);
/// True when it failed at the app: refused, too late, reset, closed.
bool failed(const model::Trial &trial);

} // namespace faultline::checks
