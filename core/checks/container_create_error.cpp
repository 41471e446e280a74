#include "core/checks/shared/evidence.h"
#include "core/checks/shared/saying.h"
#include "core/checks/shared/waiting.h"

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

QString createCauseIn(const QString &message)
{
    static constexpr std::array<Saying, 7> all{{{"is reserved for"_L1, "name"_L1},
                                                {"is already in use by"_L1, "name"_L1},
                                                {"apparmor"_L1, "security"_L1},
                                                {"seccomp"_L1, "security"_L1},
                                                {"selinux"_L1, "security"_L1},
                                                {"no space left on device"_L1, "disk"_L1},
                                                {"device"_L1, "device"_L1}}};
    return meaningOf(message, all);
}

Verdict ask(const Scope &scope)
{
    Verdict verdict = waitsFor(scope, {"CreateContainerError"_L1, "PreCreateHookError"_L1, "PreStartHookError"_L1});
    const auto message = verdict.facts.find(QString(fact::message));
    if (message != verdict.facts.end())
        verdict.facts.merge(factsOf({{fact::createCause, createCauseIn(message->second)}}));
    return verdict;
}

} // namespace

Check containerCreateError()
{
    return {u"container_create_error"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
