#include "core/base/fuzzy.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/refusal.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

struct MissingReference {
    QString kind;
    QString name;
    QString field; ///< in the Pod template
};

/// Sources: plugin/pkg/admission/serviceaccount, priority and runtimeclass.
MissingReference referenceIn(const QString &cause)
{
    static const QRegularExpression account(u"error looking up service account [^/\\s]+/([^:\\s]+)"_s);
    static const QRegularExpression priority(u"no PriorityClass with name (\\S+) was found"_s);
    static const QRegularExpression runtime(u"RuntimeClass \"([^\"]+)\" not found"_s);
    if (const auto match = account.match(cause); match.hasMatch())
        return {u"ServiceAccount"_s, match.captured(1), u"spec.template.spec.serviceAccountName"_s};
    if (const auto match = priority.match(cause); match.hasMatch())
        return {u"PriorityClass"_s, match.captured(1), u"spec.template.spec.priorityClassName"_s};
    if (const auto match = runtime.match(cause); match.hasMatch())
        return {u"RuntimeClass"_s, match.captured(1), u"spec.template.spec.runtimeClassName"_s};
    return {};
}

QString similarAccount(const Scope &scope, const MissingReference &missing)
{
    QStringList names;
    for (const model::ServiceAccount &account : scope.cluster.serviceAccounts()) {
        if (account.meta.nameSpace == scope.workload->meta.nameSpace)
            names.append(account.meta.name);
    }
    return missing.kind == "ServiceAccount"_L1 ? base::closest(missing.name, names) : QString();
}

Verdict judge(const Scope &scope, const Refusal &refusal)
{
    const MissingReference missing = referenceIn(refusal.cause);
    if (missing.kind.isEmpty())
        return no({refusal.evidence}, factsOf({{fact::message, refusal.cause}}));
    return yes({refusal.evidence, fieldOf(scope.workload->ref(), missing.field, missing.name)},
               factsOf({{fact::message, refusal.cause},
                        {fact::missingKind, missing.kind},
                        {fact::missingName, missing.name},
                        {fact::missingField, missing.field.section(u'.', -1)},
                        {fact::similar, similarAccount(scope, missing)}}));
}

Verdict ask(const Scope &scope) { return judgeRefusal(scope, judge); }

} // namespace

Check createRefusedMissingRef()
{
    return {u"create_refused_missing_ref"_s,
            {},
            ask,
            Answerer::Cluster,
            {Kind::ReplicaSet, Kind::Event, Kind::ServiceAccount}};
}

} // namespace faultline::checks
