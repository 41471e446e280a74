#include "tests/app/clirun.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

using namespace Qt::StringLiterals;
using namespace faultline::test;

namespace {

const QString kVersion = QStringLiteral(FAULTLINE_VERSION);

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString generated(const QString &name) { return QStringLiteral(FAULTLINE_BINARY_DIR "/generated/") + name; }

/// The first group of the pattern; empty when it is not there.
QString found(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::MultilineOption).match(text).captured(1);
}

/// The id under which packages know the program: packaging/cmake/install.cmake says it, once.
QString id()
{
    return found(textOf(sourcePath(u"packaging/cmake/install.cmake"_s)), u"^set\\(FAULTLINE_ID ([^)]+)\\)"_s);
}

QImage drawn(const QString &drawing, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(sourcePath(drawing)).render(&painter);
    return image;
}

/// The mean difference of all channels, of 255; what cannot be seen through has no colour.
double difference(const QImage &one, const QImage &other)
{
    qint64 sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = qPremultiply(one.pixel(x, y));
            const QRgb b = qPremultiply(other.pixel(x, y));
            sum += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) +
                   std::abs(qAlpha(a) - qAlpha(b));
        }
    }
    return static_cast<double>(sum) / (4.0 * one.width() * one.height());
}

} // namespace

/// What packages say of the program, and the program of itself, is one.
class PackagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVersionIsOneEverywhere()
    {
        const QString metainfo = textOf(generated(id() + u".metainfo.xml"_s));
        const QString cpack = textOf(QStringLiteral(FAULTLINE_BINARY_DIR "/CPackConfig.cmake"));
        QCOMPARE(found(metainfo, u"<release version=\"([^\"]+)\""_s), kVersion);
        QCOMPARE(found(cpack, u"^set\\(CPACK_PACKAGE_VERSION \"?([^\")]+)"_s), kVersion);
        QCOMPARE(found(textOf(sourcePath(u"CHANGELOG.md"_s)), u"^## (\\S+)"_s), kVersion);
        QVERIFY(runFaultline({u"--version"_s}).text().startsWith(u"faultline "_s + kVersion + u" ("_s));
    }

    void theIdIsOneEverywhere()
    {
        QVERIFY(!id().isEmpty());
        const QString metainfo = textOf(generated(id() + u".metainfo.xml"_s));
        QCOMPARE(found(metainfo, u"<id>(.*)</id>"_s), id());
        QCOMPARE(found(metainfo, u"<launchable type=\"desktop-id\">(.*)</launchable>"_s), id() + u".desktop"_s);
        QCOMPARE(found(textOf(generated(id() + u".desktop"_s)), u"^Icon=(.*)$"_s), id());
        const QString flatpak = textOf(sourcePath(u"packaging/flatpak/faultline.yml"_s));
        QCOMPARE(found(flatpak, u"^id: (\\S+)$"_s), id());
    }

    void theMenuSpeaksChineseToo()
    {
        const QString entry = textOf(generated(id() + u".desktop"_s));
        for (const QString &key : {u"GenericName"_s, u"Comment"_s, u"Keywords"_s}) {
            QVERIFY2(!found(entry, u'^' + key + u"=(.+)$"_s).isEmpty(), qPrintable(key));
            QVERIFY2(!found(entry, u'^' + key + u"\\[zh_CN\\]=(.+)$"_s).isEmpty(), qPrintable(key));
        }
        QCOMPARE(found(entry, u"^Exec=(.*)$"_s), u"faultline"_s);
    }

    void thePicturesAreThoseOfTheDrawing_data()
    {
        QTest::addColumn<QString>("drawing");
        QTest::addColumn<int>("size");
        QTest::newRow("16") << u"resources/icons/faultline-small.svg"_s << 16;
        for (const int size : {32, 48, 128, 256})
            QTest::addRow("%d", size) << u"resources/icons/faultline.svg"_s << size;
    }

    void thePicturesAreThoseOfTheDrawing()
    {
        QFETCH(QString, drawing);
        QFETCH(int, size);
        const QImage picture(sourcePath(u"resources/icons/faultline-%1.png"_s.arg(size)));
        QCOMPARE(picture.size(), QSize(size, size));
        // Two renderers round differently at edges: packaging/icons.sh draws them anew.
        const double differs = difference(picture, drawn(drawing, size));
        QVERIFY2(differs < 4, qPrintable(QString::number(differs)));
    }
};

QTEST_GUILESS_MAIN(PackagesTest)
#include "tst_packages.moc"
