#include "ui/main/commandpalette.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/main/palettedelegate.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr int kWidth = 640;
constexpr int kTop = 72;
constexpr int kMostHeight = 460;
constexpr int kPageRows = 8;
constexpr int kVeil = 150; ///< of 255
} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QWidget(parent),
      m_frame(makeFrame("panel"_L1, this)),
      m_field(new QLineEdit(m_frame)),
      m_list(new QListView(m_frame)),
      m_nothing(makeLabel("dim"_L1, m_frame)),
      m_model(new PaletteModel(this)),
      m_delegate(new PaletteDelegate(m_list))
{
    setObjectName("palette"_L1);
    m_field->setObjectName("paletteField"_L1);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setProperty("role", u"plain"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setContentsMargins(12, 8, 12, 12);
    auto *lines = new QVBoxLayout(m_frame);
    lines->setContentsMargins(8, 8, 8, 8);
    lines->addWidget(m_field);
    lines->addWidget(m_list, 1);
    lines->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    parent->installEventFilter(this);
    retranslate();
    hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_model->setEntries(std::move(entries));
    m_field->clear();
    search(QString());
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    hide();
    if (m_before != nullptr)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_veil = theme.ground;
    m_list->viewport()->update();
}

void CommandPalette::search(const QString &text)
{
    m_model->setTyped(text);
    const int first = m_model->choosableFrom(-1, 1);
    m_list->setVisible(first >= 0);
    m_nothing->setVisible(first < 0);
    m_list->setCurrentIndex(m_model->index(first));
    m_list->scrollToTop();
}

void CommandPalette::moveBy(int by)
{
    const int step = by < 0 ? -1 : 1;
    int row = m_list->currentIndex().row();
    for (int left = std::abs(by); left > 0; --left) {
        const int next = m_model->choosableFrom(row, step);
        if (next < 0)
            break;
        row = next;
    }
    m_list->setCurrentIndex(m_model->index(row));
    if (m_model->choosableFrom(row, -1) < 0)
        m_list->scrollToTop(); // its heading too
}

bool CommandPalette::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        moveBy(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        moveBy(key == Qt::Key_PageDown ? kPageRows : -kPageRows);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        moveBy(key == Qt::Key_Tab ? 1 : -1); // the keyboard stays in the field
        return true;
    default:
        return false;
    }
}

void CommandPalette::choose(const QModelIndex &index)
{
    const PaletteEntry *found = m_model->entryAt(index.row());
    if (found == nullptr)
        return;
    const PaletteEntry entry = *found;
    close();
    Q_EMIT chosen(entry);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched == m_field && event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_frame->geometry().contains(event->pos()))
        close();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QColor veil = m_veil;
    veil.setAlpha(kVeil);
    QPainter(this).fillRect(rect(), veil);
}

void CommandPalette::place()
{
    const QSize all = parentWidget()->size();
    setGeometry(QRect(QPoint(0, 0), all));
    const int width = std::min(scaled(kWidth), all.width() - 2 * kTop / 3);
    const int height = std::min(scaled(kMostHeight), all.height() - 2 * kTop);
    m_frame->setGeometry((all.width() - width) / 2, kTop, width, height);
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Search everything"));
    m_field->setPlaceholderText(tr("Search applications, objects, questions, actions"));
    m_field->setAccessibleName(tr("Search applications, objects, questions, actions"));
    m_list->setAccessibleName(tr("Found"));
    m_nothing->setText(tr("Nothing has such a name. Fewer letters find more."));
}

} // namespace faultline::ui
