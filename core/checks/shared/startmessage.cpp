#include "core/checks/shared/startmessage.h"

#include "core/checks/shared/events.h"
#include "core/checks/shared/exits.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isBackOffText(const QString &text) { return text.startsWith("back-off "_L1, Qt::CaseInsensitive); }

std::optional<Said> saidWaiting(const ContainerView &container)
{
    const QString &message = container.status.state.message;
    if (!container.isWaiting() || message.trimmed().isEmpty() || isBackOffText(message))
        return std::nullopt;
    return Said{message, fieldOf(refTo(container.pod), container.statusPath("state.waiting.message"_L1), message)};
}

std::optional<Said> saidAtStart(const ContainerView &container)
{
    for (const Exit &exit : exitsOf(container)) {
        if (neverStarted(exit.record) && !exit.record.message.isEmpty())
            return Said{exit.record.message, exitField(container, exit, "message"_L1, exit.record.message)};
    }
    return std::nullopt;
}

std::optional<Said> saidInEvent(const model::Cluster &cluster, const ContainerView &container)
{
    constexpr QLatin1StringView start("Error: ");
    std::optional<Said> said;
    for (const model::Event *event : cluster.eventsOf(refTo(container.pod))) {
        const QString message = plainMessage(*event);
        const QString text = message.mid(start.size());
        // "Error: ImagePullBackOff" only repeats the waiting reason.
        if (event->reason == "Failed"_L1 && isAbout(*event, container) && message.startsWith(start) &&
            text.contains(u' '))
            said = Said{text, eventOf(*event)};
    }
    return said;
}

bool containsAny(QStringView text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [text](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

std::optional<Said> startMessage(const model::Cluster &cluster, const ContainerView &container)
{
    if (container.isRunning())
        return std::nullopt;
    if (std::optional<Said> said = saidWaiting(container))
        return said;
    if (std::optional<Said> said = saidAtStart(container))
        return said;
    return saidInEvent(cluster, container);
}

bool isMountText(QStringView text)
{
    if (containsAny(text, {"error mounting"_L1, "through procfd"_L1, "failed to mount"_L1, "subpath"_L1}))
        return true;
    if (containsAny(text, {"exec: "_L1, "exec /"_L1}))
        return false;
    // runc makes and enters the working directory with "mkdir X: ..." and "chdir to cwd (X) ...".
    const bool aboutFolder = containsAny(text, {": mkdir /"_L1, "chdir to cwd"_L1});
    return containsAny(text, {"read-only file system"_L1}) ||
           (!aboutFolder && containsAny(text, {"not a directory"_L1}));
}

bool isProgramText(QStringView text)
{
    // runc: `exec: "X": stat X: no such file or directory`; crun: "executable file `X` not found in $PATH".
    static const QRegularExpression words(
        u"executable file .*not found|exec format error|exec user process caused|"
        u"(?<![/\\w])exec[: ].*(no such file or directory|permission denied|is a directory|not a directory)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return !isMountText(text) && words.match(text.toString()).hasMatch();
}

QString startedProgram(const ContainerView &container, QStringView message)
{
    static const QRegularExpression quoted(u"exec: \\\\?\"([^\"\\\\]+)|executable file [`']([^`']+)[`']"_s);
    const QRegularExpressionMatch match = quoted.match(message.toString());
    if (match.hasMatch())
        return match.captured(match.lastCapturedIndex());
    const QStringList &command = container.spec.command;
    return command.isEmpty() ? QString() : command.first();
}

} // namespace faultline::checks
