#include "core/report/sarifrules.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

QString levelOf(const guide::Finding &finding)
{
    if (!guide::isFault(finding))
        return u"note"_s;
    const bool isSuspected = finding.certainty == guide::Certainty::Suspected ||
                             finding.verdict == guide::LeafVerdict::Suspect || finding.leaf.isEmpty();
    return isSuspected ? u"warning"_s : u"error"_s;
}

namespace {

QJsonObject textOf(const QString &text) { return {{u"text"_s, text}}; }

/// "ServiceSelector" out of "res_service_selector": an identifier that a person can read.
QString nameOf(const guide::NodeId &id)
{
    QString name;
    for (const QString &part : id.split(u'_', Qt::SkipEmptyParts)) {
        if (part != "res"_L1)
            name += part.left(1).toUpper() + part.mid(1);
    }
    return name;
}

} // namespace

QJsonObject SarifRules::rule(const guide::Node &node, const FindingView &view) const
{
    // A rule speaks of every cluster: texts with gaps belong to results.
    const QString text = clean(guide::fill(node.text.in(m_input.language), {}));
    const QString why = node.leaf.why.in(m_input.language);
    const QString description = why.isEmpty() || why.contains(u'{') ? text : clean(why);
    const QString level = levelOf(*view.finding);
    const QString verdict = view.finding->leaf.isEmpty() ? u"open"_s : guide::verdictId(node.verdict);
    const QStringList tags{u"kubernetes"_s, guide::layerId(node.layer)};
    QJsonObject rule{
        {u"id"_s, node.id},
        {u"name"_s, nameOf(node.id)},
        {u"shortDescription"_s, textOf(text)},
        {u"fullDescription"_s, textOf(description)},
        {u"help"_s, textOf((QStringList{description} + view.text.read).join(u'\n'))},
        {u"defaultConfiguration"_s, QJsonObject{{u"level"_s, level}}},
        {u"properties"_s, QJsonObject{{u"layer"_s, guide::layerId(node.layer)},
                                      {u"verdict"_s, verdict},
                                      {u"problem.severity"_s, level == "note"_L1 ? u"recommendation"_s : level},
                                      {u"tags"_s, QJsonArray::fromStringList(tags)}}}};
    if (!view.text.read.isEmpty())
        rule[u"helpUri"_s] = view.text.read.first();
    return rule;
}

int SarifRules::indexOf(const guide::NodeId &id, const FindingView &view)
{
    const auto known = m_index.constFind(id);
    if (known != m_index.constEnd())
        return *known;
    const int index = static_cast<int>(m_rules.size());
    m_rules.append(rule(m_input.guide->node(id), view));
    m_index.insert(id, index);
    return index;
}

} // namespace faultline::report
