#include "core/describe/sections.h"

#include <set>

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

void writeAddresses(Page &page, const QJsonObject &status)
{
    page.line(0, u"IP"_s, textAt(status, u"podIP"_s));
    const QJsonArray addresses = status.value("podIPs"_L1).toArray();
    if (addresses.isEmpty())
        return page.line(0, u"IPs"_s, u"<none>"_s);
    page.text(0, u"IPs:"_s);
    for (const QJsonValue &address : addresses)
        page.line(1, u"IP"_s, textAt(address.toObject(), u"ip"_s));
}

void writePhase(Page &page, const Subject &subject, const QJsonObject &status)
{
    const base::Timestamp deleted = base::Timestamp::parse(textAt(subject.object, u"metadata.deletionTimestamp"_s));
    if (deleted.isValid()) {
        page.line(0, u"Status"_s, u"Terminating (lasts %1)"_s.arg(ageText(deleted, subject.cluster.now())));
        page.lineIf(0, u"Termination Grace Period"_s,
                    textAt(subject.object, u"metadata.deletionGracePeriodSeconds"_s) + u's');
    } else {
        page.line(0, u"Status"_s, textAt(status, u"phase"_s));
    }
    page.lineIf(0, u"Reason"_s, textAt(status, u"reason"_s));
    page.lineIf(0, u"Message"_s, textAt(status, u"message"_s));
}

void writeHead(Page &page, const Subject &subject, const QJsonObject &spec, const QJsonObject &status)
{
    writeName(page, subject);
    page.lineIf(0, u"Priority"_s, textAt(spec, u"priority"_s));
    page.lineIf(0, u"Priority Class Name"_s, textAt(spec, u"priorityClassName"_s));
    page.lineIf(0, u"Runtime Class Name"_s, textAt(spec, u"runtimeClassName"_s));
    page.lineIf(0, u"Service Account"_s, textAt(spec, u"serviceAccountName"_s));
    const QString node = textAt(spec, u"nodeName"_s);
    page.line(0, u"Node"_s, node.isEmpty() ? u"<none>"_s : node + u'/' + textAt(status, u"hostIP"_s));
    page.lineIf(0, u"Start Time"_s, dateText(textAt(status, u"startTime"_s)));
    writeLabels(page, subject);
    writePhase(page, subject, status);
    page.lineIf(0, u"SeccompProfile"_s, textAt(spec, u"securityContext.seccompProfile.type"_s));
    writeAddresses(page, status);
    page.lineIf(0, u"Controlled By"_s, controllerText(subject.object));
    page.lineIf(0, u"NominatedNodeName"_s, textAt(status, u"nominatedNodeName"_s));
}

void writeReadinessGates(Page &page, const QJsonArray &gates, const QJsonArray &conditions)
{
    if (gates.isEmpty())
        return;
    page.text(0, u"Readiness Gates:"_s);
    page.text(1, u"Type\tStatus"_s);
    for (const QJsonValue &gate : gates) {
        const QString type = textAt(gate.toObject(), u"conditionType"_s);
        QString status = u"<none>"_s;
        for (const QJsonValue &condition : conditions) {
            if (textAt(condition.toObject(), u"type"_s) == type)
                status = textAt(condition.toObject(), u"status"_s);
        }
        page.text(1, type + u'\t' + status);
    }
}

/// Limits and requests of cpu and memory alone make the class (core/v1 helper GetPodQOS); the server's word first.
QString qosClass(const QJsonObject &spec, const QJsonObject &status)
{
    if (const QString told = textAt(status, u"qosClass"_s); !told.isEmpty())
        return told;
    bool hasAny = false, isWhole = true;
    for (const QJsonValue &value : spec.value("containers"_L1).toArray()) {
        const QJsonObject container = value.toObject();
        for (const QString &resource : {u"cpu"_s, u"memory"_s}) {
            const QString limit = textAt(container, u"resources.limits."_s + resource);
            const QString request = textAt(container, u"resources.requests."_s + resource);
            hasAny = hasAny || !limit.isEmpty() || !request.isEmpty();
            isWhole = isWhole && !limit.isEmpty() && (request.isEmpty() || request == limit);
        }
    }
    return !hasAny ? u"BestEffort"_s : isWhole ? u"Guaranteed"_s : u"Burstable"_s;
}

void writeTopologySpread(Page &page, const QJsonArray &constraints)
{
    QStringList lines;
    for (const QJsonValue &value : constraints) {
        const QJsonObject spread = value.toObject();
        const QJsonObject selector = spread.value("labelSelector"_L1).toObject();
        QString line = u"%1:%2 when max skew %3 is exceeded"_s.arg(
            textAt(spread, u"topologyKey"_s), textAt(spread, u"whenUnsatisfiable"_s), textAt(spread, u"maxSkew"_s));
        lines.append(selector.isEmpty() ? line : line + u" for selector "_s + selectorText(selector));
    }
    lines.sort();
    if (!lines.isEmpty())
        page.line(0, u"Topology Spread Constraints"_s, lines.takeFirst());
    for (const QString &further : lines)
        page.text(0, u'\t' + further);
}

} // namespace

void writePod(Page &page, const Subject &subject)
{
    const QJsonObject spec = subject.object.value("spec"_L1).toObject();
    const QJsonObject status = subject.object.value("status"_L1).toObject();
    writeHead(page, subject, spec, status);
    writeContainers(page, 0, u"Init Containers"_s, spec.value("initContainers"_L1).toArray(),
                    status.value("initContainerStatuses"_L1).toArray(), subject.object);
    writeContainers(page, 0, u"Containers"_s, spec.value("containers"_L1).toArray(),
                    status.value("containerStatuses"_L1).toArray(), subject.object);
    writeContainers(page, 0, u"Ephemeral Containers"_s, spec.value("ephemeralContainers"_L1).toArray(),
                    status.value("ephemeralContainerStatuses"_L1).toArray(), subject.object);
    const QJsonArray conditions = status.value("conditions"_L1).toArray();
    writeReadinessGates(page, spec.value("readinessGates"_L1).toArray(), conditions);
    writeConditions(page, conditions, Reasons::Left);
    writeVolumes(page, 0, spec.value("volumes"_L1).toArray());
    page.line(0, u"QoS Class"_s, qosClass(spec, status));
    writePlacement(page, 0, spec);
    writeTopologySpread(page, spec.value("topologySpreadConstraints"_L1).toArray());
    writeEvents(page, subject);
}

} // namespace faultline::describe
