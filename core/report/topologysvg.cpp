#include "core/layout/layout.h"
#include "core/report/subjectview.h"
#include "core/report/svg.h"

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

constexpr qreal kPad = 12;
constexpr qreal kNameSize = 13;
constexpr qreal kDetailSize = 11;
constexpr qreal kWidest = 240;

/// A box's three lines of words.
struct BoxWords {
    QString name, detail, state;
};

class Wording
{
public:
    explicit Wording(const Input &input) : m_input(input) {}

    BoxWords of(const topology::Item &item) const;
    QString of(const topology::Link &link) const;

private:
    QString shown(const QString &text) const { return m_input.redactor.masked(clean(text)); }
    QString in(const QString &en, const QString &zh) const { return phrase(m_input.language, en, zh); }

    const Input &m_input;
};

BoxWords Wording::of(const topology::Item &item) const
{
    BoxWords words;
    const QString kind = model::kindName(item.object.kind);
    words.name = shown(item.count > 1 ? QString::number(item.count) + u" × "_s + kind : item.object.name);
    QStringList detail{item.count > 1 ? QString() : kind, shown(item.fate), shown(item.detail)};
    if (item.unread) {
        words.name = kind;
        detail = {in(u"could not be read"_s, u"无法读取"_s)};
    }
    if (!item.found)
        detail = {kind, in(u"does not exist"_s, u"不存在"_s)};
    if (!item.similar.isEmpty())
        detail += in(u"did you mean %1?"_s, u"是否想写 %1？"_s).arg(shown(item.similar));
    if (item.old)
        detail += in(u"old"_s, u"旧"_s);
    detail.removeAll(QString());
    words.detail = detail.join(u" · "_s);
    words.state = stateGlyph(item.state);
    return words;
}

QString Wording::of(const topology::Link &link) const
{
    using Match = topology::Link::Match;
    if (link.kind == topology::Link::Kind::PerhapsIs) // the gap asks it
        return {};
    if (link.left.isEmpty() && link.right.isEmpty())
        return {};
    if (link.left.isEmpty() || link.right.isEmpty())
        return shown(link.left + link.right);
    const QString sign = link.match == Match::Fine ? u" = "_s : link.match == Match::Wrong ? u" ≠ "_s : u" ? "_s;
    return shown(link.left) + sign + shown(link.right);
}

QString linkClass(const topology::Link &link)
{
    switch (link.match) {
    case topology::Link::Match::Fine:
        return u"fine"_s;
    case topology::Link::Match::Wrong:
        return u"fault"_s;
    case topology::Link::Match::Suspected:
        return u"suspected"_s;
    case topology::Link::Match::Unknown:
        break;
    }
    return u"unknown"_s;
}

/// Bands from the outside in: Ingress, Service, then what makes and is the Pods.
int bandOf(const topology::Item &item)
{
    switch (item.object.kind) {
    case model::Kind::Ingress:
    case model::Kind::HTTPRoute:
    case model::Kind::GRPCRoute:
    case model::Kind::TLSRoute:
    case model::Kind::TCPRoute:
    case model::Kind::Gateway:
        return 0;
    case model::Kind::Service:
        return 1;
    default:
        return 2;
    }
}

} // namespace

QString topologySvg(const Input &input, const guide::Diagnosis &diagnosis, const MeasureText &measure)
{
    const topology::Topology topology = topology::topologyOf(*input.cluster, diagnosis);
    if (topology.items.empty())
        return {};
    const Wording wording(input);
    std::vector<layout::NodeIn> nodes;
    std::vector<BoxWords> words;
    for (const topology::Item &item : topology.items) {
        words.push_back(wording.of(item));
        const qreal name = measure(words.back().name, kNameSize, true).width() + 24;
        const qreal detail = measure(words.back().detail, kDetailSize, false).width();
        nodes.push_back({QSizeF(std::min(std::max(name, detail), kWidest) + 2 * kPad, 48), bandOf(item), -1, false});
    }
    std::vector<layout::EdgeIn> edges;
    for (const topology::Link &link : topology.links) {
        const QString text = wording.of(link);
        const QSizeF label = text.isEmpty() ? QSizeF() : measure(text, kDetailSize, false) + QSizeF(8, 4);
        edges.push_back({link.from, link.to, label, false});
    }
    const layout::Placement placed = layout::place(nodes, edges);
    SvgWriter svg;
    for (size_t i = 0; i < topology.links.size(); ++i) {
        svg.arrow(placed.edges[i].points, linkClass(topology.links[i]));
        const QString text = wording.of(topology.links[i]);
        const QRectF spot = placed.edges[i].label;
        if (!text.isEmpty() && !spot.isEmpty()) {
            svg.box(spot, 3, u"label"_s);
            svg.centred({spot.center().x(), spot.center().y() + 4}, text, u"small "_s + linkClass(topology.links[i]));
        }
    }
    for (size_t i = 0; i < topology.items.size(); ++i) {
        const topology::Item &item = topology.items[i];
        const QRectF rect = placed.nodes[i];
        svg.box(rect, 6, u"box "_s + (item.found ? stateClass(item.state) : u"fault gap"_s));
        const qreal room = rect.width() - 2 * kPad;
        svg.text({rect.x() + kPad, rect.y() + 20}, elided(words[i].name, room - 20, kNameSize, measure), u"name"_s);
        svg.text({rect.right() - kPad - 10, rect.y() + 20}, words[i].state, u"glyph "_s + stateClass(item.state));
        svg.text({rect.x() + kPad, rect.y() + 37}, elided(words[i].detail, room, kDetailSize, measure), u"small"_s);
    }
    return svg.take(placed.bounds, phrase(input.language, u"Topology of this application"_s, u"应用拓扑"_s));
}

} // namespace faultline::report
