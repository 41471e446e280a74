#include "app/waiting.h"

#include "core/guide/wording.h"
#include "core/redact/redact.h"

#include <QtCore/QTimer>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using guide::Health;
using investigation::Investigation;

constexpr std::chrono::milliseconds kTick{200};
constexpr size_t kMostTold = 3; ///< one may wait for a whole cluster

/// What is not healthy yet, a line for each.
QStringList openMatters(const guide::Guide &guide, const std::vector<guide::Diagnosis> &diagnoses,
                        base::Language language)
{
    QStringList lines;
    size_t more = 0;
    for (const guide::Diagnosis &diagnosis : diagnoses) {
        if (diagnosis.health == Health::Fine)
            continue;
        if (static_cast<size_t>(lines.size()) == kMostTold) {
            ++more;
            continue;
        }
        const QString word = Patience::isBroken(diagnosis) ? u"broken so far: "_s : u"waiting for "_s;
        const QString headline = guide::headline(guide, diagnosis, language);
        lines += redact::clean(word + diagnosis.subject.toString() + u": "_s + headline).simplified();
    }
    if (diagnoses.empty())
        lines += u"waiting for what was asked about to appear"_s;
    if (more > 0)
        lines += u"and for %1 more"_s.arg(more);
    return lines;
}

} // namespace

Waiting::Waiting(Investigation &investigation, Plan plan)
    : m_investigation(investigation), m_plan(std::move(plan)), m_patience(m_plan.finalAfter)
{
    m_clock.start();
    connect(&m_investigation, &Investigation::changed, this, &Waiting::take);
    connect(&m_investigation, &Investigation::othersChanged, this, &Waiting::take);
    connect(&m_investigation, &Investigation::settled, this, &Waiting::take);
    connect(&m_investigation, &Investigation::liveChanged, this, &Waiting::tellState);
    connect(&m_interruption, &Interruption::came, this, [this] { stop(End::Interrupted); });
}

Waiting::End Waiting::run()
{
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, &Waiting::tick);
    timer.start(kTick);
    take();
    tick();
    if (!m_end)
        m_loop.exec();
    return m_end.value_or(End::Interrupted);
}

void Waiting::stop(End end)
{
    if (m_end)
        return;
    m_end = end;
    m_loop.quit();
}

void Waiting::take()
{
    // While logs are on their way a verdict may still become another.
    if (!m_investigation.cluster() || !m_investigation.isSettled())
        return;
    m_diagnoses = m_plan.chosen();
    m_hasPicture = true;
    const QStringList lines = openMatters(m_investigation.guide(), m_diagnoses, m_plan.language);
    for (const QString &line : lines) {
        if (lines != m_told)
            m_plan.tell(line);
    }
    m_told = lines;
}

void Waiting::tick()
{
    const bool isLost = m_investigation.live().state == source::Live::State::Refused ||
                        (!m_hasPicture && m_investigation.problem() && m_investigation.isSettled());
    const std::chrono::milliseconds now(m_clock.elapsed());
    if (m_interruption.hasCome()) {
        stop(End::Interrupted);
    } else if (isLost) {
        stop(End::Lost);
    } else if (m_hasPicture && m_patience.look(m_diagnoses, now) != Outlook::Waiting) {
        stop(End::Settled);
    } else if (now >= m_plan.longest) {
        stop(End::TimeUp);
    }
}

void Waiting::tellState()
{
    const source::Live &live = m_investigation.live();
    const QString words =
        live.isStale() ? u"nothing is heard from the server: "_s + redact::clean(live.detail) : QString();
    if (!words.isEmpty() && words != m_toldOfServer)
        m_plan.tell(words);
    m_toldOfServer = words;
}

} // namespace faultline::app
