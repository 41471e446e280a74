#include "ui/common/diagramfindbar.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

constexpr int kFieldWidth = 150;

const base::LocalizedText kSearch{u"Search in the diagram"_s, u"在图中搜索"_s};
const base::LocalizedText kCount{u"%1 of %2"_s, u"第 %1 个，共 %2 个"_s};
const base::LocalizedText kNone{u"no match"_s, u"无匹配"_s};
const base::LocalizedText kNext{u"Next match (Enter)"_s, u"下一个（Enter）"_s};
const base::LocalizedText kPrevious{u"Previous match (Shift Enter)"_s, u"上一个（Shift Enter）"_s};
const base::LocalizedText kClose{u"End the search (Esc)"_s, u"结束搜索（Esc）"_s};

} // namespace

DiagramFindBar::DiagramFindBar(QWidget *parent)
    : QFrame(parent),
      m_field(new QLineEdit(this)),
      m_count(new QLabel(this)),
      m_previous(new DiagramButton(DiagramButton::Sign::Previous, this)),
      m_next(new DiagramButton(DiagramButton::Sign::Next, this)),
      m_close(new DiagramButton(DiagramButton::Sign::Close, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 3, 4, 3);
    row->setSpacing(2);
    m_field->setFixedWidth(kFieldWidth);
    m_field->setFrame(false);
    m_field->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumWidth(56);
    m_count->setAlignment(Qt::AlignCenter);
    for (QWidget *part : std::initializer_list<QWidget *>{m_field, m_count, m_previous, m_next, m_close}) {
        row->addWidget(part);
    }
    connect(m_field, &QLineEdit::textChanged, this, &DiagramFindBar::wordsChanged);
    connect(m_next, &QToolButton::clicked, this, &DiagramFindBar::nextAsked);
    connect(m_previous, &QToolButton::clicked, this, &DiagramFindBar::previousAsked);
    connect(m_close, &QToolButton::clicked, this, &DiagramFindBar::ended);
    setCursor(Qt::ArrowCursor);
    setTheme(Theme::light());
    retranslate();
}

void DiagramFindBar::setTheme(const Theme &theme)
{
    setStyleSheet(
        u"faultline--ui--DiagramFindBar { background: %1; border: 1px solid %2; border-radius: 6px; }"
        "QLineEdit { background: %1; color: %3; border: 1px solid transparent; border-radius: 4px; padding: 2px 4px; }"
        "QLineEdit:focus { border-color: %5; }"
        "QLabel { color: %4; font-size: 11px; background: transparent; }"
        "QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 2px; }"
        "QToolButton:hover { background: %6; } QToolButton:focus { border-color: %5; }"_s.arg(
            theme.panel.name(), theme.line.name(), theme.text.name(), theme.dimText.name(),
            theme.path.foreground.name(), theme.code.name()));
    for (DiagramButton *button : {m_previous, m_next, m_close}) {
        button->setTheme(theme);
    }
}

void DiagramFindBar::setLanguage(base::Language language)
{
    m_language = language;
    retranslate();
}

QString DiagramFindBar::countText() const { return m_count->text(); }

void DiagramFindBar::showCount(int current, int all)
{
    m_current = current;
    m_all = all;
    const QString some = kCount.in(m_language).arg(current + 1).arg(all);
    m_count->setText(m_field->text().trimmed().isEmpty() ? QString() : all > 0 ? some : kNone.in(m_language));
    m_next->setEnabled(all > 1);
    m_previous->setEnabled(all > 1);
}

bool DiagramFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ShiftModifier)) {
            Q_EMIT previousAsked();
        } else {
            Q_EMIT nextAsked();
        }
        return true;
    case Qt::Key_Escape:
        Q_EMIT ended();
        return true;
    default:
        return false;
    }
}

void DiagramFindBar::retranslate()
{
    m_field->setPlaceholderText(kSearch.in(m_language));
    m_field->setAccessibleName(kSearch.in(m_language));
    m_next->setWords(kNext.in(m_language));
    m_previous->setWords(kPrevious.in(m_language));
    m_close->setWords(kClose.in(m_language));
    showCount(m_current, m_all);
}

} // namespace faultline::ui
