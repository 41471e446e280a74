#include "ui/connections/connectionsview.h"

#include "ui/common/parts.h"
#include "ui/connections/connectiondelegate.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui::connections {

namespace {
constexpr int kRowHeight = 44;
} // namespace

ConnectionsView::ConnectionsView(QWidget *parent)
    : QWidget(parent),
      m_model(new ConnectionModel(this)),
      m_delegate(new ConnectionDelegate(this)),
      m_table(new QTableView(this)),
      m_empty(makeLabel("dim"_L1, this))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_table, 1);
    lines->addWidget(m_empty, 1);
    connect(m_table, &QTableView::activated, this, &ConnectionsView::activate);
    connect(m_table, &QTableView::clicked, this, &ConnectionsView::activate);
    retranslate();
    setRows({});
}

void ConnectionsView::setRows(std::vector<topology::Connection> rows)
{
    m_table->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    m_model->setRows(std::move(rows));
}

/// The side that is to be changed: what points somewhere, in a column that was not clicked on purpose.
void ConnectionsView::activate(const QModelIndex &index)
{
    const topology::Connection &row = m_model->row(index.row());
    const bool isThere = index.column() == ConnectionModel::ToColumn && !row.to.object.isNull();
    Q_EMIT objectActivated(isThere ? row.to.object : row.from.object);
}

int ConnectionsView::oddRows() const
{
    int odd = 0;
    for (int index = 0; index < m_model->rowCount(); ++index) {
        const State state = stateOf(m_model->row(index).match);
        odd += state == State::Fault || state == State::Suspected ? 1 : 0;
    }
    return odd;
}

void ConnectionsView::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_table->viewport()->update();
}

void ConnectionsView::setLanguage(base::Language language) { m_model->setLanguage(language); }

void ConnectionsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectionsView::retranslate()
{
    m_table->setAccessibleName(tr("What must match"));
    m_empty->setText(tr("Nothing points from one object to another here."));
}

} // namespace faultline::ui::connections
