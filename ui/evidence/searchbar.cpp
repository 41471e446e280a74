#include "ui/evidence/searchbar.h"

#include "ui/common/parts.h"
#include "ui/evidence/textview.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

QToolButton *makeTool(const QString &name, const QString &sign, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("role", u"quiet"_s);
    button->setObjectName(name);
    button->setText(sign);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

SearchBar::SearchBar(TextView *text, QWidget *room)
    : QWidget(room),
      m_text(text),
      m_field(new QLineEdit(this)),
      m_found(makeLabel("dim"_L1, this)),
      m_before(makeTool(u"matchBefore"_s, u"↑"_s, this)),
      m_next(makeTool(u"matchNext"_s, u"↓"_s, this))
{
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(120);
    m_field->setMaximumWidth(220);
    m_found->setWordWrap(false);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(m_found);
    line->addWidget(m_before);
    line->addWidget(m_next);
    line->addWidget(m_field, 1);
    connect(m_field, &QLineEdit::textChanged, this, &SearchBar::search);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { goTo(1); });
    connect(m_before, &QToolButton::clicked, this, [this] { goTo(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goTo(1); });
    room->installEventFilter(this);
    retranslate();
    search();
}

/// The window has a search of its own on that key; what has the focus comes first.
bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        focusField();
    return true;
}

void SearchBar::setPrompt(const QString &prompt)
{
    m_field->setPlaceholderText(prompt);
    m_field->setAccessibleName(prompt);
}

void SearchBar::setFieldName(const QString &name) { m_field->setObjectName(name); }

void SearchBar::refresh() { search(); }

void SearchBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchBar::search()
{
    const QString wanted = m_field->text();
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
void SearchBar::goTo(int step)
{
    const int count = static_cast<int>(m_matches.size());
    if (count == 0)
        return;
    m_match = m_match < 0 ? (step > 0 ? 0 : count - 1) : (m_match + step + count) % count;
    m_text->showPlace(m_matches[static_cast<size_t>(m_match)], static_cast<int>(m_field->text().size()));
    m_found->setText(tr("%1 of %2").arg(m_match + 1).arg(count));
}

void SearchBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SearchBar::retranslate()
{
    m_before->setToolTip(tr("The place before"));
    m_before->setAccessibleName(tr("The place before"));
    m_next->setToolTip(tr("The next place (Enter)"));
    m_next->setAccessibleName(tr("The next place (Enter)"));
}

} // namespace faultline::ui::evidence
