#pragma once

#include "ui/common/theme.h"

#include <QtCore/QObject>
#include <QtCore/QVariant>

#if __has_include(<QtDBus/QDBusVariant>)
#include <QtDBus/QDBusVariant>
#else
class QDBusVariant;
#endif

#include <optional>

namespace faultline::ui {

/// How the desktop wants programs to look: light or dark, ordinary or high contrast. The settings portal says so where
/// there is one (org.freedesktop.appearance), and says when it changes; else the palette that the desktop gave.
class DesktopLook : public QObject
{
    Q_OBJECT

public:
    /// Reads once, before anything changes the palette.
    explicit DesktopLook(QObject *parent = nullptr);

    Scheme scheme() const { return m_saidScheme.value_or(m_paletteScheme); }
    Contrast contrast() const { return m_contrast; }

    /// The desktop gave another palette, over which the program's own colours already lie.
    void takePalette(const QPalette &desktop);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void takeSetting(const QString &nameSpace, const QString &key, const QDBusVariant &value);

private:
    void listen();
    void take(const QString &key, const QVariant &value);

    Scheme m_paletteScheme;
    std::optional<Scheme> m_saidScheme;
    Contrast m_contrast = Contrast::Ordinary;
};

/// The portal's number for "color-scheme": 1 dark, 2 light, anything else no preference.
std::optional<Scheme> portalScheme(const QVariant &value);

/// The portal's number for "contrast": 1 higher.
Contrast portalContrast(const QVariant &value);

} // namespace faultline::ui
