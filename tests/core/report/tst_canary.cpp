#include "core/compare/comparison.h"
#include "core/investigation/picture.h"
#include "core/investigation/reportinput.h"
#include "core/report/comparison.h"
#include "core/report/junit.h"
#include "core/report/sarif.h"
#include "core/source/archive.h"
#include "core/source/filesource.h"
#include "core/source/snapshotwriter.h"
#include "tests/support/canary.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using test::CanaryCluster;

namespace {

/// All that leaves the program about one cluster, by the name of the output.
std::map<QString, QString> outputsOf(const guide::Guide &guide, const source::Snapshot &snapshot,
                                     const source::Recorder &recorder)
{
    const auto diagnoses = guide::diagnoseAll(guide, *snapshot.cluster);
    const report::Input input = investigation::reportInput(guide, *snapshot.cluster, diagnoses, snapshot.origin);
    QByteArray pieces;
    report::writeJson(input, [&pieces](const QByteArray &piece) { pieces += piece; });
    std::map<QString, QString> outputs{
        {u"json in pieces"_s, QString::fromUtf8(pieces)},
        {u"text"_s, report::toText(input, true)},
        {u"markdown"_s, report::toMarkdown(input)},
        {u"html"_s, report::toHtml(input, report::estimateText)},
        {u"json"_s, QString::fromUtf8(QJsonDocument(report::toJson(input)).toJson())},
        {u"sarif"_s, QString::fromUtf8(QJsonDocument(report::toSarif(input, {})).toJson())},
        {u"junit"_s, report::toJunit(input)},
    };
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.tar.gz"_s);
    if (!source::writeSnapshot(path, snapshot, recorder))
        qFatal("no snapshot");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no snapshot");
    const auto archive = source::unpack(file.readAll(), [](const QString &) { return true; });
    for (const source::Unpacked &part : archive->files)
        outputs[u"snapshot "_s + part.name] = QString::fromUtf8(part.bytes);
    return outputs;
}

struct Picture {
    source::Snapshot snapshot;
    std::shared_ptr<source::Recorder> recorder = std::make_shared<source::Recorder>();
    std::map<model::ObjectRef, QJsonObject> objects;
    std::vector<guide::Diagnosis> diagnoses;
};

Picture pictureOf(const guide::Guide &guide, const QString &folder)
{
    Picture picture;
    const auto read = source::readFiles({{folder}, {}, source::Origin::Type::Files, picture.recorder});
    if (!read)
        qFatal("%s", qPrintable(read.error().toString()));
    picture.snapshot = *read;
    picture.diagnoses = guide::diagnoseAll(guide, *read->cluster);
    picture.objects = investigation::objectsOf(*picture.recorder);
    return picture;
}

} // namespace

/// Known secrets in every field of every object, in every event and every log: not one byte of them in any output.
class TestCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto guide = guide::Guide::loadBuiltIn();
        QVERIFY(guide);
        m_guide = std::make_unique<guide::Guide>(*std::move(guide));
    }

    void theSecretIsFoundWhereItIs()
    {
        const QString secret = test::canary::bare();
        QVERIFY(!test::canary::leakIn(u"a "_s + secret + u" b"_s).isEmpty());
        QVERIFY(!test::canary::leakIn(secret.mid(5, 8).toLower()).isEmpty());
        QVERIFY(test::canary::leakIn(secret.mid(5, 7)).isEmpty());
        for (const QString &form : test::canary::forms())
            QVERIFY(form.contains(secret));
    }

    void noOutputHoldsIt_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("form");
        const QStringList &forms = test::canary::forms();
        qsizetype next = 0;
        for (const auto &[cluster, place] : CanaryCluster::allPlaces()) {
            QTest::addRow("%s %s", qPrintable(cluster), qPrintable(place))
                << cluster << place << forms[next++ % forms.size()];
        }
    }

    void noOutputHoldsIt()
    {
        QFETCH(QString, cluster);
        QFETCH(QString, place);
        QFETCH(QString, form);
        const QTemporaryDir folder;
        CanaryCluster(cluster).writeTo(folder.path(), place, form, form);
        QVERIFY2(leakOf(folder.path()).isEmpty(), qPrintable(form + u'\n' + leakOf(folder.path())));
    }

    /// Many at a time, and each form behind a text that is shown.
    void noOutputHoldsAnyForm_data()
    {
        QTest::addColumn<QString>("cluster");
        for (const char *cluster : {"crash-oom", "crash-liveness", "image-private", "volume-secret-missing",
                                    "quota-exceeded", "pending-too-big", "env-configmap-missing", "exec-not-found"})
            QTest::newRow(cluster) << QString::fromLatin1(cluster);
    }

    void noOutputHoldsAnyForm()
    {
        QFETCH(QString, cluster);
        const QTemporaryDir folder;
        CanaryCluster(cluster).writeTo(folder.path());
        QVERIFY2(leakOf(folder.path()).isEmpty(), qPrintable(leakOf(folder.path())));
    }

    void noComparisonHoldsIt()
    {
        const QTemporaryDir with;
        const CanaryCluster cluster(u"crash-oom"_s);
        cluster.writeTo(with.path());
        const Picture before =
            pictureOf(*m_guide, QStringLiteral(FAULTLINE_SOURCE_DIR "/tests/clusters/recorded/crash-oom"));
        const Picture after = pictureOf(*m_guide, with.path());
        const compare::Comparison comparison =
            compare::compared({before.snapshot.cluster.get(), &before.diagnoses, before.objects},
                              {after.snapshot.cluster.get(), &after.diagnoses, after.objects});
        QVERIFY(!comparison.objects.empty());
        const report::ComparisonInput input{&comparison, inputOf(before), inputOf(after)};
        const QString text = report::comparisonText(input, true);
        QVERIFY2(text.contains(u"<masked:"_s), qPrintable(text));
        for (const QString &output : {text, report::comparisonMarkdown(input),
                                      QString::fromUtf8(QJsonDocument(report::comparisonJson(input)).toJson())})
            QVERIFY2(test::canary::leakIn(output).isEmpty(), qPrintable(test::canary::leakIn(output)));
    }

private:
    report::Input inputOf(const Picture &picture) const
    {
        return investigation::reportInput(*m_guide, *picture.snapshot.cluster, picture.diagnoses,
                                          picture.snapshot.origin);
    }

    /// The first leak of any output, with the output's name; empty when there is none.
    QString leakOf(const QString &folder) const
    {
        const Picture picture = pictureOf(*m_guide, folder);
        for (const auto &[name, text] : outputsOf(*m_guide, picture.snapshot, *picture.recorder)) {
            if (const QString leak = test::canary::leakIn(name + text); !leak.isEmpty())
                return name + u": "_s + leak;
        }
        return {};
    }

    std::unique_ptr<guide::Guide> m_guide;
};

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
