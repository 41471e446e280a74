#include "ui/evidence/logview.h"

#include "core/redact/redact.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/evidence/textview.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

constexpr int kDrawMs = 150;
constexpr int kMostMatches = 2000;

QToolButton *makeTool(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("role", u"quiet"_s);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString shown(const QString &text) { return redact::masked(redact::harmless(text)); }

} // namespace

LogView::LogView(QWidget *parent)
    : QWidget(parent),
      m_choice(new QComboBox(this)),
      m_follow(makeTool(u"follow"_s, this)),
      m_search(new QLineEdit(this)),
      m_found(makeLabel("dim"_L1, this)),
      m_before(makeTool(u"matchBefore"_s, this)),
      m_next(makeTool(u"matchNext"_s, this)),
      m_text(new TextView(this)),
      m_state(makeLabel("dim"_L1, this))
{
    m_choice->setObjectName(u"logChoice"_s);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(24);
    m_text->setObjectName(u"log"_s);
    m_search->setObjectName(u"logSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(170);
    m_search->setMaximumWidth(260);
    m_state->setObjectName(u"logState"_s);
    m_found->setWordWrap(false);
    m_follow->setCheckable(true);
    m_follow->hide();
    m_before->setText(u"↑"_s);
    m_next->setText(u"↓"_s);
    m_state->hide();
    m_drawing.setInterval(kDrawMs);
    buildBar();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &LogView::showLog);
    connect(m_follow, &QToolButton::clicked, this, &LogView::toggleFollowing);
    connect(m_search, &QLineEdit::textChanged, this, &LogView::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { goTo(1); });
    connect(m_before, &QToolButton::clicked, this, [this] { goTo(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goTo(1); });
    connect(&m_drawing, &QTimer::timeout, this, &LogView::showArrived);
    search();
}

void LogView::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_choice, 3);
    bar->addWidget(m_follow);
    bar->addStretch(1);
    bar->addWidget(m_found);
    bar->addWidget(m_before);
    bar->addWidget(m_next);
    bar->addWidget(m_search, 2);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 8, 12, 12);
    lines->addLayout(bar);
    lines->addWidget(m_text, 1);
    lines->addWidget(m_state);
}

QString LogView::nameOf(const model::LogKey &key) const
{
    const QString name = redact::harmless(key.pod + u" / "_s + key.container);
    return key.previous ? tr("%1 (the run before)").arg(name) : name;
}

const model::LogKey *LogView::chosen() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < static_cast<int>(m_keys.size()) ? &m_keys[static_cast<size_t>(index)] : nullptr;
}

void LogView::setLogs(const model::ClusterPtr &cluster, std::vector<model::LogKey> keys)
{
    m_cluster = cluster;
    const model::LogKey *before = chosen();
    const auto same = before == nullptr ? keys.end() : std::find(keys.begin(), keys.end(), *before);
    const int index = same == keys.end() ? 0 : static_cast<int>(same - keys.begin());
    const bool isOther = same == keys.end();
    m_keys = std::move(keys);
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const model::LogKey &key : m_keys)
        m_choice->addItem(nameOf(key));
    m_choice->setCurrentIndex(m_keys.empty() ? -1 : index);
    m_choice->setVisible(!m_keys.empty());
    // What is or was followed goes on under a new picture.
    if (isOther || (!m_isFollowing && m_end.isEmpty()))
        showLog();
}

void LogView::setFollowing(Following following) { m_follow->setVisible(following == Following::Possible); }

/// What was chosen behind a closed tab is fetched when someone looks.
void LogView::showEvent(QShowEvent *event)
{
    if (!m_isFollowing)
        showLog();
    QWidget::showEvent(event);
}

void LogView::showLog()
{
    stop();
    m_end.clear();
    const model::LogKey *key = chosen();
    m_follow->setEnabled(key != nullptr && !key->previous);
    showState();
    const QString text = textOf(key);
    if (text != m_text->text()) {
        m_text->setText(text);
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum()); // there the reason stands
    }
    search();
    const bool isWanted =
        key != nullptr && m_cluster && m_cluster->log(*key).state == model::LogText::State::NotFetched;
    if (isWanted && isVisible())
        Q_EMIT logRequested(*key);
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
        return log.text.isEmpty() ? tr("The log is empty.") : shown(log.text);
    case model::LogText::State::NeverRan:
    case model::LogText::State::Unavailable:
        break;
    }
    return tr("There is no log: %1").arg(shown(log.text));
}

void LogView::toggleFollowing()
{
    const model::LogKey *key = chosen();
    if (!m_follow->isChecked() || key == nullptr) {
        stop();
        return showState();
    }
    m_isFollowing = true;
    m_end.clear();
    m_scrolledOut = 0;
    m_buffer.clear();
    m_text->clear();
    m_text->setMaximumBlockCount(kMostLines);
    m_drawing.start();
    showState();
    Q_EMIT followRequested(*key);
}

void LogView::stop()
{
    if (!std::exchange(m_isFollowing, false))
        return;
    m_drawing.stop();
    showArrived();
    m_follow->setChecked(false);
    m_text->setMaximumBlockCount(0);
    Q_EMIT followStopped();
}

void LogView::takeArrived(const QString &text)
{
    if (m_isFollowing)
        m_buffer.append(text);
}

void LogView::takeEnd(const QString &problem)
{
    if (!m_isFollowing)
        return;
    m_end = problem.isEmpty() ? tr("The stream has ended: the container has stopped, or its log was rotated.")
                              : tr("The stream broke off: %1").arg(shown(problem));
    showArrived();
    if (const QString rest = m_buffer.takeRest(); !rest.isEmpty())
        m_text->appendPlainText(shown(rest));
    stop();
    showState();
}

void LogView::showArrived()
{
    const QStringList lines = m_buffer.take();
    if (lines.isEmpty())
        return;
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    const int before = m_text->document()->isEmpty() ? 0 : m_text->blockCount();
    m_text->appendPlainText(shown(lines.join(u'\n')));
    m_scrolledOut += std::max<qint64>(0, before + lines.size() - kMostLines);
    if (isAtEnd)
        bar->setValue(bar->maximum());
    search();
    showState();
}

/// What a person must know to read the text rightly: that it grows, what of it is not here, and why it stopped.
void LogView::showState()
{
    QStringList words;
    if (m_isFollowing)
        words += tr("Following.");
    if (!m_end.isEmpty())
        words += m_end;
    if (const qint64 dropped = m_buffer.dropped() + m_scrolledOut; dropped > 0)
        words += tr("%1 older lines were dropped; the last %2 are kept.").arg(dropped).arg(kMostLines);
    m_state->setText(words.join(u' '));
    m_state->setVisible(!words.isEmpty());
}

void LogView::search()
{
    const QString wanted = m_search->text();
    m_matches.clear();
    const QString text = wanted.isEmpty() ? QString() : m_text->toPlainText();
    for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0 && !wanted.isEmpty();
         at = text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive)) {
        m_matches.push_back(static_cast<int>(at));
        if (static_cast<int>(m_matches.size()) == kMostMatches)
            break;
    }
    m_match = -1;
    for (QToolButton *button : {m_before, m_next})
        button->setVisible(!m_matches.empty());
    m_found->setText(wanted.isEmpty()        ? QString()
                     : m_matches.empty()     ? tr("not found")
                     : m_matches.size() == 1 ? tr("found once")
                                             : tr("found %1 times").arg(m_matches.size()));
    m_text->mark(m_matches, static_cast<int>(wanted.size()));
}

/// To the next place, or the one before, and round at the ends.
void LogView::goTo(int step)
{
    const int count = static_cast<int>(m_matches.size());
    if (count == 0)
        return;
    m_match = m_match < 0 ? (step > 0 ? 0 : count - 1) : (m_match + step + count) % count;
    m_text->showPlace(m_matches[static_cast<size_t>(m_match)], static_cast<int>(m_search->text().size()));
    m_found->setText(tr("%1 of %2").arg(m_match + 1).arg(count));
}

void LogView::retranslate()
{
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Show what the container writes from now on"));
    m_search->setPlaceholderText(tr("Search in this log"));
    m_search->setAccessibleName(tr("Search in this log"));
    m_before->setToolTip(tr("The place before"));
    m_before->setAccessibleName(tr("The place before"));
    m_next->setToolTip(tr("The next place (Enter)"));
    m_next->setAccessibleName(tr("The next place (Enter)"));
    m_text->setAccessibleName(tr("Log"));
    m_choice->setAccessibleName(tr("Which log"));
    for (size_t i = 0; i < m_keys.size(); ++i)
        m_choice->setItemText(static_cast<int>(i), nameOf(m_keys[i]));
    if (!m_isFollowing)
        showLog();
}

} // namespace faultline::ui::evidence
