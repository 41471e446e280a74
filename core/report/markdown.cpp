#include "core/report/document.h"
#include "core/report/markdowntext.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

using Type = Block::Type;

/// A fence longer than any run of backticks inside it.
QString fenced(const QString &text, const QString &language)
{
    static const QRegularExpression ticks(u"`{3,}"_s);
    qsizetype longest = 2;
    for (auto it = ticks.globalMatch(text); it.hasNext();)
        longest = std::max(longest, it.next().capturedLength());
    const QString fence(longest + 1, u'`');
    return fence + language + u'\n' + text + u'\n' + fence + u"\n\n"_s;
}

/// True when a sign stands in a patch's first column; the others are YAML as it is to be.
bool isDiff(const QString &patch)
{
    static const QRegularExpression sign(u"^[+-]"_s, QRegularExpression::MultilineOption);
    return sign.match(patch).hasMatch();
}

QString listed(const QStringList &lines, bool isNumbered)
{
    QString out;
    for (qsizetype i = 0; i < lines.size(); ++i)
        out += (isNumbered ? QString::number(i + 1) + u". "_s : u"- "_s) + escapedMarkdown(lines[i]) + u'\n';
    return out + u'\n';
}

QString linked(const QStringList &addresses)
{
    QString out;
    for (const QString &address : addresses)
        out += u"- <"_s + address + u">\n"_s;
    return out + u'\n';
}

QString row(const QStringList &cells) { return u"| "_s + cells.join(u" | "_s) + u" |\n"_s; }

QString tabled(const Block &block)
{
    QStringList titles, rules;
    for (const Block::Column &column : block.columns) {
        titles += column.title;
        rules += u"---"_s;
    }
    QString out = row(titles) + row(rules);
    for (const QStringList &cells : block.rows) {
        QStringList safe;
        for (size_t i = 0; i < block.columns.size(); ++i) {
            const QString &cell = cells[static_cast<qsizetype>(i)];
            const bool isCode = block.columns[i].isName && !cell.isEmpty();
            safe += isCode ? codeMarkdown(cell) : escapedMarkdown(cell.simplified());
        }
        out += row(safe);
    }
    return out + u'\n';
}

QString layered(const std::vector<LayerView> &layers)
{
    QStringList names, rules, states;
    for (const LayerView &layer : layers) {
        names += layer.name;
        rules += u"---"_s;
        states += layer.stateWord;
    }
    return row(names) + row(rules) + row(states) + u'\n';
}

QString logged(const Block &block)
{
    QStringList lines = block.lines;
    if (block.marked >= 0)
        lines[block.marked].prepend(u"▸ "_s);
    return fenced(lines.join(u'\n'), {});
}

QString written(const Block &block)
{
    const QString end = u"\n\n"_s;
    switch (block.type) {
    case Type::Title:
        return u"# "_s + escapedMarkdown(block.text) + end;
    case Type::Subject:
        return u"## "_s + escapedMarkdown(block.text) + end;
    case Type::Heading:
        return u"### "_s + escapedMarkdown(block.text) + end;
    case Type::Text:
    case Type::Dim:
        return escapedMarkdown(block.text) + end;
    case Type::Warning:
        return u"> **"_s + escapedMarkdown(block.text) + u"**"_s + end;
    case Type::Banner:
        return u"**"_s + escapedMarkdown(block.text) + u"**"_s + end;
    case Type::Layers:
        return layered(block.layers);
    case Type::Bullets:
        return listed(block.lines, false);
    case Type::Numbers:
        return listed(block.lines, true);
    case Type::Table:
        return tabled(block);
    case Type::Code:
        return fenced(block.text, block.language);
    case Type::Log:
        return logged(block);
    case Type::Patch:
        return fenced(block.text, isDiff(block.text) ? u"diff"_s : u"yaml"_s);
    case Type::Links:
        return linked(block.lines);
    case Type::Topology:
    case Type::Path:
        break; // Markdown has no pictures of its own
    }
    return {};
}

} // namespace

QString toMarkdown(const Input &input)
{
    QString out;
    for (const Block &block : documentOf(input))
        out += written(block);
    return out;
}

} // namespace faultline::report
