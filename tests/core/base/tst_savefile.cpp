#include "core/base/savefile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace faultline;
using namespace Qt::StringLiterals;

class SaveFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedIsTheOwnersAlone();
    void whatFailsLeavesWhatWasThere();
    void aFolderThatIsNotThereIsSaid();

private:
    QByteArray contents() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"report.md"_s);
};

void SaveFileTest::whatIsSavedIsTheOwnersAlone()
{
    QFile::remove(m_path);
    for (const QByteArray &text : QByteArrayList{"one", "two, longer", "3"}) {
        const auto done = base::saveFile(m_path, text);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(contents(), text);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFileInfo(m_path).permissions() & others, QFile::Permissions());
        QVERIFY(QFile::setPermissions(m_path, QFileInfo(m_path).permissions() | others)); // and so again
    }
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void SaveFileTest::whatFailsLeavesWhatWasThere()
{
    QVERIFY(base::saveFile(m_path, "before"));
    const auto done = base::saveFile(m_path, [](QIODevice &file) -> base::Result<void> {
        file.write("half");
        return base::failure(base::Error::Kind::Cancelled, u"stopped"_s);
    });
    QVERIFY(!done);
    QCOMPARE(done.error(), (base::Error{base::Error::Kind::Cancelled, u"stopped"_s, m_path}));
    QCOMPARE(contents(), "before");
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void SaveFileTest::aFolderThatIsNotThereIsSaid()
{
    const auto done = base::saveFile(u"/no/such/folder/report.md"_s, "x");
    QVERIFY(!done);
    QCOMPARE(done.error().kind, base::Error::Kind::File);
    QVERIFY(!done.error().detail.isEmpty());
    QCOMPARE(done.error().where, u"/no/such/folder/report.md"_s);
}

QTEST_APPLESS_MAIN(SaveFileTest)
#include "tst_savefile.moc"
