#pragma once

#include "core/kube/execplugin.h"

#include <QtCore/QObject>
#include <QtCore/QProcess>
#include <QtCore/QTimer>

#include <chrono>

namespace faultline::kube {

/// One run of a credential plugin: the program is looked for in PATH, then in the login shell's PATH (a desktop icon
/// starts us without it), started without a terminal, and read. It never blocks. Ends with exactly one finished().
class PluginRun : public QObject
{
    Q_OBJECT

public:
    /// `patience`: until it is ended for taking too long; a person may have to log in in a browser meanwhile.
    PluginRun(ExecPlugin plugin, std::chrono::milliseconds patience, QObject *parent = nullptr);
    ~PluginRun() override;

    void start();

Q_SIGNALS:
    /// Errors: Unauthorized, with the program's own words from stderr.
    void finished(const faultline::base::Result<faultline::kube::PluginCredential> &credential);

private:
    void askShellForPath(const QString &found);
    void startProgram(const QString &program, const QString &path);
    void onOutput();
    void onProgramEnded();
    void fail(const QString &detail);
    void end(const base::Result<PluginCredential> &credential);

    ExecPlugin m_plugin;
    QProcess m_shell;
    QProcess m_program;
    QTimer m_timeout;
    QByteArray m_output;
    bool m_ended = false;
};

} // namespace faultline::kube
