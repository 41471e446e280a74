#pragma once

#include "core/base/language.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace faultline::ui {

enum class SchemeChoice { System, Light, Dark };

/// What is remembered between runs. Never a credential, never what a cluster said.
class Settings
{
public:
    /// What was chosen before, else the language of the desktop.
    base::Language language() const;
    void setLanguage(base::Language language);

    SchemeChoice scheme() const;
    void setScheme(SchemeChoice scheme);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    QStringList recentFiles() const; ///< newest first, at most five, only those that still exist
    void addRecentFile(const QString &file);
};

} // namespace faultline::ui
