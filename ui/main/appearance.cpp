#include "ui/main/appearance.h"

#include "ui/common/stylesheet.h"
#include "ui/main/panelstyle.h"

#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtGui/QFontInfo>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

constexpr std::array kTextScales{100, 110, 125, 150, 175, 200};
constexpr int kUsualPixels = 15; ///< the largest that desktops use when nobody asked for larger writing (11 pt)

/// In percent of this program's own size: only a person who set larger writing than usual gets it here.
int desktopTextScale()
{
    const int pixels = QFontInfo(QGuiApplication::font()).pixelSize();
    return pixels <= kUsualPixels ? 100 : pixels * 100 / measure::textPixels;
}

} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent), m_desktopScale(desktopTextScale()), m_theme(Theme::forScheme(m_desktop.scheme()))
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    connect(&m_desktop, &DesktopLook::changed, this, &Appearance::apply);
    qApp->installEventFilter(this);
    ui::setTextScale(m_desktopScale);
    applyColours();
}

void Appearance::start(SchemeChoice choice, int percent)
{
    m_choice = choice;
    setTextScale(percent);
}

Theme Appearance::wanted() const
{
    switch (m_choice) {
    case SchemeChoice::Light:
        return Theme::light();
    case SchemeChoice::Dark:
        return Theme::dark();
    case SchemeChoice::HighContrast:
        return Theme::forScheme(m_desktop.scheme(), Contrast::High);
    case SchemeChoice::System:
        break;
    }
    return Theme::forScheme(m_desktop.scheme(), m_desktop.contrast());
}

void Appearance::applyColours()
{
    m_isApplying = true;
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(textFont());
    m_isApplying = false;
}

void Appearance::apply()
{
    m_theme = wanted();
    const QString sheet = styleSheet(m_theme) + panelStyleSheet(m_theme);
    if (sheet == qApp->styleSheet()) { // polishing every widget anew is dear
        Q_EMIT themeChanged(m_theme);
        return;
    }
    applyColours();
    m_isApplying = true;
    qApp->setStyleSheet(sheet);
    m_isApplying = false;
    Q_EMIT themeChanged(m_theme);
}

void Appearance::setScheme(SchemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Appearance::setTextScale(int percent)
{
    ui::setTextScale(percent == 0 ? m_desktopScale : percent);
    apply();
}

int Appearance::nextTextScale(int by) const
{
    const auto *const at = std::lower_bound(kTextScales.begin(), kTextScales.end(), textScale());
    const auto next = std::clamp<std::ptrdiff_t>(at - kTextScales.begin() + by, 0, std::ssize(kTextScales) - 1);
    return kTextScales.at(static_cast<size_t>(next));
}

/// Where no portal speaks, a change of the desktop's colours comes as a palette.
bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && !m_isApplying)
        m_desktop.takePalette(QApplication::palette());
    return QObject::eventFilter(watched, event);
}

void Appearance::setLanguage(base::Language language)
{
    m_language = language;
    const QLocale locale(language == base::Language::Chinese ? QLocale::Chinese : QLocale::English);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    if (language == base::Language::Chinese) {
        // Qt's own dialogs, where their translations are installed.
        if (m_qtTranslator.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qtTranslator);
        if (m_translator.load(u":/faultline/i18n/faultline_zh_CN.qm"_s))
            QCoreApplication::installTranslator(&m_translator);
    }
    Q_EMIT languageChanged(language);
}

} // namespace faultline::ui
