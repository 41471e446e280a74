#include "core/guide/applying.h"

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

/// Kinds whose Pod template may be changed (apps/v1, batch/v1 validation); a Job's and a Pod's may not.
bool takesNewTemplate(const QString &kind)
{
    static const QStringList kinds{u"deployment"_s, u"statefulset"_s, u"daemonset"_s, u"cronjob"_s};
    return kinds.contains(kind);
}

bool hasSigns(const QString &patch) { return patch.contains("\n+"_L1) || patch.contains("\n-"_L1); }

/// The command for a patch that is saved as a file; empty when kubectl cannot take it.
QString applyCommand(const QString &patch, const QString &kind)
{
    if (patch.startsWith("apiVersion:"_L1))
        return u"kubectl apply -f mend.yaml"_s;
    const bool isTemplate = patch.startsWith("spec:\n  template:"_L1) || patch.startsWith("spec:\n  jobTemplate:"_L1);
    return isTemplate && takesNewTemplate(kind)
               ? u"kubectl patch {workloadKind} {workload} -n {namespace} --patch-file mend.yaml"_s
               : QString();
}

const base::LocalizedText &howToApply()
{
    static const base::LocalizedText text{
        u"Save the change as mend.yaml and apply it with the first command. Put it into "
        "the YAML that you deploy from too, or the next deployment undoes it."_s,
        u"把改动保存为 mend.yaml，用第一条命令应用。同时写进你部署所用的 YAML，"
        "否则下次部署会把它还原。"_s};
    return text;
}

const base::LocalizedText &howToReplace()
{
    static const base::LocalizedText text{
        u"A {kind} that exists cannot be changed so: put the change into its YAML, delete "
        "it and apply it again (kubectl replace --force -f FILE)."_s,
        u"已存在的 {kind} 不能这样修改：把改动写进它的 YAML，删除后重新 apply"
        "（kubectl replace --force -f FILE）。"_s};
    return text;
}

} // namespace

void addApplying(FindingText &text, const QString &source, const checks::Facts &facts, base::Language language,
                 const CommandContext &context)
{
    if (text.patch.isEmpty() || hasSigns(text.patch))
        return;
    const auto owner = facts.find(u"workloadKind"_s);
    const QString kind = owner == facts.end() ? QString() : owner->second;
    const QString command = applyCommand(text.patch, kind);
    const bool isFixed = (kind == "pod"_L1 || kind == "job"_L1) && source.contains("spec:\n  template:"_L1);
    if (!command.isEmpty()) {
        text.commands.prepend(fillCommand(command, facts, context));
        text.fix.append(howToApply().in(language));
    } else if (isFixed) {
        text.fix.append(fill(howToReplace().in(language), facts));
    }
}

} // namespace faultline::guide
