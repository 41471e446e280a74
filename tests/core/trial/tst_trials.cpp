#include "core/trial/controllerlog.h"
#include "core/trial/controllers.h"
#include "core/trial/httptalk.h"
#include "core/trial/proxytask.h"
#include "core/trial/trials.h"
#include "tests/support/testserver.h"
#include "tests/support/tunnelserver.h"

#include <QtTest/QtTest>

using namespace faultline;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Outcome = model::Trial::Outcome;
using Port = test::TunnelServer::Port;
using model::TrialSpeech;
using model::TrialWay;

std::unique_ptr<kube::Client> clientOf(const QUrl &url)
{
    kube::Connection connection;
    connection.server = url;
    connection.bearerToken = "canary-token";
    return *kube::Client::open(connection);
}

model::TrialKey keyOf(TrialWay way, int port, TrialSpeech speech = TrialSpeech::Http)
{
    model::TrialKey key;
    key.way = way;
    key.object = {way == TrialWay::ServiceProxy ? model::Kind::Service : model::Kind::Pod, u"shop"_s, u"cart"_s};
    key.port = port;
    key.speech = speech;
    return key;
}

const trial::Limits kShort{1'000ms, 300ms, 100ms};

model::Trial tried(const model::TrialKey &key, kube::Client *client, const trial::Limits &limits = kShort)
{
    trial::Trials trials({key}, client, limits);
    QSignalSpy spy(&trials, &trial::Trials::finished);
    trials.start();
    if (!spy.wait(10'000)) {
        return {};
    }
    const auto made = spy.front().front().value<std::map<model::TrialKey, model::Trial>>();
    return made.empty() ? model::Trial() : made.begin()->second;
}

/// Two Pods with the labels of a controller, one of them ready.
QByteArray controllerPods(const QByteArray &ports)
{
    return R"({"kind":"PodList","apiVersion":"v1","metadata":{},"items":[
        {"metadata":{"name":"starting","namespace":"ingress"},"status":{"conditions":[{"type":"Ready","status":"False"}]}},
        {"metadata":{"name":"ctl","namespace":"ingress"},"spec":{"containers":[{"name":"c","ports":[)" +
           ports + R"(]}]},"status":{"conditions":[{"type":"Ready","status":"True"}]}}]})";
}

model::TrialKey controllerKey(const QString &controller)
{
    model::TrialKey key;
    key.way = TrialWay::Controller;
    key.object = {model::Kind::Ingress, u"shop"_s, u"cart"_s};
    key.host = u"shop.example"_s;
    key.path = u"/cart"_s;
    key.controller = controller;
    return key;
}

} // namespace

class TestTrials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void throughATunnel_data()
    {
        QTest::addColumn<Port>("port");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<TrialSpeech>("speech");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("status");
        const QByteArray hello = "HTTP/1.1 200 OK\r\nServer: web\r\nContent-Length: 5\r\n\r\nhello";
        QTest::newRow("200") << Port::Answers << hello << TrialSpeech::Http << Outcome::Answered << 200;
        QTest::newRow("404 is an answer") << Port::Answers << QByteArray("HTTP/1.0 404 Not Found\r\n\r\nnothing here")
                                          << TrialSpeech::Http << Outcome::Answered << 404;
        QTest::newRow("redirect") << Port::Answers << QByteArray("HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n")
                                  << TrialSpeech::Http << Outcome::Answered << 302;
        QTest::newRow("something else") << Port::Answers << QByteArray("-ERR unknown command 'GET'\r\n")
                                        << TrialSpeech::Http << Outcome::Answered << 0;
        QTest::newRow("nothing listens") << Port::Refused << QByteArray() << TrialSpeech::Http << Outcome::Refused << 0;
        QTest::newRow("never answers") << Port::Silent << QByteArray() << TrialSpeech::Http << Outcome::TimedOut << 0;
        QTest::newRow("resets") << Port::Resets << QByteArray() << TrialSpeech::Http << Outcome::Reset << 0;
        QTest::newRow("closes") << Port::Answers << QByteArray() << TrialSpeech::Http << Outcome::Closed << 0;
        QTest::newRow("tcp stays open") << Port::Silent << QByteArray() << TrialSpeech::Tcp << Outcome::Answered << 0;
        QTest::newRow("tcp refused") << Port::Refused << QByteArray() << TrialSpeech::Tcp << Outcome::Refused << 0;
        QTest::newRow("no right") << Port::Forbidden << QByteArray() << TrialSpeech::Http << Outcome::NotAllowed << 0;
        QTest::newRow("no upgrade") << Port::NoUpgrade << QByteArray() << TrialSpeech::Http << Outcome::NotPossible
                                    << 0;
        QTest::newRow("no TLS there") << Port::Answers << hello << TrialSpeech::Https << Outcome::NotPossible << 0;
    }

    void throughATunnel()
    {
        QFETCH(Port, port);
        QFETCH(QByteArray, reply);
        QFETCH(TrialSpeech, speech);
        test::TunnelServer server;
        server.set(8080, {port, reply});
        const auto client = clientOf(server.url());
        const model::Trial trial = tried(keyOf(TrialWay::PodTunnel, 8080, speech), client.get());
        QTEST(trial.outcome, "outcome");
        QTEST(trial.httpStatus, "status");
        QVERIFY(trial.time.isValid());
    }

    void whatWasSentAndWhatIsShown()
    {
        test::TunnelServer server;
        server.set(8080, {Port::Answers, "HTTP/1.1 301 Moved\r\nLocation: https://shop.example/\r\nSet-Cookie: "
                                         "session=canary\r\nContent-Length: 4\r\n\r\nmove"});
        const auto client = clientOf(server.url());
        model::TrialKey key = keyOf(TrialWay::PodTunnel, 8080);
        key.host = u"shop.example"_s;
        key.path = u"/a b?x=1"_s;
        const model::Trial trial = tried(key, client.get());
        const QByteArray sent = server.taken(8080);
        QVERIFY2(sent.startsWith("GET /a%20b?x=1 HTTP/1.1\r\nHost: shop.example\r\n"), sent.constData());
        QVERIFY(sent.contains("User-Agent: faultline/") && sent.contains("Connection: close"));
        QVERIFY(!sent.contains("canary-token")); // the cluster's credential is not for the app
        QCOMPARE(trial.statusLine, u"HTTP/1.1 301 Moved"_s);
        QCOMPARE(trial.firstBytes, u"move"_s);
        QVERIFY(std::find(trial.headers.begin(), trial.headers.end(),
                          std::pair(u"location"_s, u"https://shop.example/"_s)) != trial.headers.end());
        for (const auto &[name, value] : trial.headers) {
            QVERIFY(!value.contains(u"canary"_s)); // cookies are nobody's business
        }
    }

    void byTheServersProxy_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("byProxy");
        const auto status = [](int code, const QByteArray &reason, const QByteArray &message) {
            return test::TestServer::status(code, reason, message);
        };
        QTest::newRow("200") << 200 << QByteArray("hello") << Outcome::Answered << false;
        QTest::newRow("the app's 404") << 404 << QByteArray("404 page not found") << Outcome::Answered << false;
        QTest::newRow("the app's 403") << 403 << QByteArray("<h1>no</h1>") << Outcome::Answered << false;
        QTest::newRow("the app's 500") << 500 << QByteArray("oops") << Outcome::Answered << false;
        QTest::newRow("refused")
            << 503
            << status(503, "ServiceUnavailable",
                      "error trying to reach service: dial tcp 10.0.0.7:80: connect: connection refused")
            << Outcome::Refused << true;
        QTest::newRow("no endpoints") << 503
                                      << status(503, "ServiceUnavailable",
                                                "no endpoints available for service \\\"cart\\\"")
                                      << Outcome::Refused << true;
        QTest::newRow("no way there") << 503
                                      << status(503, "ServiceUnavailable",
                                                "error trying to reach service: dial tcp 10.0.0.7:80: i/o timeout")
                                      << Outcome::TimedOut << true;
        QTest::newRow("no right")
            << 403
            << status(403, "Forbidden",
                      "services \\\"cart\\\" is forbidden: cannot get resource \\\"services/proxy\\\"")
            << Outcome::NotAllowed << false;
        QTest::newRow("no such Service") << 404 << status(404, "NotFound", "services \\\"cart\\\" not found")
                                         << Outcome::NotPossible << false;
    }

    void byTheServersProxy()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        test::TestServer server;
        server.answer(u"/api/v1/namespaces/shop/services/cart:80/proxy/"_s, {.status = status, .body = body});
        const auto client = clientOf(server.url());
        const model::Trial trial = tried(keyOf(TrialWay::ServiceProxy, 80), client.get());
        QTEST(trial.outcome, "outcome");
        QTEST(trial.byProxy, "byProxy");
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().front().method, QByteArray("GET"));
    }

    void aProxyThatKeepsSilentIsGivenUp()
    {
        test::TestServer server;
        server.answer(u"/api/v1/namespaces/shop/pods/https:cart:8443/proxy/"_s,
                      {.fault = test::TestAnswer::Fault::Silence});
        const auto client = clientOf(server.url());
        const model::Trial trial =
            tried(keyOf(TrialWay::PodProxy, 8443, TrialSpeech::Https), client.get(), {100ms, 200ms, 100ms});
        QCOMPARE(trial.outcome, Outcome::TimedOut);
    }

    void thePublicAddressIsAskedWithoutACredential()
    {
        test::TestServer server;
        server.answer(u"/"_s, {.status = 503, .body = "down"});
        model::TrialKey key = keyOf(TrialWay::Public, server.serverPort());
        key.host = u"127.0.0.1"_s;
        const model::Trial trial = tried(key, nullptr);
        QCOMPARE(trial.outcome, Outcome::Answered);
        QCOMPARE(trial.httpStatus, 503);
        QVERIFY(server.requests().front().header("authorization").isEmpty());
        QVERIFY(server.requests().front().header("user-agent").startsWith("faultline/"));
    }

    void aFileHasNobodyToAsk()
    {
        trial::Trials trials({keyOf(TrialWay::PodTunnel, 80)}, nullptr);
        QSignalSpy spy(&trials, &trial::Trials::finished);
        QSignalSpy trying(&trials, &trial::Trials::trying);
        trials.start();
        QVERIFY(spy.wait());
        QVERIFY(trying.isEmpty()); // nobody is told of what is not done
        QVERIFY(spy.front().front().value<decltype(std::map<model::TrialKey, model::Trial>())>().empty());
    }

    void theControllerIsFoundByItsLabels()
    {
        test::TunnelServer server;
        server.set(80, {Port::Answers, "HTTP/1.1 503 Service Temporarily Unavailable\r\nServer: nginx\r\n\r\n"
                                       "<html><center>nginx</center></html>"});
        server.setPods(controllerPods(R"({"containerPort":10254},{"containerPort":80},{"containerPort":443})"));
        const auto client = clientOf(server.url());
        const model::TrialKey key = controllerKey(u"k8s.io/ingress-nginx"_s);
        const model::Trial trial = tried(key, client.get());
        QCOMPARE(trial.outcome, Outcome::Answered);
        QVERIFY(trial.byProxy); // the controller's own page
        QCOMPARE(trial.via, (model::ObjectRef{model::Kind::Pod, u"ingress"_s, u"ctl"_s}));
        QVERIFY(server.taken(80).startsWith("GET /cart HTTP/1.1\r\nHost: shop.example\r\n"));
        const model::Trial outside = tried(controllerKey(u"ingress.k8s.aws/alb"_s), client.get());
        QCOMPARE(outside.outcome, Outcome::NotPossible);
        QVERIFY(outside.words.contains(u"AWS Load Balancer Controller"_s));
    }

    void aControllerThatListensElsewhereIsAskedAtThePortOfThatName()
    {
        test::TunnelServer server;
        server.set(18080, {Port::Answers, "HTTP/1.1 200 OK\r\n\r\nhello"});
        server.setPods(
            controllerPods(R"({"name":"metrics","containerPort":10254},{"name":"http","containerPort":18080})"));
        const auto client = clientOf(server.url());
        QCOMPARE(tried(controllerKey(u"k8s.io/ingress-nginx"_s), client.get()).httpStatus, 200);
        // A refusal at a port that was merely guessed would say nothing of the controller.
        server.setPods(controllerPods(R"({"name":"metrics","containerPort":10254})"));
        QCOMPARE(tried(controllerKey(u"k8s.io/ingress-nginx"_s), client.get()).outcome, Outcome::NotPossible);
    }

    void anAddressIsAskedUnderTheNameThatLeadsThere()
    {
        test::TunnelServer server; // answers 404 to everything else: an answer
        model::TrialKey key = keyOf(TrialWay::Public, server.serverPort());
        key.host = u"shop.example"_s;
        key.address = u"127.0.0.1"_s;
        QVERIFY(trial::contactText(key).endsWith(u"(Host: shop.example)"_s));
        const model::Trial trial = tried(key, nullptr);
        QCOMPARE(trial.httpStatus, 404);
        QVERIFY(server.heads().front().contains("\r\nHost: shop.example\r\n"));
        QVERIFY(!server.heads().front().contains("Authorization"));
    }

    void theControllersLinesAboutTheHostComeWithIt()
    {
        test::TunnelServer server;
        server.set(80, {Port::Answers, "HTTP/1.1 502 Bad Gateway\r\n\r\n<center>nginx</center>"});
        server.setPods(controllerPods(R"({"containerPort":80})"));
        server.setLog("10.0.0.1 - - \"GET /cart HTTP/1.1\" 502 [shop-cart-80] 10.0.0.7:8080\n"
                      "10.0.0.1 - - \"GET / HTTP/1.1\" 200 [other-web-80] 10.0.0.9:8080\n");
        const auto client = clientOf(server.url());
        const model::Trial trial = tried(controllerKey(u"k8s.io/ingress-nginx"_s), client.get());
        QCOMPARE(trial.logLines.size(), 1);
        QVERIFY(trial.logLines.front().contains(u"[shop-cart-80]"_s));
        QVERIFY(server.heads().last().startsWith("GET /api/v1/namespaces/ingress/pods/ctl/log?container=c&"));
        server.setLog({}); // 404: the trial is as good as it was
        const model::Trial without = tried(controllerKey(u"k8s.io/ingress-nginx"_s), client.get());
        QCOMPARE(without.httpStatus, 502);
        QVERIFY(without.logLines.front().startsWith(u"(the log could not be read"_s));
    }

    void eachControllersWayOfNamingIsKnown_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("ingress-nginx error")
            << u"2026/11/23 12:00:00 [error] 31#31: *9 connect() failed (111: Connection refused) while connecting to "
               "upstream, client: 10.0.0.1, server: shop.example, request: \"GET / HTTP/1.1\""_s;
        QTest::newRow("Traefik")
            << u"10.0.0.1 - - \"GET / HTTP/1.1\" 502 11 \"-\" \"-\" 7 \"shop-cart-80@kubernetes\""_s;
        QTest::newRow("HAProxy") << u"10.0.0.1:51234 [23/Nov/2026] http shop_svc_cart_http/SRV_1 0/0/-1/-1/0 503"_s;
        QTest::newRow("its own words") << u"W1123 ingress \"shop/cart\" has no endpoints"_s;
    }

    void eachControllersWayOfNamingIsKnown()
    {
        QFETCH(QString, line);
        const QString log = u"something else\n"_s + line + u"\nworkshop-cart\n"_s;
        QCOMPARE(trial::linesAbout(log, controllerKey({})), QStringList{line.left(300)});
    }

    void somebodyElsesControllerIsNotAsked()
    {
        test::TunnelServer server;
        server.set(80, {Port::Answers, "HTTP/1.1 404 Not Found\r\n\r\ndefault backend - 404"});
        server.setPods(controllerPods(R"({"containerPort":80})"));
        const auto client = clientOf(server.url());
        const model::Trial other = tried(controllerKey(u"example.com/home-made"_s), client.get());
        QCOMPARE(other.outcome, Outcome::NotPossible);
        QVERIFY(other.words.contains(u"example.com/home-made"_s));
        QVERIFY(server.heads().isEmpty());
        // Nobody knows who serves this Ingress: that one controller has no such rule accuses nobody.
        const model::Trial any = tried(controllerKey({}), client.get());
        QCOMPARE(any.outcome, Outcome::NotPossible);
        QCOMPARE(any.httpStatus, 404);
    }

    void howLongItTookIsTheRequestsOwnTime()
    {
        // As the controller's trial does: the request, and afterwards its log.
        class Twofold : public trial::Task
        {
        public:
            void start() override
            {
                begin();
                model::Trial trial;
                trial.time = base::Timestamp{1'000};
                trial.milliseconds = 7;
                QTimer::singleShot(50, this, [this, trial] { finish(trial); });
            }
        };
        Twofold task;
        QSignalSpy done(&task, &trial::Task::done);
        task.start();
        QVERIFY(done.wait());
        const auto trial = done.front().front().value<model::Trial>();
        QCOMPARE(trial.milliseconds, 7);
        QCOMPARE(trial.time.ms, 1'000);
    }

    void whoCancelsGetsWhatThereIs()
    {
        test::TunnelServer server;
        server.set(1, {Port::Refused});
        server.set(2, {Port::Silent});
        const auto client = clientOf(server.url());
        trial::Trials trials({keyOf(TrialWay::PodTunnel, 1), keyOf(TrialWay::PodTunnel, 2)}, client.get());
        QSignalSpy spy(&trials, &trial::Trials::finished);
        int trying = 0;
        connect(&trials, &trial::Trials::trying, this, [&](const model::TrialKey &, int number) { trying = number; });
        trials.start();
        QTRY_COMPARE(trying, 2);
        trials.cancel();
        QVERIFY(spy.wait());
        QCOMPARE((spy.front().front().value<std::map<model::TrialKey, model::Trial>>().size()), size_t(1));
        QTRY_COMPARE(server.open(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTrials)
#include "tst_trials.moc"
