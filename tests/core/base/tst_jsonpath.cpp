#include "core/base/jsonpath.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

/// The object of kubectl's own page on JSONPath (kubernetes.io/docs/reference/kubectl/jsonpath), shortened.
const char *const kPage = R"({
  "kind": "List",
  "items": [
    {"kind": "None", "metadata": {"name": "127.0.0.1", "labels": {"kubernetes.io/hostname": "127.0.0.1"}},
     "status": {"capacity": {"cpu": "4"}, "addresses": [{"type": "LegacyHostIP", "address": "127.0.0.1"}]}},
    {"kind": "None", "metadata": {"name": "127.0.0.2"},
     "status": {"capacity": {"cpu": "8"}, "addresses": [{"type": "LegacyHostIP", "address": "127.0.0.2"},
                                                        {"type": "another", "address": "127.0.0.3"}]}}],
  "users": [{"name": "myself", "user": {}},
            {"name": "e2e", "user": {"username": "admin", "password": "secret"}}],
  "numbers": [10, 20, 30, 40, 50],
  "a.b": "dotted", "a": {"b": "nested"}
})";

QJsonValue page() { return QJsonDocument::fromJson(kPage).object(); }

/// As kubectl prints what a path finds: texts as they are, the rest as JSON, a space between two.
QString printed(const QString &path)
{
    const auto parsed = base::JsonPath::parse(path);
    if (!parsed)
        return u"error: "_s + parsed.error().detail;
    const auto found = parsed->find(page());
    QStringList words;
    for (const base::JsonPath::Match &match : *found) {
        const QJsonValue &value = match.value;
        const QByteArray json = value.isObject()  ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
                                : value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                                  : value.toVariant().toByteArray();
        words.append(QString::fromUtf8(json));
    }
    return words.join(u' ');
}

} // namespace

class JsonPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathFindsWhatKubectlPrints_data();
    void aPathFindsWhatKubectlPrints();
    void aMistakeIsToldWithItsCharacter_data();
    void aMistakeIsToldWithItsCharacter();
    void aMatchKnowsItsPlace();
    void aHostilePathOrObjectIsGivenUp();
    void theFirstNameAndThePlainTextAreKnown();
};

void JsonPathTest::aPathFindsWhatKubectlPrints_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("output");
    const auto row = [](const char *path, const char *output) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(output);
    };
    // The examples of kubectl's page.
    row("{.kind}", "List");
    row("{['kind']}", "List");
    row("{.users[0].name}", "myself");
    row("{.items[*].metadata.name}", "127.0.0.1 127.0.0.2");
    row("{.users[?(@.name==\"e2e\")].user.password}", "secret");
    row("{.items[0].metadata.labels.kubernetes\\.io/hostname}", "127.0.0.1");
    row("{.items[*]['metadata.name', 'status.capacity']}", "127.0.0.1 {\"cpu\":\"4\"} 127.0.0.2 {\"cpu\":\"8\"}");
    row("{..password}", "secret");
    // Forms of the same.
    row(".kind", "List");
    row("kind", "List");
    row("{ .kind }", "List");
    row("{$.kind}", "List");
    row("{@.kind}", "List");
    row("{.items[0]['metadata']['name']}", "127.0.0.1");
    row("{.items[0].metadata.labels['kubernetes.io/hostname']}", "127.0.0.1");
    row("{.items[0].metadata.labels['kubernetes\\.io/hostname']}", "127.0.0.1");
    row("{.items[0].metadata.labels[\"kubernetes.io/hostname\"]}", "127.0.0.1");
    // Indexes, slices and unions.
    row("{.numbers[0]}", "10");
    row("{.numbers[-1]}", "50");
    row("{.numbers[-2:]}", "40 50");
    row("{.numbers[1:3]}", "20 30");
    row("{.numbers[:2]}", "10 20");
    row("{.numbers[::2]}", "10 30 50");
    row("{.numbers[0,2]}", "10 30");
    row("{.numbers[*]}", "10 20 30 40 50");
    row("{.users[1].user.*}", "secret admin"); // in the order of the keys
    // Filters.
    row("{.numbers[?(@>25)]}", "30 40 50");
    row("{.items[*].status.addresses[?(@.type!=\"another\")].address}", "127.0.0.1 127.0.0.2");
    row("{.users[?(@.user.username)].name}", "e2e");
    row("{.items[?(@.status.capacity.cpu>=\"8\")].metadata.name}", "127.0.0.2");
    row("{.items[?(@.metadata.name==\"127.0.0.2\")].status.addresses[?(@.type=='another')].address}", "127.0.0.3");
    row("{..addresses[?(@.type==\"another\")].address}", "127.0.0.3");
    row("{.users[?(@.name==$.users[1].name)].user.username}", "admin");
    // What is not there is nothing, where kubectl fails (or finds nothing with --allow-missing-template-keys).
    row("{.nothing.here}", "");
    row("{.numbers[9]}", "");
    row("{.numbers[-9]}", "");
    row("{.numbers.name}", "");
    row("{.users[?(@.age>3)].name}", "");
    // A quoted name with dots: the member of that very name before the path.
    row("{['a.b']}", "dotted");
    row("{['a\\.b']}", "dotted");
    row("{.a\\.b}", "dotted");
    row("{.a.b}", "nested");
}

void JsonPathTest::aPathFindsWhatKubectlPrints()
{
    QFETCH(QString, path);
    QFETCH(QString, output);
    QCOMPARE(printed(path), output);
}

void JsonPathTest::aMistakeIsToldWithItsCharacter_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *path, int at, const char *words) {
        QTest::newRow(path) << QString::fromUtf8(path) << at << QString::fromUtf8(words);
    };
    row("", 0, "empty");
    row("{.kind", 0, "closed");
    row("{.kind} and {.more}", 7, "only one");
    row("{.users[0}", 7, "never closed");
    row("{.users[]}", 8, "nothing stands");
    row("{.users[x]}", 8, "\"x\"");
    row("{.users[1:3:0]}", 12, "more than 0");
    row("{.users.}", 8, "name is missing");
    row("{.users[?(@.name=\"x\")]}", 16, "none of");
    row("{.users[?(@.name=~\"x\")]}", 16, "none of");
    row("{.users[?(@.name==x)]}", 18, "no path");
    row("{.users[?(@.name==\"x\" && @.a)]}", 22, "&&");
    row("{.users[?@.name]}", 8, "[?(...)]");
    row("{.users[?(@.name==)]}", 18, "missing");
    row("{.a b}", 3, "\" \"");
}

void JsonPathTest::aMistakeIsToldWithItsCharacter()
{
    QFETCH(QString, path);
    QFETCH(int, at);
    QFETCH(QString, words);
    const auto parsed = base::JsonPath::parse(path);
    QVERIFY2(!parsed.has_value(), "was taken for a path");
    QVERIFY2(parsed.error().detail.contains(words), qPrintable(parsed.error().detail));
    QCOMPARE(parsed.error().at, at);
}

void JsonPathTest::aMatchKnowsItsPlace()
{
    const auto path = base::JsonPath::parse(u"{.items[*].status.addresses[?(@.type==\"another\")].address}"_s);
    const auto found = path->find(page());
    QCOMPARE(found->size(), size_t(1));
    QCOMPARE(base::fieldPathOf(page(), found->front().place), u"items[1].status.addresses[another].address"_s);
    QCOMPARE(base::valueAt(page(), found->front().place).toString(), u"127.0.0.3"_s);
    const auto label = base::JsonPath::parse(u"{..labels['kubernetes.io/hostname']}"_s)->find(page());
    QCOMPARE(base::fieldPathOf(page(), label->front().place), u"items[0].metadata.labels['kubernetes.io/hostname']"_s);
}

void JsonPathTest::aHostilePathOrObjectIsGivenUp()
{
    QJsonValue nested = 1;
    for (int depth = 0; depth < 400; ++depth)
        nested = QJsonObject{{u"a"_s, nested}, {u"b"_s, QJsonArray{1, 2, 3}}};
    QVERIFY(base::JsonPath::parse(u"{..a}"_s)->find(nested).has_value());
    QVERIFY(!base::JsonPath::parse(u"{..a..a..a..a}"_s)->find(nested).has_value());
    QVERIFY(!base::JsonPath::parse(u"{..*}"_s)->find(nested, 100).has_value());
    QVERIFY(!base::JsonPath::parse(u'{' + u".a"_s.repeated(5000) + u'}').has_value());
    QVERIFY(!base::JsonPath::parse(u"{.a"_s + u"[?(@.a"_s.repeated(200) + u")]"_s.repeated(200) + u'}').has_value());
}

void JsonPathTest::theFirstNameAndThePlainTextAreKnown()
{
    QCOMPARE(base::JsonPath::parse(u"{.status.phase}"_s)->firstName(), u"status"_s);
    QCOMPARE(base::JsonPath::parse(u"{..phase}"_s)->firstName(), QString());
    QCOMPARE(base::JsonPath::parse(u"{ .status.phase }"_s)->text(), u"status.phase"_s);
    QCOMPARE(base::JsonPath().find(page())->size(), size_t(1));
}

QTEST_GUILESS_MAIN(JsonPathTest)
#include "tst_jsonpath.moc"
