#include "tests/support/dial.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace faultline;
using namespace Qt::StringLiterals;
using test::Dial;

class PulseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsSleepAndNetworksFromBusyMachines();
};

void PulseTest::knowsSleepAndNetworksFromBusyMachines()
{
    Dial dial;
    source::Pulse pulse(dial.senses(), std::chrono::seconds(5));
    QSignalSpy interrupted(&pulse, &source::Pulse::interrupted);
    pulse.start();
    dial.pass(5'000);
    pulse.beat();
    dial.pass(9'000); // late
    pulse.beat();
    dial.wall -= 3'600'000; // the clock was set back
    pulse.beat();
    QCOMPARE(interrupted.size(), 0);
    dial.pass(5'000);
    dial.wall += 60'000;
    pulse.beat();
    QCOMPARE(interrupted.size(), 1);
    dial.pass(40'000); // where the steady clock runs on during sleep, the timer comes late
    pulse.beat();
    QCOMPARE(interrupted.size(), 2);
    dial.addresses = QStringList();
    pulse.beat();
    QCOMPARE(interrupted.size(), 2); // nowhere to go
    dial.addresses = QStringList{u"192.168.1.7"_s};
    pulse.beat();
    QCOMPARE(interrupted.size(), 3);
    pulse.beat();
    QCOMPARE(interrupted.size(), 3);
}

QTEST_GUILESS_MAIN(PulseTest)
#include "tst_pulse.moc"
