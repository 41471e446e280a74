#include "ui/workloads/workloadpanel.h"

#include "ui/common/parts.h"
#include "ui/workloads/choicebar.h"
#include "ui/workloads/workloaddelegate.h"
#include "ui/workloads/workloadfilter.h"
#include "ui/workloads/workloadmodel.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::workloads {

namespace {
constexpr std::chrono::seconds kLongestOrder{10};
} // namespace

WorkloadPanel::WorkloadPanel(QWidget *parent)
    : QFrame(parent),
      m_model(new WorkloadModel(this)),
      m_filtered(new WorkloadFilter(m_model, this)),
      m_delegate(new WorkloadDelegate(this)),
      m_heading(makeLabel("heading"_L1, this)),
      m_counts(makeLabel("dim"_L1, this)),
      m_choice(new ChoiceBar(this)),
      m_list(new QListView(this)),
      m_empty(new QWidget(this)),
      m_nothing(makeLabel("dim"_L1, m_empty)),
      m_clear(makeButton("link"_L1, m_empty)),
      m_patience(new QTimer(this))
{
    setProperty("role", u"side"_s);
    buildList();
    m_counts->setWordWrap(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_clear->setObjectName("clearFilters"_L1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_counts);
    auto *nothing = new QVBoxLayout(m_empty);
    nothing->addSpacing(24);
    nothing->addWidget(m_nothing);
    nothing->addWidget(m_clear, 0, Qt::AlignCenter);
    nothing->addStretch(1);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(8, 12, 8, 0);
    lines->setSpacing(8);
    lines->addLayout(head);
    lines->addWidget(m_choice);
    lines->addWidget(m_empty, 1);
    lines->addWidget(m_list, 1);
    m_patience->setObjectName("patience"_L1);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kLongestOrder);
    connect(m_patience, &QTimer::timeout, this, &WorkloadPanel::putWaiting);
    connect(m_choice, &ChoiceBar::changed, this, &WorkloadPanel::applyChoice);
    connect(m_choice, &ChoiceBar::nameSpaceRequested, this, &WorkloadPanel::nameSpaceRequested);
    connect(m_clear, &QPushButton::clicked, this, &WorkloadPanel::clearFilters);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkloadPanel::tellSelection);
    retranslate();
}

void WorkloadPanel::buildList()
{
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_choice->search()->installEventFilter(this);
}

bool WorkloadPanel::isLookedAt() const { return m_isPointerIn || m_list->hasFocus(); }

void WorkloadPanel::setRows(std::vector<WorkloadRow> rows)
{
    std::vector<WorkloadRow> kept = isLookedAt() ? inOrderOf(m_model->rows(), rows) : std::vector<WorkloadRow>();
    const bool isKept = !kept.empty() && !std::equal(kept.begin(), kept.end(), rows.begin(), rows.end(),
                                                     [](const WorkloadRow &left, const WorkloadRow &right) {
                                                         return left.subject == right.subject;
                                                     });
    if (!isKept) {
        m_patience->stop();
        m_waiting.reset();
        return put(std::move(rows));
    }
    m_waiting = std::move(rows);
    if (!m_patience->isActive())
        m_patience->start();
    put(std::move(kept));
}

void WorkloadPanel::putWaiting()
{
    m_patience->stop();
    if (m_waiting)
        put(*std::exchange(m_waiting, std::nullopt));
}

/// What stands at the top of a scrolled list goes on to stand there.
void WorkloadPanel::put(std::vector<WorkloadRow> rows)
{
    QScrollBar *bar = m_list->verticalScrollBar();
    const int scrolled = bar->value(); // a list with other rows forgets it
    const QModelIndex top = m_list->indexAt(QPoint(4, 4));
    const auto subject = top.data(WorkloadModel::SubjectRole).value<model::ObjectRef>();
    const int offset = top.isValid() ? m_list->visualRect(top).top() : 0;
    m_model->setRows(std::move(rows));
    QList<model::Kind> kinds;
    for (const WorkloadRow &row : m_model->rows()) {
        if (!kinds.contains(row.subject.kind))
            kinds += row.subject.kind;
    }
    std::sort(kinds.begin(), kinds.end());
    m_choice->setKinds(kinds);
    setSelection(m_selection);
    const int row = scrolled == 0 ? -1 : m_model->rowOf(subject);
    const QModelIndex now = row < 0 ? QModelIndex() : m_filtered->mapFromSource(m_model->index(row));
    bar->setValue(now.isValid() ? bar->value() + m_list->visualRect(now).top() - offset : scrolled);
    showCounts();
}

void WorkloadPanel::setNamespaces(const Namespaces &namespaces) { m_choice->setNamespaces(namespaces); }

void WorkloadPanel::setSelection(const model::ObjectRef &subject)
{
    const bool isOther = m_selection != subject;
    m_selection = subject;
    const int row = m_model->rowOf(subject);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filtered->mapFromSource(m_model->index(row));
    m_list->setCurrentIndex(index);
    if (index.isValid() && (isOther || m_isFiltering))
        m_list->scrollTo(index);
}

void WorkloadPanel::tellSelection(const QModelIndex &index)
{
    const auto subject = index.data(WorkloadModel::SubjectRole).value<model::ObjectRef>();
    if (m_isFiltering || !index.isValid() || subject == m_selection)
        return;
    m_selection = subject;
    Q_EMIT selected(subject);
}

void WorkloadPanel::setFilter(const QString &text) { m_choice->setText(text); }

void WorkloadPanel::clearFilters() { m_choice->clear(); }

/// A row that is filtered out stays the selection; it is not swapped for its neighbour.
void WorkloadPanel::applyChoice()
{
    m_isFiltering = true;
    m_filtered->choose(m_choice->choice());
    setSelection(m_selection);
    m_isFiltering = false;
    showCounts();
}

void WorkloadPanel::focusSearch()
{
    m_choice->search()->setFocus(Qt::ShortcutFocusReason);
    m_choice->search()->selectAll();
}

void WorkloadPanel::setLanguage(base::Language language) { m_model->setLanguage(language); }

void WorkloadPanel::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

std::vector<model::ObjectRef> WorkloadPanel::shown() const
{
    std::vector<model::ObjectRef> subjects;
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        subjects.push_back(m_filtered->index(row, 0).data(WorkloadModel::SubjectRole).value<model::ObjectRef>());
    return subjects;
}

void WorkloadPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

bool WorkloadPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPlace = watched == m_list->viewport();
    if (isPlace && (event->type() == QEvent::Enter || event->type() == QEvent::Leave)) {
        m_isPointerIn = event->type() == QEvent::Enter;
    }
    const bool mayBeLeft =
        (isPlace && event->type() == QEvent::Leave) || (watched == m_list && event->type() == QEvent::FocusOut);
    if (mayBeLeft && !isLookedAt())
        putWaiting();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_choice->search() && searchKey(key->key()))
            return true;
        if (watched == m_list && listKey(*key))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

/// Down and Enter lead from the search box into the list, Escape empties it.
bool WorkloadPanel::searchKey(int key)
{
    if (key == Qt::Key_Escape && !m_choice->search()->text().isEmpty()) {
        m_choice->search()->clear();
        return true;
    }
    const bool leads = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!leads || m_filtered->rowCount() == 0)
        return false;
    m_list->setFocus();
    m_list->setCurrentIndex(m_filtered->index(0, 0));
    return true;
}

/// What is typed in the list goes into the search box; Enter goes on with the row.
bool WorkloadPanel::listKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        Q_EMIT opened();
        return true;
    }
    const QString text = event.text();
    const bool isCommand = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != Qt::NoModifier;
    if (isCommand || text.isEmpty() || !text.front().isPrint() || text.front().isSpace())
        return false;
    m_choice->search()->setFocus();
    m_choice->search()->setText(text);
    return true;
}

void WorkloadPanel::showCounts()
{
    m_choice->setCounts(m_filtered->counts(), m_filtered->totals());
    const auto &rows = m_model->rows();
    const auto all = [&rows](auto test) { return static_cast<int>(std::count_if(rows.begin(), rows.end(), test)); };
    const int fine = all([](const WorkloadRow &row) { return row.health == guide::Health::Fine; });
    const int broken = all(
        [](const WorkloadRow &row) { return row.health == guide::Health::Fault || row.health == guide::Health::Open; });
    const int count = m_filtered->rowCount();
    const bool isPart = count != static_cast<int>(rows.size());
    m_counts->setText(isPart ? tr("%1 of %2").arg(count).arg(rows.size())
                             : tr("%1 fine · %2 broken").arg(fine).arg(broken));
    m_empty->setVisible(count == 0);
    m_list->setVisible(count != 0);
    m_nothing->setText(rows.empty() ? tr("No application here.") : tr("No application matches."));
    m_clear->setVisible(!rows.empty());
}

void WorkloadPanel::retranslate()
{
    m_heading->setText(tr("Applications"));
    m_list->setAccessibleName(tr("Applications"));
    m_clear->setText(tr("Clear search and filters"));
    m_choice->retranslate();
    showCounts();
}

} // namespace faultline::ui::workloads
