#include "core/report/junit.h"

#include "core/report/subjectview.h"

#include <QtCore/QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

using guide::Health;

struct Counts {
    int tests = 0, failures = 0, errors = 0, skipped = 0;

    void add(Health health)
    {
        ++tests;
        failures += health == Health::Fault ? 1 : 0;
        errors += health == Health::Open ? 1 : 0;
        skipped += health == Health::Waiting || health == Health::Unjudged ? 1 : 0;
    }
};

/// Letters that XML 1.0 cannot hold even as references (section 2.2, Char) become U+FFFD.
QString xmlText(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        const bool isPair = QChar::isHighSurrogate(unit) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair) {
            ++i;
        } else if (QChar::isSurrogate(unit) || unit >= 0xfffe || (unit < 0x20 && unit != u'\n' && unit != u'\t')) {
            text[i] = QChar::ReplacementCharacter;
        }
    }
    return text;
}

void add(QStringList &lines, const QString &heading, const QStringList &texts, const QString &bullet)
{
    if (!texts.isEmpty())
        lines += heading;
    for (const QString &text : texts)
        lines += u"  "_s + bullet + QString(text).replace(u'\n', u"\n  "_s);
}

QStringList proofOf(const FindingView &view)
{
    QStringList lines;
    for (const EvidenceView &evidence : view.proof)
        lines += evidence.line();
    return lines;
}

class JunitWriter
{
public:
    explicit JunitWriter(const Input &input) : m_input(input), m_xml(&m_text) { m_xml.setAutoFormatting(true); }

    QString take();

private:
    using Group = std::vector<const guide::Diagnosis *>;

    void suite(const QString &nameSpace, const Group &group);
    void properties();
    void testcase(const guide::Diagnosis &diagnosis);
    void verdict(const SubjectView &view);
    void outcome(const QString &element, const QString &type, const SubjectView &view);
    QString body(const SubjectView &view) const;
    QString asides(const SubjectView &view) const;
    void attribute(const QString &name, const QString &value) { m_xml.writeAttribute(name, shown(value)); }
    void attribute(const QString &name, int value) { m_xml.writeAttribute(name, QString::number(value)); }
    QString shown(const QString &text) const { return xmlText(m_input.redactor.masked(text)); }
    QString in(const QString &en, const QString &zh) const { return phrase(m_input.language, en, zh); }

    const Input &m_input;
    QString m_text;
    QXmlStreamWriter m_xml;
};

QString JunitWriter::body(const SubjectView &view) const
{
    const FindingView &first = view.findings.front();
    QStringList lines{first.text.title, u"%1: %2 (%3)"_s.arg(first.layer, first.object, first.weight)};
    add(lines, in(u"Seen"_s, u"证据"_s), proofOf(first), {});
    if (!first.text.why.isEmpty())
        add(lines, in(u"Why"_s, u"原因"_s), {first.text.why}, {});
    add(lines, in(u"Mend"_s, u"修复"_s), first.text.fix, u"- "_s);
    add(lines, in(u"Commands"_s, u"命令"_s), first.text.commands, u"$ "_s);
    add(lines, in(u"Read more"_s, u"延伸阅读"_s), first.text.read, {});
    QStringList also;
    for (size_t i = 1; i < view.findings.size(); ++i)
        also += u"%1: %2 (%3)"_s.arg(view.findings[i].layer, view.findings[i].text.title, view.findings[i].weight);
    add(lines, in(u"Also found"_s, u"另外发现"_s), also, u"- "_s);
    return lines.join(u'\n');
}

/// What was noted, and what was not checked and why: a test that passed is not one that looked at everything.
QString JunitWriter::asides(const SubjectView &view) const
{
    QStringList lines, notes, unchecked;
    for (const FindingView &note : view.notes)
        notes += u"%1 (%2)"_s.arg(note.text.title, note.weight);
    for (const UncheckedView &item : view.notChecked)
        unchecked += u"%1 — %2"_s.arg(item.question, item.reasonText);
    add(lines, in(u"Noted"_s, u"说明"_s), notes, u"- "_s);
    add(lines, in(u"Not checked"_s, u"未检查"_s), unchecked, u"- "_s);
    return lines.join(u'\n');
}

void JunitWriter::outcome(const QString &element, const QString &type, const SubjectView &view)
{
    m_xml.writeStartElement(element);
    attribute(u"type"_s, type);
    attribute(u"message"_s, view.headline);
    m_xml.writeCharacters(shown(body(view)));
    m_xml.writeEndElement();
}

void JunitWriter::verdict(const SubjectView &view)
{
    const guide::Finding *first = view.findings.empty() ? nullptr : view.findings.front().finding;
    const QString type = first == nullptr ? QString() : (first->leaf.isEmpty() ? first->stoppedAt : first->leaf);
    switch (view.diagnosis->health) {
    case Health::Fault:
        return outcome(u"failure"_s, type, view);
    case Health::Open:
        return outcome(u"error"_s, type, view);
    case Health::Waiting:
    case Health::Unjudged:
        return m_xml.writeTextElement(u"skipped"_s, shown(view.healthWord + u": "_s + view.headline));
    case Health::Fine:
        break;
    }
}

void JunitWriter::testcase(const guide::Diagnosis &diagnosis)
{
    const SubjectView view = viewOf(m_input, diagnosis);
    const model::ObjectRef &subject = diagnosis.subject;
    m_xml.writeStartElement(u"testcase"_s);
    attribute(u"name"_s, model::kindName(subject.kind) + u'/' + clean(subject.name));
    attribute(u"classname"_s, subject.nameSpace.isEmpty() ? in(u"cluster"_s, u"集群"_s) : clean(subject.nameSpace));
    verdict(view);
    if (const QString text = asides(view); !text.isEmpty())
        m_xml.writeTextElement(u"system-out"_s, shown(text));
    m_xml.writeEndElement();
}

void JunitWriter::properties()
{
    const Context &context = m_input.context;
    const std::pair<QString, QString> all[] = {{u"source"_s, clean(context.sourceName)},
                                               {u"sourceType"_s, context.sourceType},
                                               {u"kubernetes"_s, clean(context.serverVersion)},
                                               {u"faultline"_s, context.programVersion}};
    m_xml.writeStartElement(u"properties"_s);
    for (const auto &[name, value] : all) {
        if (value.isEmpty())
            continue;
        m_xml.writeEmptyElement(u"property"_s);
        attribute(u"name"_s, name);
        attribute(u"value"_s, value);
    }
    m_xml.writeEndElement();
}

void JunitWriter::suite(const QString &nameSpace, const Group &group)
{
    Counts counts;
    for (const guide::Diagnosis *diagnosis : group)
        counts.add(diagnosis->health);
    m_xml.writeStartElement(u"testsuite"_s);
    attribute(u"name"_s, nameSpace.isEmpty() ? in(u"cluster"_s, u"集群"_s) : clean(nameSpace));
    attribute(u"tests"_s, counts.tests);
    attribute(u"failures"_s, counts.failures);
    attribute(u"errors"_s, counts.errors);
    attribute(u"skipped"_s, counts.skipped);
    if (m_input.context.takenAt.isValid())
        attribute(u"timestamp"_s, m_input.context.takenAt.toString().left(19)); // without its zone, as readers want it
    properties();
    for (const guide::Diagnosis *diagnosis : group)
        testcase(*diagnosis);
    m_xml.writeEndElement();
}

QString JunitWriter::take()
{
    std::map<QString, Group> groups;
    Counts counts;
    for (const guide::Diagnosis *diagnosis : m_input.diagnoses) {
        groups[diagnosis->subject.nameSpace].push_back(diagnosis);
        counts.add(diagnosis->health);
    }
    m_xml.writeStartDocument();
    m_xml.writeStartElement(u"testsuites"_s);
    attribute(u"name"_s, u"faultline"_s);
    attribute(u"tests"_s, counts.tests);
    attribute(u"failures"_s, counts.failures);
    attribute(u"errors"_s, counts.errors);
    for (const auto &[nameSpace, group] : groups)
        suite(nameSpace, group);
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
    return m_text;
}

} // namespace

QString toJunit(const Input &input) { return JunitWriter(input).take(); }

} // namespace faultline::report
