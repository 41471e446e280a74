#include "ui/export/pdfpicture.h"

#include "core/report/svg.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QPainter>
#include <QtGui/QTextDocument>

using namespace Qt::StringLiterals;

namespace faultline::ui::exporting {

QString pictureStyle()
{
    const QString css = report::styleSheet();
    static const QRegularExpression variable(u"(--[a-z-]+):\\s*([^;]+);"_s);
    static const QRegularExpression rule(u"svg( [^{},]+(?:,\\s*svg [^{},]+)*)\\{([^}]*)\\}"_s);
    // The first block is the light theme.
    const QString light = css.section(u'}', 0, 0);
    QString style;
    for (auto it = rule.globalMatch(css); it.hasNext();) {
        const auto match = it.next();
        style += match.captured(1).replace(u"svg "_s, QString()) + u'{' + match.captured(2) + u'}';
    }
    for (auto it = variable.globalMatch(light); it.hasNext();) {
        const auto match = it.next();
        style.replace(u"var("_s + match.captured(1) + u')', match.captured(2).trimmed());
    }
    return style.replace(u"system-ui, sans-serif"_s, u"DejaVu Sans"_s);
}

QTextCharFormat PdfPictures::add(const QString &svg)
{
    QString styled = svg;
    styled.insert(svg.indexOf(u'>') + 1, u"<style>"_s + m_style + u"</style>"_s);
    m_pictures.push_back(std::make_unique<QSvgRenderer>(styled.toUtf8()));
    QTextCharFormat format;
    format.setObjectType(kObject);
    format.setProperty(kNumber, static_cast<int>(m_pictures.size()) - 1);
    return format;
}

QSvgRenderer &PdfPictures::of(const QTextFormat &format) const
{
    return *m_pictures.at(static_cast<size_t>(format.intProperty(kNumber)));
}

QSizeF PdfPictures::intrinsicSize(QTextDocument * /*document*/, int /*position*/, const QTextFormat &format)
{
    const QSizeF size = of(format).viewBoxF().size();
    const bool fits = size.width() <= m_most.width() && size.height() <= m_most.height();
    return fits ? size : size.scaled(m_most, Qt::KeepAspectRatio);
}

void PdfPictures::drawObject(QPainter *painter, const QRectF &rect, QTextDocument * /*document*/, int /*position*/,
                             const QTextFormat &format)
{
    of(format).render(painter, rect);
}

} // namespace faultline::ui::exporting
