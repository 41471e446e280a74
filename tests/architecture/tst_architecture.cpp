#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace {

const QString kRoot = QStringLiteral(FAULTLINE_SOURCE_DIR "/");
constexpr qsizetype kMostLines = 400;

/// Who may include whom. What is not listed is forbidden; a folder may always include itself.
const std::map<QString, QStringList> &allowed()
{
    static const QStringList shown{u"core/base"_s,   u"core/model"_s,    u"core/checks"_s, u"core/guide"_s,
                                   u"core/layout"_s, u"core/topology"_s, u"core/source"_s, u"core/investigation"_s,
                                   u"core/redact"_s, u"core/compare"_s,  u"ui/common"_s};
    static const std::map<QString, QStringList> table{
        {u"core/base"_s, {}},
        {u"core/layout"_s, {}},
        {u"core/kube"_s, {u"core/base"_s}},
        {u"core/model"_s, {u"core/base"_s}},
        {u"core/redact"_s, {u"core/base"_s}},
        {u"core/checks"_s, {u"core/base"_s, u"core/model"_s}},
        {u"core/guide"_s, {u"core/base"_s, u"core/model"_s, u"core/checks"_s}},
        {u"core/topology"_s, {u"core/base"_s, u"core/model"_s, u"core/checks"_s, u"core/guide"_s}},
        {u"core/compare"_s, {u"core/base"_s, u"core/model"_s, u"core/checks"_s, u"core/guide"_s}},
        {u"core/report"_s,
         {u"core/base"_s, u"core/model"_s, u"core/checks"_s, u"core/guide"_s, u"core/topology"_s, u"core/layout"_s,
          u"core/redact"_s, u"core/compare"_s}},
        {u"core/trial"_s, {u"core/base"_s, u"core/kube"_s, u"core/model"_s}},
        {u"core/source"_s, {u"core/base"_s, u"core/kube"_s, u"core/model"_s, u"core/redact"_s, u"core/trial"_s}},
        {u"core/describe"_s, {u"core/base"_s, u"core/model"_s}},
        {u"core/investigation"_s,
         {u"core/base"_s, u"core/kube"_s, u"core/model"_s, u"core/checks"_s, u"core/guide"_s, u"core/topology"_s,
          u"core/source"_s, u"core/report"_s}},
        {u"ui/common"_s, {u"core/base"_s, u"core/model"_s, u"core/layout"_s, u"core/checks"_s, u"core/guide"_s}},
        {u"ui/connect"_s, shown + QStringList{u"core/kube"_s}},
        {u"ui/workloads"_s, shown},
        {u"ui/flowchart"_s, shown},
        {u"ui/topology"_s, shown},
        {u"ui/connections"_s, shown},
        {u"ui/wizard"_s, shown},
        {u"ui/evidence"_s, shown + QStringList{u"core/describe"_s}},
        {u"ui/export"_s, shown + QStringList{u"core/report"_s}},
        {u"ui/compare"_s, shown + QStringList{u"core/report"_s}},
        {u"ui/main"_s, shown + QStringList{u"core/kube"_s, u"core/trial"_s, u"ui/*"_s}},
        {u"app"_s,
         {u"core/base"_s, u"core/model"_s, u"core/checks"_s, u"core/guide"_s, u"core/report"_s, u"core/redact"_s,
          u"core/source"_s, u"core/kube"_s, u"core/trial"_s, u"core/investigation"_s, u"core/compare"_s, u"ui/main"_s}},
        // No rooms but build aids: headers of libraries, compiled once.
        {u"core/precompiled.h"_s, {}},
        {u"ui/precompiled.h"_s, {u"core/precompiled.h"_s}},
    };
    return table;
}

/// "core/checks" out of "core/checks/shared/events.h"; "app" out of "app/main.cpp".
QString roomOf(const QString &path) { return path.startsWith("app/"_L1) ? u"app"_s : path.section(u'/', 0, 1); }

bool mayInclude(const QString &from, const QString &to)
{
    const auto row = allowed().find(from);
    if (row == allowed().end())
        return false;
    return from == to || row->second.contains(to) || (row->second.contains(u"ui/*"_s) && to.startsWith("ui/"_L1));
}

/// The line without its comment, as far as that can be told without a parser.
QString code(const QString &line) { return line.section(u"//"_s, 0, 0); }

QString quotedIncludeProblem(const QString &path, const QString &target)
{
    if (target.endsWith(".moc"_L1))
        return {};
    static const QRegularExpression fullPath(u"^(core|ui|app)/"_s);
    if (!fullPath.match(target).hasMatch())
        return u"is not included by its full path: "_s + target;
    if (!mayInclude(roomOf(path), roomOf(target)))
        return roomOf(path) + u" may not include "_s + target;
    return {};
}

QString systemIncludeProblem(const QString &path, const QString &target)
{
    if (path.startsWith("core/"_L1) && (target.startsWith("QtWidgets"_L1) || target.startsWith("QtGui"_L1)))
        return u"core knows no windows: "_s + target;
    if (target.startsWith("Q"_L1) && !target.contains(u'/'))
        return u"Qt headers are included with their module: "_s + target;
    if (target.startsWith("yaml-cpp"_L1) && roomOf(path) != "core/base"_L1)
        return u"only the YAML door knows yaml-cpp"_s;
    if (target.startsWith("simdjson"_L1) && roomOf(path) != "core/model"_L1)
        return u"only the decoder knows simdjson"_s;
    return {};
}

QString lineProblem(const QString &path, const QString &line)
{
    static const QRegularExpression quoted(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s);
    static const QRegularExpression system(u"^\\s*#\\s*include\\s*<([^>]+)>"_s);
    static const QRegularExpression translation(u"\\btr\\("_s);
    if (const auto match = quoted.match(line); match.hasMatch())
        return quotedIncludeProblem(path, match.captured(1));
    if (const auto match = system.match(line); match.hasMatch())
        return systemIncludeProblem(path, match.captured(1));
    if (path.startsWith("core/"_L1) && translation.match(code(line)).hasMatch())
        return u"core speaks no language: tr()"_s;
    return {};
}

/// What breaks the rules of the house in one file, as "path:line: ..." lines.
QStringList problems(const QString &path, const QString &text)
{
    QStringList found;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const QString problem = lineProblem(path, lines[i]); !problem.isEmpty())
            found.append(u"%1:%2: %3"_s.arg(path).arg(i + 1).arg(problem));
    }
    if (lines.size() - 1 > kMostLines)
        found.append(u"%1: has %2 lines"_s.arg(path).arg(lines.size() - 1));
    return found;
}

QString textOf(const QString &path)
{
    QFile file(kRoot + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sourceFiles(const QStringList &rooms = {u"core"_s, u"ui"_s, u"app"_s})
{
    QStringList files;
    for (const QString &room : rooms) {
        QDirIterator iterator(kRoot + room, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext())
            files.append(iterator.next().mid(kRoot.size()));
    }
    files.sort();
    return files;
}

QStringList includesOf(const QString &path)
{
    static const QRegularExpression include(u"^#include \"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    QStringList targets;
    for (const auto &match : include.globalMatch(textOf(path)))
        targets.append(match.captured(1));
    return targets;
}

/// Follows the includes of headers; gives the loop that it meets, or nothing.
QStringList loopFrom(const QString &path, QStringList &way, QSet<QString> &done)
{
    if (const qsizetype at = way.indexOf(path); at >= 0)
        return way.mid(at) << path;
    if (done.contains(path))
        return {};
    way.append(path);
    for (const QString &target : includesOf(path)) {
        if (const QStringList loop = loopFrom(target, way, done); !loop.isEmpty())
            return loop;
    }
    way.removeLast();
    done.insert(path);
    return {};
}

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileKeepsTheRules_data();
    void everyFileKeepsTheRules();
    void noTestIsTooLong();
    void includesLeadToFiles();
    void headersMakeNoLoop();
    void theTableHasNoLoop();
    void aBreachIsSeen_data();
    void aBreachIsSeen();
    void whatIsAllowedPasses();
};

void TestArchitecture::everyFileKeepsTheRules_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : sourceFiles())
        QTest::newRow(qPrintable(path)) << path;
}

void TestArchitecture::everyFileKeepsTheRules()
{
    QFETCH(QString, path);
    const QStringList found = problems(path, textOf(path));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestArchitecture::noTestIsTooLong()
{
    for (const QString &path : sourceFiles({u"tests"_s}))
        QVERIFY2(textOf(path).count(u'\n') <= kMostLines, qPrintable(path));
}

void TestArchitecture::includesLeadToFiles()
{
    for (const QString &path : sourceFiles()) {
        for (const QString &target : includesOf(path))
            QVERIFY2(target.endsWith(".moc"_L1) || QFile::exists(kRoot + target), qPrintable(path + u": "_s + target));
    }
}

void TestArchitecture::headersMakeNoLoop()
{
    QSet<QString> done;
    for (const QString &path : sourceFiles()) {
        QStringList way;
        const QStringList loop = loopFrom(path, way, done);
        QVERIFY2(loop.isEmpty(), qPrintable(loop.join(u" -> "_s)));
    }
}

/// "Includes point down": no two rooms may know each other, on any way round.
void TestArchitecture::theTableHasNoLoop()
{
    QSet<QString> placed;
    for (size_t round = 0; round < allowed().size(); ++round) {
        for (const auto &[room, targets] : allowed()) {
            const bool isReady = std::all_of(targets.begin(), targets.end(), [&](const QString &target) {
                return placed.contains(target) || target == "ui/*"_L1;
            });
            if (isReady)
                placed.insert(room);
        }
    }
    QCOMPARE(static_cast<size_t>(placed.size()), allowed().size());
}

void TestArchitecture::aBreachIsSeen_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("upwards") << u"core/model/x.h"_s << u"#include \"core/checks/check.h\"\n"_s;
    QTest::newRow("sideways") << u"core/source/x.h"_s << u"#include \"core/report/report.h\"\n"_s;
    QTest::newRow("panel to panel") << u"ui/wizard/x.h"_s << u"#include \"ui/evidence/y.h\"\n"_s;
    QTest::newRow("core to ui") << u"core/guide/x.h"_s << u"#include \"ui/common/theme.h\"\n"_s;
    QTest::newRow("unknown room") << u"core/misc/x.h"_s << u"#include \"core/base/result.h\"\n"_s;
    QTest::newRow("short path") << u"core/model/x.h"_s << u"#include \"pod.h\"\n"_s;
    QTest::newRow("relative path") << u"core/model/x.h"_s << u"  # include \"../base/result.h\"\n"_s;
    QTest::newRow("widgets") << u"core/guide/x.cpp"_s << u"#include <QtWidgets/QWidget>\n"_s;
    QTest::newRow("gui") << u"core/guide/x.cpp"_s << u"#include <QtGui/QColor>\n"_s;
    QTest::newRow("no module") << u"core/guide/x.cpp"_s << u"#include <QColor>\n"_s;
    QTest::newRow("tr") << u"core/guide/x.cpp"_s << u"    return QObject::tr(\"no\");\n"_s;
    QTest::newRow("yaml-cpp") << u"core/guide/x.cpp"_s << u"#include <yaml-cpp/yaml.h>\n"_s;
    QTest::newRow("simdjson") << u"core/source/x.cpp"_s << u"#include <simdjson.h>\n"_s;
    QTest::newRow("too long") << u"core/guide/x.cpp"_s << u"\n"_s.repeated(401);
}

void TestArchitecture::aBreachIsSeen()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QCOMPARE(problems(path, text).size(), 1);
}

void TestArchitecture::whatIsAllowedPasses()
{
    QVERIFY(sourceFiles().size() > 40);
    QCOMPARE(problems(u"core/guide/x.cpp"_s, u"#include \"core/checks/check.h\"\n// no tr() here\nattr(1);\n"_s), {});
    QCOMPARE(problems(u"core/checks/shared/x.cpp"_s, u"#include \"core/checks/check.h\"\n#include \"x.moc\"\n"_s), {});
    QCOMPARE(problems(u"ui/main/x.cpp"_s, u"#include \"ui/wizard/w.h\"\n#include <QtWidgets/QWidget>\n"_s), {});
    QCOMPARE(problems(u"core/guide/x.cpp"_s, u"\n"_s.repeated(400)), {});
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
