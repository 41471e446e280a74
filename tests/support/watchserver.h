#pragma once

#include "core/kube/pace.h"
#include "tests/support/testserver.h"

#include <map>

namespace faultline::test {

/// "{\"type\":\"ADDED\",\"object\":...}\n"
QByteArray eventLine(const QByteArray &type, const QByteArray &object);

/// An object with its type, in the namespace shop; `rest` follows its metadata.
QByteArray typedObject(const QByteArray &apiVersion, const QByteArray &kind, const QByteArray &name,
                       const QByteArray &resourceVersion, const QByteArray &rest = "");

QByteArray bookmark(const QByteArray &kind, const QByteArray &resourceVersion);
QByteArray errorLine(int code, const QByteArray &reason, const QByteArray &message);

/// Waits that are short enough for a test, and no chance in them.
kube::Pace quickPace();

/// Lets a TestServer answer watches: they stay open until the test ends them.
class WatchServer
{
public:
    explicit WatchServer(TestServer &server);

    /// The next watches of that path get these instead, one after the other.
    void answerNext(const QString &path, const QList<TestAnswer> &answers) { m_next[path] += answers; }

    /// Every watch of that path gets this instead.
    void answerAlways(const QString &path, const TestAnswer &answer) { m_always[path] = answer; }
    void letWatch(const QString &path) { m_always.erase(path); }

    /// Comes before all else, also for what is no watch.
    void setHandler(TestServer::Handler handler) { m_first = std::move(handler); }

    /// The watches that were asked for.
    QList<TestRequest> watches(const QString &path) const;

private:
    std::optional<TestAnswer> answer(const TestRequest &request);

    TestServer &m_server;
    TestServer::Handler m_first;
    std::map<QString, QList<TestAnswer>> m_next;
    std::map<QString, TestAnswer> m_always;
};

} // namespace faultline::test
