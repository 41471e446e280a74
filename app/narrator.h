#pragma once

#include "core/investigation/investigation.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QSet>

namespace faultline::app {

/// --verbose: tells on standard error what is read, how much of it, and how long it took.
class Narrator : public QObject
{
    Q_OBJECT

public:
    explicit Narrator(const investigation::Investigation &investigation);

    /// Where it was read from, what could not be, and what it took altogether.
    void conclude(size_t judged);

private:
    void tellProgress();
    void tell(const QString &text) const;

    const investigation::Investigation &m_investigation;
    QElapsedTimer m_clock;
    QSet<QString> m_told;
};

} // namespace faultline::app
