#pragma once

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace faultline::test {

struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QString text() const { return QString::fromUtf8(out); }
};

inline QString sourcePath(const QString &path) { return QStringLiteral(FAULTLINE_SOURCE_DIR "/") + path; }

inline QString recordedPath(const QString &name)
{
    return sourcePath(QStringLiteral("tests/clusters/recorded/") + name);
}

inline QString programPath() { return QStringLiteral(FAULTLINE_BINARY_DIR "/faultline"); }

/// Nothing of this machine's: no kubeconfig, no display, English.
inline QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("KUBECONFIG"), QStringLiteral("/nonexistent/config"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("NO_COLOR"));
    return environment;
}

inline Run runProgram(const QString &program, const QStringList &arguments,
                      const QProcessEnvironment &environment = plainEnvironment(), const QString &folder = {},
                      const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The program itself, as a person starts it.
inline Run runFaultline(const QStringList &arguments, const QByteArray &input = {})
{
    return runProgram(programPath(), arguments, plainEnvironment(), {}, input);
}

} // namespace faultline::test
