#include "core/report/document.h"

#include "core/report/details.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

using Type = Block::Type;

constexpr size_t kMostEvents = 10;
constexpr size_t kMostLogs = 3;

/// Where many values stand in one line; the table of the evidence has them whole.
QString shortened(const QString &value)
{
    constexpr qsizetype kMost = 120;
    const QString line = value.simplified();
    return line.size() <= kMost ? line : line.first(kMost) + u'…';
}

class Author
{
public:
    explicit Author(const Input &input) : m_input(input) {}

    std::vector<Block> write()
    {
        head();
        std::vector<SubjectView> views;
        for (const guide::Diagnosis *diagnosis : m_input.diagnoses)
            views.push_back(viewOf(m_input, *diagnosis));
        if (views.size() > 1)
            overview(views);
        for (const SubjectView &view : views)
            subject(view);
        if (const QString roles = missingRights(m_input); !roles.isEmpty()) {
            add(Type::Subject, rightsHeading(m_input.language));
            code(roles.trimmed(), u"yaml"_s);
        }
        return std::move(m_blocks);
    }

private:
    QString in(const QString &en, const QString &zh) const { return phrase(m_input.language, en, zh); }
    void add(Type type, const QString &text) { m_blocks.push_back({type, text}); }
    void heading(const QString &en, const QString &zh) { add(Type::Heading, in(en, zh)); }
    void list(Type type, const QStringList &lines)
    {
        if (!lines.isEmpty())
            m_blocks.push_back({type, {}, lines});
    }
    void code(const QString &text, const QString &language)
    {
        m_blocks.push_back({Type::Code, text});
        m_blocks.back().language = language;
    }
    void table(std::vector<Block::Column> columns, std::vector<QStringList> rows)
    {
        m_blocks.push_back({Type::Table, {}, {}, std::move(columns), std::move(rows)});
    }
    void picture(Type type, const SubjectView &view)
    {
        m_blocks.push_back({type, {}});
        m_blocks.back().diagnosis = view.diagnosis;
    }

    QString valueText(const EvidenceView &evidence) const
    {
        return evidence.value.isEmpty() && !evidence.field.isEmpty() ? in(u"(none)"_s, u"（无）"_s) : evidence.value;
    }
    void head();
    void overview(const std::vector<SubjectView> &views);
    void subject(const SubjectView &view);
    void finding(const FindingView &view);
    void proof(const FindingView &view);
    void mend(const guide::FindingText &text);
    void others(const SubjectView &view);
    void events(const guide::Diagnosis &diagnosis);
    void logs(const guide::Diagnosis &diagnosis);
    void walks(const guide::Diagnosis &diagnosis);
    void coverage(const SubjectView &view);

    const Input &m_input;
    std::vector<Block> m_blocks;
};

void Author::head()
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
    add(Type::Title, in(u"Faultline report"_s, u"Faultline 诊断报告"_s));
    add(Type::Dim, parts.join(u" · "_s));
    if (context.insecure)
        add(Type::Warning, in(u"TLS certificate NOT verified"_s, u"未验证 TLS 证书"_s));
    for (const QString &warning : remarksOf(m_input))
        add(Type::Warning, clean(warning).simplified());
}

void Author::overview(const std::vector<SubjectView> &views)
{
    std::vector<QStringList> rows;
    for (const SubjectView &view : views)
        rows.push_back({view.title, view.healthWord, view.headline});
    table({{in(u"Application"_s, u"应用"_s), true},
           {in(u"State"_s, u"状态"_s), false, true},
           {in(u"Verdict"_s, u"结论"_s)}},
          std::move(rows));
}

void Author::subject(const SubjectView &view)
{
    add(Type::Subject, view.title + u" — "_s + view.healthWord);
    add(Type::Banner, view.headline);
    m_blocks.back().health = view.diagnosis->health;
    m_blocks.push_back({Type::Layers, {}, {}, {}, {}, view.layers});
    picture(Type::Topology, view);
    if (!view.findings.empty())
        finding(view.findings.front());
    others(view);
    events(*view.diagnosis);
    logs(*view.diagnosis);
    picture(Type::Path, view);
    walks(*view.diagnosis);
    coverage(view);
}

void Author::finding(const FindingView &view)
{
    add(Type::Dim, u"%1: %2 (%3)"_s.arg(view.layer, view.object, view.weight));
    proof(view);
    if (!view.text.why.isEmpty()) {
        heading(u"Why"_s, u"原因"_s);
        add(Type::Text, view.text.why);
    }
    if (!view.text.causes.isEmpty())
        heading(u"Likely causes"_s, u"可能的成因"_s);
    list(Type::Numbers, view.text.causes);
    mend(view.text);
    if (!view.text.read.isEmpty())
        heading(u"Read more"_s, u"延伸阅读"_s);
    list(Type::Links, view.text.read);
}

void Author::proof(const FindingView &view)
{
    std::vector<QStringList> rows;
    for (const EvidenceView &evidence : view.proof)
        rows.push_back({evidence.object, evidence.field, valueText(evidence), evidence.time});
    if (rows.empty())
        return;
    heading(u"Evidence"_s, u"证据"_s);
    table({{in(u"Object"_s, u"对象"_s), true},
           {in(u"Field"_s, u"字段"_s), true},
           {in(u"Value"_s, u"值"_s), true},
           {in(u"Time"_s, u"时间"_s), false, true}},
          std::move(rows));
}

void Author::mend(const guide::FindingText &text)
{
    if (!text.fix.isEmpty() || !text.commands.isEmpty())
        heading(u"How to mend it"_s, u"如何修复"_s);
    list(Type::Numbers, text.fix);
    if (!text.patch.isEmpty())
        add(Type::Patch, text.patch);
    if (!text.commands.isEmpty())
        code(text.commands.join(u'\n'), u"sh"_s);
}

void Author::others(const SubjectView &view)
{
    QStringList also, notes;
    for (size_t i = 1; i < view.findings.size(); ++i) {
        const FindingView &one = view.findings[i];
        also += u"%1 (%2, %3)"_s.arg(one.text.title, one.layer, one.weight);
    }
    for (const FindingView &note : view.notes)
        notes += u"%1 (%2, %3)"_s.arg(note.text.title, note.layer, note.weight);
    if (!also.isEmpty())
        heading(u"Also found"_s, u"另外发现"_s);
    list(Type::Bullets, also);
    if (!notes.isEmpty())
        heading(u"Noted"_s, u"说明"_s);
    list(Type::Bullets, notes);
}

void Author::events(const guide::Diagnosis &diagnosis)
{
    const EventsView view = warningsOf(m_input, diagnosis, kMostEvents);
    std::vector<QStringList> rows;
    for (const EventView &event : view.events) {
        const QString times = event.count > 1 ? u" ×"_s + QString::number(event.count) : QString();
        rows.push_back({event.time, event.object, event.reason + times, event.message});
    }
    if (rows.empty())
        return;
    heading(u"Warnings of the cluster"_s, u"集群的警告事件"_s);
    table({{in(u"Last seen"_s, u"最近一次"_s), false, true},
           {in(u"Object"_s, u"对象"_s), true},
           {in(u"Event"_s, u"事件"_s), true},
           {in(u"Message"_s, u"消息"_s), true}},
          std::move(rows));
    if (view.left > 0)
        add(Type::Dim, in(u"and %1 older ones"_s, u"另有 %1 条更早的事件"_s).arg(view.left));
}

void Author::logs(const guide::Diagnosis &diagnosis)
{
    const std::vector<LogView> views = logsOf(m_input, diagnosis, kMostLogs);
    if (!views.empty())
        heading(u"Log lines that matter"_s, u"关键日志"_s);
    for (const LogView &view : views) {
        add(Type::Dim, view.title);
        m_blocks.push_back({Type::Log, {}, view.lines});
        m_blocks.back().marked = view.marked;
    }
}

void Author::walks(const guide::Diagnosis &diagnosis)
{
    heading(u"Question by question"_s, u"逐个问题"_s);
    for (const WalkView &walk : litWalksOf(m_input, diagnosis)) {
        std::vector<QStringList> rows;
        for (const StepView &step : walk.steps) {
            QStringList seen;
            for (const EvidenceView &evidence : step.evidence) {
                const QString field = evidence.field.isEmpty() ? QString() : evidence.field + u" = "_s;
                seen += field + shortened(valueText(evidence));
            }
            const QString reason = step.reason.isEmpty() ? QString() : u" ("_s + step.reason + u')';
            rows.push_back({step.question, answerText(step.answer, m_input.language) + reason,
                            answeredByText(step.by, m_input.language), seen.mid(0, 2).join(u"; "_s).simplified()});
        }
        add(Type::Dim, walk.layer + u": "_s + walk.about);
        table({{in(u"Question"_s, u"问题"_s)},
               {in(u"Answer"_s, u"回答"_s)},
               {in(u"By"_s, u"由谁回答"_s), false, true},
               {in(u"Seen"_s, u"所见"_s), true}},
              std::move(rows));
        add(Type::Text, u"→ "_s + walk.end);
    }
}

void Author::coverage(const SubjectView &view)
{
    const Coverage seen = coverageOf(*view.diagnosis);
    heading(u"What was checked, and what not"_s, u"已检查与未检查的内容"_s);
    QStringList parts{
        in(u"Of %1 questions on this way the cluster answered %2"_s, u"此路径共 %1 个问题：集群回答 %2 个"_s)
            .arg(seen.all())
            .arg(seen.byCluster)};
    if (seen.byPerson > 0)
        parts += in(u"a person answered %1"_s, u"人工回答 %1 个"_s).arg(seen.byPerson);
    if (seen.notTried > 0)
        parts += in(u"for %1 nobody tried the connection"_s, u"%1 个需要测试连接而尚未测试"_s).arg(seen.notTried);
    if (seen.notAnswered > 0)
        parts += in(u"%1 could not be answered"_s, u"%1 个无法回答"_s).arg(seen.notAnswered);
    add(Type::Text, parts.join(in(u"; "_s, u"；"_s)) + in(u"."_s, u"。"_s));
    std::vector<QStringList> rows;
    for (const UncheckedView &item : view.notChecked)
        rows.push_back({item.question, item.reasonText, item.rule});
    if (!rows.empty()) {
        table({{in(u"Not checked"_s, u"未检查"_s)},
               {in(u"Why"_s, u"原因"_s)},
               {in(u"What would allow it"_s, u"所需权限"_s), true}},
              std::move(rows));
    }
}

} // namespace

std::vector<Block> documentOf(const Input &input)
{
    std::vector<Block> blocks = Author(input).write();
    for (Block &block : blocks) {
        block.text = input.redactor.masked(block.text);
        block.lines = input.redactor.masked(block.lines);
        for (QStringList &row : block.rows)
            row = input.redactor.masked(row);
    }
    return blocks;
}

} // namespace faultline::report
