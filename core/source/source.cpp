#include "core/source/source.h"

using namespace Qt::StringLiterals;

namespace faultline::source {

void Source::fetchObjects(const std::vector<model::ObjectRef> &refs)
{
    std::map<model::ObjectRef, model::RawObject> objects;
    for (const model::ObjectRef &ref : refs)
        objects[ref] = {model::RawObject::State::Unavailable, {}, u"this source cannot be read a second time"_s};
    QMetaObject::invokeMethod(
        this, [this, objects] { Q_EMIT objectsFetched(objects); }, Qt::QueuedConnection);
}

void Source::tryConnections(const std::vector<model::TrialKey> &keys)
{
    m_trials = std::make_unique<trial::Trials>(keys, clientForTrials());
    connect(m_trials.get(), &trial::Trials::trying, this, &Source::trying);
    connect(m_trials.get(), &trial::Trials::finished, this, &Source::tried);
    m_trials->start();
}

void Source::cancelTrials()
{
    if (m_trials)
        m_trials->cancel();
}

} // namespace faultline::source
