#include "core/checks/shared/podsecurity.h"

#include "core/base/yamlquote.h"
#include "core/checks/shared/evidence.h"

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

struct Mend {
    QLatin1StringView violation;
    QLatin1StringView yaml; ///< of the securityContext
};

constexpr std::array<Mend, 3> kOfPod{{{"runAsNonRoot != true"_L1, "runAsNonRoot: true"_L1},
                                      {"seccompProfile ("_L1, "seccompProfile: {type: RuntimeDefault}"_L1},
                                      {"runAsUser=0"_L1, "runAsUser: 1000"_L1}}};

constexpr std::array<Mend, 4> kOfContainer{
    {{"privileged ("_L1, "privileged: false"_L1},
     {"allowPrivilegeEscalation != false"_L1, "allowPrivilegeEscalation: false"_L1},
     {"unrestricted capabilities"_L1, "capabilities: {drop: [ALL]}"_L1},
     {"non-default capabilities"_L1, "capabilities: {add: null}"_L1}}};

template <size_t Size> QString fieldsFor(const QString &violations, const std::array<Mend, Size> &mends)
{
    QStringList fields;
    for (const Mend &mend : mends) {
        if (violations.contains(mend.violation))
            fields += QString(mend.yaml);
    }
    return fields.isEmpty() ? QString() : u'{' + fields.join(u", "_s) + u'}';
}

/// The containers that the words name; a Pod-wide violation names them as well.
QStringList namedIn(const QString &violations, const model::PodSpec &spec)
{
    QStringList names;
    for (const model::Container &container : spec.containers) {
        if (violations.contains(u'"' + container.name + u'"'))
            names += container.name;
    }
    return names;
}

QString hostFields(const QString &violations)
{
    QStringList lines;
    for (const QLatin1StringView field : {"hostNetwork"_L1, "hostPID"_L1, "hostIPC"_L1}) {
        if (violations.contains(field + "=true"_L1))
            lines += field + ": false"_L1;
    }
    return lines.size() == 1 ? lines.first() : QString();
}

QString containersYaml(const QString &fields, const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all += u"{name: "_s + base::yamlString(name) + u", securityContext: "_s + fields + u'}';
    return fields.isEmpty() || all.isEmpty() ? QString() : u'[' + all.join(u", "_s) + u']';
}

} // namespace

Facts mendedSecurity(const QString &violations, const model::PodSpec *spec)
{
    const QStringList names = spec ? namedIn(violations, *spec) : QStringList();
    return factsOf({{fact::podSecurityYaml, fieldsFor(violations, kOfPod)},
                    {fact::hostFieldsYaml, hostFields(violations)},
                    {fact::securedContainersYaml, containersYaml(fieldsFor(violations, kOfContainer), names)}});
}

} // namespace faultline::checks
