#include "tests/support/chartfixture.h"

using namespace Qt::StringLiterals;

namespace faultline::test {

namespace {

using Layer = guide::Layer;
using End = guide::Walk::End;

guide::Step stepOf(const QString &node, const QString &word)
{
    guide::Step step;
    step.node = node;
    step.notTried = word == u"notTried";
    const bool person = word.startsWith(u"person ");
    step.by = person                                                  ? guide::AnsweredBy::Person
              : step.notTried || word.isEmpty() || word == u"unknown" ? guide::AnsweredBy::Nobody
                                                                      : guide::AnsweredBy::Cluster;
    if (word.isEmpty() || word.endsWith(u"yes")) {
        step.answer = checks::Answer::Yes;
    } else if (word.endsWith(u"no")) {
        step.answer = checks::Answer::No;
    }
    return step;
}

} // namespace

guide::Walk walkOf(const WalkScript &script)
{
    guide::Walk walk;
    walk.layer = script.layer;
    for (const auto &[node, word] : script.steps) {
        walk.steps.push_back(stepOf(node, word));
    }
    walk.end = script.end;
    walk.at = script.at;
    walk.certainty = script.certainty;
    return walk;
}

guide::Diagnosis selectorTypoDiagnosis()
{
    guide::Diagnosis diagnosis;
    diagnosis.subject = {model::Kind::Deployment, u"shop"_s, u"orders"_s};
    diagnosis.health = guide::Health::Fault;
    diagnosis.walks.push_back(walkOf({Layer::Rollout,
                                      {{u"start"_s, {}},
                                       {u"r_found"_s, u"yes"_s},
                                       {u"r_observed"_s, u"yes"_s},
                                       {u"r_wants"_s, u"yes"_s},
                                       {u"r_own"_s, u"no"_s},
                                       {u"r_paused"_s, u"no"_s},
                                       {u"r_rs"_s, u"yes"_s},
                                       {u"r_pods"_s, u"yes"_s}},
                                      End::PassedOn,
                                      u"p_get_pods"_s}));
    diagnosis.walks.push_back(walkOf({Layer::Pods,
                                      {{u"p_get_pods"_s, {}},
                                       {u"p_terminating"_s, u"no"_s},
                                       {u"p_failed"_s, u"no"_s},
                                       {u"p_pending"_s, u"no"_s},
                                       {u"p_running"_s, u"yes"_s},
                                       {u"p_restarts"_s, u"no"_s},
                                       {u"p_ready"_s, u"person yes"_s},
                                       {u"p_available"_s, u"yes"_s},
                                       {u"f_forward"_s, {}},
                                       {u"f_access"_s, u"notTried"_s},
                                       {u"m_pods_ok"_s, {}}},
                                      End::PassedOn,
                                      u"s_find"_s}));
    diagnosis.walks.push_back(walkOf({Layer::Service,
                                      {{u"s_find"_s, u"yes"_s},
                                       {u"s_describe"_s, {}},
                                       {u"s_kind"_s, u"no"_s},
                                       {u"s_endpoints"_s, u"no"_s},
                                       {u"s_selector"_s, u"no"_s}},
                                      End::Leaf,
                                      u"res_selector"_s}));
    diagnosis.walks.push_back(walkOf({Layer::Ingress,
                                      {{u"x_ingress"_s, u"yes"_s},
                                       {u"n_describe"_s, {}},
                                       {u"n_backends"_s, u"no"_s},
                                       {u"n_match"_s, u"yes"_s},
                                       {u"n_empty"_s, u"yes"_s},
                                       {u"n_class"_s, u"unknown"_s},
                                       {u"n_tls"_s, u"yes"_s},
                                       {u"n_rules"_s, u"yes"_s},
                                       {u"n_refused"_s, u"no"_s},
                                       {u"n_policy"_s, u"no"_s},
                                       {u"n_address"_s, u"yes"_s},
                                       {u"n_forward"_s, {}},
                                       {u"n_visit"_s, u"notTried"_s},
                                       {u"m_ingress_ok"_s, {}}},
                                      End::PassedOn,
                                      u"pub_visit"_s}));
    diagnosis.walks.back().notes = {u"res_backend_empty"_s};
    guide::Finding primary;
    primary.leaf = u"res_selector"_s;
    primary.layer = Layer::Service;
    primary.primary = true;
    primary.walk = 2;
    diagnosis.findings = {primary};
    return diagnosis;
}

} // namespace faultline::test
