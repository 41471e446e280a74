#include "core/source/filelogs.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using State = model::LogText::State;

/// The end of a log says why a container stopped, so of a long one the end is kept.
constexpr qsizetype kKeptBytes = 2'000'000;
constexpr QByteArrayView kDumpStart("==== START logs for container ");
constexpr QByteArrayView kDumpEnd("==== END logs for container ");

bool chop(QString &text, QLatin1StringView end)
{
    if (!text.endsWith(end))
        return false;
    text.chop(end.size());
    return true;
}

bool saysNeverRan(const QString &text)
{
    return text.contains("waiting to start"_L1) ||
           (text.contains("previous terminated container"_L1) && text.contains("not found"_L1));
}

bool isExcuse(const QString &text)
{
    return text.startsWith("unable to retrieve container logs"_L1) ||
           text.startsWith("failed to try resolving symlinks"_L1);
}

std::optional<LogPlace> byFileName(const QString &fileName)
{
    LogPlace place;
    QString rest = fileName;
    place.isError = chop(rest, ".err"_L1);
    if (!chop(rest, ".log"_L1))
        return std::nullopt;
    // A container may itself be called "previous": then nothing but the Pod's name is left in front.
    if (rest.count(u'.') > 1)
        place.previous = chop(rest, ".previous"_L1);
    const qsizetype dot = rest.lastIndexOf(u'.');
    if (dot <= 0 || dot + 1 == rest.size())
        return std::nullopt;
    place.pod = rest.first(dot);
    place.container = rest.sliced(dot + 1);
    return place;
}

/// One log of a dump: from its START line to behind its END line.
struct DumpSection {
    LogPlace place;
    qsizetype begin = 0;
    qsizetype content = 0;
    qsizetype contentEnd = 0;
    qsizetype end = 0;
};

/// "C of pod NS/P ====" behind the words of a START line.
std::optional<LogPlace> placeInHeader(const QByteArray &words)
{
    static const QRegularExpression form(u"^([^ /]+) of pod ([^ /]+)/([^ /]+) ====$"_s);
    const auto match = form.match(QString::fromUtf8(words.trimmed()));
    if (!match.hasMatch())
        return std::nullopt;
    return LogPlace{match.captured(2), match.captured(3), match.captured(1), false, false};
}

/// The next section at or behind `from`. A log without its END line reaches to the end of the text.
std::optional<DumpSection> nextSection(const QByteArray &text, qsizetype from)
{
    for (qsizetype at = text.indexOf(kDumpStart, from); at >= 0; at = text.indexOf(kDumpStart, at + 1)) {
        const bool isAtLineStart = at == 0 || text[at - 1] == '\n';
        const qsizetype lineEnd = text.indexOf('\n', at);
        if (!isAtLineStart || lineEnd < 0)
            continue;
        const QByteArray words = text.mid(at + kDumpStart.size(), lineEnd - at - kDumpStart.size());
        if (const auto place = placeInHeader(words)) {
            const qsizetype last = text.indexOf(kDumpEnd.toByteArray() + words, lineEnd);
            const qsizetype contentEnd = last < 0 ? text.size() : last;
            const qsizetype lastLineEnd = text.indexOf('\n', contentEnd);
            return DumpSection{*place, at, lineEnd + 1, contentEnd, lastLineEnd < 0 ? text.size() : lastLineEnd + 1};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<LogPlace> LogPlace::parse(const QString &path)
{
    static const QRegularExpression mustGather(
        u"(?:^|/)namespaces/([^/]+)/pods/([^/]+)/([^/]+)/[^/]+/logs/(current|previous)\\.log$"_s);
    static const QRegularExpression bundle(u"(?:^|/)pods/logs/([^/]+)/([^/]+)/([^/]+?)(-previous)?\\.log$"_s);
    for (const QRegularExpression &form : {mustGather, bundle}) {
        if (const auto match = form.match(path); match.hasMatch()) {
            return LogPlace{match.captured(1), match.captured(2), match.captured(3),
                            match.captured(4).endsWith("previous"_L1), false};
        }
    }
    const bool isInLogs = path.section(u'/', -2, -2) == "logs"_L1;
    return isInLogs ? byFileName(path.section(u'/', -1)) : std::nullopt;
}

std::vector<DumpedLog> dumpedLogs(const QByteArray &text)
{
    std::vector<DumpedLog> logs;
    for (auto section = nextSection(text, 0); section; section = nextSection(text, section->end))
        logs.push_back({section->place, text.mid(section->content, section->contentEnd - section->content)});
    return logs;
}

QByteArray withoutDumpedLogs(const QByteArray &text)
{
    QByteArray rest;
    qsizetype after = 0;
    for (auto section = nextSection(text, 0); section; section = nextSection(text, section->end)) {
        rest += text.mid(after, section->begin - after);
        after = section->end;
    }
    return after == 0 ? text : rest + text.mid(after);
}

bool isLogPath(const QString &path) { return path.endsWith("/logs.txt"_L1) || LogPlace::parse(path).has_value(); }

model::LogText logTextOf(const QByteArray &content, bool isError)
{
    const QString text = QString::fromUtf8(content.last(std::min(content.size(), kKeptBytes)));
    if (isError)
        return {saysNeverRan(text) ? State::NeverRan : State::Unavailable, text.trimmed()};
    return {isExcuse(text) ? State::Unavailable : State::Text, text};
}

} // namespace faultline::source
