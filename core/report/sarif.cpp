#include "core/report/sarif.h"

#include "core/report/details.h"
#include "core/report/sarifrules.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

/// What proves a finding, the last question first, then the object by its name.
std::vector<PlacedField> fieldsOf(const guide::Diagnosis &diagnosis, const guide::Finding &finding)
{
    std::vector<PlacedField> fields;
    const auto &steps = diagnosis.walks[finding.walk].steps;
    for (auto step = steps.rbegin(); step != steps.rend() && fields.size() < 4; ++step) {
        for (const checks::Evidence &evidence : step->automatic.evidence) {
            if (!evidence.field.isEmpty() && !evidence.field.startsWith("status"_L1))
                fields.emplace_back(evidence.object, evidence.field);
        }
    }
    const QString name = u"metadata.name"_s;
    fields.emplace_back(finding.object, name);
    if (diagnosis.subject != finding.object)
        fields.emplace_back(diagnosis.subject, name);
    return fields;
}

QJsonObject messageOf(const QString &text) { return {{u"text"_s, text}}; }

QString fingerprintOf(const guide::Diagnosis &diagnosis, const guide::Finding &finding, QHash<QString, int> &seen)
{
    const model::ObjectRef lasting = guide::lastingObject(finding);
    const QString object = lasting.name.isEmpty() ? model::kindName(lasting.kind) : lasting.toString();
    const QString key =
        QStringList{diagnosis.subject.toString(), finding.leaf, finding.stoppedAt, object, finding.container}.join(
            u'\n');
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return QString::fromLatin1(hash) + u':' + QString::number(++seen[key]);
}

class SarifWriter
{
public:
    SarifWriter(const Input &input, const Places &places) : m_input(input), m_places(places), m_rules(input) {}

    QJsonObject run();

private:
    void add(const SubjectView &view, const FindingView &finding);
    QJsonObject location(const guide::Diagnosis &diagnosis, const guide::Finding &finding) const;
    QJsonObject message(const FindingView &view) const;
    void noteUnread(const SubjectView &view);
    void note(const QString &id, const QString &level, const QString &text);
    QJsonObject invocation() const;

    const Input &m_input;
    const Places &m_places;
    SarifRules m_rules;
    QJsonArray m_results, m_notifications;
    QHash<QString, int> m_fingerprints;
    QSet<QString> m_noted;
    int m_judged = 0;
};

QJsonObject SarifWriter::location(const guide::Diagnosis &diagnosis, const guide::Finding &finding) const
{
    const model::ObjectRef &object = finding.object;
    QJsonObject location{
        {u"logicalLocations"_s, QJsonArray{QJsonObject{{u"name"_s, clean(object.name)},
                                                       {u"fullyQualifiedName"_s, clean(object.toString())},
                                                       {u"kind"_s, model::kindName(object.kind)}}}}};
    for (const PlacedField &field : fieldsOf(diagnosis, finding)) {
        const auto place = m_places.find(field);
        if (place == m_places.end())
            continue;
        const QString uri = QString::fromLatin1(QUrl::toPercentEncoding(place->second.file, "/"));
        location[u"physicalLocation"_s] = QJsonObject{{u"artifactLocation"_s, QJsonObject{{u"uri"_s, uri}}},
                                                      {u"region"_s, QJsonObject{{u"startLine"_s, place->second.line}}}};
        break;
    }
    return location;
}

QJsonObject SarifWriter::message(const FindingView &view) const
{
    QStringList lines{view.text.title};
    if (!view.text.why.isEmpty())
        lines += view.text.why;
    for (const EvidenceView &evidence : view.proof)
        lines += evidence.line();
    for (const QString &step : view.text.fix)
        lines += u"- "_s + step;
    for (const QString &command : view.text.commands)
        lines += u"$ "_s + command;
    return messageOf(lines.join(u'\n'));
}

void SarifWriter::add(const SubjectView &view, const FindingView &finding)
{
    const guide::Diagnosis &diagnosis = *view.diagnosis;
    const guide::Finding &found = *finding.finding;
    QJsonObject properties{{u"subject"_s, clean(diagnosis.subject.toString())},
                           {u"layer"_s, guide::layerId(found.layer)},
                           {u"primary"_s, found.primary},
                           {u"certainty"_s, finding.weight}};
    if (!found.container.isEmpty())
        properties[u"container"_s] = clean(found.container);
    const QString rule = found.leaf.isEmpty() ? found.stoppedAt : found.leaf;
    m_results.append(QJsonObject{
        {u"ruleId"_s, rule},
        {u"ruleIndex"_s, m_rules.indexOf(rule, finding)},
        {u"level"_s, levelOf(found)},
        {u"message"_s, message(finding)},
        {u"locations"_s, QJsonArray{location(diagnosis, found)}},
        {u"partialFingerprints"_s, QJsonObject{{u"faultline/v1"_s, fingerprintOf(diagnosis, found, m_fingerprints)}}},
        {u"properties"_s, properties}});
}

void SarifWriter::note(const QString &id, const QString &level, const QString &text)
{
    if (m_noted.contains(id + text))
        return;
    m_noted.insert(id + text);
    m_notifications.append(QJsonObject{
        {u"descriptor"_s, QJsonObject{{u"id"_s, id}}}, {u"level"_s, level}, {u"message"_s, messageOf(text)}});
}

/// What could not be looked at, each once: a missing right weighs more than what a dump does not hold.
void SarifWriter::noteUnread(const SubjectView &view)
{
    for (const UncheckedView &item : view.notChecked) {
        const QString kind = item.reason.section(u':', 0, 0);
        if (kind == "notTried"_L1)
            continue;
        const bool isTrouble = kind == "forbidden"_L1 || kind == "failed"_L1;
        const QString rule = item.rule.isEmpty() ? QString() : u"\n"_s + item.rule;
        note(u"unread/"_s + clean(item.reason).replace(u':', u'/'), isTrouble ? u"warning"_s : u"note"_s,
             item.reasonText + rule);
    }
}

QJsonObject SarifWriter::invocation() const
{
    QJsonObject json{{u"executionSuccessful"_s, m_judged > 0}, {u"toolExecutionNotifications"_s, m_notifications}};
    if (m_input.context.takenAt.isValid())
        json[u"endTimeUtc"_s] = m_input.context.takenAt.toString();
    return json;
}

QJsonObject SarifWriter::run()
{
    const Context &context = m_input.context;
    for (const QString &warning : remarksOf(m_input))
        note(u"input"_s, u"warning"_s, clean(warning));
    for (const guide::Diagnosis *diagnosis : m_input.diagnoses) {
        const SubjectView view = viewOf(m_input, *diagnosis);
        m_judged += diagnosis->health == guide::Health::Unjudged ? 0 : 1;
        for (const auto *list : {&view.findings, &view.notes}) {
            for (const FindingView &finding : *list)
                add(view, finding);
        }
        noteUnread(view);
    }
    const QJsonObject driver{{u"name"_s, u"Faultline"_s},
                             {u"version"_s, context.programVersion},
                             {u"semanticVersion"_s, context.programVersion},
                             {u"rules"_s, m_rules.rules()}};
    QStringList id{u"faultline"_s, clean(context.sourceType), clean(context.nameSpace)};
    id.removeAll(QString());
    return {{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
            {u"automationDetails"_s, QJsonObject{{u"id"_s, id.join(u'/') + u'/'}}},
            {u"language"_s, phrase(m_input.language, u"en-US"_s, u"zh-CN"_s)},
            {u"columnKind"_s, u"utf16CodeUnits"_s},
            {u"invocations"_s, QJsonArray{invocation()}},
            {u"results"_s, m_results}};
}

} // namespace

std::vector<PlacedField> fieldsToPlace(const Input &input)
{
    std::vector<PlacedField> fields;
    for (const guide::Diagnosis *diagnosis : input.diagnoses) {
        for (const guide::Finding &finding : diagnosis->findings) {
            const auto more = fieldsOf(*diagnosis, finding);
            fields.insert(fields.end(), more.begin(), more.end());
        }
    }
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return fields;
}

QJsonObject toSarif(const Input &input, const Places &places)
{
    // Members that hold words of the format or of the guide, and no text of the cluster's.
    const QStringList kept{u"$schema"_s, u"version"_s,       u"ruleId"_s,    u"level"_s, u"id"_s,
                           u"kind"_s,    u"layer"_s,         u"certainty"_s, u"tags"_s,  u"partialFingerprints"_s,
                           u"helpUri"_s, u"informationUri"_s};
    const QJsonObject document{
        {u"$schema"_s, u"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"_s},
        {u"version"_s, u"2.1.0"_s},
        {u"runs"_s, QJsonArray{SarifWriter(input, places).run()}}};
    return input.redactor.masked(document, kept).toObject();
}

} // namespace faultline::report
