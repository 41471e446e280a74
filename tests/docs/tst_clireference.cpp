#include "tests/app/clirun.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

QString textOf(const QString &path)
{
    QFile file(sourcePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString printed(const QString &language, const QStringList &more = {})
{
    return runFaultline(QStringList{u"guide"_s, u"reference"_s, u"--language"_s, language} + more).text();
}

} // namespace

/// docs/checks.md and its Chinese twin are what `faultline guide reference` prints.
class CliReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageIsWhatTheProgramPrints_data();
    void thePageIsWhatTheProgramPrints();
    void everyNodeHasAPlaceAndEveryLinkFindsOne();
    void nothingOfTheGuidesOwnMarksIsLeft_data();
    void nothingOfTheGuidesOwnMarksIsLeft();
    void aTeamsQuestionsAreInIt();
    void aTeamsTextIsNoMarkup();
    void itTakesNoFormat();
};

void CliReferenceTest::thePageIsWhatTheProgramPrints_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    QTest::newRow("English") << u"en"_s << u"docs/checks.md"_s;
    QTest::newRow("Chinese") << u"zh"_s << u"docs/checks.zh-CN.md"_s;
}

void CliReferenceTest::thePageIsWhatTheProgramPrints()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    const QStringList there = textOf(page).split(u'\n'), made = printed(language).split(u'\n');
    QVERIFY(made.size() > 1000);
    for (qsizetype i = 0; i < std::min(there.size(), made.size()); ++i) {
        QVERIFY2(there[i] == made[i], qPrintable(u"%1:%2 is old: faultline guide reference --language %3 > %1"_s.arg(
                                          page, QString::number(i + 1), language)));
    }
    QCOMPARE(there.size(), made.size());
}

void CliReferenceTest::everyNodeHasAPlaceAndEveryLinkFindsOne()
{
    const QString page = printed(u"en"_s);
    const QJsonObject list = runFaultline({u"guide"_s, u"list"_s, u"-o"_s, u"json"_s}).json();
    QVERIFY(list["nodes"_L1].toArray().size() > 300);
    for (const QJsonValue &node : list["nodes"_L1].toArray()) {
        const QString id = node["id"_L1].toString();
        QCOMPARE(page.count(u"\n### "_s + id + u'\n'), 1);
        if (const QString check = node["check"_L1].toString(); !check.isEmpty())
            QVERIFY2(page.contains(u"`"_s + check + u'`'), qPrintable(check));
    }
    static const QRegularExpression link(u"\\]\\(#([a-z0-9_]+)\\)"_s);
    for (const auto &match : link.globalMatch(page)) {
        const QString id = match.captured(1);
        if (id.contains(u'_'))
            QVERIFY2(page.contains(u"\n### "_s + id + u'\n'), qPrintable(id));
    }
}

void CliReferenceTest::nothingOfTheGuidesOwnMarksIsLeft_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh"_s;
}

void CliReferenceTest::nothingOfTheGuidesOwnMarksIsLeft()
{
    QFETCH(QString, language);
    for (const QString &line : printed(language).split(u'\n')) {
        for (const QString &mark : {u"[["_s, u"]]"_s, u"\\[\\["_s, u"\\]\\]"_s, u"?!"_s})
            QVERIFY2(!line.contains(mark), qPrintable(line));
    }
}

void CliReferenceTest::aTeamsQuestionsAreInIt()
{
    const QString page = printed(u"en"_s, {u"--guide"_s, sourcePath(u"tests/guides/vault.yaml"_s)});
    for (const QString &part :
         {u"### team_vault_agent\n"_s, u"### team_vault_not_injected\n"_s, u"conditions of vault.yaml"_s})
        QVERIFY2(page.contains(part), qPrintable(part));
}

void CliReferenceTest::aTeamsTextIsNoMarkup()
{
    QTemporaryDir folder;
    QFile guide(folder.filePath(u"odd.yaml"_s));
    QVERIFY(guide.open(QIODevice::WriteOnly));
    guide.write("insert: [{before: p_pending, node: odd}]\n"
                "nodes:\n"
                "  - id: odd\n"
                "    text: 'Is <b>it</b> ![x](https://evil.example/x.png) *odd*?'\n"
                "    when: {object: pod, path: '{.spec}'}\n"
                "    edges: {\"yes\": odd_leaf, \"no\": CONTINUE, unknown: CONTINUE}\n"
                "  - {id: odd_leaf, title: '[click](https://evil.example/)', why: Because, fix: 'Look'}\n");
    guide.close();
    const QString page = printed(u"en"_s, {u"--guide"_s, guide.fileName()});
    QVERIFY(page.contains("### odd\n"_L1));
    for (const QString &markup : {u"<b>"_s, u"![x]("_s, u" *odd*"_s, u"[click]("_s})
        QVERIFY2(!page.contains(markup), qPrintable(markup));
}

void CliReferenceTest::itTakesNoFormat()
{
    const Run run = runFaultline({u"guide"_s, u"reference"_s, u"-o"_s, u"json"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("Markdown"));
}

QTEST_GUILESS_MAIN(CliReferenceTest)
#include "tst_clireference.moc"
