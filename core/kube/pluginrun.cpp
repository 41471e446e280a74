#include "core/kube/pluginrun.h"

#include "core/base/terminal.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kOutputLimit = 1024 * 1024;
constexpr qsizetype kWordsLimit = 600;
constexpr int kShellPatienceMs = 5'000;
#ifdef Q_OS_UNIX
constexpr bool kHasLoginShell = true;
#else
constexpr bool kHasLoginShell = false;
#endif
constexpr QLatin1StringView kPathMark("faultline-path:"); ///< a login shell may print a greeting first

QString loginShell()
{
    const QString shell = qEnvironmentVariable("SHELL");
    return shell.isEmpty() ? u"/bin/sh"_s : shell;
}

/// From a desktop icon there is none, and PATH is not what the person's shell makes of it. On Windows it is everywhere.
bool knowsPath()
{
#ifdef Q_OS_UNIX
    return base::isTerminal(base::Stream::Input) || !qEnvironmentVariableIsEmpty("TERM");
#else
    return true;
#endif
}

/// A sandbox (packaging/flatpak/README.md) has none of the host's programs.
QString notFound(const QString &where)
{
    const bool isFlatpak = QFileInfo::exists(u"/.flatpak-info"_s);
    return u"there is no such program"_s + where +
           (isFlatpak ? u". Inside of a Flatpak the login programs of this machine cannot be started: use another "
                        "package of Faultline for this cluster"_s
                      : QString());
}

/// The end of what a program complained: there the reason stands.
QString lastWords(const QByteArray &stderrBytes)
{
    QString words = QString::fromUtf8(stderrBytes).simplified();
    words.removeIf([](QChar c) { return !c.isPrint(); });
    return words.size() > kWordsLimit ? u"… "_s + words.right(kWordsLimit) : words;
}

} // namespace

PluginRun::PluginRun(ExecPlugin plugin, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent), m_plugin(std::move(plugin))
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(patience);
    connect(&m_timeout, &QTimer::timeout, this,
            [this] { fail(u"it did not end within %1 s"_s.arg(m_timeout.interval() / 1000)); });
}

PluginRun::~PluginRun()
{
    for (QProcess *process : {&m_shell, &m_program}) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(1000);
    }
}

void PluginRun::start()
{
    m_timeout.start();
    const QString program = QStandardPaths::findExecutable(m_plugin.command);
    if (program.isEmpty() && m_plugin.command.contains(u'/')) {
        fail(notFound({}));
    } else if (!knowsPath() || (program.isEmpty() && kHasLoginShell)) {
        askShellForPath(program); // a program that was found may need others that were not
    } else if (program.isEmpty()) {
        fail(notFound(u" in PATH"_s));
    } else {
        startProgram(program, qEnvironmentVariable("PATH"));
    }
}

/// `found`: the program by our own PATH, for when the shell knows no better; empty when it is not in it.
void PluginRun::askShellForPath(const QString &found)
{
    const auto look = [this, found] {
        const QString output = QString::fromLocal8Bit(m_shell.readAllStandardOutput());
        const bool answered = output.contains(kPathMark);
        const QString path = output.section(kPathMark, -1).section(u'\n', 0, 0);
        const QString program = QStandardPaths::findExecutable(m_plugin.command, path.split(u':', Qt::SkipEmptyParts));
        if (answered && !program.isEmpty()) {
            startProgram(program, path);
        } else if (!found.isEmpty()) {
            startProgram(found, qEnvironmentVariable("PATH"));
        } else {
            fail(notFound(u" in PATH, nor in that of the login shell"_s));
        }
    };
    connect(&m_shell, &QProcess::finished, this, look);
    connect(&m_shell, &QProcess::errorOccurred, this, [look](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            look();
        }
    });
    QTimer::singleShot(kShellPatienceMs, &m_shell, &QProcess::kill);
    m_shell.setStandardInputFile(QProcess::nullDevice());
    // An interactive shell reads what people write their PATH into; a session of its own keeps it off our terminal.
#ifdef Q_OS_UNIX
    m_shell.setChildProcessModifier([] { setsid(); });
#endif
    m_shell.start(loginShell(), {u"-lic"_s, u"printf '\\n%1%s\\n' \"$PATH\""_s.arg(kPathMark)});
}

void PluginRun::startProgram(const QString &program, const QString &path)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, path);
    for (const auto &[name, value] : m_plugin.environment) {
        environment.insert(name, value);
    }
    environment.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(execInfo(m_plugin)));
    m_program.setProcessEnvironment(environment);
    m_program.setStandardInputFile(QProcess::nullDevice());
    connect(&m_program, &QProcess::readyReadStandardOutput, this, &PluginRun::onOutput);
    connect(&m_program, &QProcess::finished, this, &PluginRun::onProgramEnded);
    connect(&m_program, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(m_program.errorString());
        }
    });
    m_program.start(program, m_plugin.arguments);
}

void PluginRun::onOutput()
{
    m_output += m_program.readAllStandardOutput();
    if (m_output.size() > kOutputLimit) {
        fail(u"it printed more than %1 KB"_s.arg(kOutputLimit / 1024));
    }
}

void PluginRun::onProgramEnded()
{
    onOutput();
    const QString words = lastWords(m_program.readAllStandardError());
    if (m_program.exitStatus() == QProcess::CrashExit) {
        return fail(u"it crashed. "_s + words);
    }
    if (m_program.exitCode() != 0) {
        return fail(u"it ended with exit code %1. %2"_s.arg(m_program.exitCode()).arg(words));
    }
    const auto credential = parseCredential(m_output, m_plugin.apiVersion);
    if (!credential) {
        return fail(credential.error().detail + (words.isEmpty() ? QString() : u". It says: "_s + words));
    }
    end(credential);
}

void PluginRun::fail(const QString &detail)
{
    QString text = u"the program \"%1\", by which user \"%2\" logs in, gave no credential, as %3"_s.arg(
        m_plugin.command, m_plugin.userName, detail.trimmed());
    if (!m_plugin.installHint.isEmpty() && m_program.program().isEmpty()) {
        text += u". "_s + m_plugin.installHint.simplified();
    }
    end(base::failure(Error::Kind::Unauthorized, text));
}

void PluginRun::end(const base::Result<PluginCredential> &credential)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_timeout.stop();
    Q_EMIT finished(credential);
}

} // namespace faultline::kube
