#include "core/kube/client.h"
#include "core/kube/tls.h"
#include "tests/support/clienttalk.h"
#include "tests/support/testserver.h"

#include <QtCore/QPointer>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using base::Error;

class ClientTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"QObject|QSsl"_s)); }

    void acceptsAServerOfItsAuthority();
    void namesWhatIsWrongWithACertificate_data();
    void namesWhatIsWrongWithACertificate();
    void doesNotVerifyWhenToldSo();
    void verifiesTheNameOfTlsServerName();
    void usesItsOwnAuthorityInsteadOfTheSystems();
    void showsItsCertificate_data();
    void showsItsCertificate();
    void refusesAKeyItCannotUse_data();
    void refusesAKeyItCannotUse();
    void saysThatTheServerRefusedTheCertificate();
};

void ClientTlsTest::acceptsAServerOfItsAuthority()
{
    const TestPki pki(u"Right CA"_s);
    TestServer server(pki.server());
    server.answerJson(u"/version"_s, R"({"major":"1"})");
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = pki.caPem();
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(words(response), u"(none)"_s);
    QCOMPARE(response.body, R"({"major":"1"})");
    connection.server = server.url(u"localhost"_s);
    QCOMPARE(words(get(connection, u"/version"_s)), u"(none)"_s);
}

void ClientTlsTest::namesWhatIsWrongWithACertificate_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown authority") << u"authority"_s << u"signed by an unknown authority (\"Other CA\")"_s;
    QTest::newRow("expired") << u"expired"_s << u"certificate expired on "_s;
    QTest::newRow("not yet valid") << u"early"_s << u"is not valid before "_s;
    QTest::newRow("other host") << u"host"_s
                                << u"is not for the host name 127.0.0.1 but for 10.0.0.1, api.example.com"_s;
    QTest::newRow("self-signed") << u"self"_s << u"self-signed and not trusted"_s;
}

void ClientTlsTest::namesWhatIsWrongWithACertificate()
{
    QFETCH(QString, wrong);
    QFETCH(QString, said);
    const TestPki pki(u"Right CA"_s);
    const TestPki other(u"Other CA"_s);
    const QStringList names{u"IP:127.0.0.1"_s};
    const auto identity =
        wrong == "authority"_L1 ? other.server()
        : wrong == "expired"_L1
            ? pki.issue({.commonName = u"api"_s, .names = names, .validFrom = -9000, .validUntil = -60})
        : wrong == "early"_L1
            ? pki.issue({.commonName = u"api"_s, .names = names, .validFrom = 3600, .validUntil = 9000})
        : wrong == "host"_L1
            ? pki.issue({.commonName = u"api"_s, .names = {u"DNS:api.example.com"_s, u"IP:10.0.0.1"_s}})
            : TestPki::selfSigned({.commonName = u"api"_s, .names = names});
    TestServer server(identity);
    server.answerJson(u"/version"_s, "{}");
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = pki.caPem();
    connection.bearerToken = "secret";
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Tls);
    QVERIFY2(words(response).contains(said), qPrintable(words(response)));
    QCOMPARE(server.requests().size(), 0);
}

void ClientTlsTest::doesNotVerifyWhenToldSo()
{
    TestServer server(TestPki::selfSigned({.commonName = u"api"_s}));
    server.answerJson(u"/version"_s, "{}");
    kube::Connection connection = connectionTo(server.url());
    connection.insecureSkipTlsVerify = true;
    QCOMPARE(words(get(connection, u"/version"_s)), u"(none)"_s);
}

void ClientTlsTest::verifiesTheNameOfTlsServerName()
{
    const TestPki pki(u"Right CA"_s);
    TestServer server(pki.issue({.commonName = u"api"_s, .names = {u"DNS:api.internal"_s}}));
    server.answerJson(u"/version"_s, "{}");
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = pki.caPem();
    connection.tlsServerName = u"api.internal"_s;
    QCOMPARE(words(get(connection, u"/version"_s)), u"(none)"_s);
    connection.tlsServerName = u"other.internal"_s;
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Tls);
    QVERIFY2(words(response).contains(u"not for the host name other.internal but for api.internal"_s),
             qPrintable(words(response)));
}

void ClientTlsTest::usesItsOwnAuthorityInsteadOfTheSystems()
{
    const TestPki pki(u"Private CA"_s);
    TestServer server(pki.server());
    const auto response = get(connectionTo(server.url()), u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Tls);
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n";
    QCOMPARE(kindOf(get(connection, u"/version"_s)), Error::Kind::Malformed);
}

void ClientTlsTest::showsItsCertificate_data()
{
    QTest::addColumn<KeyType>("type");
    QTest::addColumn<KeyForm>("form");
    QTest::newRow("RSA, PKCS#8") << KeyType::Rsa << KeyForm::Pkcs8;
    QTest::newRow("RSA, PKCS#1") << KeyType::Rsa << KeyForm::Traditional;
    QTest::newRow("EC, PKCS#8") << KeyType::Ec << KeyForm::Pkcs8;
    QTest::newRow("EC, SEC1") << KeyType::Ec << KeyForm::Traditional;
    QTest::newRow("EC with its parameters first") << KeyType::Ec << KeyForm::WithEcParameters;
    QTest::newRow("Ed25519") << KeyType::Ed25519 << KeyForm::Pkcs8;
}

void ClientTlsTest::showsItsCertificate()
{
    QFETCH(KeyType, type);
    QFETCH(KeyForm, form);
    const TestPki pki(u"Right CA"_s);
    TestServer server(pki.server());
    server.askForCertificate(pki.caPem(), TestServer::ClientCertificate::MustHave);
    server.answerJson(u"/version"_s, "{}");
    const auto identity = pki.client(u"jane"_s, type, form);
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = pki.caPem();
    connection.clientCertificatePem = identity.certificatePem;
    connection.clientKeyPem = identity.keyPem;
    QCOMPARE(words(get(connection, u"/version"_s)), u"(none)"_s);
    QCOMPARE(server.requests().first().clientName, u"jane"_s);
}

void ClientTlsTest::refusesAKeyItCannotUse_data()
{
    const TestPki pki(u"Right CA"_s);
    const auto jane = pki.client(u"jane"_s);
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("said");
    QTest::newRow("pass phrase, PKCS#8") << pki.client(u"x"_s, KeyType::Ec, KeyForm::Encrypted).keyPem
                                         << u"protected by a pass phrase"_s;
    QTest::newRow("pass phrase, PKCS#1") << pki.client(u"x"_s, KeyType::Rsa, KeyForm::EncryptedTraditional).keyPem
                                         << u"protected by a pass phrase"_s;
    QTest::newRow("no key") << QByteArray("hunter2") << u"not a private key in PEM form"_s;
    QTest::newRow("another's key") << jane.keyPem << u"does not belong to the client certificate"_s;
}

void ClientTlsTest::refusesAKeyItCannotUse()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, said);
    const TestPki pki(u"Right CA"_s);
    kube::Connection connection = connectionTo(QUrl(u"https://127.0.0.1:1"_s));
    connection.clientCertificatePem = pki.client(u"bob"_s).certificatePem;
    connection.clientKeyPem = key;
    const auto client = kube::Client::open(connection);
    QVERIFY(!client);
    QVERIFY2(client.error().toString().contains(said), qPrintable(client.error().toString()));
    QVERIFY(client.error().toString().contains(u"user \"dev\""_s));
    QVERIFY(!client.error().toString().contains(u"hunter2"_s));
}

// The alerts as OpenSSL reports them; a server made with Qt closes the connection without one.

void ClientTlsTest::saysThatTheServerRefusedTheCertificate()
{
    for (const QString &alert :
         {u"Error while reading: error:0A00045C:SSL routines::tlsv13 alert certificate required"_s,
          u"Error while reading: error:0A000418:SSL routines::tlsv1 alert unknown ca"_s,
          u"Error during SSL handshake: error:0A000412:SSL routines::sslv3 alert bad certificate"_s}) {
        QVERIFY(kube::isCertificateAlert(alert));
        const Error error = kube::handshakeError(alert);
        QCOMPARE(error.kind, Error::Kind::Tls);
        QVERIFY(error.detail.startsWith(u"the server refused the client certificate"_s));
    }
    QVERIFY(!kube::isCertificateAlert(u"Error during SSL handshake: tlsv1 alert protocol version"_s));
}

QTEST_GUILESS_MAIN(ClientTlsTest)
#include "tst_clienttls.moc"
