#include "tests/support/story.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::test {

namespace {

using guide::Diagnosis;
using guide::Finding;

/// The leaves that a sentence of alsoFound names: any one of them makes it true.
QStringList leavesIn(const QString &sentence)
{
    static const QRegularExpression leaf(u"\\bres_\\w+"_s);
    QStringList leaves;
    for (const auto &match : leaf.globalMatch(sentence))
        leaves.append(match.captured());
    return leaves;
}

/// The object that a person would open, or a Pod of it.
bool isAbout(const Diagnosis &diagnosis, const Finding &finding, const QString &object)
{
    return finding.object.toString() == object ||
           (diagnosis.subject.toString() == object && finding.object.kind == model::Kind::Pod);
}

template <typename Predicate> bool anyFinding(const std::vector<Diagnosis> &diagnoses, Predicate predicate)
{
    for (const Diagnosis &diagnosis : diagnoses) {
        for (const Finding &finding : diagnosis.findings) {
            if (predicate(diagnosis, finding))
                return true;
        }
    }
    return false;
}

QString faultProblem(const std::vector<Diagnosis> &diagnoses, const Expected &expected)
{
    const bool isFound = anyFinding(diagnoses, [&](const Diagnosis &diagnosis, const Finding &finding) {
        return finding.primary && !finding.isNote && expected.leaves.contains(placeOf(finding)) &&
               guide::layerId(finding.layer) == expected.layer && isAbout(diagnosis, finding, expected.object);
    });
    return isFound ? QString() : u"the fault is no primary finding"_s;
}

QString intendedProblem(const std::vector<Diagnosis> &diagnoses, const Expected &expected)
{
    const bool isFound = anyFinding(diagnoses, [&](const Diagnosis &diagnosis, const Finding &finding) {
        return finding.isNote && expected.leaves.contains(placeOf(finding)) &&
               isAbout(diagnosis, finding, expected.object);
    });
    return isFound ? QString() : u"what is intended is not noted"_s;
}

/// What is on its way is no fault; whether it was to be expected is the false alarm's matter. An object that could not
/// be judged is none either, as long as something was.
QString fineProblem(const std::vector<Diagnosis> &diagnoses)
{
    bool anyFine = false;
    for (const Diagnosis &diagnosis : diagnoses) {
        if (diagnosis.health == guide::Health::Fault || diagnosis.health == guide::Health::Open)
            return diagnosis.subject.toString() + u" is not fine"_s;
        anyFine = anyFine || diagnosis.health != guide::Health::Unjudged;
    }
    return anyFine ? QString() : u"nothing was judged"_s;
}

QString alsoFoundProblem(const std::vector<Diagnosis> &diagnoses, const Expected &expected)
{
    for (const QString &sentence : expected.alsoFound) {
        const QStringList leaves = leavesIn(sentence);
        const bool isFound = leaves.isEmpty() || anyFinding(diagnoses, [&](const Diagnosis &, const Finding &finding) {
                                 return leaves.contains(finding.leaf);
                             });
        if (!isFound)
            return u"is not found: "_s + sentence;
    }
    return {};
}

/// A finding that the person who made the fault knows to be none.
QString falseAlarm(const std::vector<Diagnosis> &diagnoses, const Expected &expected)
{
    QStringList known = expected.leaves;
    for (const QString &sentence : expected.alsoFound)
        known += leavesIn(sentence);
    QString alarm;
    anyFinding(diagnoses, [&](const Diagnosis &, const Finding &finding) {
        if (!finding.isNote && !finding.explained && !known.contains(placeOf(finding)))
            alarm = u"false alarm: "_s + placeOf(finding) + u" on "_s + finding.object.toString();
        return !alarm.isEmpty();
    });
    return alarm;
}

} // namespace

QString problemWith(const std::vector<Diagnosis> &diagnoses, const Expected &expected)
{
    QString first = u"verdict must be fault, intended or none"_s;
    if (expected.verdict == "fault"_L1) {
        first = faultProblem(diagnoses, expected);
    } else if (expected.verdict == "intended"_L1) {
        first = intendedProblem(diagnoses, expected);
    } else if (expected.verdict == "none"_L1) {
        first = fineProblem(diagnoses);
    }
    for (const QString &next : {alsoFoundProblem(diagnoses, expected), falseAlarm(diagnoses, expected)})
        first = first.isEmpty() ? next : first;
    return first;
}

} // namespace faultline::test
