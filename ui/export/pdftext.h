#pragma once

#include "core/report/document.h"
#include "ui/export/pdfpicture.h"

#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>

#include <functional>

namespace faultline::ui::exporting {

/// Sets a report's blocks as a QTextDocument for paper.
class PdfText
{
public:
    /// Property of a heading's block: its level, 1 for a subject.
    static constexpr int kLevel = QTextFormat::UserProperty + 2;

    PdfText(QTextDocument &document, PdfPictures &pictures, const report::Input &input,
            const report::MeasureText &measure);

    void add(const report::Block &block);

private:
    void line(const QString &text, qreal points, bool bold, const QColor &ink, int level = 0);
    void boxed(const QString &text, const QColor &ink);
    void fixed(const QStringList &lines, const std::function<QTextCharFormat(qsizetype)> &lookOf);
    void code(QStringList lines, qsizetype marked);
    void patch(const QStringList &lines);
    void list(const QStringList &lines, QTextListFormat::Style style);
    void table(const report::Block &block);
    void layers(const std::vector<report::LayerView> &layers);
    void picture(const report::Block &block);

    QTextCursor m_cursor;
    PdfPictures &m_pictures;
    const report::Input &m_input;
    const report::MeasureText &m_measure;
};

} // namespace faultline::ui::exporting
