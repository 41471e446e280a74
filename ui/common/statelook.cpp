#include "ui/common/statelook.h"

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::ui {

const StateLook &lookOf(State state)
{
    static const std::array<StateLook, 10> looks{{
        {Glyph::Check, u"✓"_s, {u"fine"_s, u"正常"_s}, Qt::SolidLine, false},
        {Glyph::Cross, u"✕"_s, {u"fault"_s, u"故障"_s}, Qt::SolidLine, false},
        {Glyph::Exclamation, u"!"_s, {u"suspected"_s, u"可疑"_s}, Qt::SolidLine, false},
        {Glyph::Question, u"?"_s, {u"needs your answer"_s, u"需要你来回答"_s}, Qt::SolidLine, false},
        {Glyph::Clock, u"…"_s, {u"waiting"_s, u"等待中"_s}, Qt::SolidLine, false},
        {Glyph::Dash, u"–"_s, {u"intended"_s, u"有意为之"_s}, Qt::SolidLine, false},
        {Glyph::ArrowUp, u"↑"_s, {u"explained by a lower layer"_s, u"由下层问题引起"_s}, Qt::SolidLine, false},
        {Glyph::Question, u"?"_s, {u"not tried"_s, u"尚未测试"_s}, Qt::DashLine, true},
        {Glyph::Question, u"?"_s, {u"not checked"_s, u"未检查"_s}, Qt::DashLine, true},
        {Glyph::None, QString(), {}, Qt::SolidLine, false},
    }};
    return looks.at(static_cast<size_t>(state));
}

namespace {

class Strokes
{
public:
    explicit Strokes(const QRectF &box) : m_box(box) {}
    Strokes &from(qreal x, qreal y) { return m_path.moveTo(at(x, y)), *this; }
    Strokes &to(qreal x, qreal y) { return m_path.lineTo(at(x, y)), *this; }
    Strokes &curve(qreal x1, qreal y1, qreal x2, qreal y2, qreal x, qreal y)
    {
        return m_path.cubicTo(at(x1, y1), at(x2, y2), at(x, y)), *this;
    }
    Strokes &ring() { return m_path.addEllipse(m_box), *this; }
    const QPainterPath &path() const { return m_path; }

private:
    QPointF at(qreal x, qreal y) const { return {m_box.x() + x * m_box.width(), m_box.y() + y * m_box.height()}; }
    QRectF m_box;
    QPainterPath m_path;
};

} // namespace

QPainterPath glyphPath(Glyph glyph, const QRectF &box)
{
    Strokes strokes(box);
    switch (glyph) {
    case Glyph::None:
        return {};
    case Glyph::Check:
        return strokes.from(0.08, 0.55).to(0.38, 0.85).to(0.92, 0.2).path();
    case Glyph::Cross:
        return strokes.from(0.12, 0.12).to(0.88, 0.88).from(0.88, 0.12).to(0.12, 0.88).path();
    case Glyph::Exclamation:
        return strokes.from(0.5, 0.05).to(0.5, 0.62).from(0.5, 0.93).to(0.5, 0.94).path();
    case Glyph::Question:
        return strokes.from(0.2, 0.3)
            .curve(0.2, -0.08, 0.82, -0.08, 0.82, 0.28)
            .curve(0.82, 0.5, 0.5, 0.45, 0.5, 0.68)
            .from(0.5, 0.95)
            .to(0.5, 0.96)
            .path();
    case Glyph::Dash:
        return strokes.from(0.1, 0.5).to(0.9, 0.5).path();
    case Glyph::ArrowUp:
        return strokes.from(0.5, 0.95).to(0.5, 0.08).from(0.16, 0.42).to(0.5, 0.08).to(0.84, 0.42).path();
    case Glyph::Clock:
        return strokes.ring().from(0.5, 0.22).to(0.5, 0.54).to(0.72, 0.68).path();
    }
    return {};
}

} // namespace faultline::ui
