#include "tests/support/clienttalk.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace faultline::test {

constexpr std::chrono::milliseconds kBound{15'000};

kube::Connection connectionTo(const QUrl &server)
{
    kube::Connection connection;
    connection.server = server;
    connection.clusterName = u"kh"_s;
    connection.userName = u"dev"_s;
    return connection;
}

kube::Response get(kube::Client &client, const kube::Request &request)
{
    kube::Response answer;
    bool isDone = false;
    QObject context;
    QObject::connect(client.get(request), &kube::Reply::finished, &context, [&](const kube::Response &response) {
        answer = response;
        isDone = true;
    });
    return QTest::qWaitFor([&] { return isDone; }, int(kBound.count())) ? answer : kube::Response{};
}

kube::Response get(const kube::Connection &connection, const QString &path, const kube::Patience &patience)
{
    auto client = kube::Client::open(connection, patience);
    return client ? get(**client, {path, {}}) : kube::Response{0, {}, {}, client.error()};
}

base::Error::Kind kindOf(const kube::Response &response)
{
    return response.error ? response.error->kind : base::Error::Kind::Usage;
}

QString words(const kube::Response &response) { return response.error ? response.error->toString() : u"(none)"_s; }

} // namespace faultline::test
