#include "tests/support/casefile.h"
#include "ui/common/codeblock.h"
#include "ui/common/commandrow.h"
#include "ui/evidence/commandspage.h"
#include "ui/evidence/notcheckedpage.h"
#include "ui/evidence/rolloutpage.h"

#include <QtCore/QJsonDocument>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace faultline;
using namespace faultline::ui;
using namespace faultline::ui::evidence;
using namespace Qt::StringLiterals;

namespace {

const model::ObjectRef kOld{model::Kind::ReplicaSet, u"shop"_s, u"web-old"_s};
const model::ObjectRef kNew{model::Kind::ReplicaSet, u"shop"_s, u"web-new"_s};

topology::RolloutHistory history()
{
    topology::RolloutHistory history;
    history.known = topology::RolloutHistory::Known::Revisions;
    history.workload = {model::Kind::Deployment, u"shop"_s, u"web"_s};
    history.revisions = {{kNew, 2, {}, 2, 0, {u"web:2"_s}, {}}, {kOld, 1, {}, 2, 2, {u"web:1"_s}, {}}};
    history.good = 1;
    history.because = topology::RolloutHistory::Because::HasReadyPods;
    return history;
}

QJsonObject replicaSet(const QByteArray &image, const QByteArray &hash)
{
    const QByteArray json = R"({"spec":{"template":{"metadata":{"labels":{"app":"web","pod-template-hash":")" + hash +
                            R"("}},"spec":{"containers":[{"name":"web","image":")" + image +
                            R"(","env":[{"name":"DB_PASSWORD","value":"hunter2-)" + hash + R"("}]}]}}}})";
    return QJsonDocument::fromJson(json).object();
}

struct Shown {
    Shown()
    {
        page.resize(640, 400);
        page.retranslate();
        page.show();
        page.setHistory(history(), {});
    }
    QString diff() const { return page.findChild<CodeBlock *>(u"templateDiff"_s)->toPlainText(); }
    RolloutPage page;
};

QStringList commandsOf(const CommandsPage &page)
{
    QStringList commands;
    for (const CommandRow *row : page.findChildren<CommandRow *>()) {
        if (!row->isHidden())
            commands.append(row->command());
    }
    return commands;
}

} // namespace

/// Rollout history, ready commands, and what was not checked.
class TestRolloutPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void bothTemplatesAreWantedAndTheirDifferenceIsShown()
    {
        Shown shown;
        QCOMPARE(shown.page.wanted(), (std::vector<model::ObjectRef>{kNew, kOld}));
        QVERIFY(shown.diff().contains(u"Fetching"_s));
        shown.page.setRaw(kOld, replicaSet("web:1", "h"), {});
        shown.page.setRaw(kNew, replicaSet("web:2", "h"), {});
        QVERIFY2(shown.diff().contains(u"-    image: web:1"_s), qPrintable(shown.diff()));
        QVERIFY(shown.diff().contains(u"+    image: web:2"_s));
    }

    void theHashOfTheTemplateIsNoDifferenceAndNoCredentialIsShown()
    {
        Shown shown;
        shown.page.setRaw(kOld, replicaSet("web:1", "one"), {});
        shown.page.setRaw(kNew, replicaSet("web:1", "two"), {});
        QVERIFY2(shown.diff().contains(u"Nothing differs"_s), qPrintable(shown.diff()));
        shown.page.setRaw(kNew, replicaSet("web:2", "two"), {});
        QVERIFY(!shown.diff().contains(u"hunter2"_s));
        QVERIFY(!shown.diff().contains(u"pod-template-hash"_s));
    }

    void whyARevisionIsTakenForGoodIsSaid()
    {
        Shown shown;
        const auto *why = shown.page.findChild<QLabel *>(u"rolloutWhy"_s);
        QVERIFY(why->text().contains(u"last good one: 2 of its Pods are ready"_s));
        topology::RolloutHistory unknown = history();
        unknown.because = topology::RolloutHistory::Because::OneBefore;
        shown.page.setHistory(unknown, {});
        QVERIFY(why->text().contains(u"nobody can tell"_s));
        unknown.revisions.pop_back();
        unknown.good = -1;
        shown.page.setHistory(unknown, {});
        QVERIFY(why->text().contains(u"only this revision"_s));
        QVERIFY(shown.page.wanted().empty());
    }

    void theWayBackIsACommandToCopy()
    {
        Shown shown;
        const auto *undo = shown.page.findChild<CommandRow *>();
        QCOMPARE(undo->command(), u"kubectl rollout undo deployment/web -n shop --to-revision=1"_s);
    }

    void anotherRevisionCanBeComparedAndStaysChosen()
    {
        Shown shown;
        topology::RolloutHistory three = history();
        const model::ObjectRef oldest{model::Kind::ReplicaSet, u"shop"_s, u"web-oldest"_s};
        three.revisions.push_back({oldest, 1, {}, 0, 0, {}, {}});
        shown.page.setHistory(three, {});
        QSignalSpy wanted(&shown.page, &RolloutPage::wantedChanged);
        shown.page.findChild<QComboBox *>(u"compareWith"_s)->setCurrentIndex(1);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(shown.page.wanted().back(), oldest);
        shown.page.setHistory(three, {});
        QCOMPARE(shown.page.wanted().back(), oldest);
    }

    void whatHasNoHistoryIsSaid()
    {
        RolloutPage page;
        page.retranslate();
        topology::RolloutHistory set;
        set.known = topology::RolloutHistory::Known::NotRead;
        set.workload = {model::Kind::StatefulSet, u"shop"_s, u"db"_s};
        page.setHistory(set, {});
        QVERIFY(page.findChild<QLabel *>(u"rolloutIntro"_s)->text().contains(u"ControllerRevisions"_s));
        QVERIFY(page.findChild<QTableView *>(u"revisions"_s)->isHidden());
    }

    void aPodsCommandsFollowTheChosenContainer()
    {
        const auto cluster = test::clusterFromYaml(R"(
objects:
- {apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop}, spec: {containers: [{name: app, image: a}, {name: proxy, image: p}]}}
)");
        QVERIFY(cluster.has_value());
        CommandsPage page;
        page.setContext({u"prod"_s});
        page.retranslate();
        page.setObject(*cluster, {model::Kind::Pod, u"shop"_s, u"web-1"_s});
        QCOMPARE(commandsOf(page).value(0), u"kubectl --context prod logs web-1 -n shop -c app"_s);
        page.findChild<QComboBox *>(u"commandContainer"_s)->setCurrentIndex(1);
        QCOMPARE(commandsOf(page).value(0), u"kubectl --context prod logs web-1 -n shop -c proxy"_s);
        QVERIFY(commandsOf(page).contains(u"kubectl --context prod exec -it web-1 -n shop -c proxy -- sh"_s));
        page.findChild<CommandRow *>()->findChild<QPushButton *>()->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"kubectl --context prod logs"_s));
    }

    void aRuleOfARoleCanBeCopied()
    {
        NotCheckedPage page;
        page.resize(640, 240);
        page.retranslate();
        page.show();
        page.setRows({{u"Does a very long question fit into its row when the window is as narrow as it may be?"_s,
                       u"no right to list nodes"_s, u"node_ready"_s, u"{apiGroups: [\"\"]}"_s},
                      {u"Did you read the logs?"_s, u"only you can tell"_s, u"ask"_s, {}}},
                     u"kind: ClusterRole\n"_s);
        auto *table = page.findChild<QTableView *>(u"notChecked"_s);
        QVERIFY(table->rowHeight(0) > table->rowHeight(1)); // it is wrapped, not cut
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(page.findChild<QLabel *>(u"roleRule"_s)->text().contains(u"{apiGroups: [\"\"]}"_s));
        const auto buttons = page.findChildren<QPushButton *>();
        buttons.value(0)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"{apiGroups: [\"\"]}"_s);
        buttons.value(1)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"kind: ClusterRole\n"_s);
        table->setCurrentIndex(table->model()->index(1, 0));
        QVERIFY(buttons.value(0)->isHidden());
    }
};

QTEST_MAIN(TestRolloutPage)
#include "tst_rolloutpage.moc"
