#include "core/guide/brief.h"
#include "tests/support/story.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

const guide::Guide &builtIn()
{
    static const base::Result<guide::Guide> guide = guide::Guide::loadBuiltIn();
    if (!guide)
        qFatal("%s", qPrintable(guide.error().detail));
    return *guide;
}

QStringList gapsOf(const QString &text)
{
    static const QRegularExpression gap(u"\\{([A-Za-z]+)\\}|\\[\\[\\?!?([A-Za-z]+)"_s);
    QStringList gaps;
    for (auto it = gap.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        gaps += match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    }
    return gaps;
}

} // namespace

class TestBrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLeafSaysWhatIsWrongInFewWords()
    {
        const QStringList known = guide::standardGaps() + checks::allFactNames();
        QFile file(u":/faultline/brief/leaves.yaml"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString entries = QString::fromUtf8(file.readAll());
        for (const guide::Node &node : builtIn().nodes()) {
            if (node.type != guide::NodeType::Resolution)
                continue;
            const base::LocalizedText brief = guide::briefOf(node);
            QVERIFY2(entries.contains(u'\n' + node.id + u": {"_s), qPrintable(node.id));
            for (const QString &text : {brief.en, brief.zh}) {
                for (const QString &gap : gapsOf(text))
                    QVERIFY2(known.contains(gap), qPrintable(node.id + u": "_s + gap));
                const QString bare = guide::fillBrief(text, {});
                QVERIFY2(!bare.isEmpty() && !bare.contains(u'?'), qPrintable(node.id + u": "_s + bare));
                QVERIFY2(guide::widthInLetters(bare) <= guide::briefWidth, qPrintable(node.id + u": "_s + bare));
            }
        }
    }

    void whatIsTooLongIsSaidWithoutItsParts()
    {
        const QString text = u"no PVC[[ {claim}]]"_s;
        QCOMPARE(guide::fillBrief(text, {{u"claim"_s, u"data-0"_s}}), u"no PVC data-0"_s);
        QCOMPARE(guide::fillBrief(text, {{u"claim"_s, QString(40, u'x')}}), u"no PVC"_s);
        QCOMPARE(guide::fillBrief(u"内存超限[[，上限 {memoryLimit}]]"_s, {{u"memoryLimit"_s, u"1234567890"_s}}),
                 u"内存超限，上限 1234567890"_s);
    }

    void aChineseLetterCountsTwice()
    {
        QCOMPARE(guide::widthInLetters(u"PVC 未绑定"_s), 10);
        QCOMPARE(guide::widthInLetters(u"no PVC"_s), 6);
    }

    void aQuestionIsCalledByItsShortText()
    {
        const guide::Node &question = builtIn().node(u"p_pending"_s);
        QCOMPARE(guide::briefOf(question), question.shortText);
    }

    /// Over every recorded story: nothing that the list says is cut off, and no gap stays open.
    void everyStoryFitsItsLine()
    {
        int looked = 0;
        for (const test::Story &story : test::allStories()) {
            const test::Told told = test::tell(builtIn(), story, test::Expected::read(story.folder));
            for (const guide::Diagnosis &diagnosis : told.diagnoses) {
                const guide::Finding *finding = diagnosis.primary();
                if (finding == nullptr || finding->leaf.isEmpty())
                    continue;
                const base::LocalizedText brief = guide::briefOf(builtIn().node(finding->leaf));
                for (const QString &text : {brief.en, brief.zh}) {
                    const QString filled = guide::fillBrief(text, finding->facts);
                    QVERIFY2(!filled.contains(u'?'), qPrintable(story.name + u": "_s + filled));
                    QVERIFY2(guide::widthInLetters(filled) <= guide::briefWidth,
                             qPrintable(story.name + u": "_s + filled));
                    ++looked;
                }
            }
        }
        QVERIFY(looked > 400);
    }
};

QTEST_GUILESS_MAIN(TestBrief)
#include "tst_brief.moc"
