#include "ui/main/desktoplook.h"

#ifdef FAULTLINE_DBUS
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCall>
#include <QtDBus/QDBusReply>
#include <QtDBus/QDBusVariant>
#endif

#include <QtGui/QGuiApplication>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
const QString kAppearance = u"org.freedesktop.appearance"_s;
const QString kColourScheme = u"color-scheme"_s;
const QString kContrast = u"contrast"_s;
} // namespace

std::optional<Scheme> portalScheme(const QVariant &value)
{
    switch (value.toUInt()) {
    case 1:
        return Scheme::Dark;
    case 2:
        return Scheme::Light;
    default:
        return std::nullopt;
    }
}

Contrast portalContrast(const QVariant &value) { return value.toUInt() == 1 ? Contrast::High : Contrast::Ordinary; }

DesktopLook::DesktopLook(QObject *parent) : QObject(parent), m_paletteScheme(schemeOf(QGuiApplication::palette()))
{
    listen();
}

void DesktopLook::takePalette(const QPalette &desktop)
{
    const Scheme before = scheme();
    // The program sets every other colour itself, so that only this one is still the desktop's.
    constexpr int kHalf = 128;
    m_paletteScheme = desktop.color(QPalette::Midlight).lightness() < kHalf ? Scheme::Dark : Scheme::Light;
    if (scheme() != before)
        Q_EMIT changed();
}

void DesktopLook::take(const QString &key, const QVariant &value)
{
    if (key == kColourScheme) {
        m_saidScheme = portalScheme(value);
    } else if (key == kContrast) {
        m_contrast = portalContrast(value);
    }
}

#ifdef FAULTLINE_DBUS

namespace {
const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kSettings = u"org.freedesktop.portal.Settings"_s;
constexpr int kPatienceMs = 150; ///< a portal that does not answer must not hold the window back

/// Read() wraps its answer in a variant more than once, in old portals even twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}
} // namespace

void DesktopLook::listen()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    for (const QString &key : {kColourScheme, kContrast}) {
        QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kSettings, u"Read"_s);
        call.setArguments({kAppearance, key});
        const QDBusMessage reply = bus.call(call, QDBus::Block, kPatienceMs);
        if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
            return; // no portal: no second wait
        take(key, unwrapped(reply.arguments().constFirst()));
    }
    bus.connect(kService, kPath, kSettings, u"SettingChanged"_s, this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
}

void DesktopLook::takeSetting(const QString &nameSpace, const QString &key, const QDBusVariant &value)
{
    if (nameSpace != kAppearance)
        return;
    take(key, unwrapped(value.variant()));
    Q_EMIT changed();
}

#else

void DesktopLook::listen() {}

void DesktopLook::takeSetting(const QString &, const QString &, const QDBusVariant &) {}

#endif

} // namespace faultline::ui
