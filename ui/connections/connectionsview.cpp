#include "ui/connections/connectionsview.h"

#include "core/base/background.h"
#include "ui/common/parts.h"
#include "ui/connections/connectiondelegate.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::connections {

namespace {
constexpr int kRowHeight = 40;
constexpr int kRuleWidth = 216;

bool isOdd(const topology::Connection &row)
{
    const State state = stateOf(row.match);
    return state == State::Fault || state == State::Suspected;
}

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
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(kRowHeight));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ConnectionModel::RuleColumn, QHeaderView::Fixed);
    m_table->horizontalHeader()->resizeSection(ConnectionModel::RuleColumn, scaled(kRuleWidth));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
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
    if (m_model->rows() == rows) {
        return; // the selection and the place in the list stay
    }
    const auto odd = std::find_if(rows.begin(), rows.end(), isOdd);
    const auto first = odd == rows.end() ? 0 : static_cast<int>(odd - rows.begin());
    m_model->setRows(std::move(rows));
    if (m_model->rowCount() > 0) { // what does not match is seen first
        m_table->setCurrentIndex(m_model->index(first, ConnectionModel::FromColumn));
    }
    lookUpLines();
}

void ConnectionsView::setFiles(const QStringList &paths)
{
    if (m_files != paths) {
        m_files = paths;
        lookUpLines();
    }
}

void ConnectionsView::lookUpLines()
{
    m_model->setLines({});
    std::vector<source::FieldOf> fields;
    for (const topology::Connection &row : m_model->rows()) {
        for (const topology::Place &place : {row.from, row.to}) {
            if (!place.object.isNull()) {
                fields.push_back({place.object, place.field});
            }
        }
    }
    const int mine = ++m_lookUp;
    if (m_files.isEmpty() || fields.empty()) {
        return;
    }
    const auto look = [paths = m_files, fields] { return source::linesOf(paths, fields); };
    base::inBackground(this, look, [this, mine](const QHash<source::FieldOf, QString> &lines) {
        if (mine == m_lookUp) {
            m_model->setLines(lines);
        }
    });
}

/// The side that is to be changed: what points somewhere, in a column that was not clicked on purpose.
void ConnectionsView::activate(const QModelIndex &index)
{
    const topology::Connection row = m_model->row(index.row());
    const bool isThere = index.column() == ConnectionModel::ToColumn && !row.to.object.isNull();
    const topology::Place &place = isThere ? row.to : row.from;
    Q_EMIT placeActivated(place.object, place.field);
}

int ConnectionsView::oddRows() const
{
    return static_cast<int>(std::count_if(m_model->rows().begin(), m_model->rows().end(), isOdd));
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
