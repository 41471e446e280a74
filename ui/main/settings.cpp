#include "ui/main/settings.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr auto kLanguage = "language"_L1;
constexpr auto kTheme = "theme"_L1;
constexpr auto kNotices = "notices"_L1;
constexpr auto kGeometry = "geometry"_L1;
constexpr auto kRecent = "recentFiles"_L1;
constexpr auto kTextScale = "textScale"_L1;
constexpr auto kPlaces = "places"_L1;
constexpr std::array kThemes{"system"_L1, "light"_L1, "dark"_L1, "highContrast"_L1}; ///< by SchemeChoice
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
    const auto *const found = std::find(kThemes.begin(), kThemes.end(), word);
    return found == kThemes.end() ? SchemeChoice::System : static_cast<SchemeChoice>(found - kThemes.begin());
}

void Settings::setScheme(SchemeChoice scheme)
{
    QSettings().setValue(kTheme, QString(kThemes.at(static_cast<size_t>(scheme))));
}

Notices Settings::notices() const { return QSettings().value(kNotices, false).toBool() ? Notices::On : Notices::Off; }

void Settings::setNotices(Notices notices) { QSettings().setValue(kNotices, notices == Notices::On); }

int Settings::textScale() const { return QSettings().value(kTextScale, 0).toInt(); }

void Settings::setTextScale(int percent) { QSettings().setValue(kTextScale, percent); }

QVariant Settings::place(const QString &part) const { return QSettings().value(kPlaces + u'/' + part); }

void Settings::setPlace(const QString &part, const QVariant &value)
{
    QSettings().setValue(kPlaces + u'/' + part, value);
}

void Settings::forgetPlaces()
{
    QSettings().remove(kPlaces);
    QSettings().remove(kGeometry);
}

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
