#include "ui/export/pdf.h"

#include "core/source/filesource.h"
#include "ui/export/pdfoutline.h"
#include "ui/export/pdfpicture.h"
#include "ui/export/rendering.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::ui::exporting;

namespace {

Material materialOf(const QString &sample)
{
    auto guide = guide::Guide::loadBuiltIn();
    const auto read = source::readFiles(source::sampleRequest(sample));
    Q_ASSERT(guide.has_value() && read.has_value());
    Material material;
    material.guide = std::make_shared<const guide::Guide>(*std::move(guide));
    material.cluster = read->cluster;
    material.origin = read->origin;
    material.diagnoses = guide::diagnoseAll(*material.guide, *read->cluster);
    material.selected = 0;
    return material;
}

QByteArray pdfOf(const QString &sample, base::Language language)
{
    const QByteArray pdf = render(materialOf(sample), {Format::Pdf, true, false, language});
    if (const QString folder = qEnvironmentVariable("FAULTLINE_PICTURES"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        QFile file(folder + u'/' + sample + (language == base::Language::Chinese ? u"-zh.pdf"_s : u"-en.pdf"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(pdf);
    }
    return pdf;
}

/// The bookmarks of one level, in order.
QStringList titlesBelow(QPDFObjectHandle parent)
{
    QStringList titles;
    for (auto item = parent.getKey("/First"); !item.isNull(); item = item.getKey("/Next"))
        titles += QString::fromStdString(item.getKey("/Title").getUTF8Value());
    return titles;
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleIsPrinted_data()
    {
        QTest::addColumn<bool>("chinese");
        for (const char *sample : {"shop", "crash-oom", "healthy-ingress", "selector-typo"}) {
            QTest::addRow("%s", sample) << false;
            QTest::addRow("%s zh", sample) << true;
        }
    }

    void everySampleIsPrinted()
    {
        QFETCH(bool, chinese);
        const QString sample = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
        const QByteArray bytes = pdfOf(sample, chinese ? base::Language::Chinese : base::Language::English);
        QPDF pdf;
        pdf.processMemoryFile("report", bytes.constData(), static_cast<size_t>(bytes.size()));
        QVERIFY(pdf.getWarnings().empty());
        QVERIFY(pdf.getAllPages().size() >= 2);
        QCOMPARE(pdf.getRoot().getKey("/Lang").getUTF8Value(), std::string(chinese ? "zh-CN" : "en"));
        const QStringList top = titlesBelow(pdf.getRoot().getKey("/Outlines"));
        QVERIFY2(!top.isEmpty() && top.front().contains(u'/'), qPrintable(top.join(u'\n')));
        const QStringList below = titlesBelow(pdf.getRoot().getKey("/Outlines").getKey("/First"));
        QVERIFY(below.contains(chinese ? u"逐个问题"_s : u"Question by question"_s));
        QVERIFY(below.contains(chinese ? u"拓扑"_s : u"Topology"_s));
        // Vectors: a picture of dots would be an image object.
        for (QPDFObjectHandle page : pdf.getAllPages())
            QVERIFY(page.getKey("/Resources").getKey("/XObject").getDictAsMap().empty());
    }

    void aBookmarkLeadsToItsPage()
    {
        const QByteArray bytes = pdfOf(u"shop"_s, base::Language::English);
        QPDF pdf;
        pdf.processMemoryFile("report", bytes.constData(), static_cast<size_t>(bytes.size()));
        const auto pages = pdf.getAllPages();
        int last = -1;
        auto outline = pdf.getRoot().getKey("/Outlines").getKey("/First");
        for (auto item = outline.getKey("/First"); !item.isNull(); item = item.getKey("/Next")) {
            const auto target = item.getKey("/Dest").getArrayItem(0);
            int number = 0;
            while (pages[static_cast<size_t>(number)].getObjGen() != target.getObjGen())
                ++number;
            QVERIFY(number >= last);
            last = number;
            const double top = item.getKey("/Dest").getArrayItem(3).getNumericValue();
            QVERIFY(top > 0 && top < 842);
        }
        QVERIFY(last > 0);
    }

    void whatIsNoPdfGivesNothing() { QCOMPARE(withOutline("no PDF", {}, u"en"_s), QByteArray()); }

    void thePicturesStyleHasNoVariableLeft()
    {
        const QString style = pictureStyle();
        QVERIFY(!style.contains(u"var("_s) && !style.contains(u"svg "_s));
        QVERIFY(style.contains(u".edge.fault"_s));
    }

    void aPicturesBoxIsPaintedInItsColour()
    {
        QSvgRenderer renderer((u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 20\"><style>"_s +
                               pictureStyle() +
                               u"</style><rect class=\"box fault\" width=\"20\" height=\"20\"/></svg>"_s)
                                  .toUtf8());
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        QCOMPARE(image.pixelColor(10, 10), QColor(u"#fcebe3"_s));
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
