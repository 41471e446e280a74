#include "ui/evidence/eventspage.h"

#include "ui/common/parts.h"
#include "ui/evidence/agewords.h"
#include "ui/evidence/tables.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

EventsPage::EventsPage(QWidget *parent)
    : QWidget(parent),
      m_order(new QComboBox(this)),
      m_filter(new QLineEdit(this)),
      m_state(makeLabel("dim"_L1, this)),
      m_table(nullptr),
      m_detailRow(new QWidget(this)),
      m_detail(makeSelectableLabel("dim"_L1, m_detailRow)),
      m_open(makeButton("link"_L1, m_detailRow)),
      m_empty(makeLabel("dim"_L1, this)),
      m_model(new EventModel(this))
{
    m_table = makeTable(m_model, this);
    m_table->setObjectName(u"events"_s);
    m_order->setObjectName(u"eventOrder"_s);
    m_filter->setObjectName(u"eventFilter"_s);
    m_state->setObjectName(u"eventState"_s);
    m_detail->setObjectName(u"eventDetail"_s);
    m_empty->setObjectName(u"eventsEmpty"_s);
    setWidths(m_table, {84, 88, 132, 132});
    cutInTheMiddle(m_table, EventModel::Object);
    m_order->addItems(QStringList(3));
    build();
    connect(m_order, &QComboBox::currentIndexChanged, this, &EventsPage::refill);
    connect(m_filter, &QLineEdit::textChanged, this, &EventsPage::refill);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EventsPage::showChosen);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const EventRow *row = m_model->row(index.row()))
            Q_EMIT objectActivated(row->object);
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const EventRow *row = m_model->row(m_table->currentIndex().row()))
            Q_EMIT objectActivated(row->object);
    });
}

void EventsPage::build()
{
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    m_empty->setAlignment(Qt::AlignCenter);
    m_detailRow->hide();
    auto *detail = new QHBoxLayout(m_detailRow);
    detail->setContentsMargins(0, 0, 0, 0);
    detail->addWidget(m_detail, 1);
    detail->addWidget(m_open, 0, Qt::AlignTop);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_order);
    bar->addWidget(m_state, 1);
    bar->addWidget(m_filter, 1);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 8, 12, 8);
    lines->setSpacing(4);
    lines->addLayout(bar);
    lines->addWidget(m_table, 1);
    lines->addWidget(m_empty, 1);
    lines->addWidget(m_detailRow);
}

void EventsPage::setEvents(std::vector<EventRow> rows, base::Timestamp now, const QString &unseen)
{
    m_rows = std::move(rows);
    m_now = now;
    m_unseen = unseen;
    refill();
}

/// The chosen event stays chosen, and the view where it is.
void EventsPage::refill()
{
    const EventRow *current = m_model->row(m_table->currentIndex().row());
    const std::optional<EventRow> chosen = current ? std::optional(*current) : std::nullopt;
    const int place = m_table->verticalScrollBar()->value();
    const EventFilter filter{static_cast<EventFilter::Order>(std::max(0, m_order->currentIndex())), m_filter->text()};
    std::vector<EventRow> rows = filtered(m_rows, filter);
    const size_t all = rows.size();
    if (all > kMostRows)
        rows.resize(kMostRows);
    m_model->setRows(std::move(rows), m_now);
    if (const int row = chosen ? m_model->rowOf(*chosen) : -1; row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->verticalScrollBar()->setValue(place);
    m_state->setText(all > kMostRows        ? tr("%1 of %2 shown: narrow them down").arg(kMostRows).arg(all)
                     : all != m_rows.size() ? tr("%1 of %2").arg(all).arg(m_rows.size())
                                            : QString());
    m_empty->setText(
        !m_unseen.isEmpty() ? tr("Events could not be looked at: %1").arg(m_unseen)
        : m_rows.empty()
            ? tr("No events about this application. The server keeps them for an hour unless told otherwise.")
            : tr("No event fits the filter."));
    m_table->setVisible(all > 0);
    m_empty->setVisible(all == 0);
    showChosen();
}

bool EventsPage::chooseEvent(const model::ObjectRef &object, const QString &reason)
{
    if (m_model->rowOf(object, reason) < 0) {
        m_filter->clear();
        m_order->setCurrentIndex(0);
    }
    const int row = m_model->rowOf(object, reason);
    if (row < 0)
        return false;
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    return true;
}

/// The whole message: in its column it may be cut.
void EventsPage::showChosen()
{
    const EventRow *row = m_table->isVisibleTo(this) ? m_model->row(m_table->currentIndex().row()) : nullptr;
    m_detailRow->setVisible(row != nullptr);
    if (row == nullptr)
        return;
    QString when = momentWords(row->last);
    if (row->count > 1)
        when = tr("%1 times, %2 – %3").arg(row->count).arg(momentWords(row->first), momentWords(row->last));
    const QString note = row->use == EventRow::Use::Proof ? tr("The finding rests on this event.") + u' ' : QString();
    const QString from = row->source.isEmpty() ? QString() : u" · "_s + shownText(row->source);
    m_detail->setText(note + shownText(row->message) + u'\n' + when + from);
    m_open->setText(tr("Open the %1").arg(model::kindName(row->object.kind)));
    m_open->setEnabled(row->about == EventRow::About::This);
}

void EventsPage::retranslate()
{
    m_order->setAccessibleName(tr("Order of the events"));
    m_order->setItemText(0, tr("Newest first"));
    m_order->setItemText(1, tr("Warnings first"));
    m_order->setItemText(2, tr("Only warnings"));
    m_filter->setPlaceholderText(tr("Filter events"));
    m_filter->setAccessibleName(tr("Filter events"));
    m_table->setAccessibleName(tr("Events"));
    m_model->retranslate();
    refill();
}

} // namespace faultline::ui::evidence
