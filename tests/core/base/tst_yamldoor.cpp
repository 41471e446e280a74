#include "core/base/yamldoor.h"

#include <QtCore/QStringEncoder>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using faultline::base::Error;
using faultline::base::yamlToJson;

namespace {

/// The documents joined by a space, or "kind@where" of the error.
QByteArray converted(const QByteArray &yaml, const faultline::base::YamlLimits &limits = {})
{
    const auto documents = yamlToJson(yaml, limits);
    if (documents)
        return documents->empty() ? QByteArray() : QByteArrayList(documents->begin(), documents->end()).join(' ');
    const char *kind = documents.error().kind == Error::Kind::TooLarge ? "TooLarge@" : "Malformed@";
    return kind + documents.error().where.toUtf8();
}

QByteArray repeated(const QByteArray &text, int times) { return text.repeated(times); }

} // namespace

class TestYamlDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalarsMeanWhatTheyMeanToKubectl_data();
    void scalarsMeanWhatTheyMeanToKubectl();
    void structureBecomesJson_data();
    void structureBecomesJson();
    void brokenInputIsRefusedWithItsPlace_data();
    void brokenInputIsRefusedWithItsPlace();
    void limitsAreNamed();
    void anyEncodingBecomesUtf8();
    void hostileInputEndsSoon_data();
    void hostileInputEndsSoon();
    void aTruncatedFileNeverCrashes();
};

// Every expectation was checked against `kubectl annotate --local -o json`.
void TestYamlDoor::scalarsMeanWhatTheyMeanToKubectl_data()
{
    QTest::addColumn<QByteArray>("scalar");
    QTest::addColumn<QByteArray>("json");
    const std::vector<std::pair<QByteArray, QByteArray>> rows{
        {"y", "true"},
        {"Yes", "true"},
        {"on", "true"},
        {"TRUE", "true"},
        {"n", "false"},
        {"NO", "false"},
        {"off", "false"},
        {"yEs", "\"yEs\""},
        {"\"yes\"", "\"yes\""},
        {"'5'", "\"5\""},
        {"~", "null"},
        {"Null", "null"},
        {"nULL", "\"nULL\""},
        {"\"\"", "\"\""},
        {"010", "8"},
        {"0o10", "8"},
        {"0777", "511"},
        {"0x1F", "31"},
        {"-0x1F", "-31"},
        {"0b11", "3"},
        {"0b2", "\"0b2\""},
        {"0o8", "\"0o8\""},
        {"1_000", "1000"},
        {"_1", "\"_1\""},
        {"+5", "5"},
        {"-0", "0"},
        {"08", "8"},
        {"018", "18"},
        {"1e3", "1000"},
        {"1.50", "1.5"},
        {".5", "0.5"},
        {"5.", "5"},
        {"-.5", "-0.5"},
        {"1e400", "\"1e400\""},
        {"1e", "\"1e\""},
        {"1.2.3", "\"1.2.3\""},
        {".", "\".\""},
        {"+", "\"+\""},
        {".inf", "\".inf\""},
        {"-.INF", "\"-.INF\""},
        {"inf", "\"inf\""},
        {"nan", "\"nan\""},
        {"18446744073709551615", "18446744073709551615"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"2026-11-23", "\"2026-11-23\""},
        {"2026-11-23T12:00:00Z", "\"2026-11-23T12:00:00Z\""},
        {"12:30:45", "\"12:30:45\""},
        {"500m", "\"500m\""},
        {"=", "\"=\""},
        {"!!str 5", "\"5\""},
        {"!!str", "\"\""},
        {"! 5", "\"5\""},
        {"!foo bar", "\"bar\""},
        {"!!int \"7\"", "7"},
        {"!!bool y", "true"},
        {"!!null \"\"", "null"},
        {"!!binary aGVsbG8=", "\"hello\""},
        {"!!timestamp 2026-01-01", "\"2026-01-01\""},
        {"\"tab\\t quote\\\" nul\\0 slash\\\\\"", "\"tab\\u0009 quote\\\" nul\\u0000 slash\\\\\""},
    };
    for (const auto &[scalar, json] : rows)
        QTest::newRow(scalar.constData()) << scalar << json;
}

void TestYamlDoor::scalarsMeanWhatTheyMeanToKubectl()
{
    QFETCH(QByteArray, scalar);
    QFETCH(QByteArray, json);
    QCOMPARE(converted("a: " + scalar + "\n"), "{\"a\":" + json + "}");
}

void TestYamlDoor::structureBecomesJson_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
    QTest::newRow("only separators and comments") << "---\n---\n# x\n...\n---\n"_ba
                                                  << ""_ba;
    QTest::newRow("two documents") << "a: 1\n---\n- b\n"_ba
                                   << "{\"a\":1} [\"b\"]"_ba;
    QTest::newRow("empty documents are left out") << "---\n---\na: 1\n---\n"_ba
                                                  << "{\"a\":1}"_ba;
    QTest::newRow("JSON is YAML") << "{\"a\": [1, {\"b\": null}], \"c\": {}}"_ba
                                  << R"({"a":[1,{"b":null}],"c":{}})"_ba;
    QTest::newRow("directive") << "%YAML 1.2\n---\na: 1\n"_ba
                               << "{\"a\":1}"_ba;
    QTest::newRow("CRLF") << "a: |\r\n  x\r\n  y\r\nb: 1\r\n"_ba
                          << R"({"a":"x\ny\n","b":1})"_ba;
    QTest::newRow("folded") << "a: >-\n  x\n  y\n"_ba
                            << R"({"a":"x y"})"_ba;
    QTest::newRow("keys become text") << "{1: a, true: b, 1.5: c, 0x10: d, y: e}"_ba
                                      << R"({"1":"a","1.5":"c","16":"d","true":"e"})"_ba;
    QTest::newRow("the last duplicate wins") << "{a: 1, b: 2, a: {c: 3}}"_ba
                                             << R"({"b":2,"a":{"c":3}})"_ba;
    QTest::newRow("an alias repeats") << "a: &x {p: [1]}\nb: *x\nc: [*x]\n"_ba
                                      << R"({"a":{"p":[1]},"b":{"p":[1]},"c":[{"p":[1]}]})"_ba;
    QTest::newRow("an alias as key") << "a: &x 5\n*x : b\n"_ba
                                     << R"({"a":5,"5":"b"})"_ba;
    QTest::newRow("a key with an anchor") << "&x a: *x\n"_ba
                                          << R"({"a":"a"})"_ba;
    QTest::newRow("an anchor of nothing") << "a: &x\nb: *x\n"_ba
                                          << R"({"a":null,"b":null})"_ba;
    QTest::newRow("merge, then own") << "a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}\n"_ba
                                     << R"({"a":{"p":1,"q":2},"b":{"p":1,"q":3}})"_ba;
    QTest::newRow("own, then merge") << "a: &x {p: 1, q: 2}\nb: {q: 3, <<: *x}\n"_ba
                                     << R"({"a":{"p":1,"q":2},"b":{"p":1,"q":2}})"_ba;
    QTest::newRow("the first of several merges wins") << "a: &x {p: 1}\nb: {<<: [{p: 9}, *x]}\n"_ba
                                                      << R"({"a":{"p":1},"b":{"p":9}})"_ba;
    QTest::newRow("a quoted << is a key") << "{\"<<\": 1}"_ba
                                          << R"({"<<":1})"_ba;
    QTest::newRow("an anchor inside a merge survives")
        << "a: {<<: {p: 0}, q: &y [\"],}{\\\"\", 2], q2: *y}\nb: *y\n"_ba
        << R"({"a":{"p":0,"q":["],}{\"",2],"q2":["],}{\"",2]},"b":["],}{\"",2]})"_ba;
    QTest::newRow("anchors end with their document") << "a: &x 1\n---\nb: &x 2\nc: *x\n"_ba
                                                     << R"({"a":1} {"b":2,"c":2})"_ba;
    QTest::newRow("many keys with one duplicate")
        << "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1, k: 1, l: 1, m: 1, c: 2}"_ba
        << R"({"a":1,"b":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1,"m":1,"c":2})"_ba;
}

void TestYamlDoor::structureBecomesJson()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    QCOMPARE(converted(yaml), json);
}

void TestYamlDoor::brokenInputIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("a tab as indentation") << "a:\n\tb: c\n"_ba
                                          << "Malformed@2:3"_ba;
    QTest::newRow("an unknown anchor") << "a: *nope\n"_ba
                                       << "Malformed@1:4"_ba;
    QTest::newRow("an anchor in itself") << "a: &a\n  b: *a\n"_ba
                                         << "Malformed@2:6"_ba;
    QTest::newRow("a template") << "a: {{ .Values.x }}\n"_ba
                                << "Malformed@1:5"_ba;
    QTest::newRow("a null key") << "a: 1\n~: 2\n"_ba
                                << "Malformed@2:1"_ba;
    QTest::newRow("a value off its tag") << "a: !!int x\n"_ba
                                         << "Malformed@1:4"_ba;
    QTest::newRow("binary that is none") << "a: !!binary '%%'\n"_ba
                                         << "Malformed@1:4"_ba;
    QTest::newRow("a merge of a number") << "a: {<<: 5}\n"_ba
                                         << "Malformed@1:4"_ba;
    QTest::newRow("YAML 3") << "%YAML 3.0\n---\na: 1\n"_ba
                            << "Malformed@1:1"_ba;
    QTest::newRow("the second document") << "a: 1\n---\nb: [\n"_ba
                                         << "Malformed@4:1"_ba;
}

void TestYamlDoor::brokenInputIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, problem);
    QCOMPARE(converted(yaml), problem);
}

void TestYamlDoor::limitsAreNamed()
{
    QCOMPARE(converted("[[[1]]]", {.depth = 3}), "[[[1]]]"_ba);
    QCOMPARE(converted("[[[1]]]", {.depth = 2}), "TooLarge@1:3"_ba);
    QCOMPARE(converted("[1, 2]", {.events = 3}), "[1,2]"_ba);
    QCOMPARE(converted("[1, 2]", {.events = 2}), "TooLarge@1:5"_ba);
    QCOMPARE(converted("a: xxxxxxxxxx\nb: c\n", {.outputBytes = 10}), "TooLarge@2:1"_ba);
    QCOMPARE(converted("a: &x xxxxxxxxxx\nb: *x\n", {.aliasBytes = 10}), "TooLarge@2:4"_ba);
    QCOMPARE(converted("a: &x [[1]]\nb: [*x]\n", {.depth = 3}), "TooLarge@2:5"_ba);
}

void TestYamlDoor::anyEncodingBecomesUtf8()
{
    const QString text = u"a: \u00e9\u4e2d\U0001F600\n"_s;
    const QByteArray json = u"{\"a\":\"\u00e9\u4e2d\U0001F600\"}"_s.toUtf8();
    for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE,
                                QStringConverter::Utf32LE, QStringConverter::Utf32BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        QCOMPARE(converted(encoder.encode(text)), json);
    }
    QCOMPARE(converted(text.toUtf8()), json);
    QCOMPARE(converted("a: \"\xff z\"\n"), u"{\"a\":\"\uFFFD z\"}"_s.toUtf8());
}

void TestYamlDoor::hostileInputEndsSoon_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("open sequences") << repeated("[", 100'000);
    QTest::newRow("open mappings") << repeated("{a: ", 100'000);
    QTest::newRow("dashes") << repeated("- ", 100'000);
    QTest::newRow("questions") << repeated("? ", 100'000);
    QTest::newRow("colons") << repeated(":", 100'000);
    QTest::newRow("anchors") << repeated("&a ", 50'000);
    QTest::newRow("tags") << repeated("!!a ", 50'000);
    QTest::newRow("aliases") << repeated("*a ", 50'000);
    QTest::newRow("flow keys") << "[" + repeated("[a]: ", 50'000);
    QTest::newRow("separators") << repeated("---\n[", 50'000);
    QByteArray bomb = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
    for (int i = 1; i < 12; ++i) {
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" +
                repeated("*a" + QByteArray::number(i - 1) + ", ", 10) + "]\n";
    }
    QTest::newRow("an alias bomb") << bomb;
    QByteArray nested = repeated("[&x ", 99) + repeated("a", 1'000'000) + repeated("]", 99);
    QTest::newRow("anchors around a long text") << nested;
}

void TestYamlDoor::hostileInputEndsSoon()
{
    QFETCH(QByteArray, yaml);
    QElapsedTimer timer;
    timer.start();
    const auto result = yamlToJson(yaml);
    QVERIFY2(timer.elapsed() < 20'000, "takes too long");
    QVERIFY(result || !result.error().detail.isEmpty());
    for (const QByteArray &document : result.value_or(std::vector<QByteArray>()))
        QVERIFY(document.size() < 100'000'000);
}

void TestYamlDoor::aTruncatedFileNeverCrashes()
{
    const QByteArray yaml = "%YAML 1.2\n---\na: &x {p: [1, \"q\\n\"], <<: {r: !!str s}}\nb: |\n  text\n? c\n: *x\n";
    for (int size = 0; size <= yaml.size(); ++size) {
        for (const char *end : {"", "\x04", "\xff", "{", "\t"})
            yamlToJson(yaml.left(size) + end);
    }
    QCOMPARE(yamlToJson(yaml)->size(), 1U);
}

QTEST_GUILESS_MAIN(TestYamlDoor)
#include "tst_yamldoor.moc"
