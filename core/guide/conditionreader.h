#pragma once

#include "core/guide/condition.h"
#include "core/guide/problem.h"

#include <QtCore/QSet>

namespace faultline::guide {

/// Reads a team's question: `when` and `facts` of a node. What is wrong goes into the complaints, with its place.
class ConditionReader
{
public:
    /// `gaps`: the ones that names of objects may have.
    ConditionReader(Complaints &complaints, const QSet<QString> &gaps) : m_complaints(complaints), m_gaps(gaps) {}

    Condition readCondition(const QJsonValue &value, const Spot &spot);
    std::vector<Capture> readFacts(const QJsonValue &value, const Spot &spot);

private:
    Condition readJoin(Condition::Join join, const QJsonValue &value, const Spot &spot);
    Look readLook(const QJsonObject &object, const Spot &spot);
    Target readTarget(const QJsonValue &value, const Spot &spot);
    Target readNamed(const QJsonObject &object, const Spot &spot);
    Test readTest(const QJsonObject &object, const Spot &spot);
    void readTestValue(Test &test, const QJsonValue &value, const Spot &spot);
    QRegularExpression readPattern(const QJsonValue &value, const Spot &spot);
    QString readName(const QJsonValue &value, const Spot &spot);
    QStringList readWords(const QJsonValue &value, const Spot &spot);
    void onlyKnown(const QJsonObject &object, const QStringList &known, const Spot &spot);

    Complaints &m_complaints;
    const QSet<QString> &m_gaps;
    int m_depth = 0;
};

} // namespace faultline::guide
