#include "core/redact/redact.h"
#include "core/redact/rules.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using faultline::redact::anyRule;
using faultline::redact::harmless;
using faultline::redact::masked;
using faultline::redact::rules;

class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRulesAreThereAndValid();
    void aCredentialIsMasked_data();
    void aCredentialIsMasked();
    void whatIsNoCredentialStays_data();
    void whatIsNoCredentialStays();
    void coloursHideNothing();
    void theSameValueGetsTheSameMark();
    void maskingTwiceChangesNothing();
    void hostileTextIsMaskedSoon_data();
    void hostileTextIsMaskedSoon();
    void textIsMadeHarmless_data();
    void textIsMadeHarmless();
};

void TestRedact::theRulesAreThereAndValid()
{
    QVERIFY(faultline::redact::rules().size() > 10);
    for (const auto &rule : faultline::redact::rules()) {
        QVERIFY2(rule.pattern.isValid(), qPrintable(rule.pattern.errorString() + rule.pattern.pattern()));
        QVERIFY(!rule.id.isEmpty());
        QVERIFY(rule.group <= rule.pattern.captureCount());
    }
    // They stand in one pattern together: one that points to a group of its own would point to another's.
    static const QRegularExpression pointsBack(uR"(\\[1-9gk]|\(\?(?:P?<\w|'|P[=>]|&|[0-9R]|\())"_s);
    QVERIFY(anyRule().isValid());
    QVERIFY(pointsBack.match(uR"((a)\1)"_s).hasMatch());
    for (const auto &rule : rules())
        QVERIFY2(!pointsBack.match(rule.pattern.pattern()).hasMatch(), qPrintable(rule.id));
}

/// The secrets are put together here, so that no scanner takes this file for a leak.
void TestRedact::aCredentialIsMasked_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &secret, const QString &after = {}) {
        QTest::newRow(name) << before << secret << after;
    };
    const QString letters = u"Zx8"_s + u"kq2Lm9Pw4Rt6Yv1Bn3Cd5"_s;
    const QString jwt = u"eyJ"_s + u"hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0."_s + letters;
    row("bearer header", u"Authorization: Bearer "_s, letters, u" and more"_s);
    row("bearer in text", u"sent bearer "_s, letters);
    row("basic header", u"authorization: basic "_s, u"dXNlcjpwYXNz"_s);
    row("authorization in JSON", u"{\"Authorization\":\"Bearer "_s, letters, u"\"}"_s);
    row("authorization in escaped JSON", uR"({\"authorization\":\"Bearer )"_s, letters, uR"(\"})"_s);
    row("password in a URL", u"dial postgres://shop:"_s, u"h.nt:r2!"_s, u"@db:5432/shop failed"_s);
    row("password with @ in a URL", u"redis://:"_s, u"a@b@c"_s, u"@cache:6379"_s);
    row("token in a URL", u"clone https://"_s, letters, u"@git.example.com/x"_s);
    row("JWT", u"got "_s, jwt, u" from login"_s);
    row("AWS key id", u"using "_s, u"AK"_s + u"IAABCDEFGHIJKLMNOP"_s);
    row("AWS secret", u"AWS_SECRET_ACCESS_KEY="_s, u"wJalr/K7MDENG+bPxRf"_s);
    row("Google key", u"key "_s, u"AI"_s + u"zaSyA1234567890abcdefghijklmnopqrstuv"_s);
    row("GitHub token", u"remote: "_s, u"gh"_s + u"p_abcdefghijklmnopqrstuvwxyz0123456789"_s);
    row("GitLab token", u"remote: "_s, u"gl"_s + u"pat-abcdefghijklmnopqrst"_s);
    row("Slack token", u"slack "_s, u"xo"_s + u"xb-123456789012-abcdef"_s);
    row("bootstrap token", u"kubeadm join --token "_s, u"abcdef.0123456789abcdef"_s);
    row("password pair", u"DB_PASSWORD="_s, u"hunter2"_s, u" DB_HOST=db"_s);
    row("password pair in YAML", u"  password: "_s, u"hunter2"_s, u"\n  host: db"_s);
    row("quoted with spaces", u"password=\""_s, u"correct horse, battery"_s, u"\" next"_s);
    row("single quotes", u"secret: '"_s, u"a b;c"_s, u"'"_s);
    row("JSON pair", u"{\"clientSecret\": \""_s, u"s3cr3t"_s, u"\", \"id\": 1}"_s);
    row("escaped JSON pair", uR"({\"api_key\":\")"_s, u"s3cr3t"_s, uR"(\"})"_s);
    row("query string", u"GET /x?access_token="_s, u"s3cr3t"_s, u"&page=2"_s);
    row("flag with a space", u"mysql --password "_s, u"hunter2"_s, u" -h db"_s);
    row("ADO connection string", u"Server=db;Uid=sa;Pwd="_s, u"hunter2"_s, u";Encrypt=yes"_s);
    row("docker config", u"{\"auths\":{\"r\":{\"auth\":\""_s, u"dXNlcjpwYXNz"_s, u"\"}}}"_s);
    row("private key", u"key:\n"_s,
        u"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENC\n\nAbC+/=\n-----END RSA PRIVATE KEY-----"_s, u"\nend"_s);
    row("private key cut off", u"key:\n"_s, u"-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg"_s);
    row("ruby hash", u":password => \""_s, u"hunter2"_s, u"\""_s);
}

void TestRedact::aCredentialIsMasked()
{
    QFETCH(QString, before);
    QFETCH(QString, secret);
    QFETCH(QString, after);
    const QString result = masked(before + secret + after);
    QVERIFY2(!result.contains(secret), qPrintable(result));
    QVERIFY2(result.startsWith(before + u"<masked:"_s), qPrintable(result));
    QVERIFY2(result.endsWith(u'>' + after), qPrintable(result));
}

void TestRedact::whatIsNoCredentialStays_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{
        u"MountVolume.SetUp failed for volume \"certs\" : secret \"shop-tls\" not found"_s,
        u"Error: couldn't find key password in Secret shop/db"_s,
        u"secretName: shop-tls"_s,
        u"imagePullSecrets:\n- name: registry"_s,
        u"automountServiceAccountToken: false"_s,
        u"- secret:\n    secretName: db\n"_s,
        u"failed to pull image \"registry.example.com:5000/shop/web:1.0\": not found"_s,
        u"Get \"http://10.0.0.5:8080/healthz\": dial tcp 10.0.0.5:8080: connect: connection refused"_s,
        u"image@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"_s,
        u"PWD=/app"_s,
        uR"(command: ["sh", "-c", "printf '\e[31mstarting\e[0m'"])"_s, // a script's own letters
        u"repository does not exist or may require authorization: server message: insufficient_scope: authorization "
        "failed: no basic auth credentials"_s,
        u"0/3 nodes are available: 3 Insufficient memory."_s,
        u"the bearer of bad news"_s,
        u"mail admin@example.com, see https://example.com:443/a?b=c@d"_s,
        u"invalid token, expired 5m ago"_s,
        u"aws eks get-token (say --allow-plugin to run it)"_s,
        u"the program \"aws\", by which user \"dev\" logs in, gave no credential, as it ended with exit code 1."_s,
        u"密码错误"_s,
        QString(),
    };
    for (const QString &text : texts)
        QTest::newRow(qPrintable(text.left(40))) << text;
}

void TestRedact::whatIsNoCredentialStays()
{
    QFETCH(QString, text);
    QCOMPARE(masked(text), text);
}

void TestRedact::coloursHideNothing()
{
    for (const QString &text :
         {u"\u001b[36mpassword\u001b[0m=\u001b[1mZx8kq2Lm9\u001b[0m next"_s,
          u"\u009b36mpassword\u009bm=Zx8kq2Lm9 next"_s,
          uR"(\u001b[36mpassword\u001b[0m=\u001b[1mZx8kq2Lm9\u001b[0m next)"_s,
          uR"(\x1b[36mpassword\x1b[0m=Zx8kq2Lm9 next)"_s, uR"(\e[36mpassword\e[0m=Zx8kq2Lm9 next)"_s,
          uR"(\033[1;31mpassword\033[m=Zx8kq2Lm9 next)"_s}) {
        const QString result = masked(text);
        QVERIFY2(result.startsWith(u"password=<masked:"_s) && result.endsWith(u"> next"_s), qPrintable(result));
    }
}

void TestRedact::theSameValueGetsTheSameMark()
{
    const QStringList lines = masked(u"password=hunter2\npassword=hunter2\npassword=hunter3"_s).split(u'\n');
    QCOMPARE(lines[0], lines[1]);
    QVERIFY(lines[0] != lines[2]);
    QVERIFY(QRegularExpression(u"^password=<masked:secret#[0-9a-f]{4}>$"_s).match(lines[0]).hasMatch());
}

void TestRedact::maskingTwiceChangesNothing()
{
    const QString once =
        masked(u"DB_PASSWORD=hunter2 Authorization: Bearer abcdef123456 https://a:b@c {\"token\":\"x\"}"_s);
    QVERIFY(!once.contains("hunter2"_L1));
    QCOMPARE(masked(once), once);
}

void TestRedact::hostileTextIsMaskedSoon_data()
{
    QTest::addColumn<QString>("text");
    const int size = 1'000'000;
    QTest::newRow("one letter") << QString(size, u'a');
    QTest::newRow("spaces") << QString(size, u' ');
    QTest::newRow("dashes") << QString(size, u'-');
    QTest::newRow("open PEM blocks") << u"-----BEGIN A-----"_s.repeated(size / 17);
    QTest::newRow("a PEM block without end") << u"-----BEGIN A-----"_s + u"a-b\n"_s.repeated(size / 4);
    QTest::newRow("half JWTs") << u"eyJ"_s.repeated(size / 3);
    QTest::newRow("schemes") << u"://a:"_s.repeated(size / 5);
    QTest::newRow("passwords") << u"password=x "_s.repeated(size / 11);
    QTest::newRow("open quotes") << u"password=\""_s.repeated(size / 10);
    QTest::newRow("backslashes") << u"password=\""_s + QString(size, u'\\');
    QTest::newRow("bearers") << u"bearer aaaaaaaaaaaaaaa "_s.repeated(size / 23);
    QTest::newRow("a long bearer") << u"bearer "_s + QString(size, u'a');
}

void TestRedact::hostileTextIsMaskedSoon()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    masked(text);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

void TestRedact::textIsMadeHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("plain") << u"a\tb\nc \u00e9 \u4e2d \U0001F600"_s << u"a\tb\nc \u00e9 \u4e2d \U0001F600"_s;
    QTest::newRow("colour") << u"\u001b[1;31mred\u001b[0m"_s << u"red"_s;
    QTest::newRow("8-bit colour") << u"\u009b31mred"_s << u"red"_s;
    QTest::newRow("cursor") << u"a\u001b[2Jb\u001b[1;1Hc"_s << u"a\uFFFDb\uFFFDc"_s;
    QTest::newRow("window title") << u"a\u001b]0;evil\u0007b"_s << u"a\uFFFDb"_s;
    QTest::newRow("title ended by ST") << u"a\u001b]0;evil\u001b\\b"_s << u"a\uFFFDb"_s;
    QTest::newRow("title without end") << u"a\u001b]0;text"_s << u"a\uFFFD0;text"_s;
    QTest::newRow("escape at the end") << u"a\u001b"_s << u"a\uFFFD"_s;
    QTest::newRow("open control sequence") << u"a\u001b[12"_s << u"a\uFFFD"_s;
    QTest::newRow("bell and nul") << u"a\u0007b"_s + QChar(0) + u"c"_s << u"a\uFFFDb\uFFFDc"_s;
    QTest::newRow("line ends") << u"a\r\nb\rc"_s << u"a\nb\uFFFDc"_s;
    QTest::newRow("bidi override") << u"user\u202Egnp.exe"_s << u"usergnp.exe"_s;
    QTest::newRow("bidi isolates") << u"\u2066a\u2069\u200F\u061C"_s << u"a"_s;
    QTest::newRow("zero width") << u"we\u200Bb\uFEFF"_s << u"we\uFFFDb\uFFFD"_s;
    QTest::newRow("tag letters") << u"a\U000E0041"_s << u"a\uFFFD"_s;
    QTest::newRow("half a surrogate") << u"a"_s + QChar(0xD800) + u"b"_s << u"a\uFFFDb"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\uFFFDb"_s;
}

void TestRedact::textIsMadeHarmless()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(harmless(text), result);
    QCOMPARE(harmless(result), result);
}

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"
