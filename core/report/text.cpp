#include "core/report/details.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

// A terminal is no place for all of it: the other formats hold more.
constexpr size_t kMostEvents = 5;
constexpr size_t kMostLogs = 1;

/// Writes lines for a terminal. Cluster text is already harmless; the only escapes are our own.
class TextWriter
{
public:
    TextWriter(const Input &input, bool colour) : m_input(input), m_colour(colour) {}

    void subject(const SubjectView &view);
    void context();
    void rights();
    QString take() { return std::move(m_out); }

private:
    void finding(const FindingView &view);
    void proof(const FindingView &view);
    void list(const QString &heading, const QStringList &lines, const QString &bullet);
    void others(const SubjectView &view);
    void warnings(const guide::Diagnosis &diagnosis);
    void logs(const guide::Diagnosis &diagnosis);
    void line(const QString &text) { m_out += text + u'\n'; }
    QString painted(const QString &text, const char *sgr) const { return m_colour ? sgrPainted(text, sgr) : text; }
    QString in(const QString &en, const QString &zh) const { return phrase(m_input.language, en, zh); }

    const Input &m_input;
    bool m_colour;
    QString m_out;
};

const char *colourOf(guide::Health health)
{
    switch (health) {
    case guide::Health::Fault:
        return "31";
    case guide::Health::Open:
    case guide::Health::Waiting:
        return "33";
    case guide::Health::Fine:
        return "32";
    case guide::Health::Unjudged:
        break;
    }
    return "2";
}

QString glyphOf(guide::Health health)
{
    switch (health) {
    case guide::Health::Fault:
        return u"✗"_s;
    case guide::Health::Open:
        return u"?"_s;
    case guide::Health::Waiting:
        return u"…"_s;
    case guide::Health::Fine:
        return u"✓"_s;
    case guide::Health::Unjudged:
        break;
    }
    return u"-"_s;
}

QString indented(const QString &text, const QString &by) { return by + QString(text).replace(u'\n', u'\n' + by); }

void TextWriter::context()
{
    const Context &context = m_input.context;
    QStringList parts{context.sourceName};
    if (!context.nameSpace.isEmpty())
        parts += u"namespace "_s + context.nameSpace;
    if (!context.serverVersion.isEmpty())
        parts += u"Kubernetes "_s + context.serverVersion;
    if (context.takenAt.isValid())
        parts += context.takenAt.toString();
    parts.removeAll(QString());
    line(painted(clean(parts.join(u" · "_s)), "2"));
    if (context.insecure)
        line(painted(in(u"TLS certificate NOT verified"_s, u"未验证 TLS 证书"_s), "31"));
    for (const QString &warning : remarksOf(m_input))
        line(painted(u"! "_s + clean(warning), "33"));
    line({});
}

void TextWriter::rights()
{
    const QString roles = missingRights(m_input);
    if (roles.isEmpty())
        return;
    line(painted(rightsHeading(m_input.language), "1"));
    line(indented(roles.trimmed(), u"  "_s));
    line({});
}

void TextWriter::subject(const SubjectView &view)
{
    const guide::Health health = view.diagnosis->health;
    line(painted(glyphOf(health) + u' ' + view.title, colourOf(health)) + u"  "_s + view.headline);
    if (view.findings.empty() && health == guide::Health::Fine)
        return;
    QStringList layers;
    for (const LayerView &layer : view.layers)
        layers += layer.name.section(u'（', 0, 0).section(u" ("_s, 0, 0) + u": "_s + layer.stateWord;
    line(u"  "_s + painted(layers.join(u" · "_s), "2"));
    if (!view.findings.empty())
        finding(view.findings.front());
    others(view);
    warnings(*view.diagnosis);
    logs(*view.diagnosis);
    line({});
}

void TextWriter::finding(const FindingView &view)
{
    line(u"  %1: %2 (%3)"_s.arg(view.layer, view.object, view.weight));
    proof(view);
    if (!view.text.why.isEmpty())
        list(in(u"Why"_s, u"原因"_s), {view.text.why}, {});
    list(in(u"Likely causes"_s, u"可能的成因"_s), view.text.causes, u"- "_s);
    list(in(u"Mend"_s, u"修复"_s), view.text.fix, u"- "_s);
    if (!view.text.patch.isEmpty())
        list(in(u"Change"_s, u"改动"_s), {view.text.patch}, {});
    list(in(u"Commands"_s, u"命令"_s), view.text.commands, u"$ "_s);
    list(in(u"Read more"_s, u"延伸阅读"_s), view.text.read, {});
}

void TextWriter::proof(const FindingView &view)
{
    QStringList lines;
    for (const EvidenceView &evidence : view.proof) {
        const QString time = evidence.time.isEmpty() ? QString() : u"  ("_s + evidence.time + u')';
        lines += evidence.line() + time;
    }
    list(in(u"Seen"_s, u"证据"_s), lines, {});
}

void TextWriter::warnings(const guide::Diagnosis &diagnosis)
{
    const EventsView view = warningsOf(m_input, diagnosis, kMostEvents);
    QStringList lines;
    for (const EventView &event : view.events) {
        const QString times = event.count > 1 ? u" ×"_s + QString::number(event.count) : QString();
        lines += u"%1  %2  %3%4: %5"_s.arg(event.time, event.object, event.reason, times, event.message);
    }
    if (view.left > 0)
        lines += in(u"and %1 older ones"_s, u"另有 %1 条更早的事件"_s).arg(view.left);
    list(in(u"Warnings of the cluster"_s, u"集群的警告事件"_s), lines, {});
}

void TextWriter::logs(const guide::Diagnosis &diagnosis)
{
    for (const LogView &view : logsOf(m_input, diagnosis, kMostLogs)) {
        QStringList lines;
        for (qsizetype i = 0; i < view.lines.size(); ++i)
            lines += (i == view.marked ? u"▸ "_s : u"  "_s) + view.lines[i];
        list(in(u"Log lines that matter"_s, u"关键日志"_s) + u" — "_s + view.title, lines, {});
    }
}

void TextWriter::list(const QString &heading, const QStringList &lines, const QString &bullet)
{
    if (lines.isEmpty())
        return;
    line(u"  "_s + painted(heading, "1"));
    for (const QString &text : lines)
        line(indented(bullet + text, u"    "_s));
}

void TextWriter::others(const SubjectView &view)
{
    QStringList also, notes, unchecked;
    for (size_t i = 1; i < view.findings.size(); ++i)
        also += u"%1: %2 (%3)"_s.arg(view.findings[i].layer, view.findings[i].text.title, view.findings[i].weight);
    for (const FindingView &note : view.notes)
        notes += u"%1 (%2)"_s.arg(note.text.title, note.weight);
    for (const UncheckedView &item : view.notChecked) {
        unchecked += u"%1 — %2"_s.arg(item.question, item.reasonText) +
                     (item.rule.isEmpty() ? QString() : u"\n  "_s + item.rule);
    }
    list(in(u"Also found"_s, u"另外发现"_s), also, u"- "_s);
    list(in(u"Noted"_s, u"说明"_s), notes, u"- "_s);
    list(in(u"Not checked"_s, u"未检查"_s), unchecked, u"- "_s);
}

} // namespace

QString toText(const Input &input, bool colour)
{
    TextWriter writer(input, colour);
    writer.context();
    for (const guide::Diagnosis *diagnosis : input.diagnoses)
        writer.subject(viewOf(input, *diagnosis));
    writer.rights();
    return input.redactor.masked(writer.take());
}

} // namespace faultline::report
