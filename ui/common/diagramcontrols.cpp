#include "ui/common/diagramcontrols.h"

#include <QtWidgets/QHBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

const base::LocalizedText kIn{u"Zoom in (Ctrl +)"_s, u"放大（Ctrl +）"_s};
const base::LocalizedText kOut{u"Zoom out (Ctrl -)"_s, u"缩小（Ctrl -）"_s};
const base::LocalizedText kFit{u"Fit"_s, u"适应窗口"_s};
const base::LocalizedText kFitTip{u"Show everything (Ctrl 0)"_s, u"显示全部（Ctrl 0）"_s};
const base::LocalizedText kFullTip{u"Back to 100 % at the focus (Ctrl 1)"_s, u"回到 100 %，以焦点为中心（Ctrl 1）"_s};
const base::LocalizedText kSearch{u"Search in the diagram (Ctrl F)"_s, u"在图中搜索（Ctrl F）"_s};
const base::LocalizedText kOverview{u"Overview: the whole diagram, small"_s, u"概览：缩小显示整张图"_s};
const base::LocalizedText kFollow{u"Follow the step: bring each new step into view"_s,
                                  u"跟随步骤：让每个新步骤进入视野"_s};

} // namespace

DiagramControls::DiagramControls(QWidget *parent)
    : QFrame(parent),
      m_search(new DiagramButton(DiagramButton::Sign::Search, this)),
      m_overview(new DiagramButton(DiagramButton::Sign::Overview, this)),
      m_follow(new DiagramButton(DiagramButton::Sign::Follow, this)),
      m_out(new DiagramButton(DiagramButton::Sign::None, this)),
      m_full(new DiagramButton(DiagramButton::Sign::None, this)),
      m_in(new DiagramButton(DiagramButton::Sign::None, this)),
      m_fit(new DiagramButton(DiagramButton::Sign::None, this))
{
    addButtons();
    connect(m_out, &QToolButton::clicked, this, &DiagramControls::zoomOutAsked);
    connect(m_in, &QToolButton::clicked, this, &DiagramControls::zoomInAsked);
    connect(m_fit, &QToolButton::clicked, this, &DiagramControls::fitAsked);
    connect(m_full, &QToolButton::clicked, this, &DiagramControls::fullAsked);
    connect(m_search, &QToolButton::clicked, this, &DiagramControls::searchAsked);
    setCursor(Qt::ArrowCursor);
    showZoom(1);
    setTheme(Theme::light());
    retranslate();
}

void DiagramControls::addButtons()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    for (DiagramButton *button : {m_search, m_overview, m_follow, m_out, m_full, m_in, m_fit}) {
        row->addWidget(button);
    }
    for (DiagramButton *button : {m_overview, m_follow}) {
        button->setCheckable(true);
    }
    m_overview->setChecked(true);
    m_follow->setChecked(true);
    m_out->setText(u"−"_s);
    m_in->setText(u"+"_s);
}

void DiagramControls::setTheme(const Theme &theme)
{
    // Colours of its own: it also floats in diagrams that are shown without the application's style sheet.
    setStyleSheet(
        u"faultline--ui--DiagramControls { background: %1; border: 1px solid %2; border-radius: 6px; }"
        "QToolButton { background: transparent; color: %3; border: 1px solid transparent; border-radius: 4px; "
        "padding: 2px 7px; font-size: 11px; }"
        "QToolButton:hover { background: %4; } QToolButton:focus { border-color: %5; }"
        "QToolButton:checked { background: %6; color: %5; }"_s.arg(
            theme.panel.name(), theme.line.name(), theme.dimText.name(), theme.code.name(),
            theme.path.foreground.name(), theme.path.background.name()));
    for (DiagramButton *button : findChildren<DiagramButton *>()) {
        button->setTheme(theme);
    }
}

void DiagramControls::setLanguage(base::Language language)
{
    m_language = language;
    retranslate();
}

void DiagramControls::showZoom(qreal zoom) { m_full->setText(u"%1 %"_s.arg(std::lround(zoom * 100))); }

void DiagramControls::retranslate()
{
    m_search->setWords(kSearch.in(m_language));
    m_overview->setWords(kOverview.in(m_language));
    m_follow->setWords(kFollow.in(m_language));
    m_in->setWords(kIn.in(m_language));
    m_out->setWords(kOut.in(m_language));
    m_fit->setText(kFit.in(m_language));
    m_fit->setToolTip(kFitTip.in(m_language));
    m_full->setToolTip(kFullTip.in(m_language));
}

} // namespace faultline::ui
