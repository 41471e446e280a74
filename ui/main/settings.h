#pragma once

#include "core/base/language.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QVariant>

namespace faultline::ui {

enum class SchemeChoice { System, Light, Dark, HighContrast };

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

    int textScale() const; ///< in percent; 0: as large as the desktop's own writing
    void setTextScale(int percent);

    /// Where a part of the window stood, by its name: splitters, tabs. Empty when it was never moved.
    QVariant place(const QString &part) const;
    void setPlace(const QString &part, const QVariant &value);
    void forgetPlaces(); ///< geometry too

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    QStringList recentFiles() const; ///< newest first, at most five, only those that still exist
    void addRecentFile(const QString &file);
};

} // namespace faultline::ui
