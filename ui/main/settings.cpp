#include "ui/main/settings.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QSettings>

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr auto kLanguage = "language"_L1;
constexpr auto kTheme = "theme"_L1;
constexpr auto kNotices = "notices"_L1;
constexpr auto kGeometry = "geometry"_L1;
constexpr auto kRecent = "recentFiles"_L1;
constexpr int kMostRecent = 5;
} // namespace

base::Language Settings::language() const
{
    const QString desktop = QLocale::system().language() == QLocale::Chinese ? u"zh"_s : u"en"_s;
    const bool isChinese = QSettings().value(kLanguage, desktop).toString() == u"zh"_s;
    return isChinese ? base::Language::Chinese : base::Language::English;
}

void Settings::setLanguage(base::Language language)
{
    QSettings().setValue(kLanguage, language == base::Language::Chinese ? u"zh"_s : u"en"_s);
}

SchemeChoice Settings::scheme() const
{
    const QString word = QSettings().value(kTheme).toString();
    return word == u"light"_s ? SchemeChoice::Light : word == u"dark"_s ? SchemeChoice::Dark : SchemeChoice::System;
}

void Settings::setScheme(SchemeChoice scheme)
{
    constexpr std::array words{"system"_L1, "light"_L1, "dark"_L1};
    QSettings().setValue(kTheme, QString(words.at(static_cast<size_t>(scheme))));
}

Notices Settings::notices() const { return QSettings().value(kNotices, false).toBool() ? Notices::On : Notices::Off; }

void Settings::setNotices(Notices notices) { QSettings().setValue(kNotices, notices == Notices::On); }

QByteArray Settings::geometry() const { return QSettings().value(kGeometry).toByteArray(); }

void Settings::setGeometry(const QByteArray &geometry) { QSettings().setValue(kGeometry, geometry); }

QStringList Settings::recentFiles() const
{
    QStringList files = QSettings().value(kRecent).toStringList();
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return files;
}

void Settings::addRecentFile(const QString &file)
{
    QStringList files = recentFiles();
    const QString path = QFileInfo(file).absoluteFilePath();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(kRecent, QStringList(files.first(std::min<qsizetype>(files.size(), kMostRecent))));
}

} // namespace faultline::ui
