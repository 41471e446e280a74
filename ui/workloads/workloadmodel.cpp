#include "ui/workloads/workloadmodel.h"

#include "core/guide/brief.h"
#include "core/redact/redact.h"
#include "ui/common/diagrampicture.h"

#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::workloads {

namespace {

/// As people call it: the line has room for one word.
QString shortKind(model::Kind kind)
{
    switch (kind) {
    case model::Kind::HorizontalPodAutoscaler:
        return u"HPA"_s;
    case model::Kind::PodDisruptionBudget:
        return u"PDB"_s;
    case model::Kind::PersistentVolumeClaim:
        return u"PVC"_s;
    default:
        return model::kindName(kind);
    }
}

} // namespace

WorkloadModel::WorkloadModel(QObject *parent) : QAbstractListModel(parent) {}

void WorkloadModel::setRows(std::vector<WorkloadRow> rows)
{
    const bool sameOrder =
        std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                   [](const auto &left, const auto &right) { return left.subject == right.subject; });
    if (sameOrder && !rows.empty()) {
        for (size_t row = 0; row < rows.size(); ++row) {
            if (rows[row] != m_rows[row])
                renew(row, std::move(rows[row]));
        }
        return;
    }
    beginResetModel();
    replace(std::move(rows));
    endResetModel();
}

void WorkloadModel::replace(std::vector<WorkloadRow> rows)
{
    m_rows = std::move(rows);
    m_reasons.assign(m_rows.size(), QString());
    m_sentences.assign(m_rows.size(), QString());
    QSet<QString> namespaces;
    QSet<int> kinds;
    for (const WorkloadRow &row : m_rows) {
        if (model::isNamespaced(row.subject.kind))
            namespaces.insert(row.subject.nameSpace);
        kinds.insert(static_cast<int>(row.subject.kind));
    }
    m_mixedNamespaces = namespaces.size() > 1;
    m_mixedKinds = kinds.size() > 1;
}

/// One of ten thousand has changed: no other is worded, filtered or painted again.
void WorkloadModel::renew(size_t row, WorkloadRow content)
{
    m_rows[row] = std::move(content);
    m_reasons[row].clear();
    m_sentences[row].clear();
    const QModelIndex place = index(static_cast<int>(row));
    Q_EMIT dataChanged(place, place);
}

void WorkloadModel::setLanguage(base::Language language)
{
    m_language = language;
    m_reasons.assign(m_rows.size(), QString());
    m_sentences.assign(m_rows.size(), QString());
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int WorkloadModel::rowOf(const model::ObjectRef &subject) const
{
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const WorkloadRow &row) { return row.subject == subject; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int WorkloadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant WorkloadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto at = static_cast<size_t>(index.row());
    const WorkloadRow &row = m_rows[at];
    switch (role) {
    case Qt::DisplayRole:
        return row.subject.name;
    case Qt::ToolTipRole:
        return plainTip(row.subject.toString() + u'\n' + lookOf(row.state).word.in(m_language) + u'\n' + sentence(at));
    case Qt::AccessibleTextRole:
        return QString(row.subject.name + u": "_s + lookOf(row.state).word.in(m_language) + u", "_s + sentence(at));
    case SubjectRole:
        return QVariant::fromValue(row.subject);
    case StateRole:
        return static_cast<int>(row.state);
    case ReasonRole:
        return reason(at);
    case PlaceRole:
        return place(row);
    case SearchRole:
        return QString(row.subject.toString() + u' ' + lookOf(row.state).word.in(m_language) + u' ' + reason(at) +
                       u' ' + sentence(at));
    case SentenceRole:
        return sentence(at);
    default:
        return {};
    }
}

const QString &WorkloadModel::reason(size_t row) const
{
    if (m_reasons[row].isNull())
        m_reasons[row] = m_rows[row].brief.isEmpty() ? sentence(row) : makeReason(m_rows[row]);
    return m_reasons[row];
}

const QString &WorkloadModel::sentence(size_t row) const
{
    if (m_sentences[row].isNull())
        m_sentences[row] = makeSentence(m_rows[row]);
    return m_sentences[row];
}

QString WorkloadModel::makeReason(const WorkloadRow &row) const
{
    QString text = redact::clean(guide::fillBrief(row.brief.in(m_language), row.facts));
    const QString fate = u" · %1/%2"_s.arg(row.fatedPods).arg(row.ofPods);
    const bool isPart = row.fatedPods > 0 && row.fatedPods < row.ofPods;
    if (isPart && guide::widthInLetters(text + fate) <= guide::briefWidth)
        text += fate;
    return text;
}

QString WorkloadModel::makeSentence(const WorkloadRow &row) const
{
    if (!row.reason.isEmpty())
        return redact::clean(guide::fill(row.reason.in(m_language), row.facts)).simplified();
    if (row.state == State::NotChecked)
        return tr("could not be looked at");
    return row.podCount == 0 ? tr("no Pods") : tr("%1 of %2 ready").arg(row.readyPods).arg(row.podCount);
}

QString WorkloadModel::place(const WorkloadRow &row) const
{
    QStringList parts;
    if (m_mixedKinds)
        parts += shortKind(row.subject.kind);
    if (m_mixedNamespaces && !row.subject.nameSpace.isEmpty()) // a Node has none
        parts += row.subject.nameSpace;
    return parts.join(u" · "_s);
}

} // namespace faultline::ui::workloads
