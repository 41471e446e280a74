#pragma once

#include <QtCore/QSizeF>
#include <QtGui/QTextObjectInterface>
#include <QtSvg/QSvgRenderer>

#include <memory>
#include <vector>

namespace faultline::ui::exporting {

/// The report's style sheet as far as pictures go, for the light theme and without what QSvgRenderer does not read:
/// variables, and selectors by ancestor.
QString pictureStyle();

/// Puts SVG pictures into a QTextDocument, painted as vectors. A picture is the object type below, with its number.
class PdfPictures : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    static constexpr int kObject = QTextFormat::UserObject + 1;
    static constexpr int kNumber = QTextFormat::UserProperty + 1;

    /// No picture grows beyond `most`; one that is larger is made smaller.
    explicit PdfPictures(const QSizeF &most) : m_most(most) {}

    /// The format of an object character that shows the SVG, of which classes are coloured as on paper.
    QTextCharFormat add(const QString &svg);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

private:
    QSvgRenderer &of(const QTextFormat &format) const;

    QSizeF m_most;
    QString m_style = pictureStyle();
    std::vector<std::unique_ptr<QSvgRenderer>> m_pictures;
};

} // namespace faultline::ui::exporting
