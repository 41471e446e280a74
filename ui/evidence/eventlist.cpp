#include "ui/evidence/eventlist.h"

#include "core/model/versions.h"
#include "core/redact/redact.h"
#include "ui/evidence/related.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

/// What is left of a message when numbers and what looks like a hash or an address are taken out.
QString shapeOf(const QString &message)
{
    static const QRegularExpression changing(u"\\b(?=[a-z-]*\\d)[0-9a-f]{6,}\\b|\\d+"_s);
    QString shape = message;
    return shape.replace(changing, u"#"_s);
}

/// Gathers events into rows; of the same kind the newest gives the words.
class Folder
{
public:
    void add(const model::Event &event, EventRow::About about)
    {
        const QString key = QStringList{event.object.toString(), event.type, event.reason, shapeOf(event.message),
                                        about == EventRow::About::This ? QString() : u"earlier"_s}
                                .join(QChar(0x1F));
        const auto known = m_places.constFind(key);
        if (known == m_places.cend()) {
            m_places.insert(key, m_rows.size());
            m_rows.push_back(rowOf(event, about));
        } else {
            merge(m_rows[known.value()], event);
        }
    }

    std::vector<EventRow> take() { return std::move(m_rows); }

private:
    static QString shown(const QString &text) { return redact::masked(redact::harmless(text)).simplified(); }

    static EventRow rowOf(const model::Event &event, EventRow::About about)
    {
        EventRow row;
        row.object = event.object;
        row.type = shown(event.type);
        row.reason = shown(event.reason);
        row.message = shown(event.message);
        row.source = shown(event.source);
        row.count = event.count;
        row.first = event.first.isValid() ? event.first : event.last;
        row.last = event.last;
        row.about = about;
        return row;
    }

    static void merge(EventRow &row, const model::Event &event)
    {
        row.count += event.count;
        if (event.first.isValid() && event.first < row.first)
            row.first = event.first;
        if (event.last > row.last) {
            row.last = event.last;
            row.message = shown(event.message);
        }
    }

    std::vector<EventRow> m_rows;
    QHash<QString, size_t> m_places;
};

/// An event that evidence names: "events[FailedMount].message" of an object.
bool isProof(const EventRow &row, const std::vector<checks::Evidence> &proof)
{
    const QString field = u"events["_s + row.reason + u"]."_s;
    return row.about == EventRow::About::This &&
           std::any_of(proof.begin(), proof.end(), [&](const checks::Evidence &evidence) {
               return evidence.object == row.object && evidence.field.startsWith(field);
           });
}

bool isBefore(const EventRow &left, const EventRow &right)
{
    return std::tuple(left.about, -left.last.ms, left.object, left.reason) <
           std::tuple(right.about, -right.last.ms, right.object, right.reason);
}

bool holds(const EventRow &row, const QString &text)
{
    return text.isEmpty() || row.reason.contains(text, Qt::CaseInsensitive) ||
           row.message.contains(text, Qt::CaseInsensitive) || row.object.toString().contains(text, Qt::CaseInsensitive);
}

} // namespace

std::vector<EventRow> eventRowsOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    const std::set<model::ObjectRef> objects = relatedObjects(cluster, diagnosis);
    Folder folder;
    for (const model::ObjectRef &ref : objects) {
        for (const model::Event *event : cluster.eventsOf(ref))
            folder.add(*event, EventRow::About::This);
    }
    for (const model::Event *event : model::formerEventsOf(cluster, objects))
        folder.add(*event, EventRow::About::Earlier);
    std::vector<EventRow> rows = folder.take();
    const std::vector<checks::Evidence> proof = proofOf(diagnosis);
    for (EventRow &row : rows) {
        if (isProof(row, proof))
            row.use = EventRow::Use::Proof;
    }
    std::sort(rows.begin(), rows.end(), isBefore);
    return rows;
}

std::vector<EventRow> filtered(const std::vector<EventRow> &rows, const EventFilter &filter)
{
    using Order = EventFilter::Order;
    std::vector<EventRow> kept;
    for (const EventRow &row : rows) {
        if ((filter.order != Order::WarningsOnly || row.isWarning()) && holds(row, filter.text.trimmed()))
            kept.push_back(row);
    }
    if (filter.order == Order::WarningsFirst) {
        std::stable_sort(kept.begin(), kept.end(), [](const EventRow &left, const EventRow &right) {
            return std::tuple(left.about, !left.isWarning()) < std::tuple(right.about, !right.isWarning());
        });
    }
    return kept;
}

} // namespace faultline::ui::evidence
