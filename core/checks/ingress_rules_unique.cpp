#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

QString normalPath(const QString &path) { return path.isEmpty() ? u"/"_s : path; }

bool isSameRule(const model::IngressPath &left, const model::IngressPath &right)
{
    return left.host.compare(right.host, Qt::CaseInsensitive) == 0 && left.pathType == right.pathType &&
           normalPath(left.path) == normalPath(right.path);
}

/// Two rules that lead to the same place do no harm.
bool isSameTarget(const model::Ingress &left, const model::IngressPath &leftPath, const model::Ingress &right,
                  const model::IngressPath &rightPath)
{
    return left.meta.nameSpace == right.meta.nameSpace && leftPath.backend == rightPath.backend;
}

/// A canary of ingress-nginx claims the rule of its main Ingress on purpose.
bool isCanary(const model::Ingress &ingress)
{
    return ingress.meta.annotations.value(u"nginx.ingress.kubernetes.io/canary") == "true"_L1;
}

QString classKey(const model::Cluster &cluster, const model::Ingress &ingress)
{
    const model::IngressClass *served = servingClass(cluster, ingress);
    return served ? served->meta.name : requestedClass(ingress);
}

/// Hosts and paths of one controller only; one of another class never sees them.
bool canClash(const Scope &scope, const model::Ingress &other)
{
    return &other != scope.ingress && !isCanary(other) &&
           classKey(scope.cluster, other) == classKey(scope.cluster, *scope.ingress);
}

/// The path of `other` that claims the same requests as `mine`, or nullptr.
const model::IngressPath *clashWith(const Scope &scope, const model::IngressPath &mine, const model::Ingress &other)
{
    const auto found = std::find_if(other.paths.begin(), other.paths.end(), [&](const model::IngressPath &theirs) {
        return isSameRule(mine, theirs) && !isSameTarget(*scope.ingress, mine, other, theirs);
    });
    return found == other.paths.end() ? nullptr : &*found;
}

Verdict clash(const Scope &scope, const model::IngressPath &mine, const model::Ingress &other,
              const model::IngressPath &theirs)
{
    const QString text = mine.host + normalPath(mine.path);
    return no(
        {fieldOf(scope.ingress->ref(), mine.fieldPath, text), fieldOf(other.ref(), theirs.fieldPath, text)},
        factsOf({{fact::host, mine.host}, {fact::path, normalPath(mine.path)}, {fact::other, other.ref().toString()}}));
}

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    if (!isCanary(*scope.ingress)) {
        for (const model::Ingress &other : scope.cluster.ingresses()) {
            if (!canClash(scope, other))
                continue;
            for (const model::IngressPath &mine : scope.ingress->paths) {
                if (const model::IngressPath *theirs = clashWith(scope, mine, other))
                    return clash(scope, mine, other, *theirs);
            }
        }
    }
    return scope.cluster.hasAllNamespaces() ? yes() : unknown(reason::oneNamespace);
}

} // namespace

Check ingressRulesUnique()
{
    return {u"ingress_rules_unique"_s, {Kind::Ingress}, ask, Answerer::Cluster, {Kind::IngressClass}};
}

} // namespace faultline::checks
