#include "ui/export/pdftext.h"

#include "core/report/svg.h"
#include "ui/common/theme.h"

#include <QtGui/QTextFrame>
#include <QtGui/QTextList>
#include <QtGui/QTextTable>

using namespace Qt::StringLiterals;

namespace faultline::ui::exporting {

namespace {

using report::Block;
using Type = Block::Type;

constexpr qreal kText = 9;
constexpr qreal kSmall = 7.5;

QColor inkOf(guide::Health health, const Theme &theme)
{
    switch (health) {
    case guide::Health::Fault:
        return theme.fault.foreground;
    case guide::Health::Open:
    case guide::Health::Waiting:
        return theme.suspected.foreground;
    case guide::Health::Fine:
        return theme.fine.foreground;
    case guide::Health::Unjudged:
        break;
    }
    return theme.unknown.foreground;
}

QTextCharFormat letters(qreal points, bool bold, const QColor &ink)
{
    QTextCharFormat format;
    format.setFontFamilies({u"DejaVu Sans"_s, u"WenQuanYi Micro Hei"_s});
    format.setFontPointSize(points);
    format.setFontWeight(bold ? QFont::Bold : QFont::Normal);
    format.setForeground(ink);
    return format;
}

QTextCharFormat fixedLetters(qreal points, const QColor &ink)
{
    QTextCharFormat format = letters(points, false, ink);
    format.setFontFamilies({u"DejaVu Sans Mono"_s, u"WenQuanYi Micro Hei"_s});
    return format;
}

/// Long names may break behind these: a table cell is narrow, and nothing may be cut.
QString breakableName(QString text)
{
    for (const QChar c : u"./-_=:,"_s)
        text.replace(c, QString(c) + QChar(0x200B));
    return text;
}

const Theme &paper()
{
    static const Theme theme = Theme::light();
    return theme;
}

/// A shaded box over the whole width, for one piece of text.
QTextTableFormat boxFormat()
{
    QTextTableFormat format;
    format.setBackground(paper().code);
    format.setBorder(0);
    format.setCellPadding(6);
    format.setTopMargin(3);
    format.setBottomMargin(3);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    return format;
}

} // namespace

PdfText::PdfText(QTextDocument &document, PdfPictures &pictures, const report::Input &input,
                 const report::MeasureText &measure)
    : m_cursor(&document), m_pictures(pictures), m_input(input), m_measure(measure)
{
}

void PdfText::add(const Block &block)
{
    const Theme &theme = paper();
    switch (block.type) {
    case Type::Title:
        return line(block.text, 16, true, theme.text);
    case Type::Subject:
        return line(block.text, 13, true, theme.text, 1);
    case Type::Heading:
        return line(block.text, 10, true, theme.dimText, 2);
    case Type::Text:
        return line(block.text, kText, false, theme.text);
    case Type::Dim:
        return line(block.text, kText, false, theme.dimText);
    case Type::Warning:
        return line(u"! "_s + block.text, kText, true, theme.fault.foreground);
    case Type::Banner:
        return boxed(block.text, inkOf(block.health, theme));
    case Type::Layers:
        return layers(block.layers);
    case Type::Bullets:
    case Type::Links:
        return list(block.lines, QTextListFormat::ListDisc);
    case Type::Numbers:
        return list(block.lines, QTextListFormat::ListDecimal);
    case Type::Table:
        return table(block);
    case Type::Code:
        return code(block.text.split(u'\n'), -1);
    case Type::Log:
        return code(block.lines, block.marked);
    case Type::Patch:
        return patch(block.text.split(u'\n'));
    case Type::Topology:
    case Type::Path:
        return picture(block);
    }
}

void PdfText::line(const QString &text, qreal points, bool bold, const QColor &ink, int level)
{
    QTextBlockFormat format;
    format.setTopMargin(level == 1 ? 14 : level == 2 ? 9 : 2);
    format.setBottomMargin(3);
    format.setProperty(kLevel, level);
    if (level > 0)
        format.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
    m_cursor.insertBlock(format, letters(points, bold, ink));
    m_cursor.insertText(text);
}

void PdfText::boxed(const QString &text, const QColor &ink)
{
    QTextTable *box = m_cursor.insertTable(1, 1, boxFormat());
    box->cellAt(0, 0).firstCursorPosition().insertText(text, letters(kText + 1, true, ink));
    m_cursor.movePosition(QTextCursor::End);
}

void PdfText::fixed(const QStringList &lines, const std::function<QTextCharFormat(qsizetype)> &lookOf)
{
    QTextCursor inside = m_cursor.insertTable(1, 1, boxFormat())->cellAt(0, 0).firstCursorPosition();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            inside.insertBlock();
        inside.insertText(lines[i], lookOf(i));
    }
    m_cursor.movePosition(QTextCursor::End);
}

void PdfText::code(QStringList lines, qsizetype marked)
{
    if (marked >= 0)
        lines[marked].prepend(u"▸ "_s);
    fixed(lines, [marked](qsizetype i) {
        QTextCharFormat look = fixedLetters(kSmall, i == marked ? paper().suspected.foreground : paper().text);
        look.setFontWeight(i == marked ? QFont::Bold : QFont::Normal);
        return look;
    });
}

void PdfText::patch(const QStringList &lines)
{
    fixed(lines, [&lines](qsizetype i) {
        const Theme &theme = paper();
        const bool comes = lines[i].startsWith(u'+'), goes = lines[i].startsWith(u'-');
        return fixedLetters(kSmall, comes ? theme.fine.foreground : goes ? theme.fault.foreground : theme.text);
    });
}

void PdfText::list(const QStringList &lines, QTextListFormat::Style style)
{
    QTextListFormat format;
    format.setStyle(style);
    QTextBlockFormat block;
    block.setBottomMargin(2);
    QTextList *all = nullptr;
    for (const QString &one : lines) {
        m_cursor.insertBlock(block, letters(kText, false, paper().text));
        if (all == nullptr) {
            all = m_cursor.createList(format);
        } else {
            all->add(m_cursor.block());
        }
        m_cursor.insertText(one);
    }
    // What follows is no item.
    m_cursor.insertBlock(QTextBlockFormat(), letters(1, false, paper().text));
}

void PdfText::table(const Block &block)
{
    const Theme &theme = paper();
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    format.setBorder(0.5);
    format.setBorderBrush(theme.line);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setCellPadding(3);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    const int columns = static_cast<int>(block.columns.size());
    QTextTable *grid = m_cursor.insertTable(static_cast<int>(block.rows.size()) + 1, columns, format);
    for (int column = 0; column < columns; ++column) {
        const Block::Column &about = block.columns[static_cast<size_t>(column)];
        grid->cellAt(0, column).firstCursorPosition().insertText(about.title, letters(kSmall, true, theme.dimText));
        for (size_t row = 0; row < block.rows.size(); ++row) {
            const QString &text = block.rows[row][column];
            QTextCursor cell = grid->cellAt(static_cast<int>(row) + 1, column).firstCursorPosition();
            cell.insertText(about.isName ? breakableName(text) : text,
                            about.isName ? fixedLetters(kSmall, theme.text) : letters(kSmall, false, theme.text));
        }
    }
    m_cursor.movePosition(QTextCursor::End);
}

void PdfText::layers(const std::vector<report::LayerView> &layers)
{
    QStringList parts;
    for (const report::LayerView &layer : layers)
        parts += report::stateGlyph(layer.state) + u' ' + layer.name + u": "_s + layer.stateWord;
    line(parts.join(u"   "_s), kText, false, paper().text);
}

void PdfText::picture(const Block &block)
{
    const bool isPath = block.type == Type::Path;
    const QString svg = isPath ? report::pathSvg(m_input, *block.diagnosis, m_measure)
                               : report::topologySvg(m_input, *block.diagnosis, m_measure);
    if (svg.isEmpty())
        return;
    const QString heading = isPath ? report::phrase(m_input.language, u"The way through the guide"_s, u"排查路径"_s)
                                   : report::phrase(m_input.language, u"Topology"_s, u"拓扑"_s);
    line(heading, 10, true, paper().dimText, 2);
    m_cursor.insertBlock();
    m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), m_pictures.add(svg));
}

} // namespace faultline::ui::exporting
