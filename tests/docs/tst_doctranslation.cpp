#include <QtCore/QFile>
#include <QtCore/QLibraryInfo>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace {

const QString kRoot = QStringLiteral(FAULTLINE_SOURCE_DIR "/");

struct Message {
    QString type; ///< "unfinished", "vanished", "obsolete" or empty
    QStringList translations;
};

/// By context, source and comment.
using Messages = std::map<QString, Message>;

Messages messagesOf(const QString &path)
{
    Messages messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context, source, comment;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == "name"_L1) {
                context = xml.readElementText();
            } else if (xml.name() == "source"_L1) {
                source = xml.readElementText();
            } else if (xml.name() == "comment"_L1) {
                comment = xml.readElementText();
            } else if (xml.name() == "translation"_L1) {
                message.type = xml.attributes().value("type"_L1).toString();
                message.translations = {xml.readElementText(QXmlStreamReader::IncludeChildElements)};
            }
        } else if (xml.isEndElement() && xml.name() == "message"_L1) {
            messages[context + u" | "_s + source + (comment.isEmpty() ? QString() : u" | "_s + comment)] = message;
            comment.clear();
        }
    }
    return messages;
}

QString lupdate()
{
    const QStringList places{QLibraryInfo::path(QLibraryInfo::BinariesPath),
                             QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath)};
    const QString found = QStandardPaths::findExecutable(u"lupdate"_s, places);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"lupdate"_s) : found;
}

/// "%1", "%n" and so on, sorted.
QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(u"%(?:[1-9n]|L[1-9])"_s);
    QStringList places;
    for (const auto &match : place.globalMatch(text))
        places.append(match.captured());
    places.sort();
    places.removeDuplicates();
    return places;
}

} // namespace

/// Every text of the window and the program is there in Chinese.
class DocTranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextIsTranslated();
    void noTranslationIsOfATextThatIsGone();
    void placesForValuesAreTheSame();

private:
    QTemporaryDir m_folder;
    Messages m_present;
    Messages m_wanted; ///< as the sources have them
};

void DocTranslationTest::initTestCase()
{
    m_present = messagesOf(kRoot + u"resources/i18n/faultline_zh_CN.ts"_s);
    QVERIFY(m_present.size() > 300);
    const QString program = lupdate();
    if (program.isEmpty())
        QSKIP("lupdate is not installed");
    const QString fresh = m_folder.filePath(u"fresh_zh_CN.ts"_s);
    QProcess process;
    process.start(program, {u"-silent"_s, u"-locations"_s, u"none"_s, u"-target-language"_s, u"zh_CN"_s, u"-I"_s, kRoot,
                            kRoot + u"app"_s, kRoot + u"ui"_s, u"-ts"_s, fresh});
    QVERIFY(process.waitForFinished(120'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    m_wanted = messagesOf(fresh);
    QVERIFY(m_wanted.size() > 300);
}

void DocTranslationTest::everyTextIsTranslated()
{
    QStringList missing;
    for (const auto &[key, wanted] : m_wanted) {
        const auto found = m_present.find(key);
        if (found == m_present.end()) {
            missing.append(u"not there: "_s + key);
        } else if (!found->second.type.isEmpty() || found->second.translations.value(0).trimmed().isEmpty()) {
            missing.append(u"not translated: "_s + key);
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void DocTranslationTest::noTranslationIsOfATextThatIsGone()
{
    QStringList gone;
    for (const auto &[key, message] : m_present) {
        if (!m_wanted.contains(key))
            gone.append(key);
    }
    QVERIFY2(gone.isEmpty(), qPrintable(gone.join(u'\n')));
}

void DocTranslationTest::placesForValuesAreTheSame()
{
    QStringList other;
    for (const auto &[key, message] : m_present) {
        const QString source = key.section(u" | "_s, 1, 1);
        if (placesOf(source) != placesOf(message.translations.value(0)))
            other.append(key);
    }
    QVERIFY2(other.isEmpty(), qPrintable(other.join(u'\n')));
}

QTEST_GUILESS_MAIN(DocTranslationTest)
#include "tst_doctranslation.moc"
