#include "core/source/filesource.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using base::Error;

/// What people hand in by mistake: each is named for what it is.
class OtherInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNamedForWhatItIs_data();
    void isNamedForWhatItIs();
    void whatIsGoodBesideItIsStillUsed();
    void keysThatStandTwiceAreTold();
    void whatStoodBeforeTheCutIsRead();
    void whatItHoldsIsNotRepeated();

private:
    QString put(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        const bool done = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        return done ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
};

namespace {

const QByteArray kPod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\n";

} // namespace

void OtherInputTest::isNamedForWhatItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArray() << u"there is nothing in it"_s;
    QTest::newRow("white space") << " \n\n"_ba << u"there is nothing in it"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << u"neither text nor an archive"_s;
    QTest::newRow("a login page") << "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>a: b: c</body>"_ba
                                  << u"an HTML page (\"Sign in\")"_s;
    QTest::newRow("a table") << "NAME   READY   STATUS\nweb-1  0/1  CrashLoopBackOff\n"_ba << u"-o yaml"_s;
    QTest::newRow("a table of all") << "NAMESPACE   NAME   READY\nshop web-1  0/1\n"_ba << u"-o yaml"_s;
    QTest::newRow("an error") << "error: You must be logged in to the server (Unauthorized)\n"_ba
                              << u"\"error: You must be logged in to the server (Unauthorized)\""_s;
    QTest::newRow("a template") << "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n"_ba
                                << u"helm template"_s;
    QTest::newRow("a kubeconfig") << "apiVersion: v1\nkind: Config\nclusters: []\n"_ba << u"--kubeconfig"_s;
    QTest::newRow("another kind") << "apiVersion: example.com/v1\nkind: Teapot\nmetadata: {name: x}\n"_ba
                                  << u"but a Teapot"_s;
    QTest::newRow("a tab") << "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: a\n"_ba << u"a tab stands here"_s;
}

void OtherInputTest::isNamedForWhatItIs()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    const QString path = put(u"input.yaml"_s, content);
    const auto read = source::readFiles({{path}, {}});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Malformed);
    QVERIFY2(read.error().detail.contains(words), qPrintable(read.error().detail));
    QVERIFY2(read.error().where.startsWith(path), qPrintable(read.error().where));
}

void OtherInputTest::whatIsGoodBesideItIsStillUsed()
{
    const QString path =
        put(u"mixed.yaml"_s, kPod + "---\nkind: [unclosed\n---\n" + QByteArray(kPod).replace("name: a", "name: b"));
    const auto read = source::readFiles({{path}, {}});
    QVERIFY(read);
    QCOMPARE(read->cluster->data().pods.size(), 2u);
    QCOMPARE(read->origin.warnings.size(), 1);
    QVERIFY2(read->origin.warnings[0].startsWith(path + u":6:"_s), qPrintable(read->origin.warnings[0]));
}

void OtherInputTest::keysThatStandTwiceAreTold()
{
    const QString path = put(u"twice.yaml"_s, "kind: Pod\napiVersion: v1\nmetadata:\n  name: a\n  name: b\n");
    const auto read = source::readFiles({{path}, {}});
    QVERIFY(read);
    QCOMPARE(read->cluster->data().pods.front().meta.name, u"b"_s);
    QCOMPARE(read->origin.warnings,
             QStringList{path + u":4:3: the key \"name\" stands twice in this mapping; the last one counts"_s});
}

void OtherInputTest::whatStoodBeforeTheCutIsRead()
{
    QByteArray noise; // so that the cut falls into the second file
    for (int i = 0; i < 40'000; ++i)
        noise += QByteArray::number(i * 7919 % 100'003) + '\n';
    put(u"a.yaml"_s, kPod);
    put(u"b.yaml"_s, "# " + noise.replace("\n", "\n# ") + '\n' + QByteArray(kPod).replace("name: a", "name: b"));
    QProcess tar;
    tar.setWorkingDirectory(m_folder.path());
    tar.start(u"tar"_s, {u"-czf"_s, u"two.tar.gz"_s, u"a.yaml"_s, u"b.yaml"_s});
    QVERIFY(tar.waitForFinished() && tar.exitCode() == 0);
    QFile file(m_folder.filePath(u"two.tar.gz"_s));
    QVERIFY(file.resize(file.size() / 2));
    const auto read = source::readFiles({{file.fileName()}, {}});
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QCOMPARE(read->cluster->data().pods.size(), 1u);
    QCOMPARE(read->origin.warnings.size(), 1);
    QVERIFY2(read->origin.warnings[0].contains(u"what stood before that place was read"_s),
             qPrintable(read->origin.warnings[0]));
}

/// A file that was handed in by mistake may hold anything.
void OtherInputTest::whatItHoldsIsNotRepeated()
{
    const QString path = put(u"config"_s, "apiVersion: v1\nkind: Config\nusers: [{name: u, user: {token: hunter2}}]\n");
    const auto read = source::readFiles({{path}, {}});
    QVERIFY(!read);
    QVERIFY(!read.error().toString().contains(u"hunter2"_s));
    const QString error = put(u"error.txt"_s, "error: failed with token=hunter2xyz\n");
    const auto other = source::readFiles({{error}, {}});
    QVERIFY(!other);
    QVERIFY2(!other.error().toString().contains(u"hunter2xyz"_s), qPrintable(other.error().toString()));
}

QTEST_GUILESS_MAIN(OtherInputTest)
#include "tst_otherinput.moc"
