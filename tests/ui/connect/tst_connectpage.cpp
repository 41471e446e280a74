#include "core/kube/plugintrust.h"
#include "ui/common/wrapbutton.h"
#include "ui/connect/clusterform.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/contextmodel.h"
#include "ui/connect/fileform.h"
#include "ui/connect/pluginconsent.h"
#include "ui/connect/problembox.h"
#include "ui/connect/samplegallery.h"

#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTextEdit>

using namespace faultline;
using namespace faultline::ui;
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

void choose(const ClusterForm &form, int row)
{
    auto *list = form.findChild<QListView *>();
    list->setCurrentIndex(list->model()->index(row, 0));
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget))
            texts += label->text().remove(QChar(0x200B));
    }
    return texts;
}

QPoint placeOn(const ConnectPage &page, const QWidget *part) { return part->mapTo(&page, QPoint()); }

/// Where a designer looks at what the tests see: set FAULTLINE_PICTURES to a folder.
void picture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("FAULTLINE_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

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
        const auto *model = form.findChild<QListView *>()->model();
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->index(0, 0).data().toString(), u"prod (current)"_s);
        QCOMPARE(model->index(0, 0).data(ContextModel::DetailRole).toString(), u"api.prod.example:6443 · dev · shop"_s);
        QCOMPARE(form.findChild<QListView *>()->currentIndex().row(), 0);
        QVERIFY(form.findChild<ProblemBox *>()->isHidden());
        QAbstractItemModelTester tester(form.findChild<ContextModel *>(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void aContextThatDoesNotVerifyItsServerIsMarked()
    {
        ClusterForm form;
        load(form, QByteArray(kConfig).replace(":6443\"", ":6443\", insecure-skip-tls-verify: true").constData());
        const auto *model = form.findChild<QListView *>()->model();
        QCOMPARE(model->index(0, 0).data(ContextModel::InsecureRole).toString(), u"TLS not verified"_s);
        QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"TLS not verified"_s));
        QVERIFY(textsOf(form).join(u' ').contains(u"does not verify its server"_s));
        load(form, kConfig);
        QCOMPARE(model->index(0, 0).data(ContextModel::InsecureRole).toString(), QString());
        QVERIFY(!textsOf(form).join(u' ').contains(u"does not verify its server"_s));
    }

    void aNameAndPasswordInAnAddressAreNotShown()
    {
        ClusterForm form;
        load(form, QByteArray(kConfig).replace("https://api", "https://me:secret@api").constData());
        const QModelIndex first = form.findChild<QListView *>()->model()->index(0, 0);
        for (const int role : {int(Qt::DisplayRole), int(ContextModel::DetailRole), int(Qt::ToolTipRole)})
            QVERIFY(!first.data(role).toString().contains(u"secret"_s));
    }

    void enterOnAContextConnects()
    {
        ClusterForm form;
        load(form, kConfig);
        QSignalSpy wanted(&form, &ClusterForm::connectRequested);
        QTest::keyClick(form.findChild<QListView *>(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
    }

    void withoutAKubeconfigItSaysWhereItHasLooked()
    {
        qputenv("KUBECONFIG", "/nowhere/config");
        ClusterForm form;
        QSignalSpy loaded(&form, &ClusterForm::loaded);
        form.load({}, {});
        QVERIFY(loaded.wait(10'000));
        qunsetenv("KUBECONFIG");
        const QString texts = textsOf(form).join(u'\n');
        QVERIFY2(texts.contains(u"Looked for, not found: /nowhere/config"_s), qPrintable(texts));
        QVERIFY(!form.findChild<QPushButton *>(u"connectButton"_s)->isVisibleTo(&form));
    }

    void theSamplesComeFirstWhereThereIsNoContext()
    {
        ConnectPage page;
        page.resize(1280, 756);
        page.show();
        page.loadKubeconfig({}, {});
        const auto *gallery = page.findChild<SampleGallery *>();
        const auto *cluster = page.findChild<ClusterForm *>();
        QTRY_VERIFY(placeOn(page, gallery).x() < placeOn(page, cluster).x());
        page.loadKubeconfig({written(kConfig)}, {});
        QTRY_VERIFY(placeOn(page, gallery).x() > placeOn(page, cluster).x());
        picture(page, u"start-contexts"_s);
    }

    void aSampleTellsItsComplaintAndNotItsAnswer()
    {
        SampleGallery gallery;
        gallery.resize(640, 600);
        gallery.setLanguage(base::Language::English);
        const auto *orders = gallery.findChild<WrapButton *>(u"sample-selector-typo"_s);
        QVERIFY(orders != nullptr);
        const QString words = textsOf(*orders).join(u' ');
        QVERIFY(words.contains(u"every request to the Service fails"_s));
        for (const QString &answer : {u"selector"_s, u"label"_s, u"typo"_s})
            QVERIFY2(!words.contains(answer, Qt::CaseInsensitive), qPrintable(answer));
        QVERIFY(orders->accessibleName().contains(u"easy"_s));
        gallery.setLanguage(base::Language::Chinese);
        QVERIFY(textsOf(*orders).join(u' ').contains(u"请求都失败"_s));
    }

    void aSampleOpensByClickAndByEnter()
    {
        ConnectPage page;
        page.resize(1280, 756);
        page.setLanguage(base::Language::English);
        page.show();
        QSignalSpy wanted(&page, &ConnectPage::sampleRequested);
        auto *shop = page.findChild<WrapButton *>(u"sample-shop"_s);
        QTest::mouseClick(shop, Qt::LeftButton);
        QTest::keyClick(shop, Qt::Key_Return);
        QCOMPARE(wanted, (QList<QVariantList>{{u"shop"_s}, {u"shop"_s}}));
    }

    void everythingIsReachableInASmallWindow()
    {
        ConnectPage page;
        page.setLanguage(base::Language::English);
        page.loadKubeconfig({written(kConfig)}, {});
        page.resize(720, 516);
        page.show();
        auto *area = page.findChild<QScrollArea *>();
        QTRY_VERIFY(page.findChild<QPushButton *>(u"connectButton"_s)->isVisibleTo(&page));
        QTRY_VERIFY(area->widget()->height() > area->viewport()->height());
        QCOMPARE(area->widget()->width(), area->viewport()->width());
        picture(page, u"start-small"_s);
    }

    void aFileThatWasOpenedLatelyOpensAgain()
    {
        FileForm form;
        form.setRecent({u"/tmp/a.yaml"_s});
        QSignalSpy wanted(&form, &FileForm::filesRequested);
        auto *recent = form.findChild<QListWidget *>(u"recent"_s);
        recent->setCurrentRow(0);
        form.show();
        recent->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QTest::keyClick(recent, Qt::Key_Return);
        QCOMPARE(wanted, (QList<QVariantList>{{QStringList{u"/tmp/a.yaml"_s}}}));
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
        choose(form, 2);
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
        choose(form, 1);
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
        const auto *table = form.findChild<QListView *>();
        choose(form, 1); // cloud
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
    QString written(const char *text)
    {
        const QString path = m_folder.filePath(u"config"_s);
        QFile file(path);
        const bool isDone = file.open(QIODevice::WriteOnly) && file.write(text) >= 0;
        return isDone ? path : QString();
    }

    /// Writes the file, loads it and waits until it is shown. Returns its path.
    QString load(ClusterForm &form, const char *text, const Target &target = {})
    {
        const QString path = written(text);
        QSignalSpy loaded(&form, &ClusterForm::loaded);
        form.load({path}, target);
        loaded.wait(10'000);
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestConnectPage)
#include "tst_connectpage.moc"
