#pragma once

#include "core/guide/diagnosis.h"

#include <set>

namespace faultline::ui::evidence {

/// Events that say the same of the same object, as one line.
struct EventRow {
    model::ObjectRef object;
    QString type; ///< "Normal", "Warning"
    QString reason;
    QString message; ///< of the newest, as the cluster wrote it: shownText() makes it fit to be shown
    QString source;
    int count = 1;
    base::Timestamp first;
    base::Timestamp last;
    enum class About { This, Earlier } about = About::This; ///< Earlier: an object of the same name that is gone
    enum class Use { None, Proof } use = Use::None;         ///< Proof: the finding rests on it

    bool isWarning() const { return type == QLatin1StringView("Warning"); }
    bool operator==(const EventRow &) const = default;
};

/// Events about `objects`, those of the diagnosis (relatedObjects()), newest first, those of earlier objects of the
/// same names behind them. Messages that differ in numbers and hashes alone are folded.
std::vector<EventRow> eventRowsOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis,
                                  const std::set<model::ObjectRef> &objects);

/// A text of an event on one line, credentials masked.
QString shownText(const QString &text);

/// How the rows are ordered and which are left.
struct EventFilter {
    enum class Order { Newest, WarningsFirst, WarningsOnly };
    Order order = Order::Newest;
    QString text; ///< in reason, object or message; case does not matter

    bool operator==(const EventFilter &) const = default;
};

std::vector<EventRow> filtered(const std::vector<EventRow> &rows, const EventFilter &filter);

} // namespace faultline::ui::evidence
