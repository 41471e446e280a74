#include "core/guide/wording.h"

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

QString textIn(base::Language language, const QString &en, const QString &zh)
{
    return base::LocalizedText{en, zh}.in(language);
}

base::LocalizedText wordsOf(CommonFactor::What what)
{
    switch (what) {
    case CommonFactor::What::Node:
        return {u"on node %1"_s, u"在节点 %1 上"_s};
    case CommonFactor::What::Zone:
        return {u"in zone %1"_s, u"在可用区 %1"_s};
    case CommonFactor::What::ReplicaSet:
        return {u"of ReplicaSet %1"_s, u"属于 ReplicaSet %1"_s};
    case CommonFactor::What::Image:
        return {u"with image %1"_s, u"使用镜像 %1"_s};
    case CommonFactor::What::Digest:
        return {u"with the image that was pulled as %1"_s, u"拉取到的镜像是 %1"_s};
    case CommonFactor::What::Claim:
        break;
    }
    return {u"with claim %1"_s, u"使用 PVC %1"_s};
}

QString countText(const Fate &fate, base::Language language)
{
    if (fate.pods == fate.ofPods)
        return textIn(language, u"all %1 Pods"_s, u"全部 %1 个 Pod"_s).arg(fate.pods);
    return textIn(language, u"%1 of %2 Pods"_s, u"%2 个 Pod 中的 %1 个"_s).arg(fate.pods).arg(fate.ofPods);
}

QString commonText(const Fate &fate, base::Language language)
{
    QString text;
    for (const CommonFactor &factor : fate.common) {
        const bool isFirst = text.isEmpty();
        const QString all = isFirst && fate.pods > 1 ? textIn(language, u"all "_s, u"都"_s) : QString();
        text += textIn(language, u", "_s, u"，"_s) + all + wordsOf(factor.what).in(language).arg(factor.value);
    }
    return text;
}

} // namespace

QString fateText(const Fate &fate, base::Language language)
{
    if (fate.pods == 0 || fate.ofPods < 2)
        return {};
    QString text = countText(fate, language) + commonText(fate, language);
    if (!fate.common.empty()) {
        const bool isOne = fate.working == 1;
        const QString en = isOne ? u" (the one that works is not)"_s : u" (none of the %1 that work)"_s;
        const QString zh = isOne ? u"（正常的那 1 个不是）"_s : u"（正常的 %1 个都不是）"_s;
        const QString rest = textIn(language, en, zh);
        text += isOne ? rest : rest.arg(fate.working);
    }
    return text;
}

} // namespace faultline::guide
