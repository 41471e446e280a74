#include "core/report/svg.h"

#include <QtCore/QLineF>

#include <utility>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

QString number(qreal value) { return QString::number(value, 'f', 1); }

QString point(QPointF p) { return number(p.x()) + u',' + number(p.y()); }

/// A small triangle whose tip is `tip`, pointing away from `from`.
QString arrowHead(QPointF from, QPointF tip, const QString &cssClass)
{
    QLineF back(tip, from);
    if (back.length() < 0.1)
        return {};
    back.setLength(8);
    QLineF side = back.normalVector();
    side.setLength(4);
    const QPointF offset(side.dx(), side.dy());
    return u"<polygon class=\"head %1\" points=\"%2 %3 %4\"/>"_s.arg(cssClass, point(tip), point(back.p2() + offset),
                                                                     point(back.p2() - offset));
}

} // namespace

QString escapedXml(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        // What XML 1.0 forbids has no place in HTML either.
        const bool forbidden = c < u' ' && c != u'\n' && c != u'\t';
        safe += forbidden ? u"\ufffd"_s : QString(c);
    }
    return safe.toHtmlEscaped();
}

QString elided(const QString &text, qreal width, qreal pixelSize, const MeasureText &measure)
{
    if (measure(text, pixelSize, false).width() <= width)
        return text;
    qsizetype length = text.size();
    while (length > 1 && measure(text.first(length) + u'…', pixelSize, false).width() > width)
        --length;
    return text.first(length).trimmed() + u'…';
}

QString stateClass(guide::LayerState state)
{
    switch (state) {
    case guide::LayerState::Fine:
        return u"fine"_s;
    case guide::LayerState::Fault:
        return u"fault"_s;
    case guide::LayerState::Suspected:
    case guide::LayerState::Open:
    case guide::LayerState::Waiting:
        return u"suspected"_s;
    case guide::LayerState::Intended:
        return u"intended"_s;
    case guide::LayerState::Explained:
    case guide::LayerState::NotTried:
    case guide::LayerState::NotChecked:
    case guide::LayerState::Unused:
        break;
    }
    return u"unknown"_s;
}

QString stateGlyph(guide::LayerState state)
{
    switch (state) {
    case guide::LayerState::Fine:
        return u"✓"_s;
    case guide::LayerState::Fault:
        return u"✕"_s;
    case guide::LayerState::Suspected:
        return u"!"_s;
    case guide::LayerState::Waiting:
        return u"…"_s;
    case guide::LayerState::Intended:
    case guide::LayerState::Unused:
        return u"–"_s;
    case guide::LayerState::Explained:
        return u"↑"_s;
    case guide::LayerState::Open:
    case guide::LayerState::NotTried:
    case guide::LayerState::NotChecked:
        break;
    }
    return u"?"_s;
}

QSizeF estimateText(const QString &text, qreal pixelSize, bool bold)
{
    qreal width = 0;
    for (const QChar c : text) {
        const bool wide = c.unicode() >= 0x2E80; // CJK and full-width forms
        const bool narrow = QStringView(u"iljt.,:;|!'()[] ").contains(c);
        width += wide ? 1.0 : narrow ? 0.36 : c.isUpper() ? 0.70 : 0.58;
    }
    return {width * pixelSize * (bold ? 1.08 : 1.0), pixelSize * 1.3};
}

void SvgWriter::box(const QRectF &rect, qreal radius, const QString &cssClass)
{
    m_body += u"<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\" rx=\"%6\"/>"_s.arg(
        cssClass, number(rect.x()), number(rect.y()), number(rect.width()), number(rect.height()), number(radius));
}

void SvgWriter::text(QPointF baseline, const QString &text, const QString &cssClass)
{
    m_body += u"<text class=\"%1\" x=\"%2\" y=\"%3\">"_s.arg(cssClass, number(baseline.x()), number(baseline.y())) +
              escapedXml(text) + u"</text>"_s;
}

void SvgWriter::centred(QPointF baseline, const QString &text, const QString &cssClass)
{
    this->text(baseline, text, cssClass + u" centred"_s);
}

void SvgWriter::arrow(const std::vector<QPointF> &points, const QString &cssClass)
{
    if (points.size() < 2)
        return;
    QStringList way;
    for (const QPointF &p : points)
        way += point(p);
    m_body += u"<polyline class=\"edge %1\" points=\"%2\"/>"_s.arg(cssClass, way.join(u' ')) +
              arrowHead(points[points.size() - 2], points.back(), cssClass);
}

void SvgWriter::title(const QString &text) { m_body += u"<title>"_s + escapedXml(text) + u"</title>"_s; }

QString SvgWriter::take(const QRectF &bounds, const QString &name)
{
    const QRectF box = bounds.adjusted(-8, -8, 8, 8);
    const QString head =
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%1\" viewBox=\"%2 %3 %4 %5\" "
        "width=\"%4\" height=\"%5\">"_s.arg(escapedXml(name), number(box.x()), number(box.y()), number(box.width()),
                                            number(box.height()));
    return head + std::exchange(m_body, {}) + u"</svg>"_s;
}

} // namespace faultline::report
