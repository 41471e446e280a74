#include "ui/main/topbar.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/main/sourcewords.h"

#include <QtCore/QDateTime>
#include <QtCore/QEvent>
#include <QtGui/QActionGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

QToolButton *makeTool(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("role", u"quiet"_s);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent),
      m_brand(makeLabel("brand"_L1, this)),
      m_source(makeButton("pill"_L1, this)),
      m_insecure(makeLabel("chip"_L1, this)),
      m_fresh(makeLabel("dim"_L1, this)),
      m_stale(makeLabel("chip"_L1, this)),
      m_liveState(makeTool(u"live"_s, this)),
      m_liveMenu(new QMenu(m_liveState)),
      m_pause(m_liveMenu->addAction(QString())),
      m_notices(m_liveMenu->addAction(QString())),
      m_reload(makeTool(u"reload"_s, this)),
      m_language(makeTool(u"language"_s, this)),
      m_theme(makeTool(u"theme"_s, this)),
      m_themeMenu(new QMenu(m_theme)),
      m_themes(new QActionGroup(this)),
      m_snapshot(makeTool(u"snapshot"_s, this)),
      m_export(makeButton("primary"_L1, this))
{
    setProperty("role", u"bar"_s);
    setFixedHeight(measure::topBar);
    m_source->setObjectName("source"_L1);
    m_export->setObjectName("export"_L1);
    for (QLabel *label : {m_brand, m_insecure, m_fresh, m_stale})
        label->setWordWrap(false);
    m_brand->setText(u"Faultline"_s);
    setLookOfState(m_insecure, State::Fault);
    setLookOfState(m_stale, State::Suspected);
    for (QLabel *chip : {m_insecure, m_stale})
        chip->setContentsMargins(8, 2, 8, 2);
    m_insecure->hide();
    m_stale->hide();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 0, 16, 0);
    line->setSpacing(8);
    line->addWidget(m_brand);
    line->addSpacing(8);
    line->addWidget(m_source);
    line->addWidget(m_insecure, 0, Qt::AlignVCenter);
    line->addStretch(1);
    line->addWidget(m_stale, 0, Qt::AlignVCenter);
    line->addWidget(m_fresh);
    line->addWidget(m_liveState);
    for (QWidget *widget : {m_reload, m_language, m_theme})
        line->addWidget(widget);
    line->addWidget(m_snapshot);
    line->addWidget(m_export);
    buildThemeMenu();
    buildLiveMenu();
    connect(m_source, &QPushButton::clicked, this, &TopBar::sourceRequested);
    connect(m_reload, &QToolButton::clicked, this, &TopBar::reloadRequested);
    connect(m_export, &QPushButton::clicked, this, &TopBar::exportRequested);
    connect(m_snapshot, &QToolButton::clicked, this, &TopBar::snapshotRequested);
    connect(m_language, &QToolButton::clicked, this, [this] {
        Q_EMIT languageRequested(m_shown == base::Language::Chinese ? base::Language::English
                                                                    : base::Language::Chinese);
    });
    m_language->setText(u"EN / 中文"_s);
    retranslate();
    disableActions();
}

void TopBar::buildThemeMenu()
{
    for (const SchemeChoice choice : {SchemeChoice::System, SchemeChoice::Light, SchemeChoice::Dark}) {
        QAction *action = m_themeMenu->addAction(QString());
        action->setCheckable(true);
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT schemeRequested(choice); });
    }
    m_theme->setMenu(m_themeMenu);
    m_theme->setPopupMode(QToolButton::InstantPopup);
}

void TopBar::buildLiveMenu()
{
    constexpr std::chrono::seconds kAgeEvery{5};
    m_liveState->setMenu(m_liveMenu);
    m_liveState->setPopupMode(QToolButton::InstantPopup);
    m_liveState->setProperty("role", u"live"_s);
    m_liveState->hide();
    m_notices->setCheckable(true);
    m_age.setInterval(kAgeEvery);
    connect(&m_age, &QTimer::timeout, this, &TopBar::showLive);
    connect(m_pause, &QAction::triggered, this, [this] {
        m_live.state == source::Live::State::Paused ? Q_EMIT resumeRequested() : Q_EMIT pauseRequested();
    });
    connect(m_notices, &QAction::triggered, this,
            [this](bool on) { Q_EMIT noticesRequested(on ? Notices::On : Notices::Off); });
}

void TopBar::setLive(const source::Live &live)
{
    m_live = live;
    live.isStale() ? m_age.start() : m_age.stop();
    showLive();
}

void TopBar::showLive()
{
    const bool isLive = m_live.state != source::Live::State::Off;
    const LiveText words = liveText(m_live, m_origin, QDateTime::currentMSecsSinceEpoch());
    m_fresh->setVisible(!isLive);
    m_liveState->setVisible(isLive);
    m_liveState->setText(lookOf(words.state).sign + u"  "_s + words.text);
    m_liveState->setToolTip(words.tip.toHtmlEscaped().replace(u'\n', u"<br>"_s));
    m_liveState->setAccessibleName(words.text);
    setLookOfState(m_liveState, words.state);
    m_pause->setText(m_live.state == source::Live::State::Paused ? tr("Resume live updates")
                                                                 : tr("Pause live updates"));
    setOriginText();
}

void TopBar::setNotices(Notices notices) { m_notices->setChecked(notices == Notices::On); }

void TopBar::setOrigin(const source::Origin &origin)
{
    m_origin = origin;
    m_insecure->setVisible(origin.insecure);
    m_fresh->setText(freshnessWords(origin));
    setOriginText();
}

/// The source takes the room that the other parts leave.
void TopBar::setOriginText()
{
    constexpr int kLeastRoom = 120;
    constexpr int kPadding = 80; ///< of the bar and of the pill
    int taken = kPadding;
    for (const QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (part != m_source && !part->isHidden())
            taken += part->sizeHint().width() + layout()->spacing();
    }
    const QString text = originWords(m_origin);
    const int room = std::max(kLeastRoom, width() - taken);
    m_source->setText(m_source->fontMetrics().elidedText(text, Qt::ElideMiddle, room));
    m_source->setToolTip(text.toHtmlEscaped());
    m_source->setAccessibleName(tr("Source: %1. Opens the start page.").arg(text));
}

void TopBar::markStale() { m_stale->show(); }

void TopBar::markFresh() { m_stale->hide(); }

void TopBar::setScheme(SchemeChoice choice) { m_themes->actions().at(static_cast<int>(choice))->setChecked(true); }

void TopBar::setLanguage(base::Language language) { m_shown = language; }

void TopBar::enableActions()
{
    m_reload->setEnabled(true);
    m_snapshot->setEnabled(true);
    m_export->setEnabled(true);
}

void TopBar::disableActions()
{
    m_reload->setEnabled(false);
    m_snapshot->setEnabled(false);
    m_export->setEnabled(false);
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    setOriginText();
    QFrame::resizeEvent(event);
}

void TopBar::retranslate()
{
    m_insecure->setText(tr("TLS not verified"));
    m_stale->setText(tr("old picture"));
    m_reload->setText(tr("Reload"));
    m_reload->setToolTip(tr("Read again (Ctrl+R)"));
    m_theme->setText(tr("Theme"));
    m_language->setToolTip(tr("Switch between English and Chinese"));
    m_language->setAccessibleName(tr("Switch between English and Chinese"));
    m_snapshot->setText(tr("Save snapshot…"));
    m_snapshot->setToolTip(tr("Save what is open to one file without secrets, for a colleague or for later (Ctrl+S)"));
    m_export->setText(tr("Export report"));
    m_export->setToolTip(tr("Export a report (Ctrl+E)"));
    const QStringList themes{tr("As the system"), tr("Light"), tr("Dark")};
    for (int i = 0; i < themes.size(); ++i)
        m_themes->actions().at(i)->setText(themes.at(i));
    m_fresh->setText(freshnessWords(m_origin));
    m_notices->setText(tr("Tell me on the desktop when something breaks or heals"));
    showLive();
}

} // namespace faultline::ui
