#include "core/redact/redact.h"
#include "core/redact/redactor.h"
#include "core/redact/rules.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::redact;
using faultline::base::Language;

/// What a person wants masked beyond credentials, and the tally of all that is.
class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAWishNothingChanges()
    {
        const QString text = u"10.0.0.7 ops@example.com acme"_s;
        QCOMPARE(Redactor().masked(text), text);
        QCOMPARE(masked(text), text); // neither is a credential
    }

    void privateAddressesAreMasked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hidden"); // empty: it stays as it is
        const auto row = [](const QString &text, const QString &hidden) {
            QTest::newRow(qPrintable(text)) << text << hidden;
        };
        row(u"dial tcp 10.96.0.10:53: refused"_s, u"10.96.0.10"_s);
        row(u"(172.16.0.1)"_s, u"172.16.0.1"_s);
        row(u"172.31.255.254/20"_s, u"172.31.255.254"_s);
        row(u"at 192.168.1.20."_s, u"192.168.1.20"_s);
        row(u"169.254.169.254"_s, u"169.254.169.254"_s);
        row(u"100.64.3.4"_s, u"100.64.3.4"_s);
        row(u"[fd12:3456:789a::1]:8080"_s, u"fd12:3456:789a::1"_s);
        row(u"fe80::1%eth0"_s, u"fe80::1"_s);
        row(u"8.8.8.8 and 172.32.0.1 and 100.128.0.1"_s, {});
        row(u"image:10.2.1"_s, {});
        row(u"1.10.0.0.7"_s, {});
        row(u"feed:beef"_s, {});
    }

    void privateAddressesAreMasked()
    {
        QFETCH(QString, text);
        QFETCH(QString, hidden);
        const QString result = Redactor({.addresses = true}).masked(text);
        QCOMPARE(result == text, hidden.isEmpty());
        if (hidden.isEmpty())
            return;
        QVERIFY2(!result.contains(hidden), qPrintable(result));
        QVERIFY2(result.contains(u"<masked:address#"_s), qPrintable(result));
        QCOMPARE(Redactor({.mail = true}).masked(text), text);
    }

    void mailAddressesAreMasked()
    {
        const Redactor redactor({.mail = true});
        const QString result =
            redactor.masked(u"owner: Jane.Doe+k8s@corp.example.com, registry.example.com/a@sha256:12"_s);
        QVERIFY2(!result.contains(u"Jane"_s) && result.contains(u"registry.example.com/a@sha256:12"_s),
                 qPrintable(result));
    }

    void wordsAreMaskedInAnyCaseAndTheLongerOneFirst()
    {
        const Redactor redactor({.words = {u"acme"_s, u"acme-bank"_s, u" "_s, u"a.c"_s}});
        const QString result = redactor.masked(u"ACME-Bank/acme/abc/A.C"_s);
        const QStringList parts = result.split(u'/');
        QCOMPARE(parts.size(), 4);
        QVERIFY(parts[0].startsWith(u"<masked:word#"_s) && parts[0].endsWith(u'>') && parts[0] != parts[1]);
        QCOMPARE(parts[2], u"abc"_s); // a dot is a dot
        QVERIFY(parts[3].startsWith(u"<masked:word#"_s));
        QCOMPARE(redactor.masked(u"acme"_s), redactor.masked(u"Acme"_s)); // the same word, the same mask
    }

    void marksStayWhole()
    {
        const QString once = masked(u"password=hunter2 and token masked"_s);
        const QString twice = Redactor({.words = {u"masked"_s, u"secret"_s, u"e"_s}}).masked(once);
        const QString mark = once.mid(once.indexOf(u'<'), once.indexOf(u'>') - once.indexOf(u'<') + 1);
        QVERIFY2(twice.contains(mark), qPrintable(twice));
        QVERIFY2(!twice.endsWith(u"masked"_s), qPrintable(twice));
    }

    void ofJsonTheWordsOfOurOwnStay()
    {
        const QJsonObject json{{u"layer"_s, u"pods"_s},
                               {u"title"_s, u"pods of acme"_s},
                               {u"list"_s, QJsonArray{u"acme"_s, 1, QJsonObject{{u"layer"_s, u"acme"_s}}}}};
        const QJsonObject result = Redactor({.words = {u"acme"_s, u"pods"_s}}).masked(json, {u"layer"_s}).toObject();
        QCOMPARE(result["layer"_L1].toString(), u"pods"_s);
        QVERIFY(!result["title"_L1].toString().contains(u"acme"_s));
        QVERIFY(result["list"_L1][0].toString().startsWith(u"<masked:word#"_s));
        QCOMPARE(result["list"_L1][1].toInt(), 1);
        QCOMPARE(result["list"_L1][2]["layer"_L1].toString(), u"acme"_s);
    }

    void theTallyCountsEachMask()
    {
        const QString text = masked(u"password=one password=two password=one Authorization: Bearer abcdef123456"_s);
        const std::vector<Masked> tally = tallyOf(text);
        QCOMPARE(tally.size(), size_t(3));
        QCOMPARE(tally[0].rule, u"authorization"_s);
        QCOMPARE(tally[1].rule, u"secret"_s);
        QCOMPARE(tally[1].count + tally[2].count, 3);
        QVERIFY(text.contains(tally[1].mark));
        // As Markdown and HTML write it.
        QCOMPARE(tallyOf(QString(text).replace(u'#', u"\\#"_s).replace(u'<', u"\\<"_s)), tally);
        QCOMPARE(tallyOf(text.toHtmlEscaped()), tally);
        QVERIFY(tallyOf(u"nothing"_s).empty());
    }

    void everyRuleHasATitle()
    {
        for (const Rule &rule : rules()) {
            QVERIFY2(ruleTitle(rule.id).en != rule.id, qPrintable(rule.id));
            QVERIFY(ruleTitle(rule.id).in(Language::Chinese) != ruleTitle(rule.id).en);
            QVERIFY(rule.choice.isEmpty() || rule.choice == "address"_L1 || rule.choice == "mail"_L1);
        }
        QCOMPARE(ruleTitle(u"word"_s).en, u"a word of yours"_s);
        QCOMPARE(ruleTitle(u"nobody"_s).en, u"nobody"_s);
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
