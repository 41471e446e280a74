#include "tests/docs/pages.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

const QString kChinese = QStringLiteral(".zh-CN.md");

QString englishOf(const QString &chinese) { return chinese.chopped(kChinese.size()) + u".md"_s; }

/// "##", "###": how deep each heading is, in order.
QStringList levelsOf(const Page &page)
{
    QStringList levels;
    for (const QString &heading : page.headings())
        levels.append(heading.section(u' ', 0, 0));
    return levels;
}

/// Pictures in order; those of either language by one name.
QStringList picturesOf(const Page &page)
{
    QStringList pictures;
    for (const Link &link : linksOf(page)) {
        if (link.isPicture)
            pictures.append(QString(link.target).replace("pictures/zh/"_L1, "pictures/en/"_L1));
    }
    return pictures;
}

/// Rows of tables, and items of lists: what one language has more than the other was forgotten in it.
qsizetype itemsOf(const Page &page)
{
    return page.lines.filter(QRegularExpression(u"^\\s*(\\||[-*] |\\d+\\. )"_s)).size();
}

qsizetype hanIn(const QString &text) { return text.count(QRegularExpression(u"\\p{Han}"_s)); }

} // namespace

/// What stands in two languages says the same, as far as that can be counted.
class DocLanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatANewcomerReadsIsThereInBothLanguages();
    void bothLanguagesHaveTheSame_data();
    void bothLanguagesHaveTheSame();
};

void DocLanguagesTest::whatANewcomerReadsIsThereInBothLanguages()
{
    const QStringList pages = allPages();
    for (const QString &page : {u"README"_s, u"docs/user-guide"_s, u"docs/checks"_s}) {
        QVERIFY2(pages.contains(page + u".md"_s), qPrintable(page));
        QVERIFY2(pages.contains(page + kChinese), qPrintable(page));
    }
}

void DocLanguagesTest::bothLanguagesHaveTheSame_data()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : allPages()) {
        if (page.endsWith(kChinese))
            QTest::addRow("%s", qPrintable(page)) << page;
    }
}

void DocLanguagesTest::bothLanguagesHaveTheSame()
{
    QFETCH(QString, page);
    const QString chineseText = pageText(page), englishText = pageText(englishOf(page));
    const Page chinese = readPage(chineseText), english = readPage(englishText);
    QCOMPARE(levelsOf(chinese), levelsOf(english));
    QCOMPARE(picturesOf(chinese), picturesOf(english));
    QCOMPARE(commandsOf(chinese), commandsOf(english));
    QCOMPARE(chinese.blocks.size(), english.blocks.size());
    QCOMPARE(itemsOf(chinese), itemsOf(english));
    const QString name = page.section(u'/', -1), englishName = englishOf(name);
    QVERIFY2(chineseText.contains(u"[English]("_s + englishName + u')'), "the way to the other language");
    QVERIFY2(englishText.contains(u"[简体中文]("_s + name + u')'), "the way to the other language");
    QVERIFY(!chineseText.contains("pictures/en/"_L1) && !englishText.contains("pictures/zh/"_L1));
    QVERIFY(hanIn(chineseText) * 12 > chineseText.size()); // commands and names stay as they are
    QVERIFY(hanIn(englishText) < 12);                      // its link, and the window's own "EN / 中文"
}

QTEST_GUILESS_MAIN(DocLanguagesTest)
#include "tst_doclanguages.moc"
