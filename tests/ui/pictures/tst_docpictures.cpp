// The pictures of README.md and docs/, made the same on every machine: packaging/screenshots.sh says where they go
// (FAULTLINE_DOC_PICTURES), or what they are to be compared with (FAULTLINE_DOC_PICTURES_AGAINST).
#include "tests/ui/pictures/docscenes.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>

#include <map>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;

namespace {

const QString kPictures = QStringLiteral(FAULTLINE_SOURCE_DIR "/docs/pictures/");
constexpr QSize kSize(1280, 800);
constexpr qint64 kMostBytes = 200 * 1024;

/// A pixel differs when a channel is off by more than this: another version of the font renderer shades the edges of
/// letters by less. Of a picture so many pixels may differ: see packaging/screenshots.sh for how both were chosen.
constexpr int kChannel = 64;
constexpr double kShare = 0.0001;

int distance(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other)) +
           std::abs(qBlue(one) - qBlue(other));
}

/// The most frequent colours of a picture, of those that are alike only one: what is rare and different stays.
QList<QRgb> paletteOf(const QImage &picture)
{
    constexpr int kAlike = 12;
    std::map<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    std::vector<std::pair<int, QRgb>> byCount;
    for (const auto &[colour, count] : counts)
        byCount.emplace_back(-count, colour);
    std::sort(byCount.begin(), byCount.end());
    QList<QRgb> palette;
    for (const auto &each : byCount) {
        const QRgb colour = each.second;
        const bool isNew = std::none_of(palette.begin(), palette.end(),
                                        [colour](QRgb known) { return distance(known, colour) <= kAlike; });
        if (isNew && palette.size() < 256)
            palette.append(colour);
    }
    return palette;
}

/// The picture in 256 of its colours: half the file, and no eye sees it.
QImage inFewColours(const QImage &picture)
{
    const QList<QRgb> palette = paletteOf(picture);
    QImage few(picture.size(), QImage::Format_Indexed8);
    few.setColorTable(palette);
    std::map<QRgb, uint> nearest;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb colour = picture.pixel(x, y);
            auto known = nearest.find(colour);
            if (known == nearest.end()) {
                const auto best = std::min_element(palette.begin(), palette.end(), [colour](QRgb one, QRgb other) {
                    return distance(one, colour) < distance(other, colour);
                });
                known = nearest.emplace(colour, static_cast<uint>(best - palette.begin())).first;
            }
            few.setPixel(x, y, known->second);
        }
    }
    return few;
}

QImage pictureOf(const DocScene &scene, base::Language language)
{
    QApplication::setPalette(ui::Theme::light().palette());
    ui::MainWindow window(*guide::Guide::loadBuiltIn());
    window.appearance().setLanguage(language);
    window.appearance().setScheme(scene.scheme);
    window.resize(kSize);
    window.show();
    scene.play(window);
    QTest::qWait(900); // until nothing moves any more, on a busy machine too
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isWindow() && dialog->isVisible())
            return inFewColours(dialog->grab().toImage());
    }
    return inFewColours(window.grab().toImage());
}

bool isFar(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) > kChannel || std::abs(qGreen(one) - qGreen(other)) > kChannel ||
           std::abs(qBlue(one) - qBlue(other)) > kChannel;
}

/// The share of pixels that differ; all of them where the sizes do.
double difference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 1;
    qint64 far = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            far += isFar(one.pixel(x, y), other.pixel(x, y)) ? 1 : 0;
    }
    return static_cast<double>(far) / (static_cast<double>(one.width()) * one.height());
}

QString languageFolder(base::Language language) { return language == base::Language::Chinese ? u"zh"_s : u"en"_s; }

/// Only these two families, whatever else a machine has, and one way of drawing them.
QByteArray fontRules(const QString &cache)
{
    return "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
           "<dir>/usr/share/fonts/truetype/dejavu</dir><dir>/usr/share/fonts/truetype/wqy</dir><cachedir>" +
           cache.toUtf8() +
           "</cachedir><alias><family>sans-serif</family><prefer><family>DejaVu Sans</family>"
           "<family>WenQuanYi Micro Hei</family></prefer></alias><alias><family>monospace</family><prefer>"
           "<family>DejaVu Sans Mono</family><family>WenQuanYi Micro Hei Mono</family></prefer></alias>"
           "<alias binding=\"same\"><family>DejaVu Sans</family><accept><family>WenQuanYi Micro "
           "Hei</family></accept></alias>"
           "<match target=\"font\"><edit name=\"antialias\" mode=\"assign\"><bool>true</bool></edit>"
           "<edit name=\"hinting\" mode=\"assign\"><bool>true</bool></edit>"
           "<edit name=\"hintstyle\" mode=\"assign\"><const>hintslight</const></edit>"
           "<edit name=\"rgba\" mode=\"assign\"><const>none</const></edit></match></fontconfig>";
}

/// What a picture could depend on: fonts, settings, the clock's zone, the person's files.
void makeTheMachineTheSame(const QTemporaryDir &home)
{
    QFile rules(home.filePath(u"fonts.conf"_s));
    if (rules.open(QIODevice::WriteOnly))
        rules.write(fontRules(home.filePath(u"fontcache"_s)));
    qputenv("FONTCONFIG_FILE", rules.fileName().toUtf8());
    qputenv("HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", "1");
    qputenv("TZ", "UTC");
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("KUBECONFIG", "none");
    QDir::setCurrent(home.path());
}

} // namespace

class TestDocPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"FaultlineDocPictures"_s);
        QCoreApplication::setApplicationName(u"FaultlineDocPictures"_s);
        QApplication::setCursorFlashTime(0);
        QFont font = QApplication::font();
        font.setFamily(u"DejaVu Sans"_s);
        QApplication::setFont(font);
    }

    void init() { QSettings().clear(); }

    void theSamePictureTwiceIsTheSame()
    {
        const DocScene scene = docScenes().front();
        const QImage first = pictureOf(scene, base::Language::English);
        QCOMPARE(difference(first, pictureOf(scene, base::Language::English)), 0.0);
    }

    void anotherWordIsADifference()
    {
        const auto with = [](const QStringList &complaints) {
            DocScene scene = docScenes().front();
            scene.play = [complaints, play = scene.play](ui::MainWindow &window) {
                window.setGuideComplaints(complaints);
                play(window);
            };
            return pictureOf(scene, base::Language::English);
        };
        const double share = difference(with({u"team.yaml:3:5: web: no edge leads to it"_s}),
                                        with({u"team.yaml:3:5: web: no edge leads away"_s}));
        QVERIFY2(share > kShare, qPrintable(QString::number(share, 'f', 6)));
    }

    // A row for each, so that the time that QtTest gives a function is that of one picture.
    void everyPictureIsMade_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<bool>("chinese");
        const std::vector<DocScene> scenes = docScenes();
        for (size_t scene = 0; scene < scenes.size(); ++scene) {
            QTest::addRow("en/%s", qPrintable(scenes[scene].name)) << static_cast<int>(scene) << false;
            QTest::addRow("zh/%s", qPrintable(scenes[scene].name)) << static_cast<int>(scene) << true;
        }
    }

    void everyPictureIsMade()
    {
        QFETCH(int, scene);
        QFETCH(bool, chinese);
        const QString to = qEnvironmentVariable("FAULTLINE_DOC_PICTURES");
        const QString against = qEnvironmentVariable("FAULTLINE_DOC_PICTURES_AGAINST");
        if (to.isEmpty() && against.isEmpty())
            QSKIP("neither made nor compared: packaging/screenshots.sh does");
        const DocScene what = docScenes().at(static_cast<size_t>(scene));
        const base::Language language = chinese ? base::Language::Chinese : base::Language::English;
        const QImage made = pictureOf(what, language);
        const QString name = languageFolder(language) + u'/' + what.name + u".png"_s;
        if (!to.isEmpty()) {
            QVERIFY(QDir(to).mkpath(languageFolder(language)));
            QVERIFY(made.save(to + u'/' + name, "PNG", 0)); // 0: as small as it gets
            QVERIFY(QFileInfo(to + u'/' + name).size() <= kMostBytes);
        }
        if (against.isEmpty())
            return;
        const QImage committed(against + u'/' + name);
        QVERIFY2(!committed.isNull(), qPrintable(u"missing: "_s + name));
        const double share = difference(committed, made);
        QVERIFY2(share <= kShare + what.mayDiffer,
                 qPrintable(u"%1 differs in %2 % of its pixels: packaging/screenshots.sh makes it "
                            "again"_s.arg(name, QString::number(share * 100, 'f', 3))));
    }

    void noPictureIsThereThatNothingMakes()
    {
        QStringList made, there;
        for (const DocScene &scene : docScenes())
            made += scene.name + u".png"_s;
        made.sort();
        for (const QString &language : {u"en"_s, u"zh"_s}) {
            there = QDir(kPictures + language).entryList(QDir::Files, QDir::Name);
            there.sort();
            QCOMPARE(there, made);
            for (const QString &name : there)
                QVERIFY2(QFileInfo(kPictures + language + u'/' + name).size() <= kMostBytes, qPrintable(name));
        }
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    makeTheMachineTheSame(home);
    QApplication app(argc, argv);
    TestDocPictures test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_docpictures.moc"
