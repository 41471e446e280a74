#include "ui/main/appearance.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusVariant>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

/// What a desktop says about its looks.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QMap<QString, uint> settings{{u"color-scheme"_s, 1}, {u"contrast"_s, 0}};

    void change(QDBusConnection &bus, const QString &key, uint value)
    {
        settings[key] = value;
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                         u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal.setArguments({u"org.freedesktop.appearance"_s, key, QVariant::fromValue(QDBusVariant(value))});
        QVERIFY(bus.send(signal));
    }

public Q_SLOTS:
    /// The old portals' answer: a variant in a variant.
    QDBusVariant Read(const QString &, const QString &key)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(settings.value(key))));
    }
};

/// A desktop in a thread of its own: the program waits for its first answer.
class Desktop : public QThread
{
    Q_OBJECT

public:
    explicit Desktop(QString address) : m_address(std::move(address)) {}
    ~Desktop() override
    {
        quit();
        wait();
    }

    void startAndWait()
    {
        start();
        m_ready.acquire();
    }

    void change(const QString &key, uint value)
    {
        QMetaObject::invokeMethod(m_portal.get(), [this, key, value] { m_portal->change(*m_bus, key, value); });
    }

protected:
    void run() override
    {
        m_portal = std::make_unique<Portal>();
        m_bus = std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(m_address, u"portal"_s));
        m_bus->registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(), QDBusConnection::ExportAllSlots);
        m_bus->registerService(u"org.freedesktop.portal.Desktop"_s);
        m_ready.release();
        exec();
        QDBusConnection::disconnectFromBus(u"portal"_s);
        m_portal.reset();
    }

private:
    QString m_address;
    QSemaphore m_ready;
    std::unique_ptr<Portal> m_portal;
    std::unique_ptr<QDBusConnection> m_bus;
};

} // namespace

class TestAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A bus of our own: the one of whoever runs the test is none of its business.
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        if (daemon.isEmpty())
            return;
        m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY(m_bus.waitForReadyRead(10'000));
        m_address = QString::fromLocal8Bit(m_bus.readLine()).trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLocal8Bit());
    }

    void cleanupTestCase()
    {
        if (m_bus.state() == QProcess::Running) {
            m_bus.kill();
            m_bus.waitForFinished();
        }
    }

    void thePortalsNumbersAreRead()
    {
        QCOMPARE(portalScheme(0U), std::nullopt);
        QCOMPARE(portalScheme(1U), Scheme::Dark);
        QCOMPARE(portalScheme(2U), Scheme::Light);
        QCOMPARE(portalScheme(7U), std::nullopt);
        QCOMPARE(portalContrast(1U), Contrast::High);
        QCOMPARE(portalContrast(0U), Contrast::Ordinary);
    }

    void withoutAPortalThePaletteDecides()
    {
        Appearance appearance;
        QCOMPARE(appearance.theme(), Theme::light());
        QPalette dark = QApplication::palette();
        dark.setColor(QPalette::Midlight, QColor(0x303030));
        QApplication::setPalette(dark);
        QTRY_COMPARE(appearance.theme(), Theme::dark());
        appearance.setScheme(SchemeChoice::Light);
        QCOMPARE(appearance.theme(), Theme::light());
        appearance.setScheme(SchemeChoice::HighContrast);
        QCOMPARE(appearance.theme(), Theme::highContrastDark());
        QApplication::setPalette(QPalette());
    }

    void aChosenTextSizeChangesTheFontOfTheProgram()
    {
        Appearance appearance;
        appearance.setTextScale(150);
        QCOMPARE(QApplication::font().pixelSize(), 19);
        QCOMPARE(appearance.nextTextScale(1), 175);
        QCOMPARE(appearance.nextTextScale(-1), 125);
        appearance.setTextScale(200);
        QCOMPARE(appearance.nextTextScale(1), 200);
        appearance.setTextScale(0);
        QCOMPARE(QApplication::font().pixelSize(), 13);
        QCOMPARE(appearance.nextTextScale(-1), 100);
    }

    void theSystemIsFollowedWhileTheProgramRuns()
    {
        if (m_address.isEmpty())
            QSKIP("no dbus-daemon on this machine");
        {
            Desktop desktop(m_address);
            desktop.startAndWait();
            Appearance appearance;
            QCOMPARE(appearance.theme(), Theme::dark());
            QTest::qWait(200); // QtDBus holds signals back until the program's own loop has run
            desktop.change(u"contrast"_s, 1);
            QTRY_COMPARE(appearance.theme(), Theme::highContrastDark());
            desktop.change(u"color-scheme"_s, 2);
            QTRY_COMPARE(appearance.theme(), Theme::highContrastLight());
            appearance.setScheme(SchemeChoice::Dark);
            QCOMPARE(appearance.theme(), Theme::dark());
        }
    }

private:
    QProcess m_bus;
    QString m_address;
};

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
