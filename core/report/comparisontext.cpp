#include "core/report/comparisonview.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

using compare::Fared;

class ComparisonTextWriter
{
public:
    ComparisonTextWriter(base::Language language, bool colour) : m_language(language), m_colour(colour) {}

    QString write(const ComparisonView &view);

private:
    void findings(const ComparisonView &view);
    void health(const ComparisonView &view);
    void objects(const ComparisonView &view);
    void heading(const QString &en, const QString &zh) { line(painted(in(en, zh), "1")); }
    void line(const QString &text) { m_out += text + u'\n'; }
    QString painted(const QString &text, const char *sgr) const { return m_colour ? sgrPainted(text, sgr) : text; }
    QString in(const QString &en, const QString &zh) const { return phrase(m_language, en, zh); }
    QString value(const QString &text) const
    {
        return text.isNull() ? in(u"(none)"_s, u"（无）"_s) : QString(text).replace(u'\n', u"\n      "_s);
    }

    base::Language m_language;
    bool m_colour;
    QString m_out;
};

void ComparisonTextWriter::findings(const ComparisonView &view)
{
    struct Part {
        Fared fared;
        QString heading;
        QString glyph;
        const char *sgr;
    };
    const std::vector<Part> parts{{Fared::Came, in(u"Came"_s, u"新出现"_s), u"✗"_s, "31"},
                                  {Fared::Went, in(u"Went"_s, u"已消失"_s), u"✓"_s, "32"},
                                  {Fared::Stayed, in(u"Still there"_s, u"仍然存在"_s), u"="_s, "2"}};
    for (const Part &part : parts) {
        const auto lines = findingsThat(view, part.fared);
        if (!lines.empty())
            line(painted(part.heading, "1"));
        for (const FindingLine *each : lines) {
            const QString glyph = each->isFault ? part.glyph : u"·"_s;
            const QString subject = painted(glyph + u' ' + each->subject, each->isFault ? part.sgr : "2");
            line(u"  %1  %2 (%3)"_s.arg(subject, each->title, each->weight));
        }
    }
    if (view.findings.empty())
        line(in(u"No findings on either side."_s, u"两边都没有发现。"_s));
}

void ComparisonTextWriter::health(const ComparisonView &view)
{
    if (!view.health.empty())
        heading(u"Health"_s, u"健康状态"_s);
    for (const HealthLine &each : view.health)
        line(u"  %1: %2 → %3"_s.arg(each.subject, each.before, each.after));
}

void ComparisonTextWriter::objects(const ComparisonView &view)
{
    heading(u"Objects"_s, u"对象"_s);
    if (view.objects.empty())
        line(u"  "_s + in(u"no difference"_s, u"没有差异"_s));
    for (const ObjectLine &each : view.objects) {
        const QString sign = each.fared == Fared::Came ? u"+"_s : (each.fared == Fared::Went ? u"-"_s : u"~"_s);
        line(u"  %1 %2"_s.arg(sign, each.object));
        for (const compare::FieldChange &field : each.fields)
            line(u"      %1: %2 → %3"_s.arg(field.field, value(field.before), value(field.after)));
    }
    if (!view.notCompared.isEmpty()) {
        line(u"  "_s + painted(in(u"not compared, as they could not be read: "_s, u"因无法读取而未比较："_s) +
                                   view.notCompared.join(u", "_s),
                               "33"));
    }
}

QString ComparisonTextWriter::write(const ComparisonView &view)
{
    line(painted(view.before + u" → "_s + view.after, "2"));
    line({});
    findings(view);
    health(view);
    objects(view);
    return std::move(m_out);
}

} // namespace

QString comparisonText(const ComparisonInput &input, bool colour)
{
    return ComparisonTextWriter(input.after.language, colour).write(viewOf(input));
}

} // namespace faultline::report
