#include "core/investigation/picture.h"
#include "core/source/filesource.h"
#include "tests/support/windowscene.h"
#include "ui/compare/comparisondialog.h"
#include "ui/compare/comparisontree.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/main/workspace.h"

#include <QtCore/QJsonDocument>
#include <QtGui/QClipboard>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using comparing::ComparisonDialog;
using comparing::ComparisonTree;

namespace {

const QByteArray kApp =
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {replicas: 2, "
    "selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: "
    "[{name: c, image: 'a:1', ports: [{containerPort: 80}], env: [{name: P, value: hunter2canary}]}]}}}\n"
    "---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {selector: "
    "{app: web}, ports: [{port: 80}]}\n";

/// Rows as "section / text | second column", depth first.
QStringList rowsOf(const QTreeWidget &tree)
{
    QStringList rows;
    for (QTreeWidgetItemIterator it(const_cast<QTreeWidget *>(&tree)); *it; ++it) {
        const QString above = (*it)->parent() ? (*it)->parent()->text(0) + u" / "_s : QString();
        rows += above + (*it)->text(0) + ((*it)->text(1).isEmpty() ? QString() : u" | "_s + (*it)->text(1));
    }
    return rows;
}

} // namespace

/// What changed: since it was opened, and against a file.
class TestComparisonDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        write(u"now.yaml"_s, kApp);
        m_window = makeWindow();
        m_window->openFiles({path(u"now.yaml"_s)}, {});
        QVERIFY(waitUntilSettled(*m_window));
        QCOMPARE(m_window->investigation().diagnosis()->health, guide::Health::Fine);
    }

    void cleanup() { m_window.reset(); }

    void atOnceNothingDiffers()
    {
        ComparisonDialog *dialog = sinceOpened();
        QCOMPARE(summaryOf(*dialog), u"Nothing differs."_s);
        dialog->close();
    }

    void whatCameAndWentSinceItWasOpenedIsShownWhileItChanges()
    {
        ComparisonDialog *dialog = sinceOpened();
        QSignalSpy shown(dialog, &ComparisonDialog::shown);
        write(u"now.yaml"_s, QByteArray(kApp).replace("{app: web}, ports", "{app: wbe}, ports"));
        m_window->run(Action::Id::Reload);
        QVERIFY(waitUntilSettled(*m_window));
        QTRY_VERIFY_WITH_TIMEOUT(summaryOf(*dialog).contains(u"New faults: 1"_s), 10'000);
        const auto *tree = dialog->findChild<ComparisonTree *>();
        const QString rows = rowsOf(*tree).join(u'\n');
        QVERIFY2(rows.contains(u"Came (1) / ✕"_s) && rows.contains(u"Deployment/shop/web"_s), qPrintable(rows));
        QVERIFY2(rows.contains(u"Health ("_s), qPrintable(rows));
        picture(*dialog, u"comparison-since"_s);

        write(u"now.yaml"_s, kApp);
        m_window->run(Action::Id::Reload);
        QVERIFY(waitUntilSettled(*m_window));
        QTRY_COMPARE_WITH_TIMEOUT(summaryOf(*dialog), u"Nothing differs."_s, 10'000);
        dialog->close();
    }

    void anotherInputEndsIt()
    {
        const QPointer<ComparisonDialog> dialog = sinceOpened();
        openSample(*m_window, u"crash-oom"_s);
        QTRY_VERIFY(dialog.isNull());
    }

    void againstAFileTheFieldsThatDifferAreShownAndNoSecret()
    {
        write(u"before.yaml"_s,
              QByteArray(kApp).replace("'a:1'", "'a:0'").replace("hunter2canary", "hunter3canary") +
                  "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: gone, namespace: shop}}\n");
        m_window->compareWithFile(path(u"before.yaml"_s));
        auto *dialog = m_window->findChild<ComparisonDialog *>();
        QSignalSpy shown(dialog, &ComparisonDialog::shown);
        QVERIFY(shown.wait(20'000));
        const auto *tree = dialog->findChild<ComparisonTree *>();
        const QString rows = rowsOf(*tree).join(u'\n');
        QVERIFY2(rows.contains(u"ConfigMap/shop/gone | removed"_s), qPrintable(rows));
        QVERIFY2(rows.contains(u"spec.template.spec.containers[c].image | \"a:0\" → \"a:1\""_s) ||
                     rows.contains(u"spec.template.spec.containers[c].image | a:0 → a:1"_s),
                 qPrintable(rows));
        QVERIFY2(!rows.contains(u"canary"_s), qPrintable(rows));
        picture(*dialog, u"comparison-file"_s);

        dialog->findChildren<QPushButton *>()[0]->setFocus();
        dialog->saveTo(path(u"out.json"_s));
        QFile json(path(u"out.json"_s));
        QVERIFY(json.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(json.readAll()).object()["schema"_L1].toString(), u"faultline.comparison/1"_s);
        dialog->saveTo(u"/no/such/folder/x.md"_s);
        bool said = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(u"could not be written"_s));
        QVERIFY(said);
        dialog->close();
    }

    void aRowLeadsToWhatItIsAbout()
    {
        write(u"before.yaml"_s, QByteArray(kApp).replace("'a:1'", "'a:0'"));
        m_window->compareWithFile(path(u"before.yaml"_s));
        auto *dialog = m_window->findChild<ComparisonDialog *>();
        QSignalSpy shown(dialog, &ComparisonDialog::shown);
        QVERIFY(shown.wait(20'000));
        auto *tree = dialog->findChild<ComparisonTree *>();
        const auto found = tree->findItems(u"Deployment/shop/web"_s, Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY(!found.isEmpty());
        QSignalSpy activated(dialog, &ComparisonDialog::objectActivated);
        Q_EMIT tree->itemActivated(found.back(), 0);
        QCOMPARE(activated.size(), 1);
        QVERIFY(m_window->workspace()->evidence()->isVisible());
        dialog->close();
    }

    void aFileThatCannotBeReadIsSaid()
    {
        m_window->compareWithFile(path(u"nothing.tar.gz"_s));
        auto *dialog = m_window->findChild<ComparisonDialog *>();
        QTRY_COMPARE_WITH_TIMEOUT(summaryOf(*dialog), u"This cannot be compared."_s, 10'000);
        dialog->close();
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    static QString summaryOf(const ComparisonDialog &dialog)
    {
        return dialog.findChild<QLabel *>(u"comparisonSummary"_s)->text();
    }

    ComparisonDialog *sinceOpened()
    {
        m_window->run(Action::Id::CompareOpened);
        auto *dialog = m_window->findChild<ComparisonDialog *>();
        QSignalSpy shown(dialog, &ComparisonDialog::shown);
        shown.wait(20'000);
        return dialog;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestComparisonDialog)
#include "tst_comparisondialog.moc"
