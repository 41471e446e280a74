#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

/// A kubeconfig that names a login program, as the command line meets it. Nothing listens at its server's address.
class CliPluginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itDoesNotRunUnasked();
    void itRunsWhenAllowedAndIsRemembered();

private:
    QString write(const QString &name, const QByteArray &text);
    /// What `faultline diagnose` with that kubeconfig says on standard error.
    QByteArray diagnose(const QStringList &more = {});
    int runs() const;

    QTemporaryDir m_folder;
    QString m_kubeconfig;
};

void CliPluginTest::initTestCase()
{
    const QString program =
        write(u"login"_s,
              "#!/bin/sh\necho run >>\"" + m_folder.filePath(u"runs"_s).toUtf8() +
                  "\"\necho '{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"kind\":\"ExecCredential\","
                  "\"status\":{\"token\":\"hunter2\"}}'\n");
    m_kubeconfig =
        write(u"config"_s, "current-context: c\nclusters: [{name: k, cluster: {server: 'https://127.0.0.1:1'}}]\n"
                           "contexts: [{name: c, context: {cluster: k, user: u}}]\n"
                           "users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1beta1, "
                           "command: '" +
                               program.toUtf8() + "', args: [--quiet]}}}]\n");
    QVERIFY(!program.isEmpty() && !m_kubeconfig.isEmpty());
}

QString CliPluginTest::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    const bool done = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    file.setPermissions(file.permissions() | QFileDevice::ExeOwner);
    return done ? file.fileName() : QString();
}

QByteArray CliPluginTest::diagnose(const QStringList &more)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"settings"_s));
    environment.remove(u"DISPLAY"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(FAULTLINE_BINARY_DIR) + u"/faultline"_s,
                  QStringList{u"diagnose"_s, u"--kubeconfig"_s, m_kubeconfig} + more);
    process.waitForFinished(30'000);
    return process.exitCode() == 2 ? process.readAllStandardError() : QByteArray("the exit code is not 2");
}

int CliPluginTest::runs() const
{
    QFile file(m_folder.filePath(u"runs"_s));
    return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : 0;
}

void CliPluginTest::itDoesNotRunUnasked()
{
    const QByteArray said = diagnose();
    QVERIFY2(said.contains("--allow-plugin") && said.contains("login --quiet"), said.constData());
    QCOMPARE(runs(), 0);
}

void CliPluginTest::itRunsWhenAllowedAndIsRemembered()
{
    QByteArray said = diagnose({u"--allow-plugin"_s});
    QVERIFY2(said.contains("refused the connection") && !said.contains("hunter2"), said.constData());
    QCOMPARE(runs(), 1);
    said = diagnose();
    QVERIFY2(said.contains("refused the connection"), said.constData());
    QCOMPARE(runs(), 2);
}

QTEST_GUILESS_MAIN(CliPluginTest)
#include "tst_cliplugin.moc"
