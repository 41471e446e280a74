#include "tests/app/clirun.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

const QString kManPage = QStringLiteral("packaging/man/faultline.1");
const QString kDocs = QStringLiteral("docs/command-line.md");

QString textOf(const QString &path)
{
    QFile file(sourcePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sorted(const QSet<QString> &words)
{
    QStringList list(words.begin(), words.end());
    list.sort();
    return list;
}

/// Every "-x" and "--word" that stands in those lines of a text that `where` finds.
QStringList optionsIn(const QString &text, const QRegularExpression &where)
{
    static const QRegularExpression option(u"(?<![\\w-])(--[a-z][a-z-]+|-[A-Za-z])(?![\\w-])"_s);
    QSet<QString> found;
    for (const auto &line : where.globalMatch(text)) {
        for (const auto &match : option.globalMatch(line.captured(1)))
            found.insert(match.captured(1));
    }
    return sorted(found);
}

QStringList commands()
{
    return {u"diagnose"_s, u"compare"_s, u"snapshot"_s, u"guide"_s, u"completion"_s, u"window"_s};
}

/// The options that --help of one command, or of all of them, names.
QStringList optionsOfHelp(const QStringList &of)
{
    static const QRegularExpression row(u"^ {2,6}(-[^ ].*?)(?: {2}|$)"_s, QRegularExpression::MultilineOption);
    QString text;
    for (const QString &command : of)
        text += runFaultline({u"help"_s, command}).text();
    return optionsIn(text, row);
}

} // namespace

/// --help, the man page and docs/command-line.md tell the same.
class CliDocsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theManPageNamesTheSameOptions();
    void theDocsNameTheSameOptions();
    void theDocsSayWhichCommandTakesAnOption();
    void bothNameEveryCommandAndExitCode();
    void theManPageIsInOrder();
    void helpFitsATerminal();
    void helpOfACommandIsTheSameEitherWay();
};

void CliDocsTest::theManPageNamesTheSameOptions()
{
    const QStringList known = optionsOfHelp(commands());
    QVERIFY(known.size() > 30);
    // ".It Fl f , Fl -filename Ar path" -> "-f , --filename Ar path"
    static const QRegularExpression item(u"^\\.It (Fl .*)$"_s, QRegularExpression::MultilineOption);
    const QString text = textOf(kManPage).replace(u"Fl "_s, u"Fl -"_s);
    QCOMPARE(optionsIn(text, item), known);
}

void CliDocsTest::theDocsNameTheSameOptions()
{
    static const QRegularExpression row(u"^\\| `(-[^`]*)`"_s, QRegularExpression::MultilineOption);
    QCOMPARE(optionsIn(textOf(kDocs), row), optionsOfHelp(commands()));
}

void CliDocsTest::theDocsSayWhichCommandTakesAnOption()
{
    const QString text = textOf(kDocs);
    for (const QString &command : commands()) {
        const QRegularExpression row(u"^\\| `(-[^`]*)` \\| (?:[^|]*\\b"_s + command + u"\\b[^|]*|all) \\|"_s,
                                     QRegularExpression::MultilineOption);
        QCOMPARE(optionsIn(text, row), optionsOfHelp({command}));
    }
}

void CliDocsTest::bothNameEveryCommandAndExitCode()
{
    for (const QString &path : {kManPage, kDocs}) {
        const QString text = textOf(path);
        for (const QString &command : commands())
            QVERIFY2(text.contains(command), qPrintable(path + u": "_s + command));
        for (const QString &code : {u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"130"_s}) {
            const bool isNamed = text.contains(u".It "_s + code + u'\n') || text.contains(u"| "_s + code + u" |"_s);
            QVERIFY2(isNamed, qPrintable(path + u": "_s + code));
        }
    }
}

void CliDocsTest::theManPageIsInOrder()
{
    if (!QStandardPaths::findExecutable(u"mandoc"_s).isEmpty()) {
        const Run lint = runProgram(u"mandoc"_s, {u"-T"_s, u"lint"_s, sourcePath(kManPage)});
        QCOMPARE(lint.text(), QString());
    }
    if (QStandardPaths::findExecutable(u"groff"_s).isEmpty())
        QSKIP("groff is not installed");
    const Run groff = runProgram(u"groff"_s, {u"-ww"_s, u"-mandoc"_s, u"-Tutf8"_s, sourcePath(kManPage)});
    QVERIFY2(groff.exitCode == 0 && groff.err.isEmpty(), groff.err.constData());
    QVERIFY(groff.out.size() > 3000);
}

void CliDocsTest::helpFitsATerminal()
{
    for (const QString &command : commands() + QStringList{QString()}) {
        const Run help = runFaultline({u"help"_s, command});
        QCOMPARE(help.exitCode, 0);
        for (const QString &line : help.text().split(u'\n'))
            QVERIFY2(line.size() <= 80, qPrintable(line));
    }
}

void CliDocsTest::helpOfACommandIsTheSameEitherWay()
{
    for (const QString &command : commands()) {
        const QByteArray help = runFaultline({u"help"_s, command}).out;
        QVERIFY(help.contains("Usage:"));
        QCOMPARE(runFaultline({command, u"--help"_s}).out, help);
        QCOMPARE(runFaultline({command, u"-h"_s}).out, help);
    }
}

QTEST_GUILESS_MAIN(CliDocsTest)
#include "tst_clidocs.moc"
