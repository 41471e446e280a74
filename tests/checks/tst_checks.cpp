#include "tests/support/casefile.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace faultline;
using checks::Answer;
using checks::Answerer;
using checks::Check;
using test::CheckCase;

namespace {

const QString kFolder = QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/checks");

struct Loaded {
    QString path;
    base::Result<CheckCase> result;
};

Loaded loadCase(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {path, base::failure(base::Error::Kind::File, file.errorString(), path)};
    auto result = test::parseCase(file.readAll());
    if (result) {
        const QFileInfo info(path);
        result->check = info.dir().dirName();
        result->name = info.completeBaseName();
    }
    return {path, std::move(result)};
}

const std::vector<Loaded> &loadedCases()
{
    static const std::vector<Loaded> cases = [] {
        std::vector<Loaded> all;
        for (const QString &path : test::caseFiles(kFolder))
            all.push_back(loadCase(path));
        return all;
    }();
    return cases;
}

bool hasCase(const QString &check, Answer answer)
{
    return std::any_of(loadedCases().begin(), loadedCases().end(), [&](const Loaded &loaded) {
        return loaded.result && loaded.result->check == check && loaded.result->expect.answer == answer;
    });
}

std::vector<Answer> answersThatNeedACase(const Check &check)
{
    // What only a person knows is always unknown.
    if (check.answerer != Answerer::Person)
        return {Answer::Yes, Answer::No, Answer::Unknown};
    return {Answer::Unknown};
}

/// Ids by the file names in core/checks: what the build makes its table from.
QStringList idsOnDisk()
{
    QStringList ids;
    const QDir folder(QStringLiteral(FAULTLINE_SOURCE_DIR "/core/checks"));
    for (const QFileInfo &file : folder.entryInfoList({u"*_*.cpp"_s}, QDir::Files, QDir::Name))
        ids.append(file.completeBaseName());
    ids.sort();
    return ids;
}

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreTheFileNames();
    void everyCheckHasItsCases_data();
    void everyCheckHasItsCases();
    void everyFolderNamesACheck();
    void answersAsTheCaseSays_data();
    void answersAsTheCaseSays();
    void aCaseWithASlipIsRefused_data();
    void aCaseWithASlipIsRefused();
    void aMismatchIsSeen();
};

void TestChecks::idsAreTheFileNames()
{
    QStringList ids;
    for (const Check &check : checks::allChecks()) {
        QVERIFY2(!check.id.isEmpty(), "a check without an id");
        QVERIFY2(check.ask != nullptr, qPrintable(check.id));
        QCOMPARE(checks::findCheck(check.id), &check);
        ids.append(check.id);
    }
    QCOMPARE(ids, idsOnDisk());
}

void TestChecks::everyCheckHasItsCases_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Answer>("answer");
    for (const Check &check : checks::allChecks()) {
        for (const Answer answer : answersThatNeedACase(check))
            QTest::addRow("%s %s", qPrintable(check.id), qPrintable(checks::answerWord(answer))) << check.id << answer;
    }
    if (checks::allChecks().empty())
        QTest::newRow("no checks yet") << QString() << Answer::Unknown;
}

void TestChecks::everyCheckHasItsCases()
{
    QFETCH(QString, id);
    QFETCH(Answer, answer);
    if (id.isEmpty())
        QSKIP("there is no check in core/checks");
    QVERIFY2(hasCase(id, answer), qPrintable(u"tests/checks/"_s + id + u" has no readable case that answers "_s +
                                             checks::answerWord(answer)));
}

void TestChecks::everyFolderNamesACheck()
{
    for (const QString &folder : QDir(kFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY2(checks::findCheck(folder) != nullptr, qPrintable(folder));
    for (const Loaded &loaded : loadedCases())
        QVERIFY2(QFileInfo(QFileInfo(loaded.path).path()).path() == kFolder, qPrintable(loaded.path));
}

void TestChecks::answersAsTheCaseSays_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < loadedCases().size(); ++i) {
        const QFileInfo info(loadedCases()[i].path);
        QTest::addRow("%s/%s", qPrintable(info.dir().dirName()), qPrintable(info.completeBaseName()))
            << static_cast<int>(i);
    }
    if (loadedCases().empty())
        QTest::newRow("no cases yet") << -1;
}

void TestChecks::answersAsTheCaseSays()
{
    QFETCH(int, index);
    if (index < 0)
        QSKIP("there is no case in tests/checks");
    const Loaded &loaded = loadedCases().at(static_cast<size_t>(index));
    QVERIFY2(loaded.result, loaded.result ? "" : qPrintable(loaded.result.error().toString()));
    const Check *check = checks::findCheck(loaded.result->check);
    QVERIFY2(check != nullptr, "the folder names no check");
    const checks::Verdict verdict = checks::answer(*check, loaded.result->scope());
    const QString problem = test::mismatch(loaded.result->expect, verdict);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY2(verdict.answer != Answer::Unknown || !verdict.unknownReason.isEmpty(), "unknown without a reason");
    for (const auto &[name, value] : verdict.facts)
        QVERIFY2(checks::allFactNames().contains(name), qPrintable(name));
    QVERIFY2(verdict.wantedLogs.empty() || check->readsLogs, "wants a log, but does not say that it reads logs");
    QCOMPARE(checks::answer(*check, loaded.result->scope()), verdict);
}

void TestChecks::aCaseWithASlipIsRefused_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("no answer") << "objects: []\n"_ba;
    QTest::newRow("an unknown word") << "expect: {answer: no}\nobject: []\n"_ba;
    QTest::newRow("an unknown expectation") << "expect: {answer: no, fact: {a: b}}\n"_ba;
    QTest::newRow("an unknown kind") << "expect: {answer: no}\nunseen: {podz: forbidden}\n"_ba;
    QTest::newRow("an unknown reason") << "expect: {answer: no}\nunseen: {pods: forbiden}\n"_ba;
    QTest::newRow("a subject without namespace") << "expect: {answer: no}\nabout: {pod: web}\n"_ba;
    QTest::newRow("a time that is none") << "expect: {answer: no}\nnow: noon\n"_ba;
    QTest::newRow("an object of no kind") << "expect: {answer: no}\nobjects: [{apiVersion: v1, kind: Pot}]\n"_ba;
}

void TestChecks::aCaseWithASlipIsRefused()
{
    QFETCH(QByteArray, yaml);
    QVERIFY(!test::parseCase(yaml));
}

void TestChecks::aMismatchIsSeen()
{
    const CheckCase::Expectation expected{Answer::Yes, {}, {{u"message"_s, u"m"_s}}, {u"Pod/a/b status.phase"_s}};
    const checks::Evidence seen{{model::Kind::Pod, u"a"_s, u"b"_s}, u"status.phase"_s, {}, {}};
    const checks::Facts facts{{u"message"_s, u"m"_s}, {u"reason"_s, u"r"_s}};
    QVERIFY(test::mismatch(expected, checks::yes({seen}, facts)).isEmpty());
    QVERIFY(!test::mismatch(expected, checks::no({seen}, facts)).isEmpty());
    QVERIFY(!test::mismatch(expected, checks::yes({}, facts)).isEmpty());
    QVERIFY(!test::mismatch(expected, checks::yes({seen}, {})).isEmpty());
    QVERIFY(!test::mismatch({Answer::Unknown, u"tooEarly"_s, {}, {}}, checks::unknown(u"notTried"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
