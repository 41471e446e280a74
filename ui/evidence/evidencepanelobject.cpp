// The half of the panel that is about one object: which it is, fetching it, and finding a place in it.
#include "core/model/versions.h"
#include "ui/evidence/commandspage.h"
#include "ui/evidence/describepage.h"
#include "ui/evidence/eventspage.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/evidence/logview.h"
#include "ui/evidence/rolloutpage.h"
#include "ui/evidence/yamlpage.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

void EvidencePanel::setObject(const model::ObjectRef &object)
{
    if (object == m_object)
        return;
    m_object = object;
    m_raw = {};
    m_rawProblem.clear();
    m_asked.erase(object);
    m_yaml->setObject(object);
    m_describe->setObject(object);
    m_commands->setObject(m_cluster, object);
    markProof();
    askForRaw();
}

void EvidencePanel::offerObject(const model::ObjectRef &subject, const model::ObjectRef &object)
{
    if (subject == m_offeredFor && object == m_offered)
        return;
    m_offeredFor = subject;
    m_offered = object;
    setObject(object);
}

/// Of the proof the fields that stand in the object at hand.
void EvidencePanel::markProof()
{
    QStringList fields;
    for (const checks::Evidence &evidence : m_proof) {
        const bool isField = !evidence.field.startsWith("log"_L1) && !evidence.field.startsWith("events["_L1);
        if (evidence.object == m_object && isField && !fields.contains(evidence.field))
            fields.append(evidence.field);
    }
    m_yaml->setMarks(fields, m_keys, m_state);
}

void EvidencePanel::askForRaw()
{
    if (isShown(Tab::Yaml) || isShown(Tab::Describe)) {
        showRawPages();
        ask(m_object);
    }
    if (isShown(Tab::Rollout)) {
        for (const model::ObjectRef &set : m_rollout->wanted())
            ask(set);
    }
}

/// Once for each version of the object; one without versions (from a file) once for each picture.
void EvidencePanel::ask(const model::ObjectRef &object)
{
    if (object.isNull())
        return;
    const QString version = m_cluster ? model::objectVersion(*m_cluster, object) : QString();
    const QString now = !version.isEmpty() ? version : u"picture "_s + QString::number(quintptr(m_cluster.get()));
    const auto known = m_asked.find(object);
    if (known != m_asked.end() && known->second == now)
        return;
    m_asked[object] = now;
    Q_EMIT rawRequested(object);
}

void EvidencePanel::setRaw(const model::ObjectRef &object, const QByteArray &json, const QString &problem)
{
    const QJsonObject parsed = QJsonDocument::fromJson(json).object();
    m_rollout->setRaw(object, parsed, problem);
    if (object != m_object)
        return; // an answer to an older question
    m_raw = parsed;
    m_rawProblem = problem;
    m_yaml->setRaw(m_raw, problem);
    m_describe->setRaw(m_cluster, m_raw, problem);
}

void EvidencePanel::showRawPages()
{
    if (!m_raw.isEmpty() && isShown(Tab::Describe))
        m_describe->setRaw(m_cluster, m_raw, m_rawProblem);
}

void EvidencePanel::showPlace(const model::ObjectRef &object, const QString &fieldPath)
{
    if (fieldPath.startsWith("events["_L1)) {
        const QString reason = fieldPath.mid(7).section(u']', 0, 0);
        open(Tab::Events);
        if (m_events->chooseEvent(object, reason))
            return;
    }
    if (fieldPath == "log"_L1 || fieldPath == "log.previous"_L1) {
        open(Tab::Logs);
        if (m_logView->chooseLog(object, fieldPath))
            return;
    }
    setObject(object);
    m_yaml->showField(fieldPath);
    open(Tab::Yaml);
}

void EvidencePanel::openObject(const model::ObjectRef &object)
{
    setObject(object);
    open(Tab::Yaml);
}

} // namespace faultline::ui::evidence
