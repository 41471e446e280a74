#include "ui/common/diagramwalk.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

const base::LocalizedText kLeadsTo{u"%1 leads to %2"_s, u"%1 通向 %2"_s};

bool isLit(const PictureEdge &edge) { return edge.look.ink != Ink::Quiet; }

// Distance to `way` for one who looks in that direction; less than 0: it is not there.
qreal distanceTowards(const QPointF &way, const QPointF &direction)
{
    const qreal ahead = QPointF::dotProduct(way, direction);
    const qreal aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
    return ahead > 1 ? ahead + 2 * aside : -1;
}

class Nearest
{
public:
    Nearest(const PictureNode &from, const QPointF &direction) : m_from(from), m_direction(direction) {}

    void offer(const PictureNode &node, int order)
    {
        const qreal distance = distanceTowards(node.rect.center() - m_from.rect.center(), m_direction);
        if (distance < 0 || (m_best != nullptr && std::tie(m_order, m_distance) <= std::tie(order, distance))) {
            return;
        }
        m_best = &node;
        m_order = order;
        m_distance = distance;
    }
    const PictureNode *best() const { return m_best; }

private:
    const PictureNode &m_from;
    QPointF m_direction;
    const PictureNode *m_best = nullptr;
    int m_order = 0;
    qreal m_distance = 0;
};

// More ahead than aside: an edge that goes round a corner is no way in that direction.
bool isAhead(const PictureNode &from, const PictureNode &to, const QPointF &direction)
{
    const QPointF way = to.rect.center() - from.rect.center();
    const qreal ahead = QPointF::dotProduct(way, direction);
    return ahead > 1 && ahead >= std::abs(way.x() * direction.y() - way.y() * direction.x());
}

class Way
{
public:
    explicit Way(const Picture &picture)
    {
        QSet<QString> entered;
        for (const PictureNode &node : picture.nodes) {
            if (node.look.ink != Ink::Quiet) {
                m_left.insert(node.id);
            }
        }
        for (const PictureEdge &edge : picture.edges) {
            const QString from = edgeFrom(edge);
            const QString to = edgeTo(edge);
            if (isLit(edge) && m_left.contains(from) && m_left.contains(to)) {
                m_after[from].push_back(to);
                entered.insert(to);
            }
        }
        const auto startAt = [&](const PictureNode &node) { follow(node.id); };
        for (const PictureNode &node : picture.nodes) {
            if (!entered.contains(node.id)) {
                startAt(node);
            }
        }
        std::for_each(picture.nodes.begin(), picture.nodes.end(), startAt);
    }

    std::vector<QString> take() { return std::move(m_way); }

private:
    void follow(const QString &start)
    {
        std::vector<QString> open{start};
        while (!open.empty()) {
            const QString id = open.back();
            open.pop_back();
            if (!m_left.remove(id)) {
                continue;
            }
            m_way.push_back(id);
            const std::vector<QString> after = m_after.value(id);
            open.insert(open.end(), after.rbegin(), after.rend());
        }
    }

    QSet<QString> m_left;
    QHash<QString, std::vector<QString>> m_after;
    std::vector<QString> m_way;
};

} // namespace

QString edgeFrom(const PictureEdge &edge) { return edge.from.isEmpty() ? edge.id.section(u'>', 0, 0) : edge.from; }

QString edgeTo(const PictureEdge &edge) { return edge.to.isEmpty() ? edge.id.section(u'>', 1) : edge.to; }

const PictureEdge *findEdge(const Picture &picture, const QString &id)
{
    const auto found = std::find_if(picture.edges.begin(), picture.edges.end(),
                                    [&](const PictureEdge &edge) { return edge.id == id; });
    return id.isEmpty() || found == picture.edges.end() ? nullptr : &*found;
}

std::vector<QString> wayOf(const Picture &picture)
{
    std::vector<QString> way = picture.path.empty() ? Way(picture).take() : picture.path;
    if (way.empty()) {
        for (const PictureNode &node : picture.nodes) {
            way.push_back(node.id);
        }
    }
    return way;
}

const PictureNode *nodeTowards(const Picture &picture, const PictureNode &from, const QPointF &direction)
{
    Nearest nearest(from, direction);
    for (const PictureEdge *edge : edgesOf(picture, from.id)) {
        const QString other = edgeFrom(*edge) == from.id ? edgeTo(*edge) : edgeFrom(*edge);
        const PictureNode *node = picture.find(other);
        if (node != nullptr && isAhead(from, *node, direction)) {
            nearest.offer(*node, isLit(*edge) ? 0 : 1);
        }
    }
    if (nearest.best() == nullptr) {
        for (const PictureNode &node : picture.nodes) {
            nearest.offer(node, 2);
        }
    }
    return nearest.best();
}

std::vector<const PictureEdge *> edgesOf(const Picture &picture, const QString &node)
{
    std::vector<const PictureEdge *> edges;
    for (const PictureEdge &edge : picture.edges) {
        if (edgeFrom(edge) == node || edgeTo(edge) == node) {
            edges.push_back(&edge);
        }
    }
    const auto order = [&](const PictureEdge *edge) {
        return (edgeFrom(*edge) == node ? 0 : 1) + (isLit(*edge) ? 0 : 2);
    };
    std::stable_sort(edges.begin(), edges.end(),
                     [&](const PictureEdge *a, const PictureEdge *b) { return order(a) < order(b); });
    return edges;
}

QString nodeSentence(const PictureNode &node)
{
    QStringList parts{node.look.title};
    for (const QString &part : {node.look.said, node.look.detail}) {
        if (!part.isEmpty()) {
            parts += part;
        }
    }
    return parts.join(u", "_s);
}

QString edgeSentence(const Picture &picture, const PictureEdge &edge, base::Language language)
{
    if (!edge.look.said.isEmpty()) {
        return edge.look.said;
    }
    const PictureNode *from = picture.find(edgeFrom(edge));
    const PictureNode *to = picture.find(edgeTo(edge));
    const auto title = [](const PictureNode *node) { return node != nullptr ? node->look.title : QString(); };
    const QString ends = kLeadsTo.in(language).arg(title(from), title(to));
    return edge.look.label.isEmpty() ? ends : ends + u": "_s + edge.look.label;
}

std::vector<QString> matchesIn(const Picture &picture, const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    std::vector<QString> ids;
    for (const PictureNode &node : picture.nodes) {
        const QString text = node.look.title + u'\n' + node.look.detail + u'\n' + node.id + u'\n' + node.look.keywords;
        const bool hasAll = std::all_of(wanted.begin(), wanted.end(),
                                        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
        if (hasAll && !wanted.isEmpty()) {
            ids.push_back(node.id);
        }
    }
    return ids;
}

} // namespace faultline::ui
