#pragma once

#include "core/investigation/investigation.h"
#include "core/investigation/picture.h"
#include "core/source/recorder.h"

namespace faultline::investigation {

/// Reads a source once, walks it, and keeps its objects whole: for a comparison. Ends with one finished().
class PictureTaker : public QObject
{
    Q_OBJECT

public:
    /// `source` hands what it reads to `recorder`.
    PictureTaker(const guide::Guide &guide, std::unique_ptr<source::Source> source,
                 std::shared_ptr<source::Recorder> recorder, QObject *parent = nullptr);
    ~PictureTaker() override;

    void start();

    /// What was read, once finished() came without a problem.
    const Picture &picture() const { return m_picture; }

Q_SIGNALS:
    void finished(const std::optional<faultline::base::Error> &problem);

private:
    void onSettled();

    Investigation m_investigation;
    std::unique_ptr<source::Source> m_waiting; ///< until start()
    std::shared_ptr<source::Recorder> m_recorder;
    Picture m_picture;
    bool m_hasEnded = false;
};

} // namespace faultline::investigation
