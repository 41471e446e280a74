#include "core/checks/shared/images.h"
#include "core/checks/shared/pulltrouble.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::checks;

class TestImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsReferences_data();
    void readsReferences();
    void refusesWhatIsNoReference_data();
    void refusesWhatIsNoReference();
    void mendsSlipsOfTheForm();
    void namesOfOneSlipLookAlike();
    void readsTheCauseOfAFailedPull_data();
    void readsTheCauseOfAFailedPull();
};

void TestImages::readsReferences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("digest");
    QTest::addColumn<QString>("written");
    const QString digest = u"sha256:"_s + u"0123456789abcdef"_s.repeated(4);
    QTest::newRow("short") << u"nginx"_s << u"docker.io"_s << u"library/nginx"_s << u"latest"_s << QString()
                           << u"nginx"_s;
    QTest::newRow("user") << u"shop/web:1.0"_s << u"docker.io"_s << u"shop/web"_s << u"1.0"_s << QString()
                          << u"shop/web"_s;
    QTest::newRow("registry with a dot") << u"ghcr.io/shop/web:v1"_s << u"ghcr.io"_s << u"shop/web"_s << u"v1"_s
                                         << QString() << u"ghcr.io/shop/web"_s;
    QTest::newRow("port and no tag") << u"127.0.0.1:5000/web"_s << u"127.0.0.1:5000"_s << u"web"_s << u"latest"_s
                                     << QString() << u"127.0.0.1:5000/web"_s;
    QTest::newRow("port and tag") << u"reg:5000/a/b/c:9.9"_s << u"reg:5000"_s << u"a/b/c"_s << u"9.9"_s << QString()
                                  << u"reg:5000/a/b/c"_s;
    QTest::newRow("localhost") << u"localhost/web:1"_s << u"localhost"_s << u"web"_s << u"1"_s << QString()
                               << u"localhost/web"_s;
    QTest::newRow("IPv6") << u"[fd00::1]:5000/web:1"_s << u"[fd00::1]:5000"_s << u"web"_s << u"1"_s << QString()
                          << u"[fd00::1]:5000/web"_s;
    QTest::newRow("old name of Docker Hub") << u"index.docker.io/nginx:1"_s << u"docker.io"_s << u"library/nginx"_s
                                            << u"1"_s << QString() << u"index.docker.io/nginx"_s;
    QTest::newRow("digest") << u"nginx@"_s + digest << u"docker.io"_s << u"library/nginx"_s << QString() << digest
                            << u"nginx"_s;
    QTest::newRow("tag and digest") << u"quay.io/a/b:2@"_s + digest << u"quay.io"_s << u"a/b"_s << u"2"_s << digest
                                    << u"quay.io/a/b"_s;
    QTest::newRow("separators") << u"a__b/c--d.e_f:X_1.2-3"_s << u"docker.io"_s << u"a__b/c--d.e_f"_s << u"X_1.2-3"_s
                                << QString() << u"a__b/c--d.e_f"_s;
}

void TestImages::readsReferences()
{
    QFETCH(QString, text);
    const auto image = parseImage(text);
    QVERIFY(image.has_value());
    QTEST(image->registry, "registry");
    QTEST(image->path, "path");
    QTEST(image->tag, "tag");
    QTEST(image->digest, "digest");
    QTEST(image->written, "written");
}

void TestImages::refusesWhatIsNoReference_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("upper case") << u"ghcr.io/Shop/web"_s;
    QTest::newRow("upper case that looks like a registry") << u"Shop/Pay:1.0"_s;
    QTest::newRow("a scheme") << u"https://ghcr.io/shop/web:1"_s;
    QTest::newRow("a space") << u"nginx :1"_s;
    QTest::newRow("an empty tag") << u"nginx:"_s;
    QTest::newRow("a tag that begins with a dash") << u"nginx:-1"_s;
    QTest::newRow("an empty part") << u"ghcr.io//web"_s;
    QTest::newRow("a short digest") << u"nginx@sha256:1234"_s;
    QTest::newRow("an empty digest") << u"nginx@"_s;
    QTest::newRow("a line behind it") << u"nginx:1\n"_s;
    QTest::newRow("too long") << u"a"_s.repeated(256);
}

void TestImages::refusesWhatIsNoReference()
{
    QFETCH(QString, text);
    QVERIFY(!parseImage(text));
}

void TestImages::mendsSlipsOfTheForm()
{
    QCOMPARE(mendedImage(u"Shop/Pay:1.0"_s), u"shop/pay:1.0"_s);
    QCOMPARE(mendedImage(u"https://ghcr.io/shop/web:1"_s), u"ghcr.io/shop/web:1"_s);
    QCOMPARE(mendedImage(u" nginx : 1"_s), u"nginx:1"_s);
    QCOMPARE(mendedImage(u"nginx:"_s), QString());
}

void TestImages::namesOfOneSlipLookAlike()
{
    const auto alike = [](const QString &left, const QString &right) {
        return looksAlike(*parseImage(left), *parseImage(right));
    };
    QVERIFY(alike(u"ngnix:1"_s, u"nginx:2"_s));
    QVERIFY(alike(u"ghcr.io/shop/web"_s, u"ghcr.io/shpo/web"_s));
    QVERIFY(!alike(u"127.0.0.1:5000/shop/web"_s, u"127.0.0.1:5000/shop/api"_s));
    QVERIFY(!alike(u"ghcr.io/shop/web"_s, u"ghcr.io/web"_s));
}

void TestImages::readsTheCauseOfAFailedPull_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("image");
    QTest::addColumn<PullCause>("cause");
    QTest::newRow("docker, denied") << u"Error response from daemon: pull access denied for shop/web, repository does "
                                       u"not exist or may require 'docker login': denied: requested access to the "
                                       u"resource is denied"_s
                                    << u"shop/web:1"_s << PullCause::AccessDenied;
    QTest::newRow("status 401 of a registry on port 5000")
        << u"unexpected status from HEAD request to http://r:5000/v2/a/manifests/1: 401 Unauthorized"_s
        << u"r:5000/a:1"_s << PullCause::AccessDenied;
    QTest::newRow("status 502") << u"unexpected status from HEAD request to http://r:5000/v2/a/manifests/1: 502 Bad "
                                   u"Gateway"_s
                                << u"r:5000/a:1"_s << PullCause::Unreachable;
    QTest::newRow("status code 500 alone") << u"unexpected status code 500"_s << u"a:1"_s << PullCause::Unreachable;
    QTest::newRow("port 5000 behind a status word")
        << u"status of 10.0.0.1:5000/a: not found"_s << u"b:1"_s << PullCause::TagUnknown;
    QTest::newRow("an image called unauthorized")
        << u"failed to resolve reference \"ghcr.io/unauthorized/x509:503\": not found"_s
        << u"ghcr.io/unauthorized/x509:503"_s << PullCause::TagUnknown;
    QTest::newRow("an image of one word that is in the message")
        << u"pull access denied for denied, may require 'docker login'"_s << u"denied"_s << PullCause::AccessDenied;
    QTest::newRow("certificate")
        << u"tls: failed to verify certificate: x509: certificate signed by unknown authority"_s << u"r/a:1"_s
        << PullCause::Unreachable;
    QTest::newRow("plain HTTP registry") << u"http: server gave HTTP response to HTTPS client"_s << u"r:5000/a:1"_s
                                         << PullCause::Unreachable;
    QTest::newRow("no space") << u"failed to copy: write /var/lib/containerd/x: no space left on device"_s << u"a:1"_s
                              << PullCause::NodeSide;
    QTest::newRow("ECR, name") << u"name unknown: The repository with name 'web' does not exist in the registry with "
                                  u"id '1'"_s
                               << u"1.dkr.ecr.eu-central-1.amazonaws.com/web:1"_s << PullCause::RepositoryUnknown;
    QTest::newRow("Harbor, project") << u"not found: project shop not found"_s << u"r.io/shop/web:1"_s
                                     << PullCause::RepositoryUnknown;
    QTest::newRow("Harbor, artifact") << u"not found: artifact shop/web:1 not found"_s << u"r.io/shop/web:1"_s
                                      << PullCause::TagUnknown;
    QTest::newRow("something else") << u"rpc error: code = Unknown desc = unexpected media type"_s << u"a:1"_s
                                    << PullCause::Other;
}

void TestImages::readsTheCauseOfAFailedPull()
{
    QFETCH(QString, message);
    QFETCH(QString, image);
    QTEST(pullCauseOf(message, image), "cause");
}

QTEST_GUILESS_MAIN(TestImages)
#include "tst_images.moc"
