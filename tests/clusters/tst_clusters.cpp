#include "core/guide/diagnosis.h"
#include "core/source/filesource.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using guide::Diagnosis;
using guide::Finding;
using guide::Health;

namespace {

const QString kFolder = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/");

/// What a person who made the fault knows to be right.
struct Expected {
    QStringList leaves; ///< each of them is right; "?node" = stopping at that question
    QString layer;
    QString object;
    QString verdict; ///< fault, intended, none
    QStringList alsoFound;

    static Expected read(const QString &folder)
    {
        QFile file(folder + u"/expected.json"_s);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QJsonObject json = QJsonDocument::fromJson(bytes).object();
        Expected expected{{json.value("leaf"_L1).toString()},
                          json.value("layer"_L1).toString(),
                          json.value("object"_L1).toString(),
                          json.value("verdict"_L1).toString(),
                          {}};
        for (const QJsonValue &leaf : json.value("accept"_L1).toArray())
            expected.leaves.append(leaf.toString());
        for (const QJsonValue &sentence : json.value("alsoFound"_L1).toArray())
            expected.alsoFound.append(sentence.toString());
        return expected;
    }

    /// The leaves that a sentence of alsoFound names: any one of them makes it true.
    static QStringList leavesIn(const QString &sentence)
    {
        static const QRegularExpression leaf(u"\\bres_\\w+"_s);
        QStringList leaves;
        for (const auto &match : leaf.globalMatch(sentence))
            leaves.append(match.captured());
        return leaves;
    }
};

QString placeOf(const Finding &finding) { return finding.leaf.isEmpty() ? u'?' + finding.stoppedAt : finding.leaf; }

QString described(const std::vector<Diagnosis> &diagnoses)
{
    QStringList lines;
    for (const Diagnosis &diagnosis : diagnoses) {
        lines.append(u"%1: health %2"_s.arg(diagnosis.subject.toString()).arg(static_cast<int>(diagnosis.health)));
        for (const Finding &finding : diagnosis.findings) {
            lines.append(u"  "_s + placeOf(finding) + u" on "_s + finding.object.toString() +
                         (finding.primary ? u" primary"_s : QString()) + (finding.isNote ? u" note"_s : QString()) +
                         (finding.explained ? u" explained"_s : QString()));
        }
    }
    return lines.join(u'\n');
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

QString fineProblem(const std::vector<Diagnosis> &diagnoses)
{
    for (const Diagnosis &diagnosis : diagnoses) {
        if (diagnosis.health != Health::Fine)
            return diagnosis.subject.toString() + u" is not fine"_s;
    }
    return {};
}

QString alsoFoundProblem(const std::vector<Diagnosis> &diagnoses, const Expected &expected)
{
    for (const QString &sentence : expected.alsoFound) {
        const QStringList leaves = Expected::leavesIn(sentence);
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
        known += Expected::leavesIn(sentence);
    QString alarm;
    anyFinding(diagnoses, [&](const Diagnosis &, const Finding &finding) {
        if (!finding.isNote && !finding.explained && !known.contains(placeOf(finding)))
            alarm = u"false alarm: "_s + placeOf(finding) + u" on "_s + finding.object.toString();
        return !alarm.isEmpty();
    });
    return alarm;
}

QString problem(const std::vector<Diagnosis> &diagnoses, const Expected &expected)
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

} // namespace

class TestClusters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStoryEndsAsItIsKnown_data();
    void everyStoryEndsAsItIsKnown();
    void aWrongEndIsSeen();
};

void TestClusters::everyStoryEndsAsItIsKnown_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString &group : {u"recorded"_s, u"recorded-1.20"_s, u"manifests"_s}) {
        for (const QString &story : QDir(kFolder + group).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::addRow("%s/%s", qPrintable(group), qPrintable(story)) << kFolder + group + u'/' + story;
    }
}

void TestClusters::everyStoryEndsAsItIsKnown()
{
    QFETCH(QString, folder);
    const auto guide = guide::Guide::loadBuiltIn();
    QVERIFY2(guide, guide ? "" : qPrintable(guide.error().toString()));
    const auto snapshot = source::readFiles({{folder}, {}});
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().toString()));
    QCOMPARE(snapshot->origin.warnings, QStringList());
    const std::vector<Diagnosis> diagnoses = guide::diagnoseAll(*guide, *snapshot->cluster);
    const QString found = problem(diagnoses, Expected::read(folder));
    QVERIFY2(found.isEmpty(), qPrintable(found + u'\n' + described(diagnoses)));
}

void TestClusters::aWrongEndIsSeen()
{
    Diagnosis diagnosis;
    diagnosis.subject = {model::Kind::Deployment, u"shop"_s, u"web"_s};
    diagnosis.health = Health::Fault;
    Finding finding;
    finding.leaf = u"res_oom"_s;
    finding.layer = guide::Layer::Pods;
    finding.primary = true;
    finding.object = {model::Kind::Pod, u"shop"_s, u"web-1"_s};
    diagnosis.findings = {finding};
    const Expected right{{u"res_oom"_s}, u"pods"_s, u"Deployment/shop/web"_s, u"fault"_s, {}};
    QCOMPARE(problem({diagnosis}, right), QString());
    for (const Expected &wrong :
         {Expected{{u"res_exec"_s}, right.layer, right.object, right.verdict, {}},
          Expected{right.leaves, u"service"_s, right.object, right.verdict, {}},
          Expected{right.leaves, right.layer, u"Deployment/shop/other"_s, right.verdict, {}},
          Expected{right.leaves, right.layer, right.object, u"intended"_s, {}},
          Expected{right.leaves, right.layer, right.object, u"none"_s, {}}, Expected{right.leaves, {}, {}, {}, {}},
          Expected{right.leaves, right.layer, right.object, right.verdict, {u"res_class too"_s}}})
        QVERIFY(!problem({diagnosis}, wrong).isEmpty());
    diagnosis.findings.push_back(finding);
    diagnosis.findings.back().leaf = u"res_exec"_s;
    QVERIFY(!problem({diagnosis}, right).isEmpty());
}

QTEST_GUILESS_MAIN(TestClusters)
#include "tst_clusters.moc"
