#include "tests/docs/pages.h"

#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QUrl>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

QString webProblem(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    if (url.scheme() != "https"_L1)
        return u"is no https address"_s;
    return url.isValid() && url.host().contains(u'.') ? QString() : u"is no address"_s;
}

/// Of each page once: one of them has thousands of links.
const QStringList &anchorsIn(const QString &page)
{
    static QHash<QString, QStringList> known;
    if (!known.contains(page))
        known.insert(page, anchorsOf(readPage(pageText(page))));
    return known[page];
}

QString placeProblem(const QString &page, const QString &anchor)
{
    if (!page.endsWith(".md"_L1))
        return u"names a place in what is no page"_s;
    return anchorsIn(page).contains(anchor) ? QString() : u"names no heading of "_s + page;
}

/// Why a link of `page` leads nowhere; empty when it leads somewhere.
QString problemOf(const QString &page, const Link &link)
{
    if (link.isPicture && link.words.isEmpty())
        return u"is a picture without words for those who do not see it"_s;
    if (link.target.contains("://"_L1) || link.target.startsWith("mailto:"_L1))
        return webProblem(link.target);
    const QString path = QUrl::fromPercentEncoding(link.target.section(u'#', 0, 0).toUtf8());
    const QString folder = page.contains(u'/') ? page.section(u'/', 0, -2) + u'/' : QString();
    const QString file = path.isEmpty() ? page : QDir::cleanPath(folder + path);
    if (path.startsWith(u'/') || file.startsWith(".."_L1))
        return u"leads out of the repository"_s;
    if (!QFileInfo::exists(kRoot + file))
        return u"leads to no file"_s;
    return link.target.contains(u'#') ? placeProblem(file, link.target.section(u'#', 1)) : QString();
}

QStringList problemsIn(const QString &page, const QString &text)
{
    QStringList problems;
    for (const Link &link : linksOf(readPage(text))) {
        if (const QString problem = problemOf(page, link); !problem.isEmpty())
            problems.append(u"%1: [%2](%3) %4"_s.arg(page, link.words, link.target, problem));
    }
    return problems;
}

} // namespace

class DocLinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkLeadsSomewhere_data();
    void everyLinkLeadsSomewhere();
    void whatLeadsNowhereIsFound_data();
    void whatLeadsNowhereIsFound();
    void everyPageOfDocsIsReachedFromReadme();
};

void DocLinksTest::everyLinkLeadsSomewhere_data()
{
    QTest::addColumn<QString>("page");
    const QStringList pages = allPages();
    QVERIFY(pages.size() > 10);
    for (const QString &page : pages)
        QTest::addRow("%s", qPrintable(page)) << page;
}

void DocLinksTest::everyLinkLeadsSomewhere()
{
    QFETCH(QString, page);
    const QStringList problems = problemsIn(page, pageText(page));
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void DocLinksTest::whatLeadsNowhereIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("a file that is there") << u"[x](docs/window.md)"_s << false;
    QTest::newRow("a place that is there") << u"# A, `b` & C\n[x](#a-b--c)"_s << true; // of README.md, not of this text
    QTest::newRow("a place of another page") << u"[x](docs/command-line.md#exit-codes)"_s << false;
    QTest::newRow("a folder") << u"[x](docs/)"_s << false;
    QTest::newRow("within a fence") << u"```\n[x](nowhere.md)\n```"_s << false;
    QTest::newRow("within code") << u"`[x](nowhere.md)`"_s << false;
    QTest::newRow("no file") << u"[x](nowhere.md)"_s << true;
    QTest::newRow("no place") << u"[x](docs/window.md#nowhere)"_s << true;
    QTest::newRow("a place of a picture") << u"[x](docs/pictures/en/window.png#x)"_s << true;
    QTest::newRow("out of the house") << u"[x](../other/README.md)"_s << true;
    QTest::newRow("from the root") << u"[x](/docs/window.md)"_s << true;
    QTest::newRow("a silent picture") << u"![](docs/pictures/en/window.png)"_s << true;
    QTest::newRow("https") << u"[x](https://kubernetes.io/docs/) <https://kubernetes.io/>"_s << false;
    QTest::newRow("http") << u"[x](http://kubernetes.io/)"_s << true;
    QTest::newRow("http, bare") << u"<http://kubernetes.io/>"_s << true;
    QTest::newRow("no host") << u"[x](https:///docs)"_s << true;
}

void DocLinksTest::whatLeadsNowhereIsFound()
{
    QFETCH(QString, text);
    QFETCH(bool, isFound);
    QCOMPARE(!problemsIn(u"README.md"_s, text).isEmpty(), isFound);
}

void DocLinksTest::everyPageOfDocsIsReachedFromReadme()
{
    QStringList reached{u"README.md"_s};
    for (qsizetype i = 0; i < reached.size(); ++i) {
        const QString folder = reached[i].contains(u'/') ? reached[i].section(u'/', 0, -2) + u'/' : QString();
        for (const Link &link : linksOf(readPage(pageText(reached[i])))) {
            const QString file = QDir::cleanPath(folder + link.target.section(u'#', 0, 0));
            if (file.endsWith(".md"_L1) && !link.target.contains("://"_L1) && !reached.contains(file))
                reached.append(file);
        }
    }
    for (const QString &page : allPages()) {
        if (page.startsWith("docs/"_L1) || !page.contains(u'/'))
            QVERIFY2(reached.contains(page), qPrintable(page));
    }
}

QTEST_GUILESS_MAIN(DocLinksTest)
#include "tst_doclinks.moc"
