#pragma once

#include "ui/common/theme.h"
#include "ui/main/desktoplook.h"
#include "ui/main/settings.h"

#include <QtCore/QObject>
#include <QtCore/QTranslator>

namespace faultline::ui {

/// Theme and language of the whole program: applied to the application, told to whoever keeps colours or texts itself.
/// A change of language reaches the widgets as QEvent::LanguageChange.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Takes the desktop's colours as the system's choice; make it before anything changes the palette.
    explicit Appearance(QObject *parent = nullptr);

    /// Colours and writing as a person chose them, with the style sheet: once the widgets are there, as each that comes
    /// under a sheet is polished on its own.
    void start(SchemeChoice choice, int percent);

    void setLanguage(base::Language language);
    base::Language language() const { return m_language; }

    void setScheme(SchemeChoice choice);
    SchemeChoice scheme() const { return m_choice; }
    const Theme &theme() const { return m_theme; }

    /// In percent; 0 follows the desktop's own writing.
    void setTextScale(int percent);
    /// The next of the sizes that are offered, or the one before (`by` -1).
    int nextTextScale(int by) const;

Q_SIGNALS:
    void themeChanged(const faultline::ui::Theme &theme);
    void languageChanged(faultline::base::Language language);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Theme wanted() const;
    void apply();
    void applyColours();

    DesktopLook m_desktop;
    int m_desktopScale;
    bool m_isApplying = false; ///< the palette that changes is our own
    SchemeChoice m_choice = SchemeChoice::System;
    Theme m_theme;
    base::Language m_language = base::Language::English;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
};

} // namespace faultline::ui
