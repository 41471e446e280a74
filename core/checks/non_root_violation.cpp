#include "core/checks/reasons.h"
#include "core/checks/shared/startmessage.h"
#include "core/checks/shared/troubledcontainer.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The user in the kubelet's words (pkg/kubelet/kuberuntime/security_context.go verifyRunAsNonRoot).
QString userIn(const QString &text)
{
    static const QRegularExpression named(u"non-numeric user \\(([^)]*)\\)"_s);
    if (const QRegularExpressionMatch match = named.match(text); match.hasMatch())
        return match.captured(1);
    return text.contains("will run as root"_L1) ? u"root"_s : QString();
}

bool isNonRootText(const QString &text)
{
    static const QRegularExpression words(u"runAsNonRoot and image|runAsUser breaks non-root policy|"
                                          u"invalid user id|cannot verify user is non-root"_s);
    return words.match(text).hasMatch();
}

/// Where it is demanded: the container's own word counts before the Pod's.
Evidence demand(const ContainerView &container)
{
    const bool own = container.spec.runAsNonRoot.has_value();
    return fieldOf(refTo(container.pod),
                   own ? container.specPath("securityContext.runAsNonRoot"_L1) : u"spec.securityContext.runAsNonRoot"_s,
                   u"true"_s);
}

Facts userFacts(const ContainerView &container, const Said &said)
{
    const std::optional<qint64> own = container.spec.runAsUser;
    const std::optional<qint64> user = own ? own : container.pod.spec->runAsUser;
    const QString inText = userIn(said.text);
    return factsOf({{fact::message, said.text},
                    {fact::image, container.spec.image},
                    {fact::user, inText.isEmpty() && user ? QString::number(*user) : inText}});
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    if (container->waitingReason() != "CreateContainerConfigError"_L1)
        return no({stateOf(*container)});
    const std::optional<Said> said = startMessage(scope.cluster, *container);
    if (!said)
        return unknown(reason::noMessage, {stateOf(*container)});
    if (!isNonRootText(said->text))
        return no({said->evidence});
    return yes({said->evidence, demand(*container)}, userFacts(*container, *said));
}

} // namespace

Check nonRootViolation()
{
    return {u"non_root_violation"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
