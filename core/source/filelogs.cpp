#include "core/source/filelogs.h"

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

using State = model::LogText::State;

/// The end of a log says why a container stopped, so of a long one the end is kept.
constexpr qsizetype kKeptBytes = 2'000'000;

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

} // namespace

std::optional<LogFileName> LogFileName::parse(const QString &fileName)
{
    LogFileName name;
    QString rest = fileName;
    name.isError = chop(rest, ".err"_L1);
    if (!chop(rest, ".log"_L1))
        return std::nullopt;
    // A container may itself be called "previous": then nothing but the Pod's name is left in front.
    if (rest.count(u'.') > 1)
        name.previous = chop(rest, ".previous"_L1);
    const qsizetype dot = rest.lastIndexOf(u'.');
    if (dot <= 0 || dot + 1 == rest.size())
        return std::nullopt;
    name.pod = rest.first(dot);
    name.container = rest.sliced(dot + 1);
    return name;
}

model::LogText logTextOf(const QByteArray &content, bool isError)
{
    const QString text = QString::fromUtf8(content.last(std::min(content.size(), kKeptBytes)));
    if (isError)
        return {saysNeverRan(text) ? State::NeverRan : State::Unavailable, text.trimmed()};
    return {isExcuse(text) ? State::Unavailable : State::Text, text};
}

} // namespace faultline::source
