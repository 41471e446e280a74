#include "tests/support/watchserver.h"

using namespace Qt::StringLiterals;

namespace faultline::test {

QByteArray eventLine(const QByteArray &type, const QByteArray &object)
{
    return R"({"type":")" + type + R"(","object":)" + object + "}\n";
}

QByteArray typedObject(const QByteArray &apiVersion, const QByteArray &kind, const QByteArray &name,
                       const QByteArray &resourceVersion, const QByteArray &rest)
{
    return R"({"kind":")" + kind + R"(","apiVersion":")" + apiVersion + R"(","metadata":{"name":")" + name +
           R"(","namespace":"shop","uid":"u-)" + name + R"(","resourceVersion":")" + resourceVersion + "\"}" + rest +
           "}";
}

QByteArray bookmark(const QByteArray &kind, const QByteArray &resourceVersion)
{
    return eventLine("BOOKMARK", R"({"kind":")" + kind + R"(","apiVersion":"v1","metadata":{"resourceVersion":")" +
                                     resourceVersion + R"(","creationTimestamp":null}})");
}

QByteArray errorLine(int code, const QByteArray &reason, const QByteArray &message)
{
    return eventLine("ERROR", TestServer::status(code, reason, message).trimmed());
}

kube::Pace quickPace()
{
    using std::chrono::milliseconds;
    kube::Pace pace;
    pace.first = milliseconds(20);
    pace.longest = milliseconds(80);
    pace.silence = milliseconds(30'000);
    pace.shortest = milliseconds(5'000);
    pace.chance = [] { return 0.5; };
    return pace;
}

WatchServer::WatchServer(TestServer &server) : m_server(server)
{
    server.setHandler([this](const TestRequest &request) { return answer(request); });
}

std::optional<TestAnswer> WatchServer::answer(const TestRequest &request)
{
    if (m_first) {
        if (const auto first = m_first(request)) {
            return first;
        }
    }
    if (request.parameter(u"watch"_s) != "true"_L1) {
        return std::nullopt;
    }
    QList<TestAnswer> &next = m_next[request.path];
    if (!next.isEmpty()) {
        return next.takeFirst();
    }
    const auto always = m_always.find(request.path);
    return always != m_always.end() ? always->second : TestAnswer{.form = TestAnswer::Form::Stream};
}

QList<TestRequest> WatchServer::watches(const QString &path) const
{
    QList<TestRequest> found = m_server.requestsTo(path);
    found.removeIf([](const TestRequest &request) { return request.parameter(u"watch"_s) != "true"_L1; });
    return found;
}

} // namespace faultline::test
