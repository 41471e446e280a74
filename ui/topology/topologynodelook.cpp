#include "core/redact/redact.h"
#include "ui/common/guidestate.h"
#include "ui/topology/topologypicture.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;

const LocalizedText kMissing{u"does not exist"_s, u"不存在"_s};
const LocalizedText kUnread{u"%1: unknown"_s, u"%1：未知"_s};
const LocalizedText kForbidden{u"no right to list them"_s, u"没有列出的权限"_s};
const LocalizedText kNotInInput{u"not in the file"_s, u"文件中没有"_s};
const LocalizedText kNotRead{u"could not be read"_s, u"无法读取"_s};
const LocalizedText kNo{u"no %1 %2"_s, u"没有 %1 %2"_s};
const LocalizedText kThisOne{u"did you mean this?"_s, u"是否应为它？"_s};
const LocalizedText kNoKey{u"has no key %1"_s, u"缺少键 %1"_s};
const LocalizedText kOld{u"old %1"_s, u"旧 %1"_s};
const LocalizedText kRevision{u"rev. %1"_s, u"修订 %1"_s};
const LocalizedText kReady{u"%1 ready"_s, u"%1 个就绪"_s};
const LocalizedText kFate{u"%1 %2"_s, u"%1 个 %2"_s};
const LocalizedText kNotReady{u"Running, not ready"_s, u"Running，未就绪"_s};
const LocalizedText kMore{u"+%1 more"_s, u"另有 %1 个"_s};
const LocalizedText kOpens{u"click: show them one by one"_s, u"点击：逐个显示"_s};
const LocalizedText kPods{u"Pods"_s, u"Pod"_s};

const LocalizedText &wordOf(model::Unseen::Reason reason)
{
    switch (reason) {
    case model::Unseen::Reason::Forbidden:
        return kForbidden;
    case model::Unseen::Reason::NotInInput:
        return kNotInInput;
    case model::Unseen::Reason::NotServed:
    case model::Unseen::Reason::NotAsked:
    case model::Unseen::Reason::Failed:
        break;
    }
    return kNotRead;
}

bool isWorkload(const topology::Item &item)
{
    return item.layer == guide::Layer::Rollout && item.object.kind != model::Kind::Pod;
}

QString fateOf(const topology::Item &item, base::Language language)
{
    const bool isPod = item.object.kind == model::Kind::Pod;
    return isPod && !item.ready && item.fate == "Running"_L1 ? kNotReady.in(language) : item.fate;
}

QString titleOf(const topology::Item &item, base::Language language)
{
    if (item.unread) {
        return kUnread.in(language).arg(model::kindName(item.object.kind));
    }
    if (!item.found) {
        return kNo.in(language).arg(model::kindName(item.object.kind), item.object.name);
    }
    if (item.count <= 1) {
        return item.object.name;
    }
    const QString grouped = QLocale(QLocale::English).toString(item.count);
    if (item.within >= 0 || item.object.kind != model::Kind::Pod) {
        return kMore.in(language).arg(grouped);
    }
    return item.ready ? kReady.in(language).arg(grouped) : kFate.in(language).arg(grouped, fateOf(item, language));
}

QString kindText(const topology::Item &item, base::Language language)
{
    const bool isPods = item.count > 1 && item.object.kind == model::Kind::Pod;
    const QString kind = isPods ? kPods.in(language) : model::kindName(item.object.kind);
    return item.old ? kOld.in(language).arg(kind) : kind;
}

QString detailOf(const topology::Item &item, base::Language language)
{
    if (item.within >= 0) {
        return {};
    }
    if (item.unread) {
        return wordOf(*item.unread).in(language);
    }
    if (!item.found) {
        return kMissing.in(language);
    }
    QStringList parts{kindText(item, language)};
    if (item.nearMiss) {
        parts += kThisOne.in(language);
    }
    const bool isPod = item.object.kind == model::Kind::Pod;
    if (item.count == 1 && !item.fate.isEmpty() && !(isPod && item.ready)) {
        parts += fateOf(item, language);
    }
    const bool isBroken = isPod && !item.ready && item.count == 1; // its ports are the lesser news
    if (!item.detail.isEmpty() && !isBroken) {
        const bool isConfig = item.object.kind == model::Kind::ConfigMap || item.object.kind == model::Kind::Secret;
        if (item.object.kind == model::Kind::ReplicaSet) {
            parts += kRevision.in(language).arg(item.detail);
        } else if (!isWorkload(item)) { // the revision of a Deployment is that of its newest ReplicaSet
            parts += isConfig ? kNoKey.in(language).arg(item.detail) : item.detail;
        }
    }
    return parts.join(u" · "_s);
}

QString tipOf(const topology::Item &item, base::Language language)
{
    QStringList lines{item.object.toString(), detailOf(item, language)};
    lines += lookOf(stateOf(item.state)).word.in(language);
    if (item.count > 1 && item.within < 0) {
        lines += kOpens.in(language);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

NodeLook topologyNodeLook(const topology::Item &item, base::Language language)
{
    const State state = stateOf(item.state);
    NodeLook look;
    look.title = redact::clean(titleOf(item, language));
    look.detail = redact::clean(detailOf(item, language));
    look.tip = redact::clean(tipOf(item, language));
    look.said = lookOf(state).word.in(language);
    for (const model::ObjectRef &member : item.members) { // a Pod is found by its name in a closed group, too
        look.keywords += member.name + u'\n';
    }
    look.compact = true;
    look.plain = true;
    look.strong = !item.old && item.within < 0 && !item.nearMiss;
    // What does not work is not called fine only because no finding speaks of it: a leftover, or one that starts.
    const bool isSilent = item.object.kind == model::Kind::Pod && !item.ready && state == State::Fine && !item.unread;
    look.said = isSilent ? fateOf(item, language) : look.said;
    look.ink = isSilent || (item.old && state == State::Fine) ? Ink::Unknown : inkOf(state);
    look.glyph = item.nearMiss || isSilent ? Glyph::None : lookOf(state).glyph;
    look.hatched = state == State::NotChecked && !item.nearMiss;
    look.dashed = !item.found || item.unread;
    if (!item.found && look.ink == Ink::Fine) {
        look.ink = Ink::Unknown;
    }
    return look;
}

} // namespace faultline::ui
