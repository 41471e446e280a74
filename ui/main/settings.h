#pragma once

#include "core/base/language.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace faultline::ui {

enum class SchemeChoice { System, Light, Dark };

/// Whether the desktop is told when an application turns fine or breaks while the window is not looked at.
enum class Notices { Off, On };

/// What is remembered between runs. Never a credential, never what a cluster said.
class Settings
{
public:
    /// What was chosen before, else the language of the desktop.
    base::Language language() const;
    void setLanguage(base::Language language);

    SchemeChoice scheme() const;
    void setScheme(SchemeChoice scheme);

    Notices notices() const; ///< off until somebody switches them on
    void setNotices(Notices notices);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    QStringList recentFiles() const; ///< newest first, at most five, only those that still exist
    void addRecentFile(const QString &file);
};

} // namespace faultline::ui
