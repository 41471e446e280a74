#include "core/checks/shared/pullsecrets.h"

#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The first pull secret that is not there, or empty; only where Secrets were read.
QString missingByList(const Scope &scope)
{
    if (!scope.cluster.sees(model::Kind::Secret))
        return {};
    for (const QString &name : scope.pod->spec->imagePullSecrets) {
        if (!scope.cluster.secret(scope.pod->meta.nameSpace, name))
            return name;
    }
    return {};
}

/// "Unable to retrieve some image pull secrets (A, B); attempting to pull the image may not succeed."
/// (pkg/kubelet/kubelet_pods.go getPullSecretsForPod)
QString missingByEvent(const model::Event *event)
{
    static const QRegularExpression first(u"image pull secrets \\(([^,)\\s]+)"_s);
    return event ? first.match(plainMessage(*event)).captured(1) : QString();
}

/// A Secret of another type is silently left out by the kubelet (pkg/credentialprovider/secrets).
const model::Secret *wrongType(const Scope &scope)
{
    for (const QString &name : scope.pod->spec->imagePullSecrets) {
        const model::Secret *secret = scope.cluster.secret(scope.pod->meta.nameSpace, name);
        if (secret && !secret->type.isEmpty() && secret->type != "kubernetes.io/dockerconfigjson"_L1 &&
            secret->type != "kubernetes.io/dockercfg"_L1)
            return secret;
    }
    return nullptr;
}

/// Another namespace that has a Secret of that name: a Pod can only use those of its own.
QString namespaceWith(const Scope &scope, const QString &name)
{
    for (const model::Secret &secret : scope.cluster.secrets()) {
        if (!name.isEmpty() && secret.meta.name == name && secret.meta.nameSpace != scope.pod->meta.nameSpace)
            return secret.meta.nameSpace;
    }
    return {};
}

} // namespace

PullSecretTrouble pullSecretTrouble(const Scope &scope)
{
    const model::Event *event = latestEvent(scope.cluster, refTo(*scope.pod), {"FailedToRetrieveImagePullSecret"_L1});
    QString missing = missingByList(scope);
    if (missing.isEmpty() && !scope.cluster.sees(model::Kind::Secret))
        missing = missingByEvent(event);
    return {missing, wrongType(scope), event};
}

void addPullSecrets(const Scope &scope, Verdict &verdict)
{
    const QStringList &secrets = scope.pod->spec->imagePullSecrets;
    verdict.evidence.push_back(fieldOf(refTo(*scope.pod), u"spec.imagePullSecrets"_s, secrets.join(u", "_s)));
    const PullSecretTrouble trouble = pullSecretTrouble(scope);
    if (trouble.wrong)
        verdict.evidence.push_back(fieldOf(refTo(*trouble.wrong), u"type"_s, trouble.wrong->type));
    verdict.facts.merge(factsOf({{fact::missingKind, trouble.missing.isEmpty() ? QString() : u"Secret"_s},
                                 {fact::missingName, trouble.missing},
                                 {fact::mismatch, trouble.wrong ? trouble.wrong->type : QString()},
                                 {fact::elsewhere, namespaceWith(scope, trouble.missing)},
                                 {fact::secretName, !trouble.missing.isEmpty() ? trouble.missing
                                                    : secrets.isEmpty()        ? QString()
                                                                               : secrets.first()}}));
}

} // namespace faultline::checks
