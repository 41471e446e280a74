#include "core/report/subjectview.h"
#include "core/report/svg.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

QString styleSheet()
{
    QFile file(u":/faultline/report/report.css"_s);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return open ? QString::fromUtf8(file.readAll()) : QString();
}

QString element(const QString &tag, const QString &content, const QString &cssClass = {})
{
    const QString attribute = cssClass.isEmpty() ? QString() : u" class=\"%1\""_s.arg(cssClass);
    return u'<' + tag + attribute + u'>' + content + u"</"_s + tag + u'>';
}

QString healthClass(guide::Health health)
{
    switch (health) {
    case guide::Health::Fault:
        return u"fault"_s;
    case guide::Health::Open:
    case guide::Health::Waiting:
        return u"suspected"_s;
    case guide::Health::Fine:
        return u"fine"_s;
    case guide::Health::Unjudged:
        break;
    }
    return u"unknown"_s;
}

/// A patch with its added and removed lines marked, by sign as well as by colour.
QString patchHtml(const QString &patch)
{
    QStringList lines;
    for (const QString &line : patch.split(u'\n')) {
        const QString safe = escapedXml(line);
        lines += line.startsWith(u'+')   ? element(u"span"_s, safe, u"plus"_s)
                 : line.startsWith(u'-') ? element(u"span"_s, safe, u"minus"_s)
                                         : safe;
    }
    return element(u"pre"_s, lines.join(u'\n'));
}

class HtmlWriter
{
public:
    HtmlWriter(const Input &input, const MeasureText &measure)
        : m_input(input), m_measure(measure), m_language(input.language)
    {
    }

    QString document()
    {
        header();
        for (const guide::Diagnosis *diagnosis : m_input.diagnoses)
            subject(*diagnosis);
        rights();
        const QString lang = m_language == base::Language::Chinese ? u"zh-CN"_s : u"en"_s;
        return u"<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"_s.arg(lang) +
               escapedXml(in(u"Faultline report"_s, u"Faultline 诊断报告"_s)) + u"</title><style>"_s + styleSheet() +
               u"</style></head><body><main>\n"_s + m_out + u"</main></body></html>\n"_s;
    }

private:
    QString in(const QString &en, const QString &zh) const { return phrase(m_language, en, zh); }
    void heading(const QString &en, const QString &zh) { m_out += element(u"h3"_s, escapedXml(in(en, zh))) + u'\n'; }

    void header()
    {
        const Context &context = m_input.context;
        QStringList parts{clean(context.sourceName)};
        if (!context.nameSpace.isEmpty())
            parts += in(u"namespace "_s, u"命名空间 "_s) + clean(context.nameSpace);
        parts += {clean(context.server), clean(context.user)};
        if (!context.serverVersion.isEmpty())
            parts += u"Kubernetes "_s + clean(context.serverVersion);
        parts += {context.takenAt.toString(), context.program + u' ' + context.programVersion};
        parts.removeAll(QString());
        m_out += u"<header>"_s + element(u"h1"_s, escapedXml(in(u"Faultline report"_s, u"Faultline 诊断报告"_s))) +
                 element(u"p"_s, escapedXml(parts.join(u" · "_s)));
        if (context.insecure)
            m_out += element(u"p"_s, in(u"TLS certificate NOT verified"_s, u"未验证 TLS 证书"_s), u"insecure"_s);
        for (const QString &warning : context.warnings)
            m_out += element(u"p"_s, u"! "_s + escapedXml(clean(warning)));
        m_out += u"</header>\n"_s;
    }

    void subject(const guide::Diagnosis &diagnosis)
    {
        const SubjectView view = viewOf(m_input, diagnosis);
        m_out += u"<section>"_s + element(u"h2"_s, escapedXml(view.title)) + u'\n' +
                 element(u"div"_s, escapedXml(view.headline), u"banner "_s + healthClass(diagnosis.health));
        chips(view);
        pictures(diagnosis);
        if (!view.findings.empty())
            finding(view.findings.front());
        others(view);
        const auto &walked = view.findings.empty() ? view.notes : view.findings;
        if (!walked.empty())
            walk(walked.front());
        unchecked(view);
        m_out += u"</section>\n"_s;
    }

    void chips(const SubjectView &view)
    {
        QString spans;
        for (const LayerView &layer : view.layers) {
            spans +=
                element(u"span"_s, stateGlyph(layer.state) + u' ' + escapedXml(layer.name + u": "_s + layer.stateWord),
                        stateClass(layer.state));
        }
        m_out += element(u"div"_s, spans, u"chips"_s) + u'\n';
    }

    void pictures(const guide::Diagnosis &diagnosis)
    {
        const topology::Topology topology = topology::topologyOf(*m_input.cluster, diagnosis);
        if (!topology.items.empty()) {
            heading(u"Topology"_s, u"拓扑"_s);
            m_out += element(u"div"_s, topologySvg(topology, m_language, m_measure), u"picture"_s) + u'\n';
        }
        heading(u"The way through the guide"_s, u"排查路径"_s);
        m_out += element(u"div"_s, pathSvg(*m_input.guide, diagnosis, m_language, m_measure), u"picture"_s) + u'\n';
    }

    void finding(const FindingView &view)
    {
        m_out += element(u"p"_s, escapedXml(u"%1: %2 (%3)"_s.arg(view.layer, view.object, view.weight)), u"dim"_s);
        proof(view);
        if (!view.text.why.isEmpty()) {
            heading(u"Why"_s, u"原因"_s);
            m_out += element(u"p"_s, escapedXml(view.text.why));
        }
        if (!view.text.causes.isEmpty())
            heading(u"Likely causes"_s, u"可能的成因"_s);
        numbered(view.text.causes);
        mend(view.text);
        if (!view.text.read.isEmpty())
            heading(u"Read more"_s, u"延伸阅读"_s);
        for (const QString &address : view.text.read) {
            const QString safe = escapedXml(address);
            m_out += element(u"p"_s, u"<a href=\"%1\" rel=\"noreferrer\">%1</a>"_s.arg(safe));
        }
    }

    void mend(const guide::FindingText &text)
    {
        if (!text.fix.isEmpty() || !text.commands.isEmpty())
            heading(u"How to mend it"_s, u"如何修复"_s);
        numbered(text.fix);
        if (!text.patch.isEmpty())
            m_out += patchHtml(text.patch);
        if (!text.commands.isEmpty())
            m_out += element(u"pre"_s, escapedXml(text.commands.join(u'\n')));
    }

    void numbered(const QStringList &lines)
    {
        QString items;
        for (const QString &line : lines)
            items += element(u"li"_s, escapedXml(line));
        if (!items.isEmpty())
            m_out += element(u"ol"_s, items);
    }

    void proof(const FindingView &view)
    {
        if (view.proof.empty())
            return;
        heading(u"Evidence"_s, u"证据"_s);
        QString rows = row(
            {in(u"Object"_s, u"对象"_s), in(u"Field"_s, u"字段"_s), in(u"Value"_s, u"值"_s), in(u"Time"_s, u"时间"_s)},
            u"th"_s);
        for (const EvidenceView &evidence : view.proof)
            rows += row({evidence.object, evidence.field, evidence.value, evidence.time}, u"td"_s);
        m_out += element(u"table"_s, rows) + u'\n';
    }

    static QString row(const QStringList &cells, const QString &tag)
    {
        QString content;
        for (const QString &cell : cells)
            content += element(tag, escapedXml(cell));
        return element(u"tr"_s, content);
    }

    void others(const SubjectView &view)
    {
        QString also, notes;
        for (size_t i = 1; i < view.findings.size(); ++i)
            also += item(view.findings[i]);
        for (const FindingView &note : view.notes)
            notes += item(note);
        if (!also.isEmpty()) {
            heading(u"Also found"_s, u"另外发现"_s);
            m_out += element(u"ul"_s, also);
        }
        if (!notes.isEmpty()) {
            heading(u"Noted"_s, u"说明"_s);
            m_out += element(u"ul"_s, notes);
        }
    }

    static QString item(const FindingView &view)
    {
        return element(u"li"_s, escapedXml(u"%1 (%2, %3)"_s.arg(view.text.title, view.layer, view.weight)));
    }

    void walk(const FindingView &view)
    {
        heading(u"Question by question"_s, u"逐个问题"_s);
        QString rows =
            row({in(u"Question"_s, u"问题"_s), in(u"Answer"_s, u"回答"_s), in(u"By"_s, u"由谁回答"_s)}, u"th"_s);
        for (const StepView &step : view.walk) {
            if (step.answer.isEmpty())
                continue;
            const QString reason = step.reason.isEmpty() ? QString() : u" ("_s + step.reason + u')';
            rows += row({step.question, step.answer + reason, step.by}, u"td"_s);
        }
        m_out += element(u"table"_s, rows) + u'\n';
    }

    void unchecked(const SubjectView &view)
    {
        if (view.notChecked.empty())
            return;
        heading(u"Not checked"_s, u"未检查"_s);
        QString rows;
        for (const UncheckedView &item : view.notChecked)
            rows += row({item.question, item.reasonText, item.rule}, u"td"_s);
        m_out += element(u"table"_s, rows) + u'\n';
    }

    void rights()
    {
        const QString roles = missingRights(m_input);
        if (!roles.isEmpty()) {
            m_out += u"<section>"_s + element(u"h2"_s, escapedXml(rightsHeading(m_language))) +
                     element(u"pre"_s, escapedXml(roles)) + u"</section>\n"_s;
        }
    }

    const Input &m_input;
    const MeasureText &m_measure;
    base::Language m_language;
    QString m_out;
};

} // namespace

QString toHtml(const Input &input, const MeasureText &measure) { return HtmlWriter(input, measure).document(); }

} // namespace faultline::report
