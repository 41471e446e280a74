#include "ui/export/pdf.h"

#include "core/source/filesource.h"
#include "tests/support/canary.h"
#include "ui/export/pdfoutline.h"
#include "ui/export/pdfpicture.h"
#include "ui/export/rendering.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>

#include <qpdf/qpdf-c.h>

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

/// A PDF as another program reads it.
class Reader
{
public:
    explicit Reader(QByteArray bytes) : m_bytes(std::move(bytes)), m_pdf(qpdf_init())
    {
        const auto size = static_cast<unsigned long long>(m_bytes.size());
        m_isRead = qpdf_read_memory(m_pdf, "report", m_bytes.constData(), size, nullptr) == QPDF_SUCCESS;
    }
    ~Reader() { qpdf_cleanup(&m_pdf); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    bool isRead() const { return m_isRead; } ///< without an error or a warning
    int pages() const { return qpdf_get_num_pages(m_pdf); }
    qpdf_oh page(int number) const { return qpdf_get_page_n(m_pdf, static_cast<size_t>(number)); }
    qpdf_oh key(qpdf_oh object, const char *name) const { return qpdf_oh_get_key(m_pdf, object, name); }
    qpdf_oh root() const { return qpdf_get_root(m_pdf); }
    bool isNull(qpdf_oh object) const { return qpdf_oh_is_null(m_pdf, object) == QPDF_TRUE; }
    QString text(qpdf_oh object) const { return QString::fromUtf8(qpdf_oh_get_utf8_value(m_pdf, object)); }
    int id(qpdf_oh object) const { return qpdf_oh_get_object_id(m_pdf, object); }
    qpdf_oh item(qpdf_oh array, int at) const { return qpdf_oh_get_array_item(m_pdf, array, at); }
    double number(qpdf_oh object) const { return qpdf_oh_get_numeric_value(m_pdf, object); }

    /// The bookmarks of one level, in order.
    std::vector<qpdf_oh> below(qpdf_oh parent) const
    {
        std::vector<qpdf_oh> items;
        for (qpdf_oh each = key(parent, "/First"); !isNull(each); each = key(each, "/Next"))
            items.push_back(each);
        return items;
    }
    QStringList titlesBelow(qpdf_oh parent) const
    {
        QStringList titles;
        for (const qpdf_oh each : below(parent))
            titles += text(key(each, "/Title"));
        return titles;
    }

    /// Whether a page's resources hold an image or anything else that is no letter and no line.
    bool hasImages(qpdf_oh page) const
    {
        qpdf_oh objects = key(key(page, "/Resources"), "/XObject");
        if (isNull(objects))
            return false;
        qpdf_oh_begin_dict_key_iter(m_pdf, objects);
        return qpdf_oh_dict_more_keys(m_pdf) == QPDF_TRUE;
    }

private:
    QByteArray m_bytes;
    qpdf_data m_pdf;
    bool m_isRead = false;
};

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
        const Reader pdf(bytes);
        QVERIFY(pdf.isRead());
        QVERIFY(pdf.pages() >= 2);
        QCOMPARE(pdf.text(pdf.key(pdf.root(), "/Lang")), chinese ? u"zh-CN"_s : u"en"_s);
        const qpdf_oh outline = pdf.key(pdf.root(), "/Outlines");
        const QStringList top = pdf.titlesBelow(outline);
        QVERIFY2(!top.isEmpty() && top.front().contains(u'/'), qPrintable(top.join(u'\n')));
        const QStringList below = pdf.titlesBelow(pdf.key(outline, "/First"));
        QVERIFY(below.contains(chinese ? u"逐个问题"_s : u"Question by question"_s));
        QVERIFY(below.contains(chinese ? u"拓扑"_s : u"Topology"_s));
        for (int number = 0; number < pdf.pages(); ++number)
            QVERIFY(!pdf.hasImages(pdf.page(number)));
    }

    void noSecretIsPrinted_data()
    {
        QTest::addColumn<QString>("cluster");
        for (const char *cluster : {"crash-oom", "image-private", "volume-secret-missing"})
            QTest::newRow(cluster) << QString::fromLatin1(cluster);
    }

    void noSecretIsPrinted()
    {
        QFETCH(QString, cluster);
        const QString reader = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (reader.isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
        const QTemporaryDir folder;
        test::CanaryCluster(cluster).writeTo(folder.path());
        const auto read = source::readFiles({{folder.path()}, {}, source::Origin::Type::Files});
        QVERIFY(read);
        Material material = materialOf(u"shop"_s);
        material.cluster = read->cluster;
        material.origin = read->origin;
        material.diagnoses = guide::diagnoseAll(*material.guide, *read->cluster);
        QFile file(folder.filePath(u"report.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(render(material, {Format::Pdf, false, false, base::Language::English}));
        file.close();
        QProcess process;
        process.start(reader, {u"-raw"_s, file.fileName(), u"-"_s});
        QVERIFY(process.waitForFinished(30'000));
        // A long word is printed in pieces.
        static const QRegularExpression space(u"\\s+"_s);
        const QString text = QString::fromUtf8(process.readAllStandardOutput()).remove(space);
        QVERIFY2(text.contains(u"<masked:"_s), qPrintable(text.left(2'000)));
        QVERIFY2(test::canary::leakIn(text).isEmpty(), qPrintable(test::canary::leakIn(text)));
    }

    void aBookmarkLeadsToItsPage()
    {
        const Reader pdf(pdfOf(u"shop"_s, base::Language::English));
        QVERIFY(pdf.isRead());
        int last = -1;
        for (const qpdf_oh mark : pdf.below(pdf.key(pdf.key(pdf.root(), "/Outlines"), "/First"))) {
            const qpdf_oh target = pdf.key(mark, "/Dest");
            int number = 0;
            while (number < pdf.pages() && pdf.id(pdf.page(number)) != pdf.id(pdf.item(target, 0)))
                ++number;
            QVERIFY(number < pdf.pages());
            QVERIFY(number >= last);
            last = number;
            const double top = pdf.number(pdf.item(target, 3));
            QVERIFY(top > 0 && top < 842); // A4, in points
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
