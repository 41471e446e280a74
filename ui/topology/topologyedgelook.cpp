#include "core/redact/redact.h"
#include "ui/topology/topologypicture.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;
using topology::Item;
using topology::Link;

constexpr int kLongestWay = 30;
constexpr int kLongestPair = 36;

const LocalizedText kNone{u"(none)"_s, u"（无）"_s};
const LocalizedText kMean{u"did you mean %1?"_s, u"是否应为 %1？"_s};
const LocalizedText kMoreWays{u"%1 +%2"_s, u"%1 +%2"_s};
const LocalizedText kUndeclared{u"%1, not declared"_s, u"%1，未声明"_s};

const LocalizedText kOwns{u"%1 owns %2"_s, u"%1 拥有 %2"_s};
const LocalizedText kSelects{u"%1 selects %2"_s, u"%1 选择 %2"_s};
const LocalizedText kRoutes{u"%1 routes to %2"_s, u"%1 转发到 %2"_s};
const LocalizedText kNames{u"%1 names %2"_s, u"%1 引用 %2"_s};
const LocalizedText kPerhaps{u"%1: perhaps %2 is meant"_s, u"%1：可能指的是 %2"_s};
const LocalizedText kHas{u"%1 has %2"_s, u"%1 有 %2"_s};

const LocalizedText kFine{u"matches"_s, u"匹配"_s};
const LocalizedText kWrong{u"wrong"_s, u"不匹配"_s};
const LocalizedText kSuspected{u"suspected"_s, u"可疑"_s};
const LocalizedText kUnknown{u"not checked"_s, u"未检查"_s};

const LocalizedText &wordOf(Link::Match match)
{
    switch (match) {
    case Link::Match::Fine:
        return kFine;
    case Link::Match::Wrong:
        return kWrong;
    case Link::Match::Suspected:
        return kSuspected;
    case Link::Match::Unknown:
        break;
    }
    return kUnknown;
}

const LocalizedText &verbOf(Link::Kind kind)
{
    switch (kind) {
    case Link::Kind::Owns:
        return kOwns;
    case Link::Kind::Selects:
        return kSelects;
    case Link::Kind::RoutesTo:
        return kRoutes;
    case Link::Kind::Names:
        return kNames;
    case Link::Kind::PerhapsIs:
        break;
    }
    return kPerhaps;
}

// "targetPort = containerPort 8080" where both say the same number.
QString equalText(const Link &link)
{
    if (link.left == link.right || link.right.isEmpty()) {
        return link.left;
    }
    const qsizetype space = link.left.lastIndexOf(u' ');
    const bool same = space > 0 && link.right.section(u' ', 1, 1) == link.left.mid(space + 1);
    return (same ? link.left.left(space) : link.left) + u" = "_s + link.right.section(u' ', 0, 1);
}

// "containerPort 9090 (metrics)" beside "targetPort metric": the part that is compared first.
QString otherSide(const Link &link, base::Language language)
{
    if (link.right.isEmpty()) {
        return kNone.in(language);
    }
    const QStringList words = link.right.split(u' ');
    if (link.kind != Link::Kind::Selects || words.size() != 3 || words.front() != "containerPort"_L1) {
        return link.right;
    }
    bool isNumber = false;
    static_cast<void>(link.left.section(u' ', 1).toInt(&isNumber));
    const QString name = words[2].mid(1, words[2].size() - 2);
    return isNumber ? words[0] + u' ' + words[1] : u"%1 (%2)"_s.arg(name, words[1]);
}

// "tier=backedn ≠ tier=backend"; of a long key once is enough.
QString unequalText(const Link &link, base::Language language)
{
    const QString key = link.left.section(u'=', 0, 0);
    const bool sameKey = link.left.contains(u'=') && link.right.section(u'=', 0, 0) == key;
    if (sameKey && link.left.size() + link.right.size() > kLongestPair) {
        return u"%1: %2 ≠ %3"_s.arg(key, link.left.section(u'=', 1), link.right.section(u'=', 1));
    }
    return link.left + u" ≠ "_s + otherSide(link, language);
}

QString comparison(const Link &link, base::Language language)
{
    switch (link.match) {
    case Link::Match::Fine:
        return equalText(link);
    case Link::Match::Wrong:
    case Link::Match::Suspected: {
        const bool isGap = link.kind == Link::Kind::RoutesTo && link.right.isEmpty(); // the gap itself says it
        return isGap ? link.left : unequalText(link, language);
    }
    case Link::Match::Unknown:
        break;
    }
    return link.right.isEmpty() ? kUndeclared.in(language).arg(link.left)
                                : link.left + u" ? "_s + otherSide(link, language);
}

QString shortened(const QString &way)
{
    return way.size() <= kLongestWay ? way : way.left(kLongestWay / 2) + u'…' + way.right(kLongestWay / 2 - 1);
}

// "shop.example/api +2 → "
QString wayText(const Link &link, base::Language language)
{
    if (link.ways.isEmpty()) {
        return {};
    }
    const QString first = shortened(link.ways.front());
    const QString ways = link.ways.size() == 1 ? first : kMoreWays.in(language).arg(first).arg(link.ways.size() - 1);
    return ways + u" → "_s;
}

QString labelOf(const Link &link, base::Language language)
{
    switch (link.kind) {
    case Link::Kind::Owns:
        return {};
    case Link::Kind::Names:
        return link.left;
    case Link::Kind::PerhapsIs:
        return kMean.in(language).arg(link.left);
    case Link::Kind::Selects:
    case Link::Kind::RoutesTo:
        break;
    }
    return wayText(link, language) + comparison(link, language);
}

QString nameOf(const Item &item, base::Language language) { return topologyNodeLook(item, language).title; }

QString sentenceOf(const Link &link, const Item &from, const Item &to, base::Language language)
{
    const QString target = nameOf(to, language);
    QString said = verbOf(link.kind).in(language).arg(nameOf(from, language), target);
    const QString left = wayText(link, language) + link.left;
    if (link.kind == Link::Kind::Selects || link.kind == Link::Kind::RoutesTo) {
        said += u": "_s + left;
        said += link.right.isEmpty() || link.match == Link::Match::Fine
                    ? QString()
                    : u", "_s + kHas.in(language).arg(target, link.right);
        said += u", "_s + wordOf(link.match).in(language);
    } else if (link.kind == Link::Kind::Names) {
        said += u", "_s + wordOf(link.match).in(language);
    }
    return said;
}

} // namespace

EdgeLook topologyEdgeLook(const topology::Topology &topology, const Link &link, base::Language language)
{
    EdgeLook look;
    switch (link.match) {
    case Link::Match::Fine:
        look.ink = link.kind == Link::Kind::Owns ? Ink::Unknown : Ink::Fine;
        break;
    case Link::Match::Wrong:
        look.ink = Ink::Fault;
        look.glyph = Glyph::Cross;
        look.dashed = true;
        look.thick = true;
        break;
    case Link::Match::Suspected:
        look.ink = Ink::Suspected;
        look.glyph = Glyph::Exclamation;
        look.dashed = true;
        look.thick = true;
        break;
    case Link::Match::Unknown:
        look.ink = Ink::Unknown;
        look.glyph = Glyph::Question;
        look.dashed = true;
        break;
    }
    if (link.kind == Link::Kind::PerhapsIs) {
        look.glyph = Glyph::None;
        look.thick = false;
    }
    const Item &to = topology.items[static_cast<size_t>(link.to)];
    const bool saysIt = link.kind == Link::Kind::PerhapsIs && to.nearMiss; // the box itself asks
    look.label = saysIt ? QString() : redact::clean(labelOf(link, language));
    const Item &from = topology.items[static_cast<size_t>(link.from)];
    look.said = redact::clean(sentenceOf(link, from, to, language));
    QStringList tip{look.said};
    if (link.ways.size() > 1) {
        tip += link.ways.mid(0, 12);
    }
    if (!link.place.field.isEmpty()) {
        tip += link.place.object.toString() + u"  "_s + link.place.field;
    }
    look.tip = redact::clean(tip.join(u'\n'));
    return look;
}

} // namespace faultline::ui
