#include "core/kube/plugintrust.h"
#include "ui/connect/clusterform.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/contextmodel.h"
#include "ui/connect/pluginconsent.h"
#include "ui/connect/problembox.h"

#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTextEdit>

using namespace faultline;
using namespace faultline::ui::connect;
using namespace Qt::StringLiterals;

namespace {

const auto kConfig =
    "apiVersion: v1\n"
    "kind: Config\n"
    "current-context: prod\n"
    "clusters:\n"
    "- name: prod-cluster\n"
    "  cluster: {server: \"https://api.prod.example:6443\"}\n"
    "users:\n"
    "- name: dev\n"
    "  user: {token: abc}\n"
    "- name: cloud\n"
    "  user:\n"
    "    exec: {apiVersion: client.authentication.k8s.io/v1, command: cloud-login, interactiveMode: Never}\n"
    "- name: old\n"
    "  user: {auth-provider: {name: gcp}}\n"
    "contexts:\n"
    "- name: prod\n"
    "  context: {cluster: prod-cluster, user: dev, namespace: shop}\n"
    "- name: cloud\n"
    "  context: {cluster: prod-cluster, user: cloud}\n"
    "- name: old\n"
    "  context: {cluster: prod-cluster, user: old}\n";

} // namespace

class TestConnectPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void theContextsOfAKubeconfigAreListed()
    {
        ClusterForm form;
        load(form, kConfig);
        const auto *model = form.findChild<QTableView *>()->model();
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->index(0, 0).data().toString(), u"prod (current)"_s);
        QCOMPARE(model->index(0, 3).data().toString(), u"shop"_s);
        QCOMPARE(form.findChild<QTableView *>()->currentIndex().row(), 0);
        QVERIFY(form.findChild<ProblemBox *>()->isHidden());
        QAbstractItemModelTester tester(form.findChild<ContextModel *>(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void connectNamesContextAndNamespace()
    {
        ClusterForm form;
        load(form, kConfig);
        QSignalSpy wanted(&form, &ClusterForm::connectRequested);
        auto *button = form.findChild<QPushButton *>(u"connectButton"_s);
        auto *field = form.findChild<QLineEdit *>(u"nameSpace"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::keyClicks(field, u"bank"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        form.findChild<QCheckBox *>()->setChecked(true);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted.at(0).at(1).toString(), u"shop"_s);
        QCOMPARE(wanted.at(1).at(1).toString(), u"bank"_s);
        QCOMPARE(wanted.at(2).at(1).toString(), QString());
        QCOMPARE(wanted.at(0).at(0).value<kube::Connection>().server, QUrl(u"https://api.prod.example:6443"_s));
    }

    void aBrokenKubeconfigShowsItsErrorInPlace()
    {
        ClusterForm form;
        const QString file = load(form, "clusters: [\n  {name: x\n");
        auto *problem = form.findChild<ProblemBox *>();
        QVERIFY(!problem->isHidden());
        QVERIFY2(problem->text().contains(file), qPrintable(problem->text()));
        QVERIFY(!form.findChild<QPushButton *>(u"connectButton"_s)->isEnabled());
        load(form, kConfig);
        QVERIFY(problem->isHidden());
    }

    void aUserThatCannotBeUsedIsSaidInPlace()
    {
        ClusterForm form;
        load(form, kConfig);
        QSignalSpy wanted(&form, &ClusterForm::connectRequested);
        form.findChild<QTableView *>()->selectRow(2);
        QTest::mouseClick(form.findChild<QPushButton *>(u"connectButton"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 0);
        QVERIFY(!form.findChild<ProblemBox *>()->isHidden());
    }

    void aLoginProgramRunsOnlyAfterAYes()
    {
        QStandardPaths::setTestModeEnabled(true);
        QFile::remove(kube::PluginTrust::defaultFile());
        ClusterForm form;
        load(form, kConfig);
        QSignalSpy wanted(&form, &ClusterForm::connectRequested);
        auto *button = form.findChild<QPushButton *>(u"connectButton"_s);
        form.findChild<QTableView *>()->selectRow(1);
        QTest::mouseClick(button, Qt::LeftButton);
        auto *consent = form.findChild<PluginConsent *>();
        QVERIFY(consent && consent->isVisible());
        QVERIFY(consent->findChild<QTextEdit *>()->toPlainText().contains(u"cloud-login"_s));
        consent->reject();
        QCOMPARE(wanted.size(), 0);
        QTRY_VERIFY(!form.findChild<PluginConsent *>());

        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(form.findChild<QPushButton *>(u"runPlugin"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.at(0).at(0).value<kube::Connection>().isPluginAllowed);
        QTRY_VERIFY(!form.findChild<PluginConsent *>());
        QTest::mouseClick(button, Qt::LeftButton); // remembered
        QCOMPARE(wanted.size(), 2);
        QFile::remove(kube::PluginTrust::defaultFile());
    }

    void anUnknownContextIsSaidInPlace()
    {
        ClusterForm form;
        QSignalSpy wanted(&form, &ClusterForm::connectRequested);
        load(form, kConfig, {u"nowhere"_s, {}, false, true});
        QVERIFY(form.findChild<ProblemBox *>()->text().contains(u"nowhere"_s));
        QCOMPARE(wanted.size(), 0);
        load(form, kConfig, {u"prod"_s, u"bank"_s, false, true});
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(1).toString(), u"bank"_s);
    }

    void aChangedKubeconfigIsReadAgainAndTheChoiceStays()
    {
        ClusterForm form;
        const QString path = load(form, kConfig);
        auto *table = form.findChild<QTableView *>();
        table->selectRow(1); // cloud
        QTest::keyClicks(form.findChild<QLineEdit *>(u"nameSpace"_s), u"bank"_s);
        QSignalSpy loaded(&form, &ClusterForm::loaded);
        QSignalSpy wanted(&form, &ClusterForm::connectRequested);
        // As kubectl does it: another file takes the place of the first.
        QSaveFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(kConfig) + "- name: added\n  context: {cluster: prod-cluster, user: dev}\n");
        QVERIFY(file.commit());
        QVERIFY(loaded.wait(10'000));
        QCOMPARE(table->model()->rowCount(), 4);
        QCOMPARE(table->currentIndex().row(), 1);
        QCOMPARE(form.findChild<QLineEdit *>(u"nameSpace"_s)->text(), u"bank"_s);
        QCOMPARE(wanted.size(), 0);
        QVERIFY(QFile::remove(path));
        QVERIFY(loaded.wait(10'000));
        QCOMPARE(table->model()->rowCount(), 0);
        load(form, kConfig); // and one that comes back is seen
        QCOMPARE(table->model()->rowCount(), 3);
    }

private:
    /// Writes the file, loads it and waits until it is shown. Returns its path.
    QString load(ClusterForm &form, const char *text, const Target &target = {})
    {
        const QString path = m_folder.filePath(u"config"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            return {};
        file.close();
        QSignalSpy loaded(&form, &ClusterForm::loaded);
        form.load({path}, target);
        loaded.wait(10'000);
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestConnectPage)
#include "tst_connectpage.moc"
