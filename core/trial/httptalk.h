#pragma once

#include "core/model/trial.h"

#include <QtCore/QByteArray>

namespace faultline::trial {

/// The one request of a trial over HTTP/1.1, and its answer as it comes. No socket; values.
class HttpTalk
{
public:
    explicit HttpTalk(const model::TrialKey &key) : m_key(key) {}

    /// GET, with `Connection: close`: a tunnel has no half-close.
    QByteArray request() const;

    /// Takes what came. True once there is enough: the head, and the body's end or its first words.
    bool take(const QByteArray &bytes);

    /// Writes what came into `trial`: Answered with the status line and headers, or Closed when nothing came, or
    /// Answered without a status for an app that speaks something else.
    void tell(model::Trial &trial) const;

private:
    bool isEnough() const;
    qsizetype bodyAt() const;

    model::TrialKey m_key;
    QByteArray m_received;
};

} // namespace faultline::trial
