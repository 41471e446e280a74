// Cluster text is hostile text: whatever stands in a name, message, annotation or log, a report says the same with it
// as with harmless words in its place, element by element, and a terminal is told nothing.
#include "core/report/junit.h"
#include "core/report/sarif.h"
#include "core/source/filesource.h"
#include "tests/support/canary.h"
#include "tests/support/hostiletext.h"
#include "ui/export/rendering.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QTextBlock>
#include <QtGui/QTextDocument>
#include <QtGui/QTextTable>
#include <QtTest/QtTest>

using namespace faultline;
using namespace faultline::ui::exporting;
using namespace Qt::StringLiterals;
using test::CanaryCluster;
using test::hostileForms;
using test::oddLetterIn;

namespace {

const QString kHarmless = QStringLiteral("plainwords");

/// Of the elements of an XML document what they are called and what they refer to; of pictures only that they are
/// there.
QStringList elementsOf(const QString &document, QString &problem)
{
    QStringList elements;
    // All that is HTML's own in our documents: its type, and two elements without an end.
    static const QRegularExpression ownWays(u"^<!doctype html>|<meta (?:charset|name|http-equiv)=[^<>]*>"_s);
    QXmlStreamReader xml(QString(document).remove(ownWays));
    int picture = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        const bool isPicture = xml.name() == "svg"_L1;
        if (xml.isEndElement() && isPicture)
            --picture;
        if (!xml.isStartElement())
            continue;
        static const QStringList drawn{u"svg"_s,  u"rect"_s,     u"text"_s,    u"title"_s,
                                       u"line"_s, u"polyline"_s, u"polygon"_s, u"g"_s};
        if (picture > 0 && !drawn.contains(xml.name().toString()))
            problem = u"an element in a picture: "_s + xml.name().toString();
        QString element = xml.name().toString();
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            element += u' ' + attribute.name().toString();
            if (attribute.name() == "href"_L1)
                element += u'=' + attribute.value().toString();
        }
        if (picture == 0 && element != "wbr"_L1) // long words may break behind some letters
            elements += element;
        picture += isPicture ? 1 : 0;
    }
    if (xml.hasError())
        problem = xml.errorString() + u" in line "_s + QString::number(xml.lineNumber());
    return elements;
}

/// What Qt's reader of GitHub's Markdown makes of it: headings, lists, tables, links and pictures.
QStringList markdownPartsOf(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownDialectGitHub);
    QStringList parts;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QString part = u"h%1"_s.arg(block.blockFormat().headingLevel());
        part += block.textList() ? u" list"_s : QString();
        part += block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ? u" code"_s : QString();
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QTextCharFormat format = fragment.fragment().charFormat();
            if (format.isAnchor())
                part += u" link="_s + format.anchorHref();
            if (format.isImageFormat())
                part += u" picture"_s;
            if (format.fontStrikeOut() || format.fontItalic())
                part += u" style"_s;
        }
        parts += part;
    }
    int tables = 0;
    for (const QTextFrame *frame : document.rootFrame()->childFrames())
        tables += qobject_cast<const QTextTable *>(frame) ? 1 : 0;
    return parts + QStringList{u"tables %1"_s.arg(tables)};
}

QStringList membersOf(const QString &path, const QJsonValue &value)
{
    QStringList members{path};
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            members += membersOf(path + u"[]"_s, element);
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        members += membersOf(path + u'.' + member.key(), member.value());
    return members;
}

/// The document's own scaffold, for one that is compared with another.
struct Outputs {
    QString text, markdown, html, junit;
    QJsonObject json, sarif;
};

} // namespace

class TestInjection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto guide = guide::Guide::loadBuiltIn();
        QVERIFY(guide);
        m_guide = std::make_shared<const guide::Guide>(*std::move(guide));
    }

    void theScaffoldIsSeen()
    {
        QVERIFY(markdownPartsOf(u"[a](https://evil.example)"_s) != markdownPartsOf(u"a"_s));
        QVERIFY(markdownPartsOf(u"a\n\n| b |\n|---|\n| c |"_s) != markdownPartsOf(u"a"_s));
        QVERIFY(markdownPartsOf(u"~~a~~"_s) != markdownPartsOf(u"a"_s));
        QString problem;
        QVERIFY(elementsOf(u"<a><b href='x'/></a>"_s, problem) != elementsOf(u"<a><b/></a>"_s, problem));
        QVERIFY(problem.isEmpty());
        QVERIFY(!oddLetterIn(u"a\u001bb"_s).isEmpty() && !oddLetterIn(u"a\u202eb"_s).isEmpty());
        QVERIFY(oddLetterIn(u"a\tb\nc 中文 ✗"_s).isEmpty());
    }

    void whatItSaysIsAllThatChanges_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("form");
        qsizetype next = 0;
        for (const auto &[cluster, place] : CanaryCluster::allPlaces()) {
            if (place.endsWith(".apiVersion"_L1))
                continue; // with a slash in it, it is an object of another kind
            QTest::addRow("%s %s", qPrintable(cluster), qPrintable(place))
                << cluster << place << hostileForms()[next++ % hostileForms().size()];
        }
        // What is read most.
        for (const QString &form : hostileForms()) {
            for (const QString &place :
                 {u"Pod.status.containerStatuses.[].state.waiting.message"_s, u"Pod.metadata.name"_s,
                  u"Event.message"_s, u"Deployment.metadata.name"_s, u"Pod.spec.containers.[].name"_s}) {
                QTest::addRow("crash-oom %s %s", qPrintable(place), form.toUtf8().toHex().left(24).constData())
                    << u"crash-oom"_s << place << form;
            }
        }
    }

    void whatItSaysIsAllThatChanges()
    {
        QFETCH(QString, cluster);
        QFETCH(QString, place);
        QFETCH(QString, form);
        const Outputs plain = outputsOf(cluster, place, kHarmless), hostile = outputsOf(cluster, place, form);
        QString problem;
        QCOMPARE(elementsOf(hostile.html, problem), elementsOf(plain.html, problem));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE(elementsOf(hostile.junit, problem), elementsOf(plain.junit, problem));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE(markdownPartsOf(hostile.markdown), markdownPartsOf(plain.markdown));
        QCOMPARE(membersOf({}, hostile.json), membersOf({}, plain.json));
        QCOMPARE(membersOf({}, hostile.sarif), membersOf({}, plain.sarif));
        QCOMPARE(hostile.text.count(u'\n'), plain.text.count(u'\n'));
        for (const QString &output : {hostile.text, hostile.markdown, hostile.html, hostile.junit})
            QVERIFY2(oddLetterIn(output).isEmpty(), qPrintable(oddLetterIn(output)));
    }

    void aLogIsTextToo_data()
    {
        QTest::addColumn<QString>("form");
        for (const QString &form : hostileForms())
            QTest::newRow(form.toUtf8().toHex().left(24).constData()) << form;
    }

    void aLogIsTextToo()
    {
        QFETCH(QString, form);
        const Outputs hostile = outputsOf(u"crash-oom"_s, {}, form);
        QVERIFY(hostile.text.contains(u"Log lines that matter"_s));
        QString problem;
        const QStringList elements = elementsOf(hostile.html, problem);
        for (const QString &element : elements)
            QVERIFY2(!element.startsWith("script"_L1) && !element.contains(u"evil"_s), qPrintable(element));
        elementsOf(hostile.junit, problem);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY2(!markdownPartsOf(hostile.markdown).join(u'\n').contains(u"evil"_s), qPrintable(hostile.markdown));
        for (const QString &output : {hostile.text, hostile.markdown, hostile.html, hostile.junit})
            QVERIFY2(oddLetterIn(output).isEmpty(), qPrintable(oddLetterIn(output)));
    }

private:
    Outputs outputsOf(const QString &cluster, const QString &place, const QString &form) const
    {
        const QTemporaryDir folder;
        // Which lines of a log matter is told by its words: there, other words may be other lines.
        CanaryCluster(cluster).writeTo(folder.path(), place, form, place.isEmpty() ? form : kHarmless);
        const auto read = source::readFiles({{folder.path()}, {}, source::Origin::Type::Files});
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        Material material;
        material.guide = m_guide;
        material.cluster = read->cluster;
        material.origin = read->origin;
        material.diagnoses = guide::diagnoseAll(*m_guide, *read->cluster);
        const auto document = [&material](Format format) {
            Choice choice;
            choice.format = format;
            choice.onlySelected = false;
            return QString::fromUtf8(render(material, choice));
        };
        report::Input input;
        input.guide = m_guide.get();
        input.cluster = read->cluster.get();
        for (const guide::Diagnosis &diagnosis : material.diagnoses)
            input.diagnoses.push_back(&diagnosis);
        return {document(Format::Text),
                document(Format::Markdown),
                document(Format::Html),
                report::toJunit(input),
                QJsonDocument::fromJson(document(Format::Json).toUtf8()).object(),
                report::toSarif(input, {})};
    }

    std::shared_ptr<const guide::Guide> m_guide;
};

QTEST_MAIN(TestInjection)
#include "tst_injection.moc"
