#include "ui/main/desktopnotice.h"

#ifdef FAULTLINE_DBUS
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusReply>
#endif

#include <QtCore/QStringList>
#include <QtCore/QVariantMap>

using namespace Qt::StringLiterals;

namespace faultline::ui {

#ifdef FAULTLINE_DBUS

namespace {
constexpr quint32 kReplacesNone = 0;
constexpr int kServersOwnTime = -1; ///< how long it stays
const QString kService = u"org.freedesktop.Notifications"_s;
} // namespace

bool DesktopNotice::isPossible()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const QDBusReply<QStringList> startable =
        bus.interface()->call(u"ListActivatableNames"_s); // a desktop may start its server with the first notification
    return bus.interface()->isServiceRegistered(kService).value() ||
           (startable.isValid() && startable.value().contains(kService));
}

void DesktopNotice::show(const QString &title, const QString &body)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(kService, u"/org/freedesktop/Notifications"_s, kService, u"Notify"_s);
    call.setArguments({u"Faultline"_s, kReplacesNone, QString(), title, body.toHtmlEscaped(), QStringList(),
                       QVariantMap(), kServersOwnTime});
    QDBusConnection::sessionBus().send(call);
}

#else

bool DesktopNotice::isPossible() { return false; }

void DesktopNotice::show(const QString &, const QString &) {}

#endif

} // namespace faultline::ui
