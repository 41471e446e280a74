#include "app/interruption.h"

#include <QtCore/qglobal.h>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>
#include <unistd.h>

namespace faultline::app {

namespace {

/// Both ends of a pipe: writing to it is among the few things that a signal handler may do (signal-safety(7)).
std::array<int, 2> pipeEnds{-1, -1}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void noteSignal(int /*number*/)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}

void handle(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

} // namespace

Interruption::Interruption()
{
    if (::pipe(pipeEnds.data()) != 0)
        return; // then a signal ends the program, as it does by default
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interruption::read);
    // SA_RESETHAND: the next one finds the default again.
    for (const int number : {SIGINT, SIGTERM})
        handle(number, noteSignal, static_cast<int>(SA_RESETHAND));
}

Interruption::~Interruption()
{
    if (!m_notifier)
        return;
    for (const int number : {SIGINT, SIGTERM})
        handle(number, SIG_DFL, 0);
    m_notifier.reset();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

void Interruption::read()
{
    char byte = 0;
    if (::read(pipeEnds[0], &byte, 1) == 1 && !m_hasCome) {
        m_hasCome = true;
        Q_EMIT came();
    }
}

} // namespace faultline::app

#else

namespace faultline::app {

// A signal ends the program, as it does by default: there is no last picture on Windows.
Interruption::Interruption() = default;
Interruption::~Interruption() = default;
void Interruption::read() {}

} // namespace faultline::app

#endif
