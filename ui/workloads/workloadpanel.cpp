#include "ui/workloads/workloadpanel.h"

#include "ui/common/parts.h"
#include "ui/workloads/workloaddelegate.h"
#include "ui/workloads/workloadmodel.h"

#include <QtCore/QEvent>
#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::workloads {

WorkloadPanel::WorkloadPanel(QWidget *parent)
    : QFrame(parent),
      m_model(new WorkloadModel(this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_delegate(new WorkloadDelegate(this)),
      m_heading(makeLabel("heading"_L1, this)),
      m_counts(makeLabel("dim"_L1, this)),
      m_search(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_nothing(makeLabel("dim"_L1, this))
{
    setProperty("role", u"side"_s);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(WorkloadModel::SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_counts->setWordWrap(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_counts);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(8, 12, 8, 0);
    lines->setSpacing(8);
    lines->addLayout(head);
    lines->addWidget(m_search);
    lines->addWidget(m_nothing);
    lines->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &WorkloadPanel::setFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorkloadPanel::tellSelection);
    retranslate();
    showCounts();
}

void WorkloadPanel::setRows(std::vector<WorkloadRow> rows)
{
    const int scrolled = m_list->verticalScrollBar()->value(); // a list with other rows forgets it
    m_model->setRows(std::move(rows));
    setSelection(m_selection);
    m_list->verticalScrollBar()->setValue(scrolled);
    showCounts();
}

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

void WorkloadPanel::setFilter(const QString &text)
{
    if (m_search->text() != text) {
        m_search->setText(text); // comes back here
        return;
    }
    // A row that the search hides stays the selection; it is not swapped for its neighbour.
    m_isFiltering = true;
    m_filtered->setFilterFixedString(text);
    setSelection(m_selection);
    m_isFiltering = false;
    showCounts();
}

void WorkloadPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
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

// Down and Enter lead from the search box into the list.
bool WorkloadPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && m_filtered->rowCount() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_list->setFocus();
            m_list->setCurrentIndex(m_filtered->index(0, 0));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void WorkloadPanel::showCounts()
{
    const auto &rows = m_model->rows();
    const auto count = [&rows](auto test) { return static_cast<int>(std::count_if(rows.begin(), rows.end(), test)); };
    const int fine = count([](const WorkloadRow &row) { return row.health == guide::Health::Fine; });
    const int broken = count(
        [](const WorkloadRow &row) { return row.health == guide::Health::Fault || row.health == guide::Health::Open; });
    QString text = tr("%1 fine · %2 broken").arg(fine).arg(broken);
    const int other = static_cast<int>(rows.size()) - fine - broken;
    if (other > 0)
        text += tr(" · %1 open").arg(other);
    m_counts->setText(text);
    const bool isHidden = m_filtered->rowCount() == 0;
    m_nothing->setVisible(isHidden);
    m_nothing->setText(rows.empty() ? tr("No application here.") : tr("Nothing fits the search."));
}

void WorkloadPanel::retranslate()
{
    m_heading->setText(tr("Applications"));
    m_search->setPlaceholderText(tr("Search (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search applications"));
    m_list->setAccessibleName(tr("Applications"));
    showCounts();
}

} // namespace faultline::ui::workloads
