#include "tests/cluster/livescene.h"

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;
using namespace faultline::live;

/// The real window against a real cluster; tests/cluster/run.sh brings it up and applies the stories.
class TestLiveWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QSettings().clear(); }
    void contextAndNamespaceAreChosenOnTheStartPage();
    void theFailingLayerAndItsLeafAreShown_data();
    void theFailingLayerAndItsLeafAreShown();
    void aWorkloadIsPickedAmongAllNamespaces();
    void anAnswerMovesTheWalkAndCanBeTakenBack();
    void theReportTellsTheServersAddressOnlyWhenAsked();
    void theConnectionIsTriedOnAClick_data();
    void theConnectionIsTriedOnAClick();
    void whoMayNotTryIsToldWhichRightIsMissing();
    void aMendedServiceTurnsFineOnReload();
    void aMendedDeploymentTurnsFineByItself();
    void aTunnelStaysOpenForABrowserUntilItIsStopped();
    void aServerThatIsNotThereIsSaid();

public Q_SLOTS: // no test: called by name
    void takeAddress(const QUrl &address) { m_address = address; }

private:
    void connectTo(MainWindow &window, const QString &context, const QString &nameSpace);
    QString saved(exporting::ExportDialog &dialog);

    void writeReader();

    QTemporaryDir m_folder;
    QString m_kubeconfig;
    QString m_context;
    QString m_server; ///< "127.0.0.1:16443"
    QUrl m_address;   ///< that a browser would have opened
};

void TestLiveWindow::initTestCase()
{
    m_kubeconfig = qEnvironmentVariable("FAULTLINE_CLUSTER_KUBECONFIG");
    if (m_kubeconfig.isEmpty())
        QSKIP("FAULTLINE_CLUSTER_KUBECONFIG names no cluster: run packaging/cluster.sh");
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
    QCoreApplication::setApplicationName(u"FaultlineLiveTest"_s);
    QSettings().clear();
    QTest::failOnWarning(QRegularExpression(u"."_s));
    const auto config = kube::Kubeconfig::load({m_kubeconfig});
    QVERIFY(config && !config->isEmpty());
    m_context = config->currentContext();
    const auto connection = config->connection(m_context);
    QVERIFY(connection);
    m_server = connection->server.authority();
    QFile elsewhere(m_folder.filePath(u"elsewhere"_s));
    QVERIFY(elsewhere.open(QIODevice::WriteOnly));
    elsewhere.write(kElsewhere);
    writeReader();
}

/// The same server for a user of whom the server is only told by whoever may act as anybody.
void TestLiveWindow::writeReader()
{
    QProcess process;
    process.start(
        qEnvironmentVariable("FAULTLINE_CLUSTER_KUBECTL", u"kubectl"_s),
        {u"--kubeconfig"_s, m_kubeconfig, u"config"_s, u"view"_s, u"--raw"_s, u"--minify"_s, u"-o"_s, u"json"_s});
    QVERIFY(process.waitForFinished(kPatienceMs));
    QJsonObject config = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QJsonObject cluster = config["clusters"_L1][0].toObject();
    QJsonObject user = config["users"_L1][0].toObject();
    QJsonObject rights = user["user"_L1].toObject();
    rights["as"_L1] = kReader;
    cluster["name"_L1] = kReader;
    user["name"_L1] = kReader;
    user["user"_L1] = rights;
    config["clusters"_L1] = QJsonArray{cluster};
    config["users"_L1] = QJsonArray{user};
    config["contexts"_L1] = QJsonArray{
        QJsonObject{{u"name"_s, kReader}, {u"context"_s, QJsonObject{{u"cluster"_s, kReader}, {u"user"_s, kReader}}}}};
    config["current-context"_L1] = kReader;
    QFile file(m_folder.filePath(u"reader"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // it holds a key
    file.write(QJsonDocument(config).toJson());
}

/// As a person does it: the row of the context, the namespace, Connect. Without a namespace: all of them.
void TestLiveWindow::connectTo(MainWindow &window, const QString &context, const QString &nameSpace)
{
    window.loadKubeconfig({m_folder.filePath(u"elsewhere"_s), m_kubeconfig, m_folder.filePath(u"reader"_s)}, {});
    window.showStartPage();
    auto *model = window.startPage()->findChild<connect::ContextModel *>();
    QTRY_VERIFY(model->rowOf(context) >= 0);
    window.startPage()->findChild<QListView *>(u"contexts"_s)->setCurrentIndex(model->index(model->rowOf(context)));
    auto *field = window.startPage()->findChild<QLineEdit *>(u"nameSpace"_s);
    if (nameSpace.isEmpty()) {
        window.startPage()->findChild<QCheckBox *>()->setChecked(true);
    } else {
        field->clear();
        QTest::keyClicks(field, nameSpace);
    }
    click(button(window.startPage(), u"connectButton"_s));
    QVERIFY(waitUntilSettled(window));
}

/// What the dialog writes, without Markdown's backslashes.
QString TestLiveWindow::saved(exporting::ExportDialog &dialog)
{
    const QString path = m_folder.filePath(u"report.md"_s);
    const auto isReady = [&dialog] { return button(&dialog, u"exportSave"_s)->isEnabled(); };
    if (!QTest::qWaitFor(isReady, kPatienceMs))
        return {};
    dialog.saveTo(path);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).remove(u'\\') : QString();
}

void TestLiveWindow::contextAndNamespaceAreChosenOnTheStartPage()
{
    const auto window = makeWindow();
    connectTo(*window, m_context, u"fl-selector-typo"_s);
    QCOMPARE(page(*window), window->workspace());
    QCOMPARE(window->investigation().origin().nameSpace, u"fl-selector-typo"_s);
    QCOMPARE(window->workspace()->list()->shown().size(), size_t(1));
    QCOMPARE(window->investigation().selection().toString(), u"Deployment/fl-selector-typo/orders"_s);
}

void TestLiveWindow::theFailingLayerAndItsLeafAreShown_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("healthy") << u"fine"_s;
    QTest::newRow("quota-exceeded") << u"rollout res_quota"_s;
    QTest::newRow("crash-oom") << u"pods res_oom"_s;
    QTest::newRow("env-configmap-missing") << u"pods res_env_source"_s;
    QTest::newRow("pending-too-big") << u"pods res_request_too_big"_s;
    QTest::newRow("selector-typo") << u"service res_selector"_s;
    QTest::newRow("ingress-port-wrong") << u"ingress res_backend"_s;
}

void TestLiveWindow::theFailingLayerAndItsLeafAreShown()
{
    QFETCH(QString, expected);
    const auto window = makeWindow();
    connectTo(*window, m_context, u"fl-"_s + QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(verdict(*window), expected);
    const bool isFault = expected != "fine"_L1;
    QCOMPARE(card(*window).look == "fault"_L1, isFault);
    QCOMPARE(card(*window).proof.empty(), !isFault);
    const auto title =
        headlineText(window->investigation().guide(), *window->investigation().diagnosis(), base::Language::English)
            .title;
    const auto labels = window->workspace()->headline()->findChildren<QLabel *>();
    QCOMPARE(labels.front()->accessibleName(), title);
}

void TestLiveWindow::aWorkloadIsPickedAmongAllNamespaces()
{
    const auto window = makeWindow();
    connectTo(*window, m_context, {});
    const size_t all = window->workspace()->list()->shown().size();
    QVERIFY(all > 40);
    QTest::keyClicks(window->workspace()->list()->findChild<QLineEdit *>(), u"fl-limitrange-refused"_s);
    QTRY_COMPARE(window->workspace()->list()->shown().size(), size_t(1));
    auto *list = window->workspace()->list()->findChild<QListView *>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(window->investigation().selection().toString(), u"Deployment/fl-limitrange-refused/search"_s);
    QVERIFY(waitUntilSettled(*window));
    QCOMPARE(verdict(*window), u"rollout res_limitrange"_s);
}

void TestLiveWindow::anAnswerMovesTheWalkAndCanBeTakenBack()
{
    const auto window = makeWindow();
    connectTo(*window, m_context, u"fl-image-private"_s);
    QCOMPARE(verdict(*window), u"pods ?i_name"_s);
    QCOMPARE(card(*window).node, u"i_name"_s);
    QCOMPARE(card(*window).asking, wizard::Asking::OnlyYou);
    click(button(window.get(), u"answerYes"_s)); // the name is right
    QVERIFY(waitUntilSettled(*window));
    QCOMPARE(verdict(*window), u"pods ?i_tag"_s);
    click(button(window.get(), u"answerYes"_s)); // and so is the tag: then it is the login
    QVERIFY(waitUntilSettled(*window));
    QCOMPARE(verdict(*window), u"pods res_private_registry"_s);
    window->investigation().withdraw(u"i_name"_s);
    QVERIFY(waitUntilSettled(*window));
    QCOMPARE(verdict(*window), u"pods ?i_name"_s);
}

void TestLiveWindow::theReportTellsTheServersAddressOnlyWhenAsked()
{
    const auto window = makeWindow();
    connectTo(*window, m_context, u"fl-crash-exit-code"_s);
    click(button(window.get(), u"export"_s));
    auto *dialog = window->findChild<exporting::ExportDialog *>();
    QVERIFY(dialog);
    const QString plain = saved(*dialog);
    QVERIFY(plain.contains(u"fl-crash-exit-code/cart"_s));
    QVERIFY(plain.contains(u"DB_HOST is not set"_s)); // the log's last words, fetched from the live Pod
    QVERIFY2(!plain.contains(m_server), qPrintable(plain));
    dialog->findChild<QCheckBox *>(u"exportServer"_s)->setChecked(true);
    QVERIFY(saved(*dialog).contains(m_server));
    dialog->close();
}

void TestLiveWindow::aMendedServiceTurnsFineOnReload()
{
    const auto window = makeWindow();
    connectTo(*window, m_context, u"fl-target-port-wrong"_s);
    QCOMPARE(verdict(*window), u"service res_target_port"_s);
    QCOMPARE(kubectl({u"patch"_s, u"service/orders"_s, u"-n"_s, u"fl-target-port-wrong"_s, u"--type=json"_s, u"-p"_s,
                      u"[{\"op\":\"replace\",\"path\":\"/spec/ports/0/targetPort\",\"value\":8080}]"_s}),
             QString());
    QElapsedTimer timer;
    timer.start();
    do {
        click(window->findChild<QToolButton *>(u"reload"_s));
        QVERIFY(waitUntilSettled(*window));
    } while (verdict(*window) != "fine"_L1 && timer.elapsed() < kPatienceMs);
    QCOMPARE(verdict(*window), u"fine"_s);
    QCOMPARE(page(*window), window->workspace());
}

void TestLiveWindow::aMendedDeploymentTurnsFineByItself()
{
    const auto window = makeWindow();
    connectTo(*window, m_context, u"fl-env-configmap-missing"_s);
    QCOMPARE(verdict(*window), u"pods res_env_source"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window->investigation().live().state, source::Live::State::Running, kPatienceMs);
    QSignalSpy turned(&window->investigation(), &investigation::Investigation::turned);
    QCOMPARE(
        kubectl({u"patch"_s, u"deployment/mail"_s, u"-n"_s, u"fl-env-configmap-missing"_s, u"--type=json"_s, u"-p"_s,
                 u"[{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/envFrom/0/configMapRef/name\","
                 "\"value\":\"mail-conf\"}]"_s}),
        QString());
    QTRY_COMPARE_WITH_TIMEOUT(verdict(*window), u"fine"_s, kPatienceMs);
    QTRY_COMPARE(turned.size(), 1);
}

void TestLiveWindow::theConnectionIsTriedOnAClick_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("try-ingress") << u"fine"_s;
    QTest::newRow("try-loopback-only") << u"pods res_listen"_s;
    QTest::newRow("try-other-port") << u"pods res_listen"_s;
    QTest::newRow("try-never-answers") << u"pods res_unknown_access"_s;
    QTest::newRow("target-port-wrong") << u"service res_target_port"_s;
}

/// All looks well, or is only suspected, until somebody tries; every question of the way that wants to is tried by its
/// own button.
void TestLiveWindow::theConnectionIsTriedOnAClick()
{
    QFETCH(QString, expected);
    const auto window = makeWindow();
    connectTo(*window, m_context, u"fl-"_s + QString::fromLatin1(QTest::currentDataTag()));
    if (QByteArray(QTest::currentDataTag()) == "try-ingress")
        selectDeployment(*window, u"shop"_s);
    const bool isSuspected = verdict(*window) == expected && expected != "fine"_L1;
    QVERIFY2(isSuspected || verdict(*window) == "fine"_L1, qPrintable(verdict(*window)));
    const auto *offer = button(window.get(), u"tryConnection"_s);
    QVERIFY2(isSuspected || offer->isVisible(),
             "what is only fine as far as the API can tell does not offer to try it");
    int clicks = 0;
    while (goToUntried(*window)) {
        QVERIFY(offer->isVisible());
        QVERIFY2(!card(*window).contacts.isEmpty(), "nobody was told what will be contacted");
        QVERIFY2(++clicks < 6, "what was tried is wanted again");
        click(button(window.get(), u"tryConnection"_s));
        QVERIFY(window->investigation().isTrying());
        QVERIFY(waitUntilSettled(*window));
    }
    QVERIFY(clicks > 0);
    QCOMPARE(verdict(*window), expected);
    if (expected == "fine"_L1) {
        for (const QString &node : {u"f_access"_s, u"s_visit"_s, u"n_visit"_s})
            QCOMPARE(answerOf(*window, node), u"cluster yes"_s);
    }
    QVERIFY(expected == "fine"_L1 || !card(*window).proof.empty());
    const guide::Finding *primary = window->investigation().diagnosis()->primary();
    QVERIFY(expected == "fine"_L1 || primary->certainty == guide::Certainty::Proven);
}

void TestLiveWindow::whoMayNotTryIsToldWhichRightIsMissing()
{
    const QString nameSpace = u"fl-try-loopback-only"_s;
    QCOMPARE(kubectl({u"create"_s, u"rolebinding"_s, kReader, u"--clusterrole=view"_s, u"--user="_s + kReader, u"-n"_s,
                      nameSpace}),
             QString());
    const auto window = makeWindow();
    connectTo(*window, kReader, nameSpace);
    QCOMPARE(verdict(*window), u"fine"_s);
    QVERIFY(goToUntried(*window));
    click(button(window.get(), u"tryConnection"_s));
    QVERIFY(waitUntilSettled(*window));
    QCOMPARE(verdict(*window), u"fine"_s); // nothing was seen, so nothing is a fault
    QVERIFY(!goToUntried(*window));
    QStringList reasons;
    for (const guide::NotChecked &unchecked : window->investigation().diagnosis()->notChecked)
        reasons += unchecked.node + u' ' + unchecked.reason;
    QVERIFY2(reasons.contains(u"f_access trialNotAllowed:pods/portforward"_s), qPrintable(reasons.join(u'\n')));
    QVERIFY2(reasons.contains(u"s_visit trialNotAllowed:services/proxy"_s), qPrintable(reasons.join(u'\n')));
}

/// A browser of the person's own is not started by a test: the address is caught.
void TestLiveWindow::aTunnelStaysOpenForABrowserUntilItIsStopped()
{
    const auto window = makeWindow();
    connectTo(*window, m_context, u"fl-try-ingress"_s);
    selectDeployment(*window, u"shop"_s);
    QVERIFY(goToUntried(*window));
    QVERIFY(window->investigation().forwards().empty());
    QDesktopServices::setUrlHandler(u"http"_s, this, "takeAddress");
    click(button(window.get(), u"openInBrowser"_s));
    QDesktopServices::unsetUrlHandler(u"http"_s);
    QCOMPARE(m_address.host(), u"127.0.0.1"_s);
    auto *strip = window->findChild<QFrame *>(u"tunnels"_s);
    QVERIFY(strip->isVisible());
    test::picture(*window, u"live-tunnel-en"_s);
    window->appearance().setLanguage(base::Language::Chinese);
    window->appearance().setScheme(SchemeChoice::Dark);
    test::picture(*window, u"live-tunnel-zh"_s);
    QNetworkAccessManager network;
    const auto sizeOf = [&](const QString &path) {
        std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(m_address.resolved(QUrl(path)))));
        qint64 size = 0;
        connect(reply.get(), &QNetworkReply::readyRead, this, [&] { size += reply->readAll().size(); });
        const auto isFinished = [&] { return reply->isFinished(); };
        return QTest::qWaitFor(isFinished, kPatienceMs) && reply->error() == QNetworkReply::NoError ? size : -1;
    };
    QCOMPARE(sizeOf(u"/"_s), 6);
    QCOMPARE(sizeOf(u"/large"_s), 100LL * 1024 * 1024);
    click(button(strip, u"tunnelStop"_s));
    QTRY_VERIFY(!strip->isVisible());
    QCOMPARE(sizeOf(u"/"_s), -1);
}

void TestLiveWindow::aServerThatIsNotThereIsSaid()
{
    const auto window = makeWindow();
    connectTo(*window, u"elsewhere"_s, u"shop"_s);
    QCOMPARE(page(*window), window->statePage());
    QCOMPARE(window->statePage()->face().kind, Face::Kind::Failed);
}

QTEST_MAIN(TestLiveWindow)
#include "tst_livewindow.moc"
