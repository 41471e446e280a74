#include "core/investigation/round.h"

#include "core/guide/background.h"

#include <algorithm>

namespace faultline::investigation {

namespace {

using guide::Diagnosis;
using guide::Health;
using model::ObjectRef;

class Walker
{
public:
    explicit Walker(Task task) : m_task(std::move(task)), m_next(nextOf(m_task)) {}

    Round round()
    {
        const KnownSubjects before = std::exchange(m_task.known, {});
        m_round.cluster = m_next.cluster;
        const auto knownOf = [&](const ObjectRef &subject) {
            const auto found = before.constFind(subject);
            return found == before.cend() ? nullptr : &*found;
        };
        for (const ObjectRef &subject : guide::subjectsOf(*m_next.cluster)) {
            takeApplication(subject, knownOf(subject));
        }
        for (const ObjectRef &subject : guide::backgroundSubjectsOf(*m_next.cluster)) {
            takeBeside(subject, knownOf(subject));
        }
        nameBeside();
        return std::move(m_round);
    }

private:
    static model::Next nextOf(const Task &task)
    {
        return task.changes.isEmpty() ? model::Next{task.cluster, {}, {}} : model::nextOf(*task.cluster, task.changes);
    }

    bool isDue(const ObjectRef &subject, const Known *known) const
    {
        if (!known || m_task.due.contains(subject) || known->reads->isTouchedBy(m_next.touched)) {
            return true;
        }
        const bool waits = known->health != Health::Fine;
        return known->reads->hasReadClock() &&
               (m_task.time == TimePassed::Much || (m_task.time == TimePassed::Some && waits));
    }

    Diagnosis walk(const ObjectRef &subject)
    {
        model::Reads reads;
        Diagnosis made = [&] {
            const model::Recording recording(reads);
            return guide::diagnose(*m_task.guide, *m_next.cluster, subject, m_task.answers);
        }();
        reads.seal();
        m_round.walked.insert(subject);
        m_round.known.insert(subject, {std::make_shared<const model::Reads>(std::move(reads)), made.health, nullptr});
        return made;
    }

    void takeApplication(const ObjectRef &subject, const Known *known)
    {
        m_round.subjects.push_back(subject);
        if (isDue(subject, known)) {
            m_round.made.push_back(walk(subject));
        } else {
            m_round.known.insert(subject, *known);
        }
        m_applications.add(subject, m_round.known.value(subject).health);
    }

    void takeBeside(const ObjectRef &subject, const Known *known)
    {
        if (m_task.guide->kindEntry(subject.kind).isEmpty()) {
            return;
        }
        m_beside.push_back(subject);
        if (isDue(subject, known)) {
            auto made = std::make_shared<const Diagnosis>(walk(subject));
            m_round.known[subject].beside = std::move(made);
        } else {
            m_round.known.insert(subject, *known);
        }
    }

    /// What stands beside applications is named or not also by how those fare, whether or not it was walked.
    void nameBeside()
    {
        for (const ObjectRef &subject : m_beside) {
            const auto &diagnosis = m_round.known.value(subject).beside;
            if (guide::isNamed(*m_task.guide, *m_next.cluster, *diagnosis, m_applications)) {
                m_round.subjects.push_back(subject);
                m_round.made.push_back(*diagnosis);
            }
        }
    }

    Task m_task;
    model::Next m_next;
    Round m_round;
    guide::Applications m_applications;
    std::vector<ObjectRef> m_beside;
};

} // namespace

Round walkRound(Task task) { return Walker(std::move(task)).round(); }

} // namespace faultline::investigation
