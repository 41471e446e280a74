#include "core/source/filesource.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/evidence/logview.h"
#include "ui/main/dropping.h"
#include "ui/main/mainwindow.h"
#include "ui/main/snapshotdialog.h"
#include "ui/main/workspace.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

using namespace faultline;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<MainWindow> makeWindow()
{
    auto window = std::make_unique<MainWindow>(*guide::Guide::loadBuiltIn());
    window->appearance().setLanguage(base::Language::English);
    window->show();
    return window;
}

bool waitUntilSettled(MainWindow &window)
{
    return QTest::qWaitFor([&window] { return window.investigation().isSettled(); }, 20'000);
}

QString recorded(const QString &name)
{
    return QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/") + name;
}

/// As the desktop hands it over.
void drop(MainWindow &window, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

/// Where a designer looks at what the tests see: set FAULTLINE_PICTURES to a folder.
void picture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("FAULTLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(300); // until nothing moves any more
    widget.grab().save(folder + u"/logs-"_s + name + u".png"_s);
}

} // namespace

/// Files that are dropped onto the window, and the snapshot that it saves.
class TestWindowFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
        QCoreApplication::setApplicationName(u"tst_windowfiles"_s);
        QTest::failOnWarning(QRegularExpression(u"."_s));
    }

    void aFolderThatIsDroppedIsOpened()
    {
        const auto window = makeWindow();
        drop(*window, {QUrl::fromLocalFile(recorded(u"crash-oom"_s))});
        QVERIFY(waitUntilSettled(*window));
        QVERIFY(!window->investigation().diagnoses().empty());
        QVERIFY(window->findChild<QMessageBox *>() == nullptr);
    }

    void whatCannotBeOpenedIsRefusedAndWhatIsOpenStays()
    {
        const auto window = makeWindow();
        window->openSample(u"shop"_s);
        QVERIFY(waitUntilSettled(*window));
        QFile picture(m_folder.filePath(u"photo.yaml"_s));
        QVERIFY(picture.open(QIODevice::WriteOnly) && picture.write(QByteArray("\x89PNG\0\0\0\0", 8)) > 0);
        picture.close();
        drop(*window, {QUrl::fromLocalFile(picture.fileName())});
        auto *box = window->findChild<QMessageBox *>();
        QVERIFY(box != nullptr && box->isVisible());
        QVERIFY2(box->text().contains(u"photo.yaml"_s) && box->text().contains(u".tar.gz"_s), qPrintable(box->text()));
        QCOMPARE(window->investigation().origin().type, source::Origin::Type::Sample);
        QVERIFY(!window->investigation().diagnoses().empty());
    }

    void eachRefusalSaysWhy()
    {
        QMimeData data;
        data.setUrls({QUrl(u"https://user:pw@example.com/dump.yaml"_s)});
        const QString remote = droppedIn(data).problem;
        QVERIFY2(remote.contains(u"example.com"_s) && !remote.contains(u"pw"_s), qPrintable(remote));
        data.setUrls({QUrl::fromLocalFile(u"/nowhere/dump.yaml"_s)});
        QVERIFY(droppedIn(data).problem.contains(u"not there"_s));
        QFile empty(m_folder.filePath(u"empty.yaml"_s));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        data.setUrls({QUrl::fromLocalFile(empty.fileName())});
        QVERIFY(droppedIn(data).problem.contains(u"is empty"_s));
        data.setUrls({});
        QVERIFY(!droppedIn(data).problem.isEmpty());
    }

    void aSnapshotIsSavedAndOpensAgain()
    {
        const auto window = makeWindow();
        window->openFiles({recorded(u"crash-oom"_s)}, {});
        QVERIFY(waitUntilSettled(*window));
        QVERIFY(window->can(Action::Id::Snapshot));
        const size_t before = window->investigation().diagnoses().size();
        const QString path = m_folder.filePath(u"shop.tar.gz"_s);
        window->writeSnapshot(path);
        auto *dialog = window->findChild<SnapshotDialog *>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"snapshotTitle"_s)->text().contains(u"is saved"_s));
        QVERIFY(dialog->findChild<QLabel *>(u"snapshotBody"_s)->text().contains(u"shop.tar.gz"_s));
        dialog->close();
        drop(*window, {QUrl::fromLocalFile(path)});
        QVERIFY(waitUntilSettled(*window));
        QCOMPARE(window->investigation().diagnoses().size(), before);
    }

    void logsAreShownInBothLanguagesAndSchemes()
    {
        const auto window = makeWindow();
        window->resize(1280, 860);
        window->openFiles({recorded(u"crash-exit-3"_s)}, {});
        QVERIFY(waitUntilSettled(*window));
        auto *evidence = window->workspace()->evidence();
        evidence->open(evidence::EvidencePanel::Tab::Logs);
        QVERIFY(!evidence->logs()->findChild<QPlainTextEdit *>(u"log"_s)->toPlainText().isEmpty());
        QVERIFY(evidence->logs()->findChild<QToolButton *>(u"follow"_s)->isHidden()); // a file does not grow
        for (const base::Language language : {base::Language::English, base::Language::Chinese}) {
            for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
                window->appearance().setLanguage(language);
                window->appearance().setScheme(scheme);
                const bool isChinese = language == base::Language::Chinese;
                QTRY_COMPARE(evidence->logs()->findChild<QLineEdit *>(u"logSearch"_s)->placeholderText(),
                             isChinese ? u"在此日志中搜索"_s : u"Search in this log"_s);
                picture(*window, QString(isChinese ? u"zh"_s : u"en"_s) +
                                     (scheme == SchemeChoice::Dark ? u"-dark"_s : u"-light"_s));
            }
        }
    }

    void aSnapshotThatCannotBeWrittenSaysWhy()
    {
        const auto window = makeWindow();
        window->openSample(u"shop"_s);
        QVERIFY(waitUntilSettled(*window));
        window->writeSnapshot(m_folder.filePath(u"no/such/folder/x.tar.gz"_s));
        auto *dialog = window->findChild<SnapshotDialog *>();
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"snapshotTitle"_s)->text().contains(u"could not be saved"_s));
        QVERIFY(dialog->findChild<QLabel *>(u"snapshotBody"_s)->text().contains(u"no/such/folder"_s));
    }

    void theNameIsSafeAndSaysWhatItIs()
    {
        source::Origin origin;
        origin.context = u"arn:aws:eks:eu/../prod"_s;
        origin.takenAt = base::Timestamp::parse(u"2026-11-23T11:17:05Z"_s);
        QCOMPARE(SnapshotDialog::suggestedName(origin), u"arn-aws-eks-eu-..-prod-20261123-1117.faultline.tar.gz"_s);
        origin.nameSpace = u"shop"_s;
        QCOMPARE(SnapshotDialog::suggestedName(origin), u"shop-20261123-1117.faultline.tar.gz"_s);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestWindowFiles)
#include "tst_windowfiles.moc"
