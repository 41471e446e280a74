#include "core/checks/shared/logcause.h"

#include <QtCore/QRegularExpression>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr qsizetype kLookBack = 2000; ///< lines: what stands earlier did not end the run

/// A rule takes lines by a pattern. A strong one is what a runtime writes as its last word; a weak one is a program's
/// own complaint, and counts only where no strong one is.
struct Rule {
    QLatin1StringView id;
    QLatin1StringView pattern;
    bool isStrong = true;
};

constexpr std::array kRules{
    Rule{"panic"_L1, R"(^(?:\S+ )?panic: (?!runtime error: \(re)|^panic\(|^fatal error: )"_L1},
    Rule{"rustPanic"_L1, R"(^thread '.*' panicked at )"_L1},
    Rule{"traceback"_L1, R"(^(?:[a-z_][\w]*\.)*[A-Z]\w*(?:Error|Exception|Exit|Interrupt|Warning)(?::|$))"_L1},
    Rule{"causedBy"_L1, R"(^Caused by: )"_L1},
    Rule{
        "javaException"_L1,
        R"(^(?:Exception in thread ".*"|Error: Could not find or load main class|Error: Unable to access jarfile))"_L1},
    Rule{"javaMemory"_L1, R"(java\.lang\.OutOfMemoryError)"_L1},
    Rule{"nodeModule"_L1, R"(^Error: Cannot find module |^Error \[ERR_[A-Z_]+\])"_L1},
    Rule{"uncaught"_L1,
         R"(^Uncaught (?:\w+Error|exception)|^Unhandled (?:exception|rejection)|^terminate called after throwing)"_L1},
    Rule{"dotnet"_L1, R"(^Unhandled exception\. )"_L1},
    Rule{"ruby"_L1, R"(:\d+:in [`'].*: .*\(\w+(?:Error|Exception)\)$)"_L1},
    Rule{"execFormat"_L1, R"((?i)exec format error)"_L1},
    Rule{"addressInUse"_L1, R"((?i)address already in use|EADDRINUSE)"_L1},
    Rule{"outOfMemory"_L1, R"((?i)out of memory|cannot allocate memory|std::bad_alloc|heap out of memory)"_L1},
    Rule{"segfault"_L1, R"((?i)segmentation fault|SIGSEGV|core dumped)"_L1},
    Rule{"nginx"_L1, R"(\[emerg\])"_L1},
    Rule{"notFound"_L1, R"((?i): not found$|command not found|cannot open shared object file)"_L1},
    Rule{"noSuchFile"_L1, R"((?i)no such file or directory|ENOENT)"_L1},
    Rule{"permission"_L1, R"((?i)permission denied|EACCES|operation not permitted)"_L1},
    Rule{"refused"_L1,
         R"((?i)connection refused|ECONNREFUSED|no such host|could not resolve|name or service not known)"_L1},
    Rule{"fatal"_L1, R"((?i)(?:^|[\s\["=|:])(?:fatal|critical|emerg|alert)\b)"_L1, false},
    Rule{
        "error"_L1,
        R"((?i)^\s*(?:error|err|failed|failure)\b[: ]|\b(?:level|severity|lvl)["']?[=:]\s*["']?(?:error|fatal)|\berror:|(?:^|\s)ERROR\b)"_L1,
        false},
};

struct Compiled {
    QLatin1StringView id;
    QRegularExpression pattern;
    bool isStrong = true;
};

const std::vector<Compiled> &rules()
{
    static const std::vector<Compiled> compiled = [] {
        std::vector<Compiled> made;
        for (const Rule &rule : kRules)
            made.push_back({rule.id, QRegularExpression(rule.pattern), rule.isStrong});
        return made;
    }();
    return compiled;
}

const Compiled *ruleFor(const QString &line)
{
    for (const Compiled &rule : rules()) {
        if (rule.pattern.match(line).hasMatch())
            return &rule;
    }
    return nullptr;
}

/// Without colours and the time that many programs write first.
QString bare(QString line)
{
    static const QRegularExpression colours(u"\x1b\\[[0-9;]*[A-Za-z]"_s);
    static const QRegularExpression time(
        u"^\\[?\\d{4}[-/]\\d{2}[-/]\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})?\\]?\\s*"_s);
    return line.remove(colours).remove(time);
}

} // namespace

std::optional<LogCause> likelyCause(const QStringList &lines, int exitCode)
{
    if (exitCode == 0)
        return std::nullopt;
    std::optional<LogCause> weak;
    const qsizetype first = std::max<qsizetype>(0, lines.size() - kLookBack);
    for (qsizetype i = lines.size() - 1; i >= first; --i) {
        const Compiled *rule = ruleFor(bare(lines[i]));
        if (rule != nullptr && rule->isStrong)
            return LogCause{i, rule->id};
        if (rule != nullptr && !weak)
            weak = LogCause{i, rule->id};
    }
    return weak;
}

int exitCodeOf(const model::Cluster &cluster, const model::LogKey &key)
{
    const model::Pod *pod = cluster.pod(key.nameSpace, key.pod);
    const model::ContainerStatus *status = pod ? pod->status(key.container) : nullptr;
    if (status == nullptr)
        return 0;
    // Between two runs the log of the one that has ended is still the present one.
    using Phase = model::ContainerState::Phase;
    const bool isLast = key.previous || status->state.phase == Phase::Waiting;
    const model::ContainerState &run = isLast ? status->lastState : status->state;
    return run.phase == Phase::Terminated ? run.exitCode : 0;
}

} // namespace faultline::checks
