#pragma once

#include <QtCore/QString>

namespace faultline::ui {

/// Notifications of the desktop by org.freedesktop.Notifications on the session bus: they need no tray. Where Qt was
/// built without D-Bus, or nobody listens on the bus, there are none.
class DesktopNotice
{
public:
    /// True when a notification would find somebody who shows it.
    static bool isPossible();

    /// Plain texts: they are made harmless for a server that reads markup. Does not wait for anybody.
    static void show(const QString &title, const QString &body);
};

} // namespace faultline::ui
