#include "ui/evidence/eventlist.h"

#include "core/model/versions.h"
#include "core/redact/redact.h"
#include "ui/evidence/related.h"

#include <QtCore/QHash>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

bool isHexadecimal(QStringView word)
{
    return std::all_of(word.begin(), word.end(),
                       [](QChar c) { return c.isDigit() || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); });
}

/// A word without its numbers; all of it where it looks like a hash.
void addWord(QStringView word, QString &shape)
{
    constexpr qsizetype kHash = 6;
    const bool hasDigit = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    if (hasDigit && word.size() >= kHash && isHexadecimal(word)) {
        shape += u'#';
        return;
    }
    for (const QChar letter : word) {
        if (!letter.isDigit()) {
            shape += letter;
        } else if (!shape.endsWith(u'#')) {
            shape += u'#';
        }
    }
}

/// What is left of a message when numbers and what looks like a hash are taken out. Written by hand: ten thousand
/// events come past here at every change.
QString shapeOf(const QString &message)
{
    QString shape;
    shape.reserve(message.size());
    qsizetype start = 0;
    for (qsizetype i = 0; i <= message.size(); ++i) {
        if (i < message.size() && message[i].isLetterOrNumber())
            continue;
        addWord(QStringView(message).mid(start, i - start), shape);
        if (i < message.size())
            shape += message[i];
        start = i + 1;
    }
    return shape;
}

/// Gathers events into rows, in the order in which they come: newest first. The newest of a row gives the words.
class Folder
{
public:
    void add(const model::Event &event, EventRow::About about)
    {
        constexpr QChar kSeparator(0x1F);
        QString key = shapeOf(event.message);
        key.reserve(key.size() + event.object.nameSpace.size() + event.object.name.size() + event.type.size() +
                    event.reason.size() + 8);
        key += kSeparator + event.object.nameSpace + kSeparator + event.object.name + kSeparator + event.type +
               kSeparator + event.reason + QChar(static_cast<ushort>(event.object.kind)) +
               QChar(static_cast<ushort>(about));
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
    static EventRow rowOf(const model::Event &event, EventRow::About about)
    {
        EventRow row;
        row.object = event.object;
        row.type = event.type;
        row.reason = event.reason;
        row.message = event.message;
        row.source = event.source;
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
    }

    std::vector<EventRow> m_rows;
    QHash<QString, size_t> m_places;
};

bool isReasonOf(const EventRow &row, const checks::Evidence &evidence)
{
    return row.about == EventRow::About::This && evidence.object == row.object &&
           evidence.field.startsWith(u"events["_s + row.reason + u"]."_s);
}

/// Marks the events that evidence names ("events[FailedMount].message" of an object): those that say the same, or,
/// where none does, all of that reason.
void markProof(std::vector<EventRow> &rows, const std::vector<checks::Evidence> &proof)
{
    for (const checks::Evidence &evidence : proof) {
        std::vector<EventRow *> ofReason, same;
        for (EventRow &row : rows) {
            if (!isReasonOf(row, evidence))
                continue;
            ofReason.push_back(&row);
            if (shapeOf(row.message) == shapeOf(evidence.value))
                same.push_back(&row);
        }
        for (EventRow *row : same.empty() ? ofReason : same)
            row->use = EventRow::Use::Proof;
    }
}

void putNewestFirst(std::vector<const model::Event *> &events)
{
    std::stable_sort(events.begin(), events.end(),
                     [](const model::Event *left, const model::Event *right) { return left->last > right->last; });
}

bool holds(const EventRow &row, const QString &text)
{
    return text.isEmpty() || row.reason.contains(text, Qt::CaseInsensitive) ||
           row.message.contains(text, Qt::CaseInsensitive) || row.object.toString().contains(text, Qt::CaseInsensitive);
}

} // namespace

std::vector<EventRow> eventRowsOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis,
                                  const std::set<model::ObjectRef> &objects)
{
    model::EventsAbout events = model::eventsAbout(cluster, objects);
    putNewestFirst(events.now);
    putNewestFirst(events.former);
    Folder folder;
    for (const model::Event *event : events.now)
        folder.add(*event, EventRow::About::This);
    for (const model::Event *event : events.former)
        folder.add(*event, EventRow::About::Earlier);
    std::vector<EventRow> rows = folder.take();
    markProof(rows, proofOf(diagnosis));
    return rows;
}

QString shownText(const QString &text) { return redact::clean(text).simplified(); }

std::vector<EventRow> filtered(const std::vector<EventRow> &rows, const EventFilter &filter)
{
    using Order = EventFilter::Order;
    if (filter == EventFilter())
        return rows;
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
