#include "core/checks/shared/logs.h"

#include "core/checks/reasons.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr qsizetype kLongestLine = 240;

bool isRuntimeSpeaking(QStringView text)
{
    return text.startsWith("unable to retrieve container logs"_L1) ||
           text.startsWith("failed to try resolving symlinks"_L1) || text.startsWith("failed to open log file"_L1);
}

QString shortened(QString line)
{
    static const QRegularExpression colours(u"\x1b\\[[0-9;]*[A-Za-z]"_s);
    line = line.remove(colours).trimmed();
    if (line.size() <= kLongestLine)
        return line;
    // A character outside the basic plane is two units that belong together.
    const bool splits = line.at(kLongestLine - 1).isHighSurrogate();
    return line.left(splits ? kLongestLine - 1 : kLongestLine);
}

/// 2 for a line that calls itself an error, 1 for one that tells of something that went wrong, 0 for any other.
int gravity(QStringView line)
{
    static const QRegularExpression error(
        u"error|fatal|panic|exception|traceback|cannot|failed|denied|refused|not found|\\[emerg\\]"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression trouble(
        u"can't|could not|couldn't|unable to|failure|no such |timed out|time-?out|unreachable|no route to|missing|"
        u"invalid|unknown host|\\babort|segmentation fault|out of memory|bad_alloc|\\bcritical\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = line.toString();
    return error.match(text).hasMatch() ? 2 : trouble.match(text).hasMatch() ? 1 : 0;
}

Verdict judgeText(const ContainerView &container, const model::LogKey &key, const QString &text)
{
    const QString line = tellingLine(text);
    const QString field = key.previous ? u"log.previous"_s : u"log"_s;
    std::vector<Evidence> evidence{fieldOf(refTo(container.pod), field, line)};
    if (line.isEmpty())
        return no(std::move(evidence));
    return yes(std::move(evidence), factsOf({{fact::logLine, line}}));
}

Verdict wanted(const model::LogKey &key)
{
    Verdict verdict = unknown(reason::logNotFetched);
    verdict.wantedLogs = {key};
    return verdict;
}

} // namespace

model::LogKey currentLog(const ContainerView &container)
{
    return {container.pod.meta.nameSpace, container.pod.meta.name, container.spec.name, false};
}

model::LogKey previousLog(const ContainerView &container)
{
    return {container.pod.meta.nameSpace, container.pod.meta.name, container.spec.name, true};
}

model::LogText::State logState(const model::LogText &log)
{
    const bool text = log.state == model::LogText::State::Text;
    return text && isRuntimeSpeaking(log.text) ? model::LogText::State::Unavailable : log.state;
}

QString tellingLine(QStringView log)
{
    QStringView telling;
    int most = 0;
    for (const QStringView line : log.split(u'\n')) {
        const int grave = line.trimmed().isEmpty() ? -1 : gravity(line);
        if (grave >= most) {
            most = grave;
            telling = line;
        }
    }
    return shortened(telling.toString());
}

Verdict judgeLog(const model::Cluster &cluster, const ContainerView &container, const model::LogKey &key)
{
    const model::LogText &log = cluster.log(key);
    switch (logState(log)) {
    case model::LogText::State::Text:
        return judgeText(container, key, log.text);
    case model::LogText::State::NeverRan:
        return no({fieldOf(refTo(container.pod), key.previous ? u"log.previous"_s : u"log"_s, log.text)});
    case model::LogText::State::Unavailable:
        return unknown(reason::logUnavailable);
    case model::LogText::State::NotFetched:
        break;
    }
    return wanted(key);
}

} // namespace faultline::checks
