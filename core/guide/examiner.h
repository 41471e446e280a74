#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::guide {

/// Makes all walks of one subject, bottom-up, into Diagnosis::walks. What they mean is findings.h's business.
class Examiner
{
public:
    Examiner(const Guide &guide, const model::Cluster &cluster, const Answers &answers, Diagnosis &into);

    void examine();

private:
    void walkRollout();
    bool missesUnseenPods() const;
    void walkPods();
    void walkPod(const model::Pod &pod);
    void addPodWalk(Walk made);
    const model::Service *intendedService() const;
    void walkServices();
    void walkService(const model::Service *service, const NodeId &from);
    void walkIngresses(const model::Service &service);
    void walkIngress(const model::Service *service, const model::Ingress *ingress, const NodeId &from);
    void walkOwnExposure(const model::Service &service);
    void walkRoutes(const model::Service &service, bool hasIngress);
    void walkRoute(const model::Service *service, const model::Route *route, const NodeId &from);
    void stopWhereNoPodIs();
    checks::Scope scope() const;
    const model::Pod *podBehind(const model::Service *service) const;

    const Guide &m_guide;
    const model::Cluster &m_cluster;
    const Answers &m_answers;
    Diagnosis &m_diagnosis;
    const model::Workload *m_workload = nullptr;
    const model::Pod *m_barePod = nullptr;
    std::vector<const model::Pod *> m_pods;
};

} // namespace faultline::guide
