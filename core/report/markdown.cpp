#include "core/report/subjectview.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

/// Cluster text as Markdown text: nothing in it can become markup, a link, a mention or HTML.
QString escaped(const QString &text)
{
    static const QRegularExpression special(u"([\\\\`*_{}\\[\\]#|<>~@&])"_s);
    QString safe = text;
    safe.replace(special, u"\\\\1"_s);
    // At the start of a line a dash or a number with a dot would become a list, dashes alone a heading.
    static const QRegularExpression dash(u"^(\\s*)([-+=])"_s, QRegularExpression::MultilineOption);
    safe.replace(dash, u"\\1\\\\\\2"_s);
    static const QRegularExpression numbered(u"^(\\s*\\d+)([.)])"_s, QRegularExpression::MultilineOption);
    safe.replace(numbered, u"\\1\\\\2"_s);
    safe.replace(u"://"_s, u":\u200b//"_s);
    return safe.replace(u'\n', u"  \n"_s);
}

/// A fence longer than any run of backticks inside it.
QString fenced(const QString &text, const QString &language)
{
    static const QRegularExpression ticks(u"`{3,}"_s);
    qsizetype longest = 2;
    for (auto it = ticks.globalMatch(text); it.hasNext();)
        longest = std::max(longest, it.next().capturedLength());
    const QString fence(longest + 1, u'`');
    return fence + language + u'\n' + text + u'\n' + fence + u"\n\n"_s;
}

QString inCode(const QString &text)
{
    QString safe = text.simplified();
    safe.replace(u'`', u'\'');
    safe.replace(u'|', u"\\|"_s);
    return u'`' + safe + u'`';
}

/// True when a sign stands in a patch's first column; the others are YAML as it is to be.
bool isDiff(const QString &patch)
{
    static const QRegularExpression sign(u"^[+-]"_s, QRegularExpression::MultilineOption);
    return sign.match(patch).hasMatch();
}

class MarkdownWriter
{
public:
    explicit MarkdownWriter(base::Language language) : m_language(language) {}

    void head(const Input &input);
    void subject(const SubjectView &view);
    void rights(const Input &input);
    QString take() { return std::move(m_out); }

private:
    void finding(const FindingView &view);
    void mend(const guide::FindingText &text);
    void numbered(const QStringList &lines);
    void proof(const FindingView &view);
    void walk(const FindingView &view);
    void unchecked(const SubjectView &view);
    void layers(const SubjectView &view);
    void others(const SubjectView &view);
    void heading(const QString &en, const QString &zh) { m_out += u"### "_s + in(en, zh) + u"\n\n"_s; }
    QString in(const QString &en, const QString &zh) const { return phrase(m_language, en, zh); }

    base::Language m_language;
    QString m_out;
};

void MarkdownWriter::head(const Input &input)
{
    const Context &context = input.context;
    QStringList parts{clean(context.sourceName)};
    if (!context.nameSpace.isEmpty())
        parts += in(u"namespace "_s, u"命名空间 "_s) + clean(context.nameSpace);
    if (!context.server.isEmpty())
        parts += clean(context.server);
    if (!context.user.isEmpty())
        parts += clean(context.user);
    if (!context.serverVersion.isEmpty())
        parts += u"Kubernetes "_s + clean(context.serverVersion);
    if (context.takenAt.isValid())
        parts += context.takenAt.toString();
    parts += context.program + u' ' + context.programVersion;
    parts.removeAll(QString());
    m_out += u"# "_s + in(u"Faultline report"_s, u"Faultline 诊断报告"_s) + u"\n\n"_s + escaped(parts.join(u" · "_s)) +
             u"\n\n"_s;
    if (context.insecure)
        m_out += u"**"_s + in(u"TLS certificate NOT verified"_s, u"未验证 TLS 证书"_s) + u"**\n\n"_s;
    for (const QString &warning : context.warnings)
        m_out += u"> "_s + escaped(clean(warning).simplified()) + u"\n\n"_s;
}

void MarkdownWriter::subject(const SubjectView &view)
{
    m_out += u"## "_s + escaped(view.title) + u" — "_s + view.healthWord + u"\n\n**"_s + escaped(view.headline) +
             u"**\n\n"_s;
    layers(view);
    if (!view.findings.empty())
        finding(view.findings.front());
    others(view);
    const auto &walked = view.findings.empty() ? view.notes : view.findings;
    if (!walked.empty())
        walk(walked.front());
    unchecked(view);
}

void MarkdownWriter::layers(const SubjectView &view)
{
    QString names = u"|"_s, rule = u"|"_s, states = u"|"_s;
    for (const LayerView &layer : view.layers) {
        names += u' ' + layer.name + u" |"_s;
        rule += u" --- |"_s;
        states += u' ' + layer.stateWord + u" |"_s;
    }
    m_out += names + u'\n' + rule + u'\n' + states + u"\n\n"_s;
}

void MarkdownWriter::finding(const FindingView &view)
{
    m_out += u"%1: %2 (%3)\n\n"_s.arg(view.layer, inCode(view.object), escaped(view.weight));
    proof(view);
    if (!view.text.why.isEmpty()) {
        heading(u"Why"_s, u"原因"_s);
        m_out += escaped(view.text.why) + u"\n\n"_s;
    }
    if (!view.text.causes.isEmpty())
        heading(u"Likely causes"_s, u"可能的成因"_s);
    numbered(view.text.causes);
    mend(view.text);
    if (!view.text.read.isEmpty())
        heading(u"Read more"_s, u"延伸阅读"_s);
    for (const QString &address : view.text.read)
        m_out += u"- <"_s + address + u">\n"_s;
    if (!view.text.read.isEmpty())
        m_out += u'\n';
}

void MarkdownWriter::mend(const guide::FindingText &text)
{
    if (!text.fix.isEmpty() || !text.commands.isEmpty())
        heading(u"How to mend it"_s, u"如何修复"_s);
    numbered(text.fix);
    if (!text.patch.isEmpty())
        m_out += fenced(text.patch, isDiff(text.patch) ? u"diff"_s : u"yaml"_s);
    if (!text.commands.isEmpty())
        m_out += fenced(text.commands.join(u'\n'), u"sh"_s);
}

void MarkdownWriter::numbered(const QStringList &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i)
        m_out += QString::number(i + 1) + u". "_s + escaped(lines[i]) + u'\n';
    if (!lines.isEmpty())
        m_out += u'\n';
}

void MarkdownWriter::proof(const FindingView &view)
{
    if (view.proof.empty())
        return;
    heading(u"Evidence"_s, u"证据"_s);
    m_out += u"| "_s + in(u"Object"_s, u"对象"_s) + u" | "_s + in(u"Field"_s, u"字段"_s) + u" | "_s +
             in(u"Value"_s, u"值"_s) + u" | "_s + in(u"Time"_s, u"时间"_s) + u" |\n| --- | --- | --- | --- |\n"_s;
    for (const EvidenceView &evidence : view.proof) {
        m_out += u"| %1 | %2 | %3 | %4 |\n"_s.arg(inCode(evidence.object), inCode(evidence.field),
                                                  inCode(evidence.value), evidence.time);
    }
    m_out += u'\n';
}

void MarkdownWriter::others(const SubjectView &view)
{
    if (view.findings.size() > 1)
        heading(u"Also found"_s, u"另外发现"_s);
    for (size_t i = 1; i < view.findings.size(); ++i) {
        const FindingView &also = view.findings[i];
        m_out += u"- %1 (%2, %3)\n"_s.arg(escaped(also.text.title), also.layer, escaped(also.weight));
    }
    if (view.findings.size() > 1)
        m_out += u'\n';
    if (!view.notes.empty())
        heading(u"Noted"_s, u"说明"_s);
    for (const FindingView &note : view.notes)
        m_out += u"- %1 (%2, %3)\n"_s.arg(escaped(note.text.title), note.layer, escaped(note.weight));
    if (!view.notes.empty())
        m_out += u'\n';
}

void MarkdownWriter::walk(const FindingView &view)
{
    heading(u"The walk"_s, u"排查路径"_s);
    m_out += u"| "_s + in(u"Question"_s, u"问题"_s) + u" | "_s + in(u"Answer"_s, u"回答"_s) + u" | "_s +
             in(u"By"_s, u"由谁回答"_s) + u" |\n| --- | --- | --- |\n"_s;
    for (const StepView &step : view.walk) {
        if (step.answer.isEmpty())
            continue;
        const QString reason = step.reason.isEmpty() ? QString() : u" ("_s + escaped(step.reason) + u')';
        m_out += u"| %1 | %2%3 | %4 |\n"_s.arg(escaped(step.question), step.answer, reason, step.by);
    }
    m_out += u'\n';
}

void MarkdownWriter::rights(const Input &input)
{
    if (const QString roles = missingRights(input); !roles.isEmpty())
        m_out += u"## "_s + escaped(rightsHeading(m_language)) + u"\n\n"_s + fenced(roles.trimmed(), u"yaml"_s);
}

void MarkdownWriter::unchecked(const SubjectView &view)
{
    if (view.notChecked.empty())
        return;
    heading(u"Not checked"_s, u"未检查"_s);
    for (const UncheckedView &item : view.notChecked) {
        m_out += u"- %1 — %2%3\n"_s.arg(escaped(item.question), escaped(item.reasonText),
                                        item.rule.isEmpty() ? QString() : u": `"_s + item.rule + u'`');
    }
    m_out += u'\n';
}

} // namespace

QString toMarkdown(const Input &input)
{
    MarkdownWriter writer(input.language);
    writer.head(input);
    for (const guide::Diagnosis *diagnosis : input.diagnoses)
        writer.subject(viewOf(input, *diagnosis));
    writer.rights(input);
    return writer.take();
}

} // namespace faultline::report
