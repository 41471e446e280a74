#include "ui/main/topbar.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/main/sourcewords.h"

#include <QtCore/QDateTime>
#include <QtCore/QEvent>
#include <QtGui/QAction>
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
      m_back(makeTool(u"back"_s, this)),
      m_forward(makeTool(u"forward"_s, this)),
      m_source(makeButton("pill"_L1, this)),
      m_insecure(makeLabel("chip"_L1, this)),
      m_remarks(makeTool(u"remarks"_s, this)),
      m_fresh(makeLabel("dim"_L1, this)),
      m_stale(makeLabel("chip"_L1, this)),
      m_liveState(makeTool(u"live"_s, this)),
      m_liveMenu(new QMenu(m_liveState)),
      m_pause(m_liveMenu->addAction(QString())),
      m_notices(m_liveMenu->addAction(QString())),
      m_reload(makeTool(u"reload"_s, this)),
      m_language(makeTool(u"language"_s, this)),
      m_export(makeButton("primary"_L1, this)),
      m_menu(makeTool(u"menu"_s, this)),
      m_search(makeButton("pill"_L1, this)),
      m_searchKeys(makeLabel("dim"_L1, m_search))
{
    setProperty("role", u"bar"_s);
    setFixedHeight(scaled(measure::topBar));
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
    m_remarks->hide();
    m_stale->hide();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 0, 16, 0);
    line->setSpacing(8);
    line->addWidget(m_brand);
    line->addWidget(m_back);
    line->addWidget(m_forward);
    line->addWidget(m_source);
    line->addWidget(m_insecure, 0, Qt::AlignVCenter);
    line->addWidget(m_remarks);
    line->addStretch(1);
    line->addWidget(m_search);
    line->addStretch(1);
    line->addWidget(m_stale, 0, Qt::AlignVCenter);
    line->addWidget(m_fresh);
    line->addWidget(m_liveState);
    line->addWidget(m_reload);
    line->addWidget(m_language);
    line->addWidget(m_export);
    line->addWidget(m_menu);
    buildHistory();
    buildSearch();
    buildLiveMenu();
    connect(m_source, &QPushButton::clicked, this, &TopBar::sourceRequested);
    connect(m_remarks, &QToolButton::clicked, this, &TopBar::remarksRequested);
    connect(m_reload, &QToolButton::clicked, this, &TopBar::reloadRequested);
    connect(m_export, &QPushButton::clicked, this, &TopBar::exportRequested);
    connect(m_language, &QToolButton::clicked, this, [this] {
        Q_EMIT languageRequested(m_shown == base::Language::Chinese ? base::Language::English
                                                                    : base::Language::Chinese);
    });
    m_language->setText(u"EN / 中文"_s);
    retranslate();
    disableActions();
}

void TopBar::buildHistory()
{
    m_back->setText(u"←"_s);
    m_forward->setText(u"→"_s);
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    setHistory(Way::Closed, Way::Closed);
}

/// Quiet: a field in looks, a button in truth.
void TopBar::buildSearch()
{
    m_search->setObjectName("search"_L1);
    m_searchKeys->setWordWrap(false);
    m_searchKeys->setText(u"Ctrl+K"_s);
    m_searchKeys->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(m_search);
    inside->setContentsMargins(0, 0, 14, 0);
    inside->addStretch(1);
    inside->addWidget(m_searchKeys);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    m_menu->setText(u"⋯"_s);
    m_menu->setPopupMode(QToolButton::InstantPopup);
}

void TopBar::setMenu(QMenu *menu) { m_menu->setMenu(menu); }

void TopBar::setHistory(Way back, Way forward)
{
    m_back->setEnabled(back == Way::Open);
    m_forward->setEnabled(forward == Way::Open);
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

void TopBar::setRemarks(const QStringList &remarks)
{
    if (m_remarkWords == remarks)
        return;
    m_remarkWords = remarks;
    showRemarks();
    setOriginText();
}

void TopBar::showRemarks()
{
    constexpr int kMostShown = 8;
    const QStringList &remarks = m_remarkWords;
    m_remarks->setVisible(!remarks.isEmpty());
    m_remarks->setText(u"! "_s + (remarks.size() == 1 ? tr("1 remark") : tr("%1 remarks").arg(remarks.size())));
    QStringList lines = remarks.mid(0, kMostShown);
    if (remarks.size() > kMostShown)
        lines += tr("and %1 more, among what was not checked").arg(remarks.size() - kMostShown);
    m_remarks->setToolTip(u"<p>"_s + lines.join(u'\n').toHtmlEscaped().replace(u'\n', "</p><p>"_L1) + u"</p>"_s);
    m_remarks->setAccessibleName(tr("Remarks on what was read: %1").arg(lines.join(u". "_s)));
}

/// What all parts but the source and the search take.
int TopBar::takenRoom() const
{
    int taken = 0;
    for (const QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (part != m_source && part != m_search && !part->isHidden())
            taken += std::min(part->sizeHint().width(), part->maximumWidth()) + layout()->spacing();
    }
    return taken;
}

/// The source takes the room that the other parts leave; the search gives way first.
void TopBar::setOriginText()
{
    constexpr int kLeastRoom = 120;
    constexpr int kPadding = 64; ///< of the bar and of the pill
    constexpr int kLeastSearch = 96;
    constexpr int kMostSearch = 320;
    const int least = kPadding + kLeastRoom + kLeastSearch;
    for (QWidget *part : std::initializer_list<QWidget *>{m_brand, m_language, m_fresh})
        part->setMaximumWidth(QWIDGETSIZE_MAX);
    // Large writing or a small window: what the menu has too, and what is only nice, goes.
    for (QWidget *part : std::initializer_list<QWidget *>{m_fresh, m_brand, m_language}) {
        if (least + takenRoom() > width())
            part->setMaximumWidth(0);
    }
    const int taken = kPadding + takenRoom();
    const QString text = originWords(m_origin);
    const int wanted = m_source->fontMetrics().horizontalAdvance(text) + measure::grid;
    const int search = std::clamp(width() - taken - wanted, kLeastSearch, kMostSearch);
    const int room = std::max(kLeastRoom, width() - taken - search);
    m_search->setFixedWidth(search);
    showSearchText(search);
    m_source->setText(m_source->fontMetrics().elidedText(text, Qt::ElideMiddle, room));
    m_source->setToolTip(text.toHtmlEscaped());
    m_source->setAccessibleName(tr("Source: %1. Opens the start page.").arg(text));
}

/// As many of the words as fit beside the shortcut.
void TopBar::showSearchText(int room)
{
    constexpr int kSides = 52;
    const int left = room - kSides - m_searchKeys->sizeHint().width();
    const QFontMetrics metrics = m_search->fontMetrics();
    for (const QString &words : {tr("Search objects, findings, actions"), tr("Search")}) {
        m_search->setText(words);
        if (metrics.horizontalAdvance(words) <= left)
            return;
    }
    m_search->setText(QString());
}

void TopBar::markStale() { m_stale->show(); }

void TopBar::markFresh() { m_stale->hide(); }

void TopBar::setLanguage(base::Language language) { m_shown = language; }

void TopBar::enableActions()
{
    m_reload->setEnabled(true);
    m_export->setEnabled(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_reload, m_export, m_back, m_forward})
        widget->show();
}

/// Nothing stands there that does nothing.
void TopBar::disableActions()
{
    m_reload->setEnabled(false);
    m_export->setEnabled(false);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_reload, m_export, m_back, m_forward})
        widget->hide();
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        setFixedHeight(scaled(measure::topBar));
        setOriginText();
    }
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
    showRemarks();
    m_reload->setText(tr("Reload"));
    m_reload->setToolTip(tr("Read again (Ctrl+R)"));
    m_language->setToolTip(tr("Switch between English and Chinese"));
    m_language->setAccessibleName(tr("Switch between English and Chinese"));
    m_export->setText(tr("Export report"));
    m_export->setToolTip(tr("Export a report (Ctrl+E)"));
    m_search->setAccessibleName(tr("Search everything (Ctrl+K)"));
    m_search->setToolTip(tr("Search everything (Ctrl+K)"));
    m_back->setToolTip(tr("Back to what was shown before (Ctrl+[)"));
    m_back->setAccessibleName(tr("Back to what was shown before"));
    m_forward->setToolTip(tr("Forward again (Ctrl+])"));
    m_forward->setAccessibleName(tr("Forward again"));
    m_menu->setToolTip(tr("Everything that the window can do"));
    m_menu->setAccessibleName(tr("Menu"));
    m_fresh->setText(freshnessWords(m_origin));
    m_notices->setText(tr("Tell me on the desktop when something breaks or heals"));
    showLive();
}

} // namespace faultline::ui
