#include "ui/common/statepanel.h"
#include "ui/common/waitlist.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace faultline::ui;
using namespace Qt::StringLiterals;

namespace {

QPushButton *visibleButton(const QWidget &panel, const QString &text)
{
    for (QPushButton *button : panel.findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisibleTo(&panel))
            return button;
    }
    return nullptr;
}

QStringList buttonsOf(const QWidget &panel)
{
    QStringList texts;
    for (QPushButton *button : panel.findChildren<QPushButton *>()) {
        if (button->isVisibleTo(&panel))
            texts += button->text();
    }
    texts.sort();
    return texts;
}

} // namespace

class TestStatePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void eachFaceOffersWhatHelps_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("buttons");
        QTest::newRow("empty") << int(Face::Kind::Empty) << QStringList{u"Open something else…"_s};
        QTest::newRow("loading") << int(Face::Kind::Loading) << QStringList{u"Cancel"_s};
        QTest::newRow("denied") << int(Face::Kind::Denied)
                                << QStringList{u"Copy"_s, u"Open something else…"_s, u"Try again"_s};
        QTest::newRow("failed") << int(Face::Kind::Failed) << QStringList{u"Open something else…"_s, u"Try again"_s};
        QTest::newRow("stale") << int(Face::Kind::Stale) << QStringList{u"Try again"_s};
        QTest::newRow("notice") << int(Face::Kind::Notice) << QStringList();
    }

    void eachFaceOffersWhatHelps()
    {
        QFETCH(int, kind);
        QFETCH(QStringList, buttons);
        StatePanel panel(StatePanel::Form::Page);
        Face face{static_cast<Face::Kind>(kind), u"title"_s, u"body"_s, u"where"_s, {}, {}};
        if (face.kind == Face::Kind::Denied)
            face.code = u"kind: Role"_s;
        panel.setFace(face);
        QCOMPARE(buttonsOf(panel), buttons);
    }

    void theButtonsAreHeard()
    {
        StatePanel panel(StatePanel::Form::Page);
        QSignalSpy cancel(&panel, &StatePanel::cancelRequested);
        QSignalSpy retry(&panel, &StatePanel::retryRequested);
        QSignalSpy open(&panel, &StatePanel::openRequested);
        panel.setFace({Face::Kind::Loading, {}, {}, {}, {}, {}});
        QTest::mouseClick(visibleButton(panel, u"Cancel"_s), Qt::LeftButton);
        panel.setFace({Face::Kind::Failed, {}, {}, {}, {}, {}});
        QTest::mouseClick(visibleButton(panel, u"Try again"_s), Qt::LeftButton);
        QTest::mouseClick(visibleButton(panel, u"Open something else…"_s), Qt::LeftButton);
        QCOMPARE(cancel.size() * 100 + retry.size() * 10 + open.size(), 111);
    }

    void loadingShowsWhatIsWaitedFor()
    {
        StatePanel panel(StatePanel::Form::Page);
        panel.setFace({Face::Kind::Loading,
                       u"Reading"_s,
                       {},
                       {},
                       {},
                       {{u"pods"_s, State::Fine, u"12"_s}, {u"nodes"_s, State::Waiting, {}}}});
        QCOMPARE(panel.findChild<WaitList *>()->lines().size(), 2U);
        QVERIFY(panel.findChild<WaitList *>()->isVisibleTo(&panel));
        QVERIFY(panel.findChild<WaitList *>()->accessibleDescription().contains(u"pods 12"_s));
    }

    void theRoleRuleCanBeCopied()
    {
        StatePanel panel(StatePanel::Form::Page);
        panel.setFace({Face::Kind::Denied, {}, {}, {}, u"kind: Role\n"_s, {}});
        QTest::mouseClick(visibleButton(panel, u"Copy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"kind: Role\n"_s);
    }

    void aStripIsOneLineHigh()
    {
        StatePanel strip(StatePanel::Form::Strip);
        strip.setFace({Face::Kind::Stale, u"Old picture"_s, u"why"_s, {}, {}, {}});
        strip.resize(800, 10);
        QVERIFY(strip.sizeHint().height() < 60);
        QCOMPARE(strip.property("state").toString(), u"suspected"_s);
    }

    void clusterTextIsNeverMarkup()
    {
        StatePanel panel(StatePanel::Form::Page);
        for (const QLabel *label : panel.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(TestStatePanel)
#include "tst_statepanel.moc"
