#include "ui/common/guidestate.h"
#include "ui/topology/topologypicture.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;
using topology::Link;

const LocalizedText kMissing{u"does not exist"_s, u"不存在"_s};
const LocalizedText kSimilar{u"does not exist: did you mean %1?"_s, u"不存在：是否应为 %1？"_s};
const LocalizedText kOld{u"old %1"_s, u"旧 %1"_s};
const LocalizedText kNone{u"(none)"_s, u"（无）"_s};
const LocalizedText kRevision{u"revision %1"_s, u"修订版本 %1"_s};

bool isWorkload(const topology::Item &item)
{
    return item.layer == guide::Layer::Rollout && item.object.kind != model::Kind::Pod;
}

QString detailOf(const topology::Item &item, base::Language language)
{
    if (!item.found) {
        return item.similar.isEmpty() ? kMissing.in(language) : kSimilar.in(language).arg(item.similar);
    }
    const QString kind = model::kindName(item.object.kind);
    QStringList parts{item.old ? kOld.in(language).arg(kind) : kind};
    if (item.count == 1 && !item.fate.isEmpty()) {
        parts += item.fate;
    }
    if (!item.detail.isEmpty()) {
        parts += isWorkload(item) ? kRevision.in(language).arg(item.detail) : item.detail;
    }
    return parts.join(u" · ");
}

QString tipOf(const topology::Item &item, base::Language language)
{
    QStringList lines{item.object.toString(), detailOf(item, language)};
    if (const QString word = lookOf(stateOf(item.state)).word.in(language); !word.isEmpty()) {
        lines += word;
    }
    for (size_t i = 0; item.count > 1 && i < item.members.size() && i < 12; ++i) {
        lines += item.members[i].name;
    }
    if (item.count > 1 && item.members.size() > 12) {
        lines += u"…"_s;
    }
    return lines.join(u'\n');
}

} // namespace

NodeLook topologyNodeLook(const topology::Item &item, base::Language language)
{
    const State state = stateOf(item.state);
    NodeLook look;
    look.title = item.count > 1 ? u"%1 × %2"_s.arg(item.count).arg(item.fate) : item.object.name;
    look.detail = detailOf(item, language);
    look.tip = tipOf(item, language);
    look.plain = true;
    look.strong = !item.old;
    look.ink = item.old && state == State::Fine ? Ink::Unknown : inkOf(state);
    look.glyph = lookOf(state).glyph;
    look.hatched = state == State::NotChecked;
    look.dashed = !item.found;
    if (!item.found && look.ink == Ink::Fine) {
        look.ink = Ink::Unknown;
    }
    return look;
}

EdgeLook topologyEdgeLook(const Link &link, base::Language language)
{
    EdgeLook look;
    const bool isOwner = link.kind == Link::Kind::Owns;
    const QString right = link.right.isEmpty() ? kNone.in(language) : link.right;
    switch (link.match) {
    case Link::Match::Fine:
        look.ink = isOwner ? Ink::Unknown : Ink::Fine;
        look.label = link.left == link.right || link.right.isEmpty() ? link.left : link.left + u" → "_s + link.right;
        break;
    case Link::Match::Wrong:
        look.ink = Ink::Fault;
        look.glyph = Glyph::Cross;
        look.dashed = true;
        look.thick = true;
        look.label = link.left + u" ≠ "_s + right;
        break;
    case Link::Match::Suspected:
        look.ink = Ink::Suspected;
        look.glyph = Glyph::Exclamation;
        look.dashed = true;
        look.thick = true;
        look.label = link.left + u" ≠ "_s + right;
        break;
    case Link::Match::Unknown:
        look.ink = Ink::Unknown;
        look.glyph = Glyph::Question;
        look.dashed = true;
        look.label = link.right.isEmpty() ? link.left : link.left + u" ? "_s + link.right;
        break;
    }
    if (isOwner) {
        look.label.clear();
    }
    look.tip = look.label;
    return look;
}

} // namespace faultline::ui
