#include "ui/evidence/alllogs.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

struct Line {
    base::Timestamp time;
    QString text;
};

/// The time that a line begins with: RFC 3339, or the same with a blank between date and time. A comma before the
/// fraction (Python's and Java's loggers) is a point.
base::Timestamp timeOf(const QString &line)
{
    static const QRegularExpression start(
        u"^\\W{0,2}(\\d{4}[-/]\\d{2}[-/]\\d{2})[T ](\\d{2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?(Z|[+-]\\d{2}:\\d{2})?"_s);
    const auto match = start.match(line);
    if (!match.hasMatch())
        return {};
    const QString fraction = match.captured(3).isEmpty() ? QString() : u'.' + match.captured(3);
    const QString zone = match.captured(4).isEmpty() ? u"Z"_s : match.captured(4);
    return base::Timestamp::parse(match.captured(1).replace(u'/', u'-') + u'T' + match.captured(2) + fraction + zone);
}

QString prefixOf(const model::LogKey &key, const QSet<QString> &containers)
{
    return u'[' + (containers.size() > 1 ? key.pod + u'/' + key.container : key.pod) + u"] "_s;
}

/// A line without a time belongs to the one before it. False when the log has none at all.
bool addLines(const model::LogText &log, const QString &prefix, AllLogs &all, std::vector<Line> &lines)
{
    QStringList texts = log.text.split(u'\n');
    if (!texts.isEmpty() && texts.last().isEmpty())
        texts.removeLast();
    const qsizetype first = std::max<qsizetype>(0, texts.size() - AllLogs::kMostLines);
    all.cut += first;
    base::Timestamp time;
    for (qsizetype i = first; i < texts.size(); ++i) {
        const base::Timestamp own = timeOf(texts[i]);
        time = own.isValid() ? own : time;
        lines.push_back({time, prefix + texts[i]});
    }
    return time.isValid() || texts.isEmpty();
}

} // namespace

std::vector<model::LogKey> presentLogs(const std::vector<model::LogKey> &keys)
{
    std::vector<model::LogKey> present;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(present),
                 [](const model::LogKey &key) { return !key.previous; });
    return present;
}

AllLogs allLogsOf(const model::Cluster &cluster, const std::vector<model::LogKey> &keys)
{
    AllLogs all;
    all.logs = static_cast<int>(keys.size());
    all.taken = std::min(all.logs, AllLogs::kMostLogs);
    QSet<QString> containers;
    for (const model::LogKey &key : keys)
        containers.insert(key.container);
    std::vector<Line> lines;
    bool isTimed = true;
    for (int i = 0; i < all.taken; ++i) {
        const model::LogKey &key = keys[static_cast<size_t>(i)];
        const model::LogText &log = cluster.log(key);
        all.read += log.state == model::LogText::State::NotFetched ? 0 : 1;
        if (log.state == model::LogText::State::Text)
            isTimed = addLines(log, prefixOf(key, containers), all, lines) && isTimed;
    }
    all.order = isTimed ? AllLogs::Order::ByTime : AllLogs::Order::PodByPod;
    if (isTimed) {
        std::stable_sort(lines.begin(), lines.end(),
                         [](const Line &left, const Line &right) { return left.time < right.time; });
    }
    for (const Line &line : lines)
        all.lines.append(line.text);
    return all;
}

const model::LogKey *nextToFetch(const model::Cluster &cluster, const std::vector<model::LogKey> &keys,
                                 const Asked &asked)
{
    const model::LogKey *next = nullptr;
    int least = kMostAsked;
    for (size_t i = 0; i < std::min(keys.size(), static_cast<size_t>(AllLogs::kMostLogs)); ++i) {
        const auto known = asked.find(keys[i]);
        const int times = known == asked.end() ? 0 : known->second;
        if (times >= least || cluster.log(keys[i]).state != model::LogText::State::NotFetched)
            continue;
        next = &keys[i];
        least = times;
    }
    return next;
}

} // namespace faultline::ui::evidence
