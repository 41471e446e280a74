// The whole window over clusters that are full of secrets and of text that would rather be more than text.
#include "tests/support/canary.h"
#include "tests/support/hostiletext.h"
#include "tests/support/windowscene.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/main/workspace.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTextEdit>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::test;
using namespace Qt::StringLiterals;

namespace {

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                texts += index.data(role).toString();
        }
        addRows(model, model.index(row, 0, parent), texts);
    }
}

/// As a screen reader hears it: the boxes and arrows of the diagrams are only here.
void addSpoken(QAccessibleInterface *part, QStringList &texts, int depth = 0)
{
    if (part == nullptr || depth > 40)
        return;
    for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
        texts += part->text(kind);
    for (int i = 0; i < part->childCount(); ++i)
        addSpoken(part->child(i), texts, depth + 1);
}

/// All that the window says, shown or not.
QStringList textsOf(MainWindow &window)
{
    QStringList texts{window.windowTitle()};
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        texts += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
        if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
            texts += edit->toPlainText();
        if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
            texts += edit->toPlainText();
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            texts += edit->text();
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            addRows(*view->model(), {}, texts);
    }
    addSpoken(QAccessible::queryAccessibleInterface(&window), texts);
    texts.removeAll(QString());
    return texts;
}

/// What Qt would take for HTML in a label that does not say that it is none; links to our own pages are meant so.
QString richLabelIn(const MainWindow &window)
{
    static const QRegularExpression ownLink(
        u"^<a href=\"https://[^\"<>]*\" style=\"text-decoration:none\">[^<>]*</a>$"_s);
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        const QString text = label->text();
        const bool isRich = label->textFormat() != Qt::PlainText && Qt::mightBeRichText(text);
        if (isRich && (!ownLink.match(text).hasMatch() || text.contains(u"evil.example"_s)))
            return text;
    }
    return {};
}

} // namespace

class TestHostileWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSecretIsShown_data() { clusters(); }

    void noSecretIsShown()
    {
        QFETCH(QString, cluster);
        const QStringList texts = textsOver(cluster, canary::forms());
        QVERIFY2(texts.join(u'\n').contains(u"<masked:"_s), "nothing that is masked is shown anywhere");
        for (const QString &text : texts)
            QVERIFY2(canary::leakIn(text).isEmpty(), qPrintable(canary::leakIn(text)));
    }

    void textIsTextAndNothingMore_data() { clusters(); }

    void textIsTextAndNothingMore()
    {
        QFETCH(QString, cluster);
        const QStringList texts = textsOver(cluster, hostileForms());
        QVERIFY2(texts.join(u'\n').contains(u"evil.example"_s), "the hostile text is shown nowhere");
        for (const QString &text : texts)
            QVERIFY2(oddLetterIn(text).isEmpty(), qPrintable(oddLetterIn(text)));
        QVERIFY2(m_richLabel.isEmpty(), qPrintable(m_richLabel));
    }

private:
    static void clusters()
    {
        QTest::addColumn<QString>("cluster");
        for (const char *cluster : {"crash-oom", "image-private", "volume-secret-missing", "ingress-port-wrong"})
            QTest::newRow(cluster) << QString::fromLatin1(cluster);
    }

    /// What the window says of each application, with every tab of the evidence opened.
    QStringList textsOver(const QString &cluster, const QStringList &forms)
    {
        const QTemporaryDir folder;
        CanaryCluster canary(cluster);
        canary.keepBareValues();
        canary.writeTo(folder.path(), forms);
        const auto window = makeWindow();
        window->openFiles({folder.path()}, {});
        QStringList texts;
        m_richLabel.clear();
        if (!waitUntilSettled(*window))
            return {};
        using Tab = evidence::EvidencePanel::Tab;
        std::vector<model::ObjectRef> subjects;
        for (const guide::Diagnosis &diagnosis : window->investigation().diagnoses())
            subjects.push_back(diagnosis.subject);
        for (const model::ObjectRef &subject : subjects) {
            window->investigation().select(subject);
            for (const Tab tab :
                 {Tab::Yaml, Tab::Describe, Tab::Events, Tab::Logs, Tab::Rollout, Tab::Commands, Tab::NotChecked}) {
                window->workspace()->evidence()->open(tab);
                QTest::qWait(50);
                texts += textsOf(*window);
            }
            if (m_richLabel.isEmpty())
                m_richLabel = richLabelIn(*window);
        }
        texts.removeDuplicates();
        return texts;
    }

    QString m_richLabel;
};

QTEST_MAIN(TestHostileWindow)
#include "tst_hostilewindow.moc"
