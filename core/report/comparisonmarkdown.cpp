#include "core/report/comparisonview.h"
#include "core/report/markdowntext.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

using compare::Fared;

QString inLine(const QString &text) { return escapedMarkdown(text.simplified()); }

class ComparisonMarkdownWriter
{
public:
    explicit ComparisonMarkdownWriter(base::Language language) : m_language(language) {}

    QString write(const ComparisonView &view);

private:
    void findings(const ComparisonView &view, Fared fared, const QString &heading);
    void health(const ComparisonView &view);
    void objects(const ComparisonView &view);
    QString in(const QString &en, const QString &zh) const { return phrase(m_language, en, zh); }
    QString value(const QString &text) const
    {
        return text.isNull() ? in(u"(none)"_s, u"（无）"_s) : codeMarkdown(text);
    }

    base::Language m_language;
    QString m_out;
};

void ComparisonMarkdownWriter::findings(const ComparisonView &view, Fared fared, const QString &heading)
{
    const auto lines = findingsThat(view, fared);
    m_out += u"## %1 (%2)\n\n"_s.arg(heading).arg(lines.size());
    for (const FindingLine *line : lines)
        m_out += u"- %1 — %2 (%3)\n"_s.arg(codeMarkdown(line->subject), inLine(line->title), inLine(line->weight));
    m_out += lines.empty() ? QString() : u"\n"_s;
}

void ComparisonMarkdownWriter::health(const ComparisonView &view)
{
    if (view.health.empty())
        return;
    m_out += u"## "_s + in(u"Health"_s, u"健康状态"_s) + u"\n\n"_s;
    for (const HealthLine &line : view.health)
        m_out += u"- %1: %2 → %3\n"_s.arg(codeMarkdown(line.subject), line.before, line.after);
    m_out += u'\n';
}

void ComparisonMarkdownWriter::objects(const ComparisonView &view)
{
    m_out += u"## %1 (%2)\n\n"_s.arg(in(u"Objects that differ"_s, u"有差异的对象"_s)).arg(view.objects.size());
    for (const ObjectLine &line : view.objects) {
        const QString word = line.fared == Fared::Came   ? in(u"added"_s, u"新增"_s)
                             : line.fared == Fared::Went ? in(u"removed"_s, u"删除"_s)
                                                         : in(u"changed"_s, u"改变"_s);
        m_out += u"- %1 %2\n"_s.arg(codeMarkdown(line.object), word);
        for (const compare::FieldChange &field : line.fields)
            m_out += u"  - %1: %2 → %3\n"_s.arg(codeMarkdown(field.field), value(field.before), value(field.after));
    }
    if (!view.notCompared.isEmpty()) {
        m_out += u"\n"_s + in(u"Not compared, as they could not be read: "_s, u"因无法读取而未比较："_s) +
                 view.notCompared.join(u", "_s) + u'\n';
    }
}

QString ComparisonMarkdownWriter::write(const ComparisonView &view)
{
    m_out = u"# "_s + in(u"Faultline comparison"_s, u"Faultline 对比"_s) + u"\n\n"_s + inLine(view.before) + u" → "_s +
            inLine(view.after) + u"\n\n"_s;
    findings(view, Fared::Came, in(u"Came"_s, u"新出现"_s));
    findings(view, Fared::Went, in(u"Went"_s, u"已消失"_s));
    findings(view, Fared::Stayed, in(u"Still there"_s, u"仍然存在"_s));
    health(view);
    objects(view);
    return std::move(m_out);
}

} // namespace

QString comparisonMarkdown(const ComparisonInput &input)
{
    return ComparisonMarkdownWriter(input.after.language).write(viewOf(input));
}

} // namespace faultline::report
