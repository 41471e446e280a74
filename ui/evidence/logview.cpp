#include "ui/evidence/logview.h"

#include "core/redact/redact.h"
#include "ui/common/parts.h"
#include "ui/evidence/elidedlabel.h"
#include "ui/evidence/lineview.h"
#include "ui/evidence/searchbar.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

constexpr int kDrawMs = 150;

QString shown(const QString &text) { return redact::clean(text); }

} // namespace

LogView::LogView(QWidget *parent)
    : QWidget(parent),
      m_choice(new QComboBox(this)),
      m_follow(new QToolButton(this)),
      m_text(new LineView(this)),
      m_search(new SearchBar(m_text, this)),
      m_causeRow(new QWidget(this)),
      m_cause(new ElidedLabel(u"word"_s, m_causeRow)),
      m_toCause(makeButton("link"_L1, m_causeRow)),
      m_state(makeLabel("dim"_L1, this))
{
    m_choice->setObjectName(u"logChoice"_s);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(18);
    m_follow->setObjectName(u"follow"_s);
    m_follow->setProperty("role", u"quiet"_s);
    m_follow->setFocusPolicy(Qt::StrongFocus);
    m_follow->setCheckable(true);
    m_follow->hide();
    m_text->setObjectName(u"log"_s);
    m_search->setFieldName(u"logSearch"_s);
    m_cause->setObjectName(u"logCause"_s);
    m_toCause->setObjectName(u"toCause"_s);
    m_causeRow->hide();
    m_state->setObjectName(u"logState"_s);
    m_state->hide();
    m_drawing.setInterval(kDrawMs);
    buildBar();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &LogView::showLog);
    connect(m_follow, &QToolButton::clicked, this, &LogView::toggleFollowing);
    connect(m_toCause, &QPushButton::clicked, this, &LogView::goToCause);
    connect(&m_drawing, &QTimer::timeout, this, &LogView::showArrived);
}

void LogView::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_choice, 3);
    bar->addWidget(m_follow);
    bar->addWidget(m_search, 2);
    auto *cause = new QHBoxLayout(m_causeRow);
    cause->setContentsMargins(0, 0, 0, 0);
    cause->addWidget(m_cause, 1);
    cause->addWidget(m_toCause, 0, Qt::AlignTop);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 8, 12, 12);
    lines->setSpacing(4);
    lines->addLayout(bar);
    lines->addWidget(m_causeRow);
    lines->addWidget(m_text, 1);
    lines->addWidget(m_state);
}

QString LogView::nameOf(const model::LogKey &key) const
{
    const QString name = redact::clean(key.pod + u" / "_s + key.container);
    return key.previous ? tr("%1 (the run before)").arg(name) : name;
}

/// "All Pods" stands behind the single logs, so that these keep their places.
bool LogView::isAllChosen() const
{
    return m_present.size() > 1 && m_choice->currentIndex() == static_cast<int>(m_keys.size());
}

const model::LogKey *LogView::chosen() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < static_cast<int>(m_keys.size()) ? &m_keys[static_cast<size_t>(index)] : nullptr;
}

void LogView::setLogs(const model::ClusterPtr &cluster, std::vector<model::LogKey> keys)
{
    m_cluster = cluster;
    const bool wasAll = isAllChosen();
    const model::LogKey *before = chosen();
    const auto same = before == nullptr ? keys.end() : std::find(keys.begin(), keys.end(), *before);
    std::vector<model::LogKey> present = presentLogs(keys);
    const bool staysAll = wasAll && present.size() > 1 && present.front().nameSpace == m_present.front().nameSpace &&
                          present.front().container == m_present.front().container;
    const int index = staysAll             ? static_cast<int>(keys.size())
                      : same == keys.end() ? 0
                                           : static_cast<int>(same - keys.begin());
    const bool isOther = !staysAll && same == keys.end();
    if (!staysAll)
        m_askedForAll.clear();
    m_keys = std::move(keys);
    m_present = std::move(present);
    const QSignalBlocker quiet(m_choice);
    nameChoices();
    m_choice->setCurrentIndex(m_keys.empty() ? -1 : index);
    m_choice->setVisible(!m_keys.empty());
    // What is or was followed goes on under a new picture.
    if (isOther || (!m_isFollowing && m_end.isEmpty()))
        showLog();
}

void LogView::nameChoices()
{
    const int current = m_choice->currentIndex();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const model::LogKey &key : m_keys)
        m_choice->addItem(nameOf(key));
    if (m_present.size() > 1)
        m_choice->addItem(tr("All Pods together (%1 logs)").arg(m_present.size()));
    m_choice->setCurrentIndex(std::min(current, m_choice->count() - 1));
}

void LogView::setFollowing(Following following) { m_follow->setVisible(following == Following::Possible); }

/// What was chosen behind a closed tab is fetched when someone looks.
void LogView::showEvent(QShowEvent *event)
{
    if (!m_isFollowing)
        showLog();
    QWidget::showEvent(event);
}

bool LogView::chooseLog(const model::ObjectRef &pod, const QString &field)
{
    const bool previous = field == "log.previous"_L1;
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const model::LogKey &key) {
        return key.nameSpace == pod.nameSpace && key.pod == pod.name && key.previous == previous;
    });
    if (found == m_keys.end())
        return false;
    m_choice->setCurrentIndex(static_cast<int>(found - m_keys.begin()));
    goToCause();
    return true;
}

void LogView::showLog()
{
    stop();
    m_end.clear();
    if (isAllChosen())
        return showAll();
    m_allWords.clear();
    const model::LogKey *key = chosen();
    m_follow->setEnabled(key != nullptr && !key->previous);
    showState();
    // At every change the picture comes again with the same log, and masking a long one takes its time.
    const QString raw = rawOf(key);
    if (raw != m_rawSeen || m_text->text().isEmpty())
        put(textOf(key));
    m_rawSeen = raw;
    showCause(key);
    const bool isWanted =
        key != nullptr && m_cluster && m_cluster->log(*key).state == model::LogText::State::NotFetched;
    if (isWanted && isVisible())
        Q_EMIT logRequested(*key);
}

/// What the text is made of: which log, what became of it, in what language.
QString LogView::rawOf(const model::LogKey *key) const
{
    const model::LogText log = key != nullptr && m_cluster ? m_cluster->log(*key) : model::LogText();
    const QString name = key != nullptr ? nameOf(*key) : QString();
    return tr("Log") + name + QString::number(static_cast<int>(log.state)) + log.text;
}

void LogView::put(const QString &text)
{
    if (text != m_text->text()) {
        m_text->setText(text);
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum()); // there the reason stands
    }
    m_search->refresh();
}

/// One log after the other is fetched while someone looks; each shows when it has come.
void LogView::showAll()
{
    m_follow->setEnabled(false);
    QString raw;
    for (const model::LogKey &key : m_present)
        raw += rawOf(&key);
    if (raw != m_rawSeen)
        putAll();
    m_rawSeen = raw;
    showState();
    const model::LogKey *next = m_cluster && isVisible() ? nextToFetch(*m_cluster, m_present, m_askedForAll) : nullptr;
    if (next == nullptr)
        return;
    ++m_askedForAll[*next];
    Q_EMIT logRequested(*next);
}

void LogView::putAll()
{
    showCause(nullptr);
    const AllLogs all = m_cluster ? allLogsOf(*m_cluster, m_present) : AllLogs();
    QStringList words;
    if (all.read < all.taken)
        words += tr("%1 of %2 logs are here.").arg(all.read).arg(all.taken);
    if (all.taken < all.logs)
        words += tr("Only the first %1 logs are taken.").arg(all.taken);
    words += all.order == AllLogs::Order::ByTime ? tr("In the order of the times that the lines begin with.")
                                                 : tr("One Pod after the other: not every line begins with a time.");
    if (all.cut > 0)
        words += tr("%1 older lines are left out.").arg(all.cut);
    m_allWords = words.join(u' ');
    put(all.lines.isEmpty() ? tr("These Pods have written nothing yet.") : shown(all.lines.join(u'\n')));
}

QString LogView::textOf(const model::LogKey *key) const
{
    if (key == nullptr || !m_cluster)
        return tr("These Pods have no container that has run, or there is no Pod.");
    const model::LogText &log = m_cluster->log(*key);
    switch (log.state) {
    case model::LogText::State::NotFetched:
        return tr("Fetching the log …");
    case model::LogText::State::Text:
        return log.text.isEmpty() ? tr("The log is empty.")
                                  : shown(log.text.endsWith(u'\n') ? log.text.chopped(1) : log.text);
    case model::LogText::State::NeverRan:
    case model::LogText::State::Unavailable:
        break;
    }
    return tr("There is no log: %1").arg(shown(log.text));
}

/// What a person must know to read the text rightly: that it grows, what of it is not here, and why it stopped.
void LogView::showState()
{
    QStringList words;
    if (m_isFollowing)
        words += tr("Following.");
    if (!m_end.isEmpty())
        words += m_end;
    if (!m_allWords.isEmpty())
        words += m_allWords;
    if (const qint64 dropped = m_buffer.dropped() + m_scrolledOut; dropped > 0)
        words += tr("%1 older lines were dropped; the last %2 are kept.").arg(dropped).arg(kMostLines);
    m_state->setText(words.join(u' '));
    m_state->setVisible(!words.isEmpty());
}

void LogView::setTheme(const Theme &theme) { m_text->setTheme(theme); }

void LogView::retranslate()
{
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Show what the container writes from now on"));
    m_search->setPrompt(tr("Search in this log"));
    m_text->setAccessibleName(tr("Log"));
    m_choice->setAccessibleName(tr("Which log"));
    m_toCause->setText(tr("Go there"));
    nameChoices();
    if (!m_isFollowing)
        showLog();
}

} // namespace faultline::ui::evidence
