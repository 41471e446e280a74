#include "ui/main/desktopnotice.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtDBus/QDBusConnection>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using faultline::ui::DesktopNotice;

namespace {

/// What a desktop has behind its notifications.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList shown;

public Q_SLOTS:
    void Notify(const QString &application, uint, const QString &, const QString &title, const QString &body,
                const QStringList &, const QVariantMap &, int, uint &id)
    {
        shown.append(application + u'|' + title + u'|' + body);
        id = 1;
    }
};

} // namespace

class DesktopNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isPossibleWhereSomebodyShowsIt();
    void isPlainText();

private:
    QProcess m_bus;
    QString m_address;
    Desktop m_desktop;
};

/// A bus of our own: the one of whoever runs the test is none of its business.
void DesktopNoticeTest::initTestCase()
{
    const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (daemon.isEmpty())
        QSKIP("no dbus-daemon on this machine");
    m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    QVERIFY(m_bus.waitForReadyRead(10'000));
    m_address = QString::fromLocal8Bit(m_bus.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLocal8Bit());
    QVERIFY(QDBusConnection::sessionBus().isConnected());
}

void DesktopNoticeTest::cleanupTestCase()
{
    if (m_bus.state() == QProcess::Running) {
        m_bus.kill();
        m_bus.waitForFinished();
    }
}

void DesktopNoticeTest::isPossibleWhereSomebodyShowsIt()
{
    QDBusConnection desktop = QDBusConnection::connectToBus(m_address, u"desktop"_s);
    QVERIFY(desktop.registerObject(u"/org/freedesktop/Notifications"_s, &m_desktop, QDBusConnection::ExportAllSlots));
    QVERIFY(desktop.registerService(u"org.freedesktop.Notifications"_s));
    QVERIFY(DesktopNotice::isPossible());
}

void DesktopNoticeTest::isPlainText()
{
    DesktopNotice::show(u"shop/web is healthy again"_s, u"prod <b>eu</b>"_s);
    QTRY_COMPARE(m_desktop.shown, QStringList{u"Faultline|shop/web is healthy again|prod &lt;b&gt;eu&lt;/b&gt;"_s});
}

QTEST_GUILESS_MAIN(DesktopNoticeTest)
#include "tst_desktopnotice.moc"
