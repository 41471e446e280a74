#include "ui/export/pdf.h"

#include "core/report/document.h"
#include "ui/common/theme.h"
#include "ui/export/pdfoutline.h"
#include "ui/export/pdftext.h"

#include <QtCore/QBuffer>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace faultline::ui::exporting {

namespace {

constexpr int kDotsPerInch = 96; // as a picture's pixels are meant
constexpr qreal kPointsPerDot = 72.0 / kDotsPerInch;
constexpr qreal kMarginMm = 15;
constexpr qreal kFootRoom = 24;

/// The headings and where they stand, in points from the upper edge of their page.
std::vector<Bookmark> bookmarksOf(const QTextDocument &document, qreal pageHeight)
{
    const qreal margin = kMarginMm / 25.4 * 72;
    std::vector<Bookmark> bookmarks;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().intProperty(PdfText::kLevel);
        if (level == 0)
            continue;
        const qreal top = document.documentLayout()->blockBoundingRect(block).top();
        const int page = static_cast<int>(std::floor(top / pageHeight));
        bookmarks.push_back({block.text(), bookmarks.empty() ? 0 : level - 1, page,
                             margin + (top - page * pageHeight) * kPointsPerDot});
    }
    return bookmarks;
}

/// A heading stands on the page of what it heads.
void keepHeadings(QTextDocument &document, qreal pageHeight)
{
    // A line that finds no room any more goes to the next page within its block.
    const auto pageOf = [&](const QTextBlock &block) {
        const qreal line = block.layout()->lineCount() > 0 ? block.layout()->lineAt(0).y() : 0;
        return std::floor((document.documentLayout()->blockBoundingRect(block).top() + line) / pageHeight);
    };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlock next = block.next();
        while (next.isValid() && next.text().isEmpty())
            next = next.next();
        const bool isHeading = block.blockFormat().intProperty(PdfText::kLevel) > 0;
        if (!isHeading || !next.isValid() || pageOf(block) == pageOf(next))
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(block).setBlockFormat(format);
    }
}

void paint(QPdfWriter &writer, QTextDocument &document, const QSizeF &page, const QString &foot)
{
    QPainter painter(&writer);
    const int pages = document.pageCount();
    for (int number = 0; number < pages; ++number) {
        if (number > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -number * page.height());
        document.drawContents(&painter, QRectF(0, number * page.height(), page.width(), page.height()));
        painter.restore();
        QFont font(u"DejaVu Sans"_s);
        font.setPointSizeF(7);
        painter.setFont(font);
        painter.setPen(Theme::light().dimText);
        painter.drawText(QRectF(0, page.height() + 4, page.width(), kFootRoom), Qt::AlignLeft | Qt::AlignBottom, foot);
        painter.drawText(QRectF(0, page.height() + 4, page.width(), kFootRoom), Qt::AlignRight | Qt::AlignBottom,
                         u"%1 / %2"_s.arg(number + 1).arg(pages));
    }
}

} // namespace

QByteArray toPdf(const report::Input &input, const report::MeasureText &measure)
{
    const std::vector<report::Block> blocks = report::documentOf(input);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    writer.setTitle(blocks.empty() ? QString() : blocks.front().text);
    writer.setCreator(input.context.program + u' ' + input.context.programVersion);
    const QSizeF page = QSizeF(writer.width(), writer.height() - kFootRoom);
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    document.setPageSize(page);
    PdfPictures pictures(QSizeF(page.width(), page.height() - 40));
    document.documentLayout()->registerHandler(PdfPictures::kObject, &pictures);
    PdfText text(document, pictures, input, measure);
    for (const report::Block &block : blocks)
        text.add(block);
    keepHeadings(document, page.height());
    const QString foot = blocks.size() > 1 ? blocks[1].text : QString();
    paint(writer, document, page, foot);
    buffer.close();
    const bool isChinese = input.language == base::Language::Chinese;
    return withOutline(buffer.data(), bookmarksOf(document, page.height()), isChinese ? u"zh-CN"_s : u"en"_s);
}

} // namespace faultline::ui::exporting
