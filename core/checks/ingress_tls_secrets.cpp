#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr auto kTlsType = "kubernetes.io/tls"_L1;

QString similarSecret(const Scope &scope, const QString &name)
{
    QStringList names;
    for (const model::Secret &secret : scope.cluster.secrets()) {
        if (secret.meta.nameSpace == scope.ingress->meta.nameSpace)
            names.append(secret.meta.name);
    }
    return base::closest(name, names);
}

QString namespaceThatHas(const Scope &scope, const QString &name)
{
    for (const model::Secret &secret : scope.cluster.secrets()) {
        if (secret.meta.name == name && secret.meta.nameSpace != scope.ingress->meta.nameSpace)
            return secret.meta.nameSpace;
    }
    return {};
}

Verdict missing(const Scope &scope, const model::IngressTls &tls, Evidence evidence)
{
    return no({std::move(evidence)}, factsOf({{fact::secretName, tls.secretName},
                                              {fact::host, tls.hosts.value(0)},
                                              {fact::similar, similarSecret(scope, tls.secretName)},
                                              {fact::elsewhere, namespaceThatHas(scope, tls.secretName)}}));
}

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    const model::Ingress &ingress = *scope.ingress;
    std::vector<Evidence> evidence;
    for (size_t index = 0; index < ingress.tls.size(); ++index) {
        const model::IngressTls &tls = ingress.tls[index];
        if (tls.secretName.isEmpty())
            continue; // the controller's own certificate is wanted
        if (!scope.cluster.sees(Kind::Secret))
            return unknownFor(scope.cluster, Kind::Secret);
        Evidence asked = fieldOf(ingress.ref(), u"spec.tls[%1].secretName"_s.arg(index), tls.secretName);
        const model::Secret *secret = scope.cluster.secret(ingress.meta.nameSpace, tls.secretName);
        if (!secret)
            return missing(scope, tls, std::move(asked));
        evidence.push_back(std::move(asked));
        evidence.push_back(fieldOf(refTo(*secret), u"type"_s, secret->type));
        if (!secret->type.isEmpty() && secret->type != kTlsType) {
            return no(std::move(evidence), factsOf({{fact::secretName, tls.secretName},
                                                    {fact::reason, secret->type},
                                                    {fact::host, tls.hosts.value(0)}}));
        }
    }
    return yes(std::move(evidence));
}

} // namespace

Check ingressTlsSecrets()
{
    return {u"ingress_tls_secrets"_s, {Kind::Ingress}, ask, Answerer::Cluster, {Kind::Secret}};
}

} // namespace faultline::checks
