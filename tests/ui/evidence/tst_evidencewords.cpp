#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> translated()
{
    static const QRegularExpression source(u"<source>(.*?)</source>\\s*<translation>[^<]"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    QSet<QString> texts;
    const QString all = textOf(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/i18n/faultline_zh_CN.ts"));
    for (const auto &match : source.globalMatch(all)) {
        QString text = match.captured(1);
        text.replace(u"&quot;"_s, u"\""_s).replace(u"&apos;"_s, u"'"_s).replace(u"&#x27;"_s, u"'"_s);
        texts.insert(text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&amp;"_s, u"&"_s));
    }
    return texts;
}

} // namespace

class TestEvidenceWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated()
    {
        static const QRegularExpression call(u"\\btr\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\""_s);
        static const QRegularExpression seam(u"\"\\s*\\n\\s*\""_s);
        const QSet<QString> known = translated();
        QDirIterator files(QStringLiteral(FAULTLINE_SOURCE_DIR "/ui/evidence"), {u"*.cpp"_s});
        int texts = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            const QString code = textOf(path).remove(seam);
            for (const auto &match : call.globalMatch(code)) {
                const QString text = match.captured(1).replace(u"\\\""_s, u"\""_s);
                QVERIFY2(known.contains(text), qPrintable(path + u": "_s + text));
                ++texts;
            }
        }
        QVERIFY(texts > 50);
    }
};

QTEST_GUILESS_MAIN(TestEvidenceWords)
#include "tst_evidencewords.moc"
