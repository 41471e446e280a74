#include "core/describe/sections.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

constexpr size_t kMostEvents = 200; ///< newest; a describe with more is no reading matter

QString toleration(const QJsonObject &toleration)
{
    const QString key = textAt(toleration, u"key"_s), value = textAt(toleration, u"value"_s),
                  effect = textAt(toleration, u"effect"_s), seconds = textAt(toleration, u"tolerationSeconds"_s);
    QString text = key;
    if (!value.isEmpty())
        text += u'=' + value;
    if (!effect.isEmpty())
        text += u':' + effect;
    if (textAt(toleration, u"operator"_s) == "Exists"_L1 && value.isEmpty())
        text += text.isEmpty() ? u"op=Exists"_s : u" op=Exists"_s;
    return seconds.isEmpty() ? text : text + u" for %1s"_s.arg(seconds);
}

/// "2m (x5 over 10m)"
QString eventAge(const model::Event &event, base::Timestamp now)
{
    const QString last = ageText(event.last, now);
    return event.count > 1 ? u"%1 (x%2 over %3)"_s.arg(last).arg(event.count).arg(ageText(event.first, now)) : last;
}

bool selects(const model::EndpointPort &port, const QString &name) { return port.name == name; }

} // namespace

void writeName(Page &page, const Subject &subject)
{
    page.line(0, u"Name"_s, textAt(subject.object, u"metadata.name"_s));
    if (model::isNamespaced(subject.ref.kind))
        page.line(0, u"Namespace"_s, subject.ref.nameSpace);
}

void writeLabels(Page &page, const Subject &subject)
{
    page.pairs(0, u"Labels"_s, at(subject.object, u"metadata.labels"_s).toObject());
    page.annotations(0, at(subject.object, u"metadata.annotations"_s).toObject());
}

void writePlacement(Page &page, int extra, const QJsonObject &spec)
{
    page.pairs(extra, u"Node-Selectors"_s, spec.value("nodeSelector"_L1).toObject());
    std::multimap<QString, QString> byKey;
    for (const QJsonValue &value : spec.value("tolerations"_L1).toArray())
        byKey.emplace(textAt(value.toObject(), u"key"_s), toleration(value.toObject()));
    QStringList tolerations;
    for (const auto &[key, text] : byKey)
        tolerations.append(text);
    page.line(extra, u"Tolerations"_s, tolerations.isEmpty() ? u"<none>"_s : tolerations.takeFirst());
    for (const QString &further : tolerations)
        page.text(extra, u'\t' + further);
}

void writeTemplate(Page &page, const QJsonObject &podTemplate)
{
    page.text(0, u"Pod Template:"_s);
    const QJsonObject spec = podTemplate.value("spec"_L1).toObject();
    page.pairs(1, u"Labels"_s, at(podTemplate, u"metadata.labels"_s).toObject());
    const QJsonObject annotations = at(podTemplate, u"metadata.annotations"_s).toObject();
    if (!annotations.isEmpty())
        page.annotations(1, annotations);
    page.lineIf(1, u"Service Account"_s, textAt(spec, u"serviceAccountName"_s));
    writeContainers(page, 1, u"Init Containers"_s, spec.value("initContainers"_L1).toArray());
    writeContainers(page, 1, u"Containers"_s, spec.value("containers"_L1).toArray());
    writeVolumes(page, 1, spec.value("volumes"_L1).toArray());
    page.lineIf(1, u"Priority Class Name"_s, textAt(spec, u"priorityClassName"_s));
    writePlacement(page, 1, spec);
}

void writeConditions(Page &page, const QJsonArray &conditions, Reasons reasons)
{
    if (conditions.isEmpty())
        return;
    page.text(0, u"Conditions:"_s);
    const bool withReason = reasons == Reasons::Shown;
    page.text(1, withReason ? u"Type\tStatus\tReason"_s : u"Type\tStatus"_s);
    if (withReason)
        page.text(1, u"----\t------\t------"_s);
    for (const QJsonValue &value : conditions) {
        const QJsonObject condition = value.toObject();
        const QString line = textAt(condition, u"type"_s) + u"\t"_s + textAt(condition, u"status"_s);
        page.text(1, withReason ? line + u'\t' + textAt(condition, u"reason"_s) : line);
    }
}

void writeEvents(Page &page, const Subject &subject)
{
    const auto &events = subject.cluster.eventsOf(subject.ref);
    if (!subject.cluster.sees(model::Kind::Event))
        return page.line(0, u"Events"_s, u"<unknown: events were not read>"_s);
    if (events.empty())
        return page.line(0, u"Events"_s, u"<none>"_s);
    page.text(0, u"Events:"_s);
    page.text(1, u"Type\tReason\tAge\tFrom\tMessage"_s);
    page.text(1, u"----\t------\t----\t----\t-------"_s);
    const size_t first = events.size() > kMostEvents ? events.size() - kMostEvents : 0;
    for (size_t i = first; i < events.size(); ++i) {
        const model::Event &event = *events[i];
        page.text(1, QStringList{event.type, event.reason, eventAge(event, subject.cluster.now()), event.source,
                                 event.message.simplified()}
                         .join(u'\t'));
    }
}

QString endpointsText(const model::Cluster &cluster, const model::Service &service, const QString &portName)
{
    constexpr qsizetype kMost = 3;
    QStringList addresses;
    for (const model::EndpointSlice *slice : cluster.slicesOf(service)) {
        for (const model::EndpointPort &port : slice->ports) {
            if (!selects(port, portName))
                continue;
            for (const model::Endpoint &endpoint : slice->endpoints) {
                if (endpoint.ready && !endpoint.addresses.isEmpty())
                    addresses.append(endpoint.addresses.front() + u':' + QString::number(port.port));
            }
        }
    }
    if (addresses.size() <= kMost)
        return orNone(addresses.join(u','));
    return addresses.mid(0, kMost).join(u',') + u" + %1 more..."_s.arg(addresses.size() - kMost);
}

} // namespace faultline::describe
