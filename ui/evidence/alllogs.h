#pragma once

#include "core/model/cluster.h"

#include <map>

namespace faultline::ui::evidence {

/// The present logs of all Pods of an application in one text. Bounded: so many logs, and of each so many lines.
struct AllLogs {
    /// How the lines are ordered.
    enum class Order {
        ByTime,   ///< every log's lines begin with a time: they are put in its order
        PodByPod, ///< at least one does not: one log after the other
    };
    QStringList lines; ///< each behind the Pod it is from; not yet masked
    Order order = Order::PodByPod;
    int logs = 0;   ///< that there are
    int read = 0;   ///< of those taken: fetched, whether or not there was a text
    int taken = 0;  ///< logs that are asked for: the first ones, no more than kMostLogs
    qint64 cut = 0; ///< lines left out, the oldest of each log

    static constexpr int kMostLogs = 20;
    static constexpr int kMostLines = 400; ///< of one log
};

/// Those of the present run, each once.
std::vector<model::LogKey> presentLogs(const std::vector<model::LogKey> &keys);

/// What is there of them.
AllLogs allLogsOf(const model::Cluster &cluster, const std::vector<model::LogKey> &keys);

/// How often each log was asked for: while another one is on its way, asking is in vain.
using Asked = std::map<model::LogKey, int>;
constexpr int kMostAsked = 3;

/// The next log that is to be fetched for that, or nullptr: the one that was asked for least, and not too often.
const model::LogKey *nextToFetch(const model::Cluster &cluster, const std::vector<model::LogKey> &keys,
                                 const Asked &asked);

} // namespace faultline::ui::evidence
