#include "core/source/filesource.h"
#include "tests/support/windowscene.h"
#include "ui/export/exportdialog.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

using namespace faultline;
using namespace faultline::ui::exporting;
using namespace Qt::StringLiterals;

namespace {

Material material()
{
    auto snapshot = *source::readFiles(source::sampleRequest(u"selector-typo"_s));
    Material result;
    result.guide = std::make_shared<const guide::Guide>(*guide::Guide::loadBuiltIn());
    result.cluster = snapshot.cluster;
    result.origin = snapshot.origin;
    result.origin.server = u"https://api.prod.example:6443"_s;
    result.origin.user = u"dev-of-prod"_s;
    result.diagnoses = guide::diagnoseAll(*result.guide, *result.cluster);
    result.selected = 0;
    return result;
}

void waitForPreview(ExportDialog &dialog)
{
    QSignalSpy previewed(&dialog, &ExportDialog::previewed);
    QVERIFY(previewed.wait(30'000));
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void eachFormatIsWritten_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("mark");
        QTest::newRow("Markdown") << int(Format::Markdown) << QByteArray("# ");
        QTest::newRow("HTML") << int(Format::Html) << QByteArray("<!doctype html>");
        QTest::newRow("PDF") << int(Format::Pdf) << QByteArray("%PDF-");
        QTest::newRow("JSON") << int(Format::Json) << QByteArray("faultline.diagnosis/1");
        QTest::newRow("text") << int(Format::Text) << QByteArray("orders");
    }

    void eachFormatIsWritten()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, mark);
        auto *dialog = new ExportDialog(material(), base::Language::English);
        waitForPreview(*dialog);
        if (format != 0) {
            dialog->setFormat(static_cast<Format>(format));
            waitForPreview(*dialog);
        }
        QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"backedn"_s));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"report"_s);
        QSignalSpy saved(dialog, &ExportDialog::saved);
        dialog->saveTo(path);
        QCOMPARE(saved.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.toLower().contains(mark.toLower()), text.left(200).constData());
        QVERIFY(text.contains("backedn") || format == int(Format::Pdf)); // tst_pdf looks into that
        dialog->close();
    }

    void serverAndUserStayOutUnlessWanted()
    {
        auto *dialog = new ExportDialog(material(), base::Language::English);
        waitForPreview(*dialog);
        auto *preview = dialog->findChild<QPlainTextEdit *>();
        QVERIFY(!preview->toPlainText().contains(u"api.prod.example"_s));
        QVERIFY(!preview->toPlainText().contains(u"dev-of-prod"_s));
        dialog->findChild<QCheckBox *>(u"exportServer"_s)->setChecked(true);
        waitForPreview(*dialog);
        QVERIFY(preview->toPlainText().contains(u"api.prod.example"_s));
        dialog->close();
    }

    void whatIsMaskedIsListedAndAPersonMasksMore()
    {
        Material given = material();
        given.origin.warnings = {u"mirror https://u:hunter2canary@10.0.0.7/x by ops@example.com"_s,
                                 u"again hunter: https://u:hunter2canary@10.0.0.7/x"_s};
        auto *dialog = new ExportDialog(given, base::Language::English);
        waitForPreview(*dialog);
        dialog->show();
        auto *preview = dialog->findChild<QPlainTextEdit *>();
        auto *tally = dialog->findChild<QTreeWidget *>(u"maskTally"_s);
        QVERIFY(!preview->toPlainText().contains(u"hunter2canary"_s));
        QCOMPARE(tally->topLevelItemCount(), 1);
        QCOMPARE(tally->topLevelItem(0)->text(0), u"a password in an address"_s);
        QCOMPARE(tally->topLevelItem(0)->text(2), u"2"_s);
        QVERIFY(preview->toPlainText().contains(u"10.0.0.7"_s) && preview->toPlainText().contains(u"ops\\@"_s));

        dialog->findChild<QCheckBox *>(u"maskAddresses"_s)->setChecked(true);
        waitForPreview(*dialog);
        dialog->findChild<QCheckBox *>(u"maskMail"_s)->setChecked(true);
        waitForPreview(*dialog);
        QVERIFY(!preview->toPlainText().contains(u"10.0.0.7"_s) && !preview->toPlainText().contains(u"ops\\@"_s));
        QCOMPARE(tally->findItems(u"an e-mail address"_s, Qt::MatchExactly).size(), 1);
        QVERIFY(!tally->findItems(u"a private address"_s, Qt::MatchExactly).isEmpty());

        auto *add = dialog->findChild<QPushButton *>(u"maskSelection"_s);
        QVERIFY(!add->isEnabled());
        QVERIFY(preview->find(u"backedn"_s));
        QVERIFY(add->isEnabled());
        QTest::mouseClick(add, Qt::LeftButton);
        waitForPreview(*dialog);
        QVERIFY(!preview->toPlainText().contains(u"backedn"_s));
        QCOMPARE(dialog->choice().masks.words, QStringList{u"backedn"_s});
        for (const Format format : {Format::Html, Format::Json, Format::Text, Format::Pdf}) {
            dialog->setFormat(format);
            waitForPreview(*dialog);
            QVERIFY(!preview->toPlainText().contains(u"backedn"_s));
            QVERIFY(!preview->toPlainText().contains(u"10.0.0.7"_s));
        }
        faultline::test::picture(*dialog, u"export-masked"_s);
        dialog->close();
    }

    void whatHadNotToBeMaskedIsSaid()
    {
        auto *dialog = new ExportDialog(material(), base::Language::English);
        waitForPreview(*dialog);
        dialog->show();
        bool said = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(u"Nothing here had to be masked"_s));
        QVERIFY(said);
        QVERIFY(!dialog->findChild<QTreeWidget *>(u"maskTally"_s)->isVisible());
        dialog->close();
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        auto *dialog = new ExportDialog(material(), base::Language::English);
        waitForPreview(*dialog);
        QSignalSpy saved(dialog, &ExportDialog::saved);
        dialog->saveTo(u"/no/such/folder/report.md"_s);
        QCOMPARE(saved.size(), 0);
        bool said = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            said = said || (!label->isHidden() && label->text().contains(u"could not be written"_s));
        QVERIFY(said);
        dialog->close();
    }

    void copyPutsTheDocumentIntoTheClipboard()
    {
        auto *dialog = new ExportDialog(material(), base::Language::Chinese);
        waitForPreview(*dialog);
        dialog->show();
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportCopy"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"backedn"_s));
        dialog->close();
    }

    void theSuggestedNameIsSafeForAnyFileSystem()
    {
        Material given = material();
        given.diagnoses.front().subject.name = u"a/../b:c"_s;
        const QString name = suggestedName(given, {Format::Html, true, false, base::Language::English});
        QVERIFY2(!name.contains(u'/') && !name.contains(u':'), qPrintable(name));
        QVERIFY(name.endsWith(u".html"_s));
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
