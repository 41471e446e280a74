#include "tests/support/casefile.h"
#include "ui/evidence/logbuffer.h"
#include "ui/evidence/logview.h"
#include "ui/evidence/related.h"
#include "ui/evidence/textview.h"

#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace faultline;
using namespace faultline::ui::evidence;
using namespace Qt::StringLiterals;

namespace {

/// A Pod with two containers, one of which has been started again, and the log of one of them.
model::ClusterPtr cluster()
{
    const auto made = test::clusterFromYaml(R"(
logs: [{pod: shop/web-1, container: web, state: text, text: "GET /\npassword=hunter2secret\nGET /cart\n"}]
objects:
- apiVersion: v1
  kind: Pod
  metadata: {name: web-1, namespace: shop}
  spec: {containers: [{name: web, image: web}, {name: proxy, image: proxy}, {name: new, image: new}]}
  status:
    phase: Running
    containerStatuses:
    - {name: web, restartCount: 2, state: {running: {}}}
    - {name: proxy, restartCount: 0, state: {running: {}}}
    - {name: new, restartCount: 0, state: {waiting: {reason: ContainerCreating}}}
)");
    if (!made)
        qFatal("%s", qPrintable(made.error().toString()));
    return *made;
}

std::vector<model::LogKey> keysOf(const model::ClusterPtr &picture)
{
    guide::Diagnosis diagnosis;
    diagnosis.subject = {model::Kind::Pod, u"shop"_s, u"web-1"_s};
    return logKeys(*picture, relatedObjects(*picture, diagnosis));
}

struct Shown {
    Shown()
    {
        view.resize(900, 300);
        view.retranslate();
        view.setFollowing(LogView::Following::Possible);
        view.show();
        view.setLogs(picture, keysOf(picture));
    }
    QString text() const { return view.findChild<TextView *>(u"log"_s)->text(); }
    QString state() const { return view.findChild<QLabel *>(u"logState"_s)->text(); }
    QToolButton *follow() const { return view.findChild<QToolButton *>(u"follow"_s); }
    QComboBox *choice() const { return view.findChild<QComboBox *>(u"logChoice"_s); }

    model::ClusterPtr picture = cluster();
    LogView view;
};

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void everyContainerThatHasRunCanBeChosen()
    {
        QStringList names;
        for (const model::LogKey &key : keysOf(cluster()))
            names.append(key.container + (key.previous ? u"/previous"_s : QString()));
        QCOMPARE(names, (QStringList{u"web"_s, u"web/previous"_s, u"proxy"_s}));
    }

    void aLogIsShownWithItsCredentialsMasked()
    {
        const Shown shown;
        QVERIFY(shown.text().contains(u"GET /cart"_s));
        QVERIFY(!shown.text().contains(u"hunter2secret"_s));
    }

    void aLogThatNobodyFetchedIsFetchedWhenItIsChosen()
    {
        Shown shown;
        QSignalSpy wanted(&shown.view, &LogView::logRequested);
        shown.choice()->setCurrentIndex(2);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).value<model::LogKey>().container, u"proxy"_s);
        QVERIFY(shown.text().contains(u"Fetching"_s));
        const model::LogKey key = wanted.at(0).at(0).value<model::LogKey>();
        const auto withLog = std::make_shared<const model::Cluster>(
            model::withLogs(*shown.picture, {{key, {model::LogText::State::Text, u"upstream down"_s}}}));
        shown.view.setLogs(withLog, keysOf(withLog));
        QCOMPARE(shown.text(), u"upstream down"_s);
    }

    void aClosedViewFetchesNothing()
    {
        LogView view;
        QSignalSpy wanted(&view, &LogView::logRequested);
        const model::ClusterPtr picture = cluster();
        view.setLogs(picture, {{u"shop"_s, u"web-1"_s, u"proxy"_s, false}});
        QCOMPARE(wanted.size(), 0);
        view.show();
        QCOMPARE(wanted.size(), 1);
    }

    void aFollowedLogGrowsAndSaysWhyItEnded()
    {
        Shown shown;
        QSignalSpy wanted(&shown.view, &LogView::followRequested);
        shown.follow()->click();
        QCOMPARE(wanted.size(), 1);
        shown.view.takeArrived(u"first\nsec"_s);
        shown.view.takeArrived(u"ond\ntoken=abcdef123456\n"_s);
        QTRY_VERIFY(shown.text().contains(u"second"_s));
        QVERIFY(!shown.text().contains(u"abcdef123456"_s));
        QVERIFY(shown.state().contains(u"Following"_s));
        shown.view.setLogs(shown.picture, keysOf(shown.picture)); // a new picture does not disturb it
        QVERIFY(shown.text().contains(u"second"_s));
        shown.view.takeArrived(u"half a line"_s);
        shown.view.takeEnd(u"the connection ended in the middle of the answer"_s);
        QVERIFY(shown.text().endsWith(u"half a line"_s));
        QVERIFY2(shown.state().contains(u"broke off: the connection ended"_s), qPrintable(shown.state()));
        QVERIFY(!shown.follow()->isChecked());
    }

    void aStreamThatEndsInOrderIsToldApart()
    {
        Shown shown;
        shown.follow()->click();
        shown.view.takeEnd(QString());
        QVERIFY(shown.state().contains(u"the container has stopped"_s));
    }

    void whatIsDroppedIsCounted()
    {
        Shown shown;
        shown.follow()->click();
        QString text;
        for (int i = 0; i < LogView::kMostLines + 700; ++i)
            text += u"line %1\n"_s.arg(i);
        shown.view.takeArrived(text);
        QTRY_VERIFY(shown.state().contains(u"700 older lines were dropped"_s));
        shown.view.takeArrived(u"one more\n"_s);
        QTRY_VERIFY(shown.state().contains(u"701 older lines were dropped"_s));
        QVERIFY(shown.text().startsWith(u"line 701\n"_s));
        QVERIFY(shown.text().endsWith(u"one more"_s));
    }

    void choosingAnotherLogEndsFollowing()
    {
        Shown shown;
        QSignalSpy stopped(&shown.view, &LogView::followStopped);
        shown.follow()->click();
        shown.choice()->setCurrentIndex(1);
        QCOMPARE(stopped.size(), 1);
        QVERIFY(!shown.follow()->isEnabled()); // a finished run does not grow
    }

    void aSearchFindsAndGoesRound()
    {
        Shown shown;
        auto *field = shown.view.findChild<QLineEdit *>(u"logSearch"_s);
        auto *text = shown.view.findChild<TextView *>(u"log"_s);
        QTest::keyClicks(field, u"get /"_s);
        QCOMPARE(text->extraSelections().size(), 2);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(text->textCursor().selectedText(), u"GET /"_s);
        const int first = text->textCursor().position();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(text->textCursor().position() > first);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(text->textCursor().position(), first);
        field->setText(u"nowhere"_s);
        QCOMPARE(text->extraSelections().size(), 0);
    }

    void aLineWithoutAnEndIsBounded()
    {
        LogBuffer buffer(10);
        for (int i = 0; i < 100; ++i)
            buffer.append(QString(1000, u'x'));
        QVERIFY(buffer.take().isEmpty());
        QVERIFY(buffer.takeRest().size() < 20'000);
    }
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
