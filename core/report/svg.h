#pragma once

#include "core/report/report.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>

namespace faultline::report {

/// What the report and its pictures look like: CSS, for light, dark and paper.
QString styleSheet();

/// Text for HTML and XML content and attributes.
QString escapedXml(const QString &text);

/// Shortens to what fits `width` pixels, with an ellipsis.
QString elided(const QString &text, qreal width, qreal pixelSize, const MeasureText &measure);

/// CSS class of a state: "fine", "fault", "suspected", "unknown", "intended"; colours are the style sheet's.
QString stateClass(guide::LayerState state);

/// "✓", "✕", "!", "?", "–": no state by colour alone.
QString stateGlyph(guide::LayerState state);

/// Writes SVG elements; classes only, so that light and dark are decided by the style sheet around it.
class SvgWriter
{
public:
    void box(const QRectF &rect, qreal radius, const QString &cssClass);
    void text(QPointF baseline, const QString &text, const QString &cssClass);
    void centred(QPointF baseline, const QString &text, const QString &cssClass);
    /// Orthogonal way with an arrow head at its end.
    void arrow(const std::vector<QPointF> &points, const QString &cssClass);
    void title(const QString &text);

    /// The finished element; `name` is read by screen readers.
    QString take(const QRectF &bounds, const QString &name);

private:
    QString m_body;
};

} // namespace faultline::report
