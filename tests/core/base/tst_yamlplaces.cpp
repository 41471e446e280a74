#include "core/base/yamlplaces.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using base::TextPlace;

class YamlPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAndKeysHaveTheirLineAndColumn();
    void aCharacterOfATextHasAColumnWhereTheTextStandsAsItIs();
    void columnsCountCharactersNotBytes();
    void whatIsNotInTheFileHasThePlaceOfWhatContainsIt();
    void emptyDocumentsAreNotCounted();
    void aKeyThatStandsTwiceIsTold();
    void afterASyntaxErrorWhatStoodBeforeHasItsPlace();
    void aTextOverWhichTheParserStandsStillEnds();
};

void YamlPlacesTest::valuesAndKeysHaveTheirLineAndColumn()
{
    const auto places = base::YamlPlaces::of("nodes:\n  - id: one\n    edges: {\"yes\": two}\n  - three\n");
    QCOMPARE(places.place(0, u"/nodes/0/id"_s), (TextPlace{2, 9}));
    QCOMPARE(places.keyPlace(0, u"/nodes/0/id"_s), (TextPlace{2, 5}));
    QCOMPARE(places.place(0, u"/nodes/0/edges/yes"_s), (TextPlace{3, 20}));
    QCOMPARE(places.keyPlace(0, u"/nodes/0/edges/yes"_s), (TextPlace{3, 13}));
    QCOMPARE(places.place(0, u"/nodes/1"_s), (TextPlace{4, 5}));
}

void YamlPlacesTest::aCharacterOfATextHasAColumnWhereTheTextStandsAsItIs()
{
    const auto places = base::YamlPlaces::of("a: '{.x[}'\n");
    QCOMPARE(places.place(0, u"/a"_s), (TextPlace{1, 4}));
    QCOMPARE(places.place(0, u"/a"_s, 0), (TextPlace{1, 5}));
    QCOMPARE(places.place(0, u"/a"_s, 3), (TextPlace{1, 8}));
    // A block or an escape moves the characters: then it is the text's own place.
    const auto folded = base::YamlPlaces::of("c: |\n  {.z[}\nd: \"q\\\"{.w[}\"\n");
    QCOMPARE(folded.place(0, u"/c"_s, 3), (TextPlace{1, 4}));
    QCOMPARE(folded.place(0, u"/d"_s, 3), (TextPlace{3, 4}));
}

void YamlPlacesTest::columnsCountCharactersNotBytes()
{
    const auto places = base::YamlPlaces::of("{zh: 中文, en: text}\n");
    QCOMPARE(places.place(0, u"/zh"_s), (TextPlace{1, 6}));
    QCOMPARE(places.place(0, u"/en"_s), (TextPlace{1, 14}));
}

void YamlPlacesTest::whatIsNotInTheFileHasThePlaceOfWhatContainsIt()
{
    const auto places = base::YamlPlaces::of("a: 1\nnodes:\n  - id: one\n");
    QCOMPARE(places.place(0, u"/nodes/0/edges/yes"_s), places.place(0, u"/nodes/0"_s));
    QCOMPARE(places.place(0, u"/nothing"_s), (TextPlace{1, 1}));
    QCOMPARE(places.place(7, u"/a"_s), TextPlace());
}

void YamlPlacesTest::emptyDocumentsAreNotCounted()
{
    const auto places = base::YamlPlaces::of("---\n---\na: 1\n---\nb: 2\n");
    QCOMPARE(places.place(0, u"/a"_s), (TextPlace{3, 4}));
    QCOMPARE(places.place(1, u"/b"_s), (TextPlace{5, 4}));
}

void YamlPlacesTest::aKeyThatStandsTwiceIsTold()
{
    const auto places = base::YamlPlaces::of("a: {b: 1, c: 2,\n  b: 3}\n");
    QCOMPARE(places.twice().size(), size_t(1));
    QCOMPARE(places.twice().front().pointer, u"/a/b"_s);
    QCOMPARE(places.keyPlace(0, u"/a/b"_s), (TextPlace{2, 3}));
}

void YamlPlacesTest::afterASyntaxErrorWhatStoodBeforeHasItsPlace()
{
    const auto places = base::YamlPlaces::of("a: 1\nb: [1\n");
    QCOMPARE(places.place(0, u"/a"_s), (TextPlace{1, 4}));
}

/// Found by fuzz_guide: the parser told for ever of empty documents.
void YamlPlacesTest::aTextOverWhichTheParserStandsStillEnds()
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/fuzz/found/guide/yaml-parser-stands-still"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(base::YamlPlaces::of(text).place(0, u"/title"_s).line, 0);
    QVERIFY2(clock.elapsed() < 5'000, QByteArray::number(clock.elapsed()).constData());
}

QTEST_GUILESS_MAIN(YamlPlacesTest)
#include "tst_yamlplaces.moc"
