#include "ui/common/diagrampicture.h"

#include <QtCore/QCache>
#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

constexpr qreal kPadX = 12;
constexpr qreal kPadY = 7;
constexpr qreal kGlyph = 10;
constexpr qreal kGlyphRoom = kGlyph + 8;

constexpr qreal kCompactPadY = 3;

qreal padY(const NodeLook &look) { return look.compact ? kCompactPadY : kPadY; }
qreal leastHeight(const NodeLook &look) { return look.compact ? 26 : look.wraps ? 36 : 32; }

qreal glyphRoom(const NodeLook &look) { return look.glyph == Glyph::None ? 0 : kGlyphRoom; }

/// A text as it is measured: as tall as it gets in a width, or as wide as it is.
struct Measured {
    QString text;
    QStringList families; // not the font itself: what is kept outlives the application
    int pixels = 0;
    int weight = 0;
    qreal width = -1; ///< negative: on one line

    bool operator==(const Measured &) const = default;
};

size_t qHash(const Measured &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.pixels, key.weight, key.width);
}

/// Shaping text is nearly all of what a layout costs, and a diagram says the same again after each change.
template <typename Measure> qreal remembered(const QString &text, const QFont &font, qreal width, Measure measure)
{
    const Measured key{text, font.families(), font.pixelSize(), font.weight(), width};
    constexpr int kMost = 4096;
    static QCache<Measured, qreal> known(kMost); // of the one thread that draws
    if (const qreal *found = known.object(key)) {
        return *found;
    }
    const qreal made = measure(QFontMetricsF(font));
    known.insert(key, new qreal(made));
    return made;
}

qreal advance(const QString &text, const QFont &font)
{
    return remembered(text, font, -1, [&](const QFontMetricsF &metrics) { return metrics.horizontalAdvance(text); });
}

qreal titleHeight(const NodeLook &look, qreal width)
{
    const QFont font = titleFontOf(look);
    if (!look.wraps) {
        return std::ceil(QFontMetricsF(font).height());
    }
    return remembered(look.title, font, width, [&](const QFontMetricsF &metrics) {
        const QRectF room(0, 0, width, 1000);
        return std::ceil(metrics.boundingRect(room, Qt::TextWordWrap | Qt::AlignHCenter, look.title).height());
    });
}

qreal detailHeight(const NodeLook &look)
{
    return look.detail.isEmpty() ? 0 : std::ceil(QFontMetricsF(smallFont()).height()) + 1;
}

} // namespace

const PictureNode *Picture::find(const QString &id) const
{
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const PictureNode &node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

Tone toneOf(Ink ink, const Theme &theme)
{
    switch (ink) {
    case Ink::Quiet:
        return {theme.line, theme.unknown.background};
    case Ink::Path:
        return theme.path;
    case Ink::Fine:
        return theme.fine;
    case Ink::Fault:
        return theme.fault;
    case Ink::Suspected:
        return theme.suspected;
    case Ink::Unknown:
        return theme.unknown;
    }
    return theme.unknown;
}

QFont titleFontOf(const NodeLook &look)
{
    QFont font = look.strong ? boldFont() : textFont();
    font.setPixelSize(scaled(look.wraps ? measure::textPixels - 1 : measure::textPixels));
    return font;
}

QSizeF nodeSize(const NodeLook &look, qreal width)
{
    const qreal text = width - 2 * kPadX - glyphRoom(look);
    const qreal height = titleHeight(look, text) + detailHeight(look) + 2 * padY(look);
    return {width, std::max(leastHeight(look), height)};
}

qreal nodeWidth(const NodeLook &look, qreal most)
{
    const qreal title = advance(look.title, titleFontOf(look));
    const qreal detail = advance(look.detail, smallFont());
    return std::min(most, std::ceil(std::max(title, detail)) + 2 * kPadX + glyphRoom(look) + 2);
}

QSizeF labelSize(const QString &label)
{
    if (label.isEmpty()) {
        return {};
    }
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    return {std::ceil(advance(label, font)) + 10, std::ceil(QFontMetricsF(font).height()) + 2};
}

QSizeF labelSize(const EdgeLook &look)
{
    const QSizeF text = labelSize(look.label);
    return text.isEmpty() || look.glyph == Glyph::None ? text : text + QSizeF(labelGlyphRoom, 0);
}

NodeRooms nodeRooms(const NodeLook &look, const QRectF &rect)
{
    NodeRooms rooms;
    const qreal side = glyphRoom(look);
    const QRectF inner = rect.adjusted(kPadX, 0, -kPadX - side, 0);
    const qreal title = titleHeight(look, inner.width());
    const qreal detail = detailHeight(look);
    const qreal top = rect.center().y() - (title + detail) / 2;
    rooms.title = {inner.x(), top, inner.width(), title};
    rooms.detail = {inner.x(), top + title, inner.width(), detail};
    const qreal middle = look.wraps ? rect.center().y() : rooms.title.center().y();
    rooms.glyph = {rect.right() - kPadX - kGlyph + 2, middle - kGlyph / 2, kGlyph, kGlyph};
    return rooms;
}

QString plainTip(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    return u"<span>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</span>"_s;
}

} // namespace faultline::ui
