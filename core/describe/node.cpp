#include "core/describe/sections.h"

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

QString rolesOf(const QJsonObject &labels)
{
    constexpr QLatin1StringView prefix("node-role.kubernetes.io/");
    QStringList roles;
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        if (it.key().startsWith(prefix))
            roles.append(it.key().mid(prefix.size()));
    }
    return orNone(roles.join(u','));
}

void writeTaints(Page &page, const QJsonArray &taints)
{
    QStringList texts;
    for (const QJsonValue &value : taints) {
        const QJsonObject taint = value.toObject();
        const QString given = textAt(taint, u"value"_s);
        texts.append(textAt(taint, u"key"_s) + (given.isEmpty() ? QString() : u'=' + given) + u':' +
                     textAt(taint, u"effect"_s));
    }
    page.line(0, u"Taints"_s, texts.isEmpty() ? u"<none>"_s : texts.takeFirst());
    for (const QString &further : texts)
        page.text(0, u'\t' + further);
}

void writeNodeConditions(Page &page, const QJsonArray &conditions)
{
    page.text(0, u"Conditions:"_s);
    page.text(1, u"Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage"_s);
    page.text(1, u"----\t------\t-----------------\t------------------\t------\t-------"_s);
    for (const QJsonValue &value : conditions) {
        const QJsonObject condition = value.toObject();
        page.text(1, QStringList{textAt(condition, u"type"_s), textAt(condition, u"status"_s),
                                 dateText(textAt(condition, u"lastHeartbeatTime"_s)),
                                 dateText(textAt(condition, u"lastTransitionTime"_s)), textAt(condition, u"reason"_s),
                                 textAt(condition, u"message"_s).simplified()}
                         .join(u'\t'));
    }
}

void writeAmounts(Page &page, const QString &name, const QJsonObject &amounts)
{
    page.text(0, name + u':');
    for (auto it = amounts.begin(); it != amounts.end(); ++it)
        page.line(1, it.key(), textOf(it.value()));
}

void writeSystemInfo(Page &page, const QJsonObject &info)
{
    page.text(0, u"System Info:"_s);
    for (const auto &[name, field] : {std::pair{u"Machine ID"_s, u"machineID"_s},
                                      {u"System UUID"_s, u"systemUUID"_s},
                                      {u"Boot ID"_s, u"bootID"_s},
                                      {u"Kernel Version"_s, u"kernelVersion"_s},
                                      {u"OS Image"_s, u"osImage"_s},
                                      {u"Operating System"_s, u"operatingSystem"_s},
                                      {u"Architecture"_s, u"architecture"_s},
                                      {u"Container Runtime Version"_s, u"containerRuntimeVersion"_s},
                                      {u"Kubelet Version"_s, u"kubeletVersion"_s},
                                      {u"Kube-Proxy Version"_s, u"kubeProxyVersion"_s}})
        page.line(1, name, textAt(info, field));
}

} // namespace

void writeNode(Page &page, const Subject &subject)
{
    const QJsonObject spec = subject.object.value("spec"_L1).toObject();
    const QJsonObject status = subject.object.value("status"_L1).toObject();
    page.line(0, u"Name"_s, subject.ref.name);
    page.line(0, u"Roles"_s, rolesOf(at(subject.object, u"metadata.labels"_s).toObject()));
    writeLabels(page, subject);
    page.line(0, u"CreationTimestamp"_s, dateText(textAt(subject.object, u"metadata.creationTimestamp"_s)));
    writeTaints(page, spec.value("taints"_L1).toArray());
    page.line(0, u"Unschedulable"_s, spec.value("unschedulable"_L1).toBool() ? u"true"_s : u"false"_s);
    writeNodeConditions(page, status.value("conditions"_L1).toArray());
    page.text(0, u"Addresses:"_s);
    for (const QJsonValue &address : status.value("addresses"_L1).toArray())
        page.line(1, textAt(address.toObject(), u"type"_s), textAt(address.toObject(), u"address"_s));
    writeAmounts(page, u"Capacity"_s, status.value("capacity"_L1).toObject());
    writeAmounts(page, u"Allocatable"_s, status.value("allocatable"_L1).toObject());
    writeSystemInfo(page, status.value("nodeInfo"_L1).toObject());
    page.lineIf(0, u"PodCIDR"_s, textAt(spec, u"podCIDR"_s));
    page.lineIf(0, u"PodCIDRs"_s, joined(spec.value("podCIDRs"_L1), u","_s));
    page.lineIf(0, u"ProviderID"_s, textAt(spec, u"providerID"_s));
    writeNodePods(page, subject);
    writeEvents(page, subject);
}

} // namespace faultline::describe
