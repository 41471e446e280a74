#include "ui/wizard/comparison.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {

namespace fact = checks::fact;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

QString factOf(const checks::Facts &facts, QLatin1StringView name)
{
    const auto it = facts.find(QString(name));
    return it == facts.end() ? QString() : it->second;
}

QString keyOf(const QString &pair) { return pair.section(u'=', 0, 0); }

/// The label with the key of `pair`, or what says that there is none.
QString labelFor(const QString &pair, const QStringList &labels)
{
    for (const QString &label : labels) {
        if (keyOf(label) == keyOf(pair))
            return label;
    }
    return Words::tr("no such label");
}

void addSelector(const checks::Facts &facts, Comparison &comparison)
{
    const QString wrong = factOf(facts, fact::selectorPair);
    const QString right = factOf(facts, fact::labelPair);
    const QStringList labels = factOf(facts, fact::labels).split(u',', Qt::SkipEmptyParts);
    if (!labels.isEmpty()) {
        for (const QString &pair : factOf(facts, fact::selector).split(u',', Qt::SkipEmptyParts)) {
            const QString label = pair == wrong && !right.isEmpty() ? right : labelFor(pair, labels);
            comparison.rows.push_back({pair, label, pair == label});
        }
    }
    const auto isWrong = [&](const PairRow &row) { return row.left == wrong; };
    if (!wrong.isEmpty() && std::none_of(comparison.rows.begin(), comparison.rows.end(), isWrong))
        comparison.rows.push_back({wrong, right.isEmpty() ? Words::tr("no such label") : right, wrong == right});
}

/// Whether one of the declared ports ("8080 (http), 9090") is that number or name.
bool declares(const QString &ports, const QString &port)
{
    for (const QString &entry : ports.split(u", "_s, Qt::SkipEmptyParts)) {
        if (entry == port || entry.section(u' ', 0, 0) == port || entry.endsWith(u'(' + port + u')'))
            return true;
    }
    return false;
}

Comparison portComparison(const QString &wanted, const QString &declared)
{
    Comparison comparison;
    if (!wanted.isEmpty() && !declared.isEmpty())
        comparison.rows.push_back({wanted, declared, declares(declared, wanted)});
    return comparison;
}

} // namespace

Comparison comparisonOf(const checks::Facts &facts)
{
    Comparison comparison;
    if (facts.contains(QString(fact::selectorPair)) || facts.contains(QString(fact::labels)))
        addSelector(facts, comparison);
    if (!comparison.rows.empty()) {
        comparison.leftTitle = Words::tr("Service selector");
        comparison.rightTitle = Words::tr("Pod labels");
        return comparison;
    }
    comparison = portComparison(factOf(facts, fact::targetPort), factOf(facts, fact::containerPorts));
    if (!comparison.rows.empty()) {
        comparison.leftTitle = Words::tr("targetPort");
        comparison.rightTitle = Words::tr("Ports of the containers");
        return comparison;
    }
    comparison = portComparison(factOf(facts, fact::backendPort), factOf(facts, fact::servicePorts));
    comparison.leftTitle = Words::tr("Port of the backend");
    comparison.rightTitle = Words::tr("Ports of the Service");
    return comparison;
}

} // namespace faultline::ui::wizard
