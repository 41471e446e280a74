#include "tests/docs/pages.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

/// Every text of the sources, those that go on in the next line as one.
QString textsOfTheProgram()
{
    static const QRegularExpression goesOn(u"\"\\s*\\n\\s*\""_s);
    QString all;
    for (const QString &room : {u"core"_s, u"app"_s, u"ui"_s}) {
        QDirIterator each(kRoot + room, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            all += pageText(each.next().mid(kRoot.size()));
    }
    return all.remove(goesOn).replace(u"\\\""_s, u"\""_s);
}

/// What stands in code in the first column of the tables of sentences.
QStringList quotedSentences(const QString &page)
{
    static const QRegularExpression code(u"`([^`]+)`"_s);
    QStringList sentences;
    bool isTable = false;
    for (const QString &line : readPage(page).lines) {
        isTable = line.startsWith("| it says |"_L1) || (isTable && line.startsWith(u'|'));
        if (!isTable)
            continue;
        for (const auto &match : code.globalMatch(line.section(u'|', 1, 1)))
            sentences.append(match.captured(1));
    }
    return sentences;
}

/// The parts of a sentence between what differs: names in capitals, numbers, "...".
QStringList fixedParts(const QString &sentence)
{
    static const QRegularExpression differs(u"\\b[A-Z]+\\b|\\.\\.\\.|\\d+|\""_s);
    QStringList parts;
    for (const QString &part : QString(sentence).replace(differs, u"\n"_s).split(u'\n')) {
        if (part.trimmed().size() >= 8)
            parts.append(part.trimmed());
    }
    return parts;
}

QString unsaidPart(const QString &sentence, const QString &texts)
{
    for (const QString &part : fixedParts(sentence)) {
        if (!texts.contains(part))
            return part;
    }
    return {};
}

} // namespace

/// Who looks for a sentence that the program printed finds it in docs/troubleshooting.md word for word.
class DocSentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageQuotesWhatTheProgramSays();
    void aSentenceThatNobodySaysIsFound();
};

void DocSentencesTest::thePageQuotesWhatTheProgramSays()
{
    const QString texts = textsOfTheProgram();
    const QStringList sentences = quotedSentences(pageText(u"docs/troubleshooting.md"_s));
    QVERIFY(sentences.size() > 20);
    for (const QString &sentence : sentences) {
        QVERIFY2(!fixedParts(sentence).isEmpty(), qPrintable(sentence));
        const QString unsaid = unsaidPart(sentence, texts);
        QVERIFY2(unsaid.isEmpty(), qPrintable(u"%1: %2"_s.arg(sentence, unsaid)));
    }
}

void DocSentencesTest::aSentenceThatNobodySaysIsFound()
{
    const QString texts = textsOfTheProgram();
    QCOMPARE(unsaidPart(u"HOST refused the connection: nothing listens there"_s, texts), QString());
    QVERIFY(!unsaidPart(u"HOST declined the connection politely"_s, texts).isEmpty());
}

QTEST_GUILESS_MAIN(DocSentencesTest)
#include "tst_docsentences.moc"
