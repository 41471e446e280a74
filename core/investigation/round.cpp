#include "core/investigation/round.h"

#include "core/base/parallel.h"
#include "core/guide/background.h"

#include <algorithm>
#include <iterator>

namespace faultline::investigation {

namespace {

using guide::Diagnosis;
using guide::Health;
using model::ObjectRef;

/// So many walks are made at once on this thread; more are worth waking the others for.
constexpr size_t kFewWalks = 8;

/// A walk, and what it looked at.
struct Walked {
    Diagnosis diagnosis;
    std::shared_ptr<const model::Reads> reads;
};

class Walker
{
public:
    explicit Walker(Task task) : m_task(std::move(task)), m_next(nextOf(m_task)) {}

    Round round()
    {
        m_before = std::exchange(m_task.known, {});
        m_round.cluster = m_next.cluster;
        m_round.list = std::move(m_task.list);
        takeApplications(m_round.list.update(*m_next.cluster, m_next.touched));
        std::vector<ObjectRef> beside = guide::backgroundSubjectsOf(*m_next.cluster);
        std::erase_if(beside, [this](const ObjectRef &each) { return m_task.guide->kindEntry(each.kind).isEmpty(); });
        takeBeside(beside);
        nameBeside(beside);
        return std::move(m_round);
    }

private:
    static model::Next nextOf(const Task &task)
    {
        return task.changes.isEmpty() ? model::Next{task.cluster, {}, {}} : model::nextOf(*task.cluster, task.changes);
    }

    bool isDue(const ObjectRef &subject) const
    {
        const auto known = m_before.constFind(subject);
        if (known == m_before.cend() || m_task.due.contains(subject) || known->reads->isTouchedBy(m_next.touched)) {
            return true;
        }
        const bool waits = known->health != Health::Fine;
        return known->reads->hasReadClock() &&
               (m_task.time == TimePassed::Much || (m_task.time == TimePassed::Some && waits));
    }

    Walked walk(const ObjectRef &subject) const
    {
        model::Reads reads;
        Walked walked;
        {
            const model::Recording recording(reads);
            walked.diagnosis = guide::diagnose(*m_task.guide, *m_next.cluster, subject, m_task.answers);
        }
        reads.seal();
        walked.reads = std::make_shared<const model::Reads>(std::move(reads));
        return walked;
    }

    /// Of these subjects the due ones, in their order. A walk reads constant values alone: they are made side by side.
    std::vector<Walked> walkDue(const std::vector<ObjectRef> &subjects)
    {
        std::vector<ObjectRef> due;
        std::copy_if(subjects.begin(), subjects.end(), std::back_inserter(due),
                     [this](const ObjectRef &subject) { return isDue(subject); });
        std::vector<Walked> walked(due.size());
        const auto make = [&](size_t index) { walked[index] = walk(due[index]); };
        if (due.size() > kFewWalks) {
            base::inParallel(due.size(), make);
        } else {
            for (size_t i = 0; i < due.size(); ++i) {
                make(i);
            }
        }
        for (const Walked &one : walked) {
            const Diagnosis &made = one.diagnosis;
            m_round.walked.insert(made.subject);
            m_round.known.insert(made.subject, {one.reads, made.health, nullptr});
        }
        for (const ObjectRef &subject : subjects) {
            if (!m_round.walked.contains(subject)) {
                m_round.known.insert(subject, *m_before.constFind(subject));
            }
        }
        return walked;
    }

    void takeApplications(const std::vector<ObjectRef> &subjects)
    {
        m_round.subjects = subjects;
        m_round.known.reserve(static_cast<qsizetype>(subjects.size()));
        for (Walked &one : walkDue(subjects)) {
            m_round.made.push_back(std::move(one.diagnosis));
        }
        for (const ObjectRef &subject : subjects) {
            m_applications.add(subject, m_round.known.constFind(subject)->health);
        }
    }

    void takeBeside(const std::vector<ObjectRef> &subjects)
    {
        for (Walked &one : walkDue(subjects)) {
            auto made = std::make_shared<const Diagnosis>(std::move(one.diagnosis));
            m_round.known[made->subject].beside = made;
        }
    }

    /// What stands beside applications is named or not also by how those fare, whether or not it was walked.
    void nameBeside(const std::vector<ObjectRef> &subjects)
    {
        for (const ObjectRef &subject : subjects) {
            const auto &diagnosis = m_round.known.constFind(subject)->beside;
            if (guide::isNamed(*m_task.guide, *m_next.cluster, *diagnosis, m_applications)) {
                m_round.subjects.push_back(subject);
                m_round.made.push_back(*diagnosis);
            }
        }
    }

    Task m_task;
    model::Next m_next;
    KnownSubjects m_before;
    Round m_round;
    guide::Applications m_applications;
};

} // namespace

Round walkRound(Task task) { return Walker(std::move(task)).round(); }

} // namespace faultline::investigation
