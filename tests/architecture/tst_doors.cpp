#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

/// Every door of the program to the outside is known by its file: who sends, connects, listens, starts programs, writes
/// files or lets a certificate pass. A new one does not come in by accident; what each may do its own test holds
/// (docs/security.md).
class DoorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDoorIsWhereItBelongs_data();
    void eachDoorIsWhereItBelongs();
    void anotherDoorIsSeen_data() { eachDoorIsWhereItBelongs_data(); }
    void anotherDoorIsSeen();
};

namespace {

const QString kRoot = QStringLiteral(FAULTLINE_SOURCE_DIR "/");

QString withoutComments(const QString &source)
{
    static const QRegularExpression comment(u"//[^\\n]*"_s);
    return QString(source).remove(comment);
}

/// The files of a folder (or the ones given as text) in which the words stand, without their endings, each once.
QStringList filesWith(const QRegularExpression &words, const QHash<QString, QString> &sources)
{
    QStringList found;
    for (auto it = sources.begin(); it != sources.end(); ++it) {
        if (words.match(withoutComments(it.value())).hasMatch())
            found += it.key().section(u'.', 0, 0);
    }
    found.removeDuplicates();
    found.sort();
    return found;
}

QHash<QString, QString> allSources()
{
    QHash<QString, QString> sources;
    for (const QString &part : {u"app"_s, u"core"_s, u"ui"_s}) {
        QDirIterator files(kRoot + part, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources[file.fileName().mid(kRoot.size())] = QString::fromUtf8(file.readAll());
        }
    }
    return sources;
}

} // namespace

void DoorsTest::eachDoorIsWhereItBelongs_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("where");
    QTest::addColumn<QString>("breach");
    const auto door = [](const char *name, const QString &words, const QStringList &where, const QString &breach) {
        QTest::newRow(name) << words << where << breach;
    };
    door("HTTP: the API server's client; the public address that a person has tried",
         u"QNetworkAccessManager m_|(make_unique<|new )QNetworkAccessManager"_s,
         {u"core/kube/lanes"_s, u"core/trial/publictask"_s}, u"QNetworkAccessManager m_other;"_s);
    door(
        "HTTP by any method but GET: nobody",
        u"(\\.|->)(post|put|deleteResource|sendCustomRequest|head)\\((?!\\))|\"(POST|PUT|PATCH|DELETE|CONNECT|HEAD) /"_s,
        {}, u"m_manager->post(request, body);"_s);
    door(
        "sockets: the tunnel's WebSocket; what a browser sends into an open tunnel",
        u"Q(Tcp|Ssl|Udp|Local)Socket m_|unique_ptr<Q(Tcp|Ssl|Udp|Local)Socket>|connectToHost|new Q(Tcp|Ssl|Udp)Socket"_s,
        {u"core/kube/websocket"_s, u"core/trial/forwardedconnection"_s}, u"m_socket.connectToHost(host, 25);"_s);
    door("listening: the open tunnel, on 127.0.0.1", u"QTcpServer|QLocalServer|QUdpSocket"_s, {u"core/trial/forward"_s},
         u"QTcpServer m_server;"_s);
    door("names that are looked up: nobody's", u"QHostInfo|QDnsLookup|getaddrinfo"_s, {},
         u"QHostInfo::lookupHost(name);"_s);
    door("programs that are started: credential plugins", u"QProcess\\b|\\bsystem\\(\"|popen\\(|\\bexecv|posix_spawn"_s,
         {u"core/kube/pluginrun"_s}, u"QProcess::execute(command);"_s);
    door("pages that are opened: a link, the address of an open tunnel", u"QDesktopServices"_s,
         {u"ui/common/weblink"_s, u"ui/main/mainwindowtunnels"_s}, u"QDesktopServices::openUrl(url);"_s);
    door("certificates that may be anybody's: what the kubeconfig says; inside a tunnel; the public address, which "
         "says so",
         u"VerifyNone|QueryPeer|ignoreSslErrors|SSL_VERIFY_NONE"_s,
         {u"core/kube/tls"_s, u"core/trial/publictask"_s, u"core/trial/tlsbox"_s}, u"reply->ignoreSslErrors();"_s);
    door("what switches the check off: the kubeconfig's entry", u"insecureSkipTlsVerify = (?!false)"_s,
         {u"core/kube/connectionbuilder"_s}, u"connection.insecureSkipTlsVerify = true;"_s);
    door(
        "files: whole, 0600, in one place",
        u"QSaveFile|QFile::copy|QTemporaryFile|fopen|ofstream|(?<!buffer\\.open\\()QIODevice::(WriteOnly|Append|ReadWrite)"_s,
        {u"core/base/savefile"_s}, u"file.open(QIODevice::WriteOnly);"_s);
    door("settings: no data of a cluster", u"QSettings"_s, {u"ui/main/settings"_s}, u"QSettings().setValue(key, v);"_s);
}

void DoorsTest::eachDoorIsWhereItBelongs()
{
    QFETCH(QString, words);
    QFETCH(QStringList, where);
    static const QHash<QString, QString> sources = allSources();
    QVERIFY(sources.size() > 300);
    QCOMPARE(filesWith(QRegularExpression(words), sources), where);
}

void DoorsTest::anotherDoorIsSeen()
{
    QFETCH(QString, words);
    QFETCH(QString, breach);
    const QRegularExpression regex(words);
    QVERIFY2(regex.isValid(), qPrintable(regex.errorString()));
    QCOMPARE(filesWith(regex, {{u"ui/wizard/other.cpp"_s, breach}}), QStringList{u"ui/wizard/other"_s});
    QCOMPARE(filesWith(regex, {{u"ui/wizard/other.cpp"_s, u"// "_s + breach}}), QStringList{});
}

QTEST_GUILESS_MAIN(DoorsTest)
#include "tst_doors.moc"
