#include "core/kube/frames.h"

#include <QtTest/QtTest>

using namespace faultline;
using namespace Qt::StringLiterals;
using kube::Opcode;

namespace {

QByteArray bytes(std::initializer_list<int> values)
{
    QByteArray result;
    for (const int value : values) {
        result += static_cast<char>(value);
    }
    return result;
}

} // namespace

class TestFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientsFrameIsMasked() // RFC 6455, 5.7: a masked "Hello"
    {
        QCOMPARE(kube::clientFrame(Opcode::Text, "Hello", 0x37fa213d),
                 bytes({0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58}));
        QCOMPARE(kube::clientFrame(Opcode::Binary, QByteArray(200, 'a'), 0).left(4), bytes({0x82, 0xFE, 0, 200}));
        QCOMPARE(kube::clientFrame(Opcode::Binary, QByteArray(70'000, 'a'), 0).left(10),
                 bytes({0x82, 0xFF, 0, 0, 0, 0, 0, 1, 0x11, 0x70}));
    }

    void fragmentsMakeOneMessageAndControlComesBetween() // RFC 6455, 5.7
    {
        kube::FrameReader reader;
        reader.add(bytes({0x01, 0x03, 0x48, 0x65, 0x6c, 0x89, 0x01, 0x2a, 0x80, 0x02, 0x6c, 0x6f}));
        auto ping = reader.next();
        QVERIFY(ping && *ping);
        QVERIFY((*ping)->opcode == Opcode::Ping && (*ping)->payload == "*");
        auto message = reader.next();
        QVERIFY(message && *message);
        QCOMPARE((*message)->payload, QByteArray("Hello"));
        QVERIFY((*message)->opcode == Opcode::Text);
        QVERIFY(!*reader.next());
    }

    void bytesMayComeOneByOne()
    {
        const QByteArray whole = bytes({0x82, 126, 0, 200}) + QByteArray(200, 'z') + bytes({0x82, 0x01, 0x62});
        kube::FrameReader reader;
        QByteArrayList seen;
        for (const char byte : whole) {
            reader.add(QByteArray(1, byte));
            while (true) {
                const auto message = reader.next();
                QVERIFY(message.has_value());
                if (!*message) {
                    break;
                }
                seen += (*message)->payload;
            }
        }
        QCOMPARE(seen, QByteArrayList({QByteArray(200, 'z'), "b"}));
    }

    void whatBreaksTheRulesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("tooLarge");
        QTest::newRow("masked") << bytes({0x82, 0x81, 0, 0, 0, 0, 1}) << false;
        QTest::newRow("reserved bit") << bytes({0xC2, 0x01, 1}) << false;
        QTest::newRow("unknown opcode") << bytes({0x83, 0x01, 1}) << false;
        QTest::newRow("ping in pieces") << bytes({0x09, 0x00}) << false;
        QTest::newRow("long ping") << bytes({0x89, 126, 0, 126}) << false;
        QTest::newRow("goes on with nothing") << bytes({0x80, 0x01, 1}) << false;
        QTest::newRow("one within another") << bytes({0x02, 0x01, 1, 0x82, 0x01, 1}) << false;
        QTest::newRow("2^63") << bytes({0x82, 127, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}) << true;
        QTest::newRow("over the limit") << bytes({0x82, 127, 0, 0, 0, 0, 0x02, 0, 0, 0}) << true;
    }

    void whatBreaksTheRulesIsRefused()
    {
        QFETCH(QByteArray, frame);
        QFETCH(bool, tooLarge);
        kube::FrameReader reader;
        reader.add(frame);
        const auto message = reader.next();
        QVERIFY(!message);
        QCOMPARE(message.error().kind, tooLarge ? base::Error::Kind::TooLarge : base::Error::Kind::Malformed);
    }

    void manyFragmentsCannotPassTheLimit()
    {
        kube::FrameReader reader(1000);
        reader.add(bytes({0x02, 126, 0x02, 0x58}) + QByteArray(600, 'a') + bytes({0x00, 126, 0x02, 0x58}));
        const auto message = reader.next();
        QVERIFY(!message);
        QCOMPARE(message.error().kind, base::Error::Kind::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
