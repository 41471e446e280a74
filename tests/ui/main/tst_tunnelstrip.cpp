#include "ui/main/tunnelstrip.h"

#include "tests/support/windowscene.h"

#include <QtCore/QUrl>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::ui;
using namespace faultline::test;

namespace {

source::OpenForward forward(quint16 localPort, const QString &problem = {})
{
    return {{u"shop"_s, u"cart-1"_s, 8080}, model::TrialSpeech::Http, localPort, 2, problem};
}

QString words(const QWidget &strip)
{
    QStringList all;
    for (const auto *label : strip.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&strip))
            all += label->text().remove(QChar(0x200B));
    }
    return all.join(u'\n');
}

} // namespace

class TestTunnelStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutATunnelItTakesNoRoom()
    {
        TunnelStrip strip;
        QVERIFY(strip.isHidden());
        strip.setForwards({forward(4711)});
        QVERIFY(!strip.isHidden());
        strip.setForwards({});
        QVERIFY(strip.isHidden());
    }

    void eachTunnelNamesBothEndsAndItsProblem()
    {
        TunnelStrip strip;
        strip.setForwards({forward(4711, u"connection refused"_s), forward(4712)});
        const QString all = words(strip);
        for (const auto &part : {u"http://127.0.0.1:4711/"_s, u"http://127.0.0.1:4712/"_s, u"shop/cart-1:8080"_s,
                                 u"connection refused"_s, u"Every program on this computer"_s})
            QVERIFY2(all.contains(part), qPrintable(all));
        source::OpenForward tls = forward(4713);
        tls.speech = model::TrialSpeech::Https;
        strip.setForwards({tls});
        QTRY_VERIFY(words(strip).contains(u"https://127.0.0.1:4713/"_s)); // a new line is shown a turn later
        QVERIFY(!words(strip).contains(u"4711"_s));
    }

    void itsButtonsSayWhichTunnelTheyMean()
    {
        TunnelStrip strip;
        strip.setForwards({forward(4711), forward(4712)});
        QSignalSpy opened(&strip, &TunnelStrip::openRequested);
        QSignalSpy stopped(&strip, &TunnelStrip::stopRequested);
        strip.findChildren<QPushButton *>(u"tunnelOpen"_s).back()->click();
        strip.findChildren<QPushButton *>(u"tunnelStop"_s).back()->click();
        QCOMPARE(opened.front().front().toUrl(), QUrl(u"http://127.0.0.1:4712/"_s));
        QCOMPARE(stopped.front().front().value<quint16>(), quint16(4712));
        QVERIFY(!strip.findChild<QPushButton *>(u"tunnelStop"_s)->accessibleName().isEmpty());
    }

    void aConnectionThatComesLeavesButtonsWhereTheyAre()
    {
        TunnelStrip strip;
        strip.setForwards({forward(4711), forward(4712)});
        const auto before = strip.findChildren<QPushButton *>(u"tunnelStop"_s);
        source::OpenForward busier = forward(4712, u"connection refused"_s);
        busier.connections = 7;
        strip.setForwards({forward(4711), busier});
        QCOMPARE(strip.findChildren<QPushButton *>(u"tunnelStop"_s), before);
        QVERIFY(words(strip).contains(u"Connections now: 7"_s));
        QVERIFY(words(strip).contains(u"connection refused"_s));
        strip.setForwards({busier});
        QVERIFY(!words(strip).contains(u"4711"_s));
        QVERIFY(words(strip).contains(u"4712"_s));
    }

    void whatTheClusterSaysIsPlainTextAndHarmless()
    {
        TunnelStrip strip;
        strip.setForwards({forward(4711, u"<b>x</b>\x1b[31m password=hunter2canary"_s)});
        for (const auto *label : strip.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!words(strip).contains(u"hunter2canary"_s));
        QVERIFY(!words(strip).contains(QChar(0x1B)));
    }

    void aFileHasNoTunnelToOffer()
    {
        const auto window = makeWindow();
        openSample(*window, u"healthy-ingress"_s);
        QVERIFY(!window->findChild<QPushButton *>(u"openInBrowser"_s)->isVisible());
        model::TrialKey key;
        key.object = window->investigation().selection();
        key.port = 8080;
        QVERIFY(!window->investigation().openForward(key));
        QVERIFY(window->findChild<TunnelStrip *>(u"tunnels"_s)->isHidden());
    }
};

QTEST_MAIN(TestTunnelStrip)
#include "tst_tunnelstrip.moc"
