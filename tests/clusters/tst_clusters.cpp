#include "tests/support/story.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using guide::Diagnosis;
using guide::Finding;
using test::Expected;
using test::Story;

namespace {

/// Leaves that no story reaches yet, each with the reason. A leaf that is reached must leave this list.
const std::map<QString, QString> kWithoutStory{};

void rowForEveryStory()
{
    QTest::addColumn<int>("index");
    const std::vector<Story> stories = test::allStories();
    for (size_t i = 0; i < stories.size(); ++i)
        QTest::addRow("%s/%s", qPrintable(stories[i].group), qPrintable(stories[i].name)) << static_cast<int>(i);
}

/// A note, something that will come by itself, or what follows from that.
bool isNoFault(const Finding &finding)
{
    return finding.isNote || finding.explained || finding.verdict == guide::LeafVerdict::Wait;
}

/// Where the walks of a story end, notes among them.
void collectPlaces(const std::vector<Diagnosis> &diagnoses, QSet<QString> &places)
{
    for (const Diagnosis &diagnosis : diagnoses) {
        for (const Finding &finding : diagnosis.findings)
            places.insert(test::placeOf(finding));
    }
}

} // namespace

class TestClusters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStoryEndsAsItIsKnown_data() { rowForEveryStory(); }
    void everyStoryEndsAsItIsKnown();
    void aHealthyStoryHasNoFinding();
    void everyLeafHasAStory();
    void aWrongEndIsSeen();

private:
    std::unique_ptr<guide::Guide> m_guide;
    QSet<QString> m_places; ///< that stories with the right end have led to
};

void TestClusters::initTestCase()
{
    auto guide = guide::Guide::loadBuiltIn();
    QVERIFY2(guide, guide ? "" : qPrintable(guide.error().toString()));
    m_guide = std::make_unique<guide::Guide>(std::move(*guide));
}

void TestClusters::everyStoryEndsAsItIsKnown()
{
    QFETCH(int, index);
    const Story story = test::allStories()[static_cast<size_t>(index)];
    const Expected expected = Expected::read(story.folder);
    const test::Told told = test::tell(*m_guide, story, expected);
    QCOMPARE(told.problem, QString());
    const QString found = test::problemWith(told.diagnoses, expected);
    QVERIFY2(found.isEmpty(), qPrintable(found + u'\n' + test::described(told.diagnoses)));
    collectPlaces(told.diagnoses, m_places);
}

void TestClusters::aHealthyStoryHasNoFinding()
{
    int count = 0;
    for (const Story &story : test::allStories()) {
        if (!story.name.startsWith("healthy-"_L1))
            continue;
        const Expected expected = Expected::read(story.folder);
        QCOMPARE(expected.verdict, u"none"_s);
        const test::Told told = test::tell(*m_guide, story, expected);
        QCOMPARE(told.problem, QString());
        for (const Diagnosis &diagnosis : told.diagnoses) {
            const bool isQuiet = std::all_of(diagnosis.findings.begin(), diagnosis.findings.end(), isNoFault);
            QVERIFY2(isQuiet, qPrintable(story.name + u'\n' + test::described(told.diagnoses)));
        }
        ++count;
    }
    QVERIFY(count > 10);
}

/// Runs after the stories have been told.
void TestClusters::everyLeafHasAStory()
{
    QStringList missing;
    QStringList needless;
    for (const guide::Node &node : m_guide->nodes()) {
        if (node.type != guide::NodeType::Resolution)
            continue;
        const bool isListed = kWithoutStory.find(node.id) != kWithoutStory.end();
        if (m_places.contains(node.id) == isListed)
            (isListed ? needless : missing).append(node.id);
    }
    QCOMPARE(missing.join(u' '), QString());
    QCOMPARE(needless.join(u' '), QString());
}

void TestClusters::aWrongEndIsSeen()
{
    Diagnosis diagnosis;
    diagnosis.subject = {model::Kind::Deployment, u"shop"_s, u"web"_s};
    diagnosis.health = guide::Health::Fault;
    Finding finding;
    finding.leaf = u"res_oom"_s;
    finding.layer = guide::Layer::Pods;
    finding.primary = true;
    finding.object = {model::Kind::Pod, u"shop"_s, u"web-1"_s};
    diagnosis.findings = {finding};
    const Expected right{{u"res_oom"_s}, u"pods"_s, u"Deployment/shop/web"_s, u"fault"_s, {}, {}, {}};
    QCOMPARE(test::problemWith({diagnosis}, right), QString());
    std::vector<Expected> wrong(7, right);
    wrong[0].leaves = {u"res_exec"_s};
    wrong[1].layer = u"service"_s;
    wrong[2].object = u"Deployment/shop/other"_s;
    wrong[3].verdict = u"intended"_s;
    wrong[4].verdict = u"none"_s;
    wrong[5].verdict.clear();
    wrong[6].alsoFound = {u"res_class too"_s};
    for (const Expected &expected : wrong)
        QVERIFY(!test::problemWith({diagnosis}, expected).isEmpty());
    diagnosis.findings.push_back(finding);
    diagnosis.findings.back().leaf = u"res_exec"_s;
    QVERIFY(!test::problemWith({diagnosis}, right).isEmpty());
}

QTEST_GUILESS_MAIN(TestClusters)
#include "tst_clusters.moc"
