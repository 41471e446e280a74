#include "core/investigation/picturetaker.h"

namespace faultline::investigation {

PictureTaker::PictureTaker(const guide::Guide &guide, std::unique_ptr<source::Source> source,
                           std::shared_ptr<source::Recorder> recorder, QObject *parent)
    : QObject(parent), m_investigation(guide), m_waiting(std::move(source)), m_recorder(std::move(recorder))
{
    connect(&m_investigation, &Investigation::settled, this, &PictureTaker::onSettled);
}

PictureTaker::~PictureTaker() { m_investigation.disconnect(this); }

void PictureTaker::start() { m_investigation.open(std::move(m_waiting)); }

void PictureTaker::onSettled()
{
    if (std::exchange(m_hasEnded, true))
        return;
    if (!m_investigation.problem()) {
        m_picture = {m_investigation.cluster(), m_investigation.diagnoses(), m_investigation.origin(),
                     objectsOf(*m_recorder)};
    }
    Q_EMIT finished(m_investigation.problem());
}

} // namespace faultline::investigation
