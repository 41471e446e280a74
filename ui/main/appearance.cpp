#include "ui/main/appearance.h"

#include "ui/common/stylesheet.h"
#include "ui/main/panelstyle.h"

#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>

using namespace Qt::StringLiterals;

namespace faultline::ui {

Appearance::Appearance(QObject *parent)
    : QObject(parent), m_desktop(schemeOf(QGuiApplication::palette())), m_theme(Theme::forScheme(m_desktop))
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    setScheme(SchemeChoice::System);
}

void Appearance::setScheme(SchemeChoice choice)
{
    m_choice = choice;
    const Scheme scheme = choice == SchemeChoice::System  ? m_desktop
                          : choice == SchemeChoice::Light ? Scheme::Light
                                                          : Scheme::Dark;
    m_theme = Theme::forScheme(scheme);
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(textFont());
    qApp->setStyleSheet(styleSheet(m_theme) + panelStyleSheet(m_theme));
    Q_EMIT themeChanged(m_theme);
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
