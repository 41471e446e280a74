#include "core/report/document.h"
#include "core/report/svg.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::report {

namespace {

using Type = Block::Type;

QString element(const QString &tag, const QString &content, const QString &cssClass = {})
{
    const QString attribute = cssClass.isEmpty() ? QString() : u" class=\"%1\""_s.arg(cssClass);
    return u'<' + tag + attribute + u'>' + content + u"</"_s + tag + u'>';
}

QString healthClass(guide::Health health)
{
    switch (health) {
    case guide::Health::Fault:
        return u"fault"_s;
    case guide::Health::Open:
    case guide::Health::Waiting:
        return u"suspected"_s;
    case guide::Health::Fine:
        return u"fine"_s;
    case guide::Health::Unjudged:
        break;
    }
    return u"unknown"_s;
}

/// A patch with its added and removed lines marked, by sign as well as by colour.
QString patchHtml(const QString &patch)
{
    QStringList lines;
    for (const QString &line : patch.split(u'\n')) {
        const QString safe = escapedXml(line);
        lines += line.startsWith(u'+')   ? element(u"span"_s, safe, u"plus"_s)
                 : line.startsWith(u'-') ? element(u"span"_s, safe, u"minus"_s)
                                         : safe;
    }
    return element(u"pre"_s, lines.join(u'\n'));
}

QString logHtml(const Block &block)
{
    QStringList lines;
    for (qsizetype i = 0; i < block.lines.size(); ++i) {
        const QString safe = escapedXml(block.lines[i]);
        lines += i == block.marked ? element(u"mark"_s, u"▸ "_s + safe) : safe;
    }
    return element(u"pre"_s, lines.join(u'\n'));
}

QString listHtml(const QString &tag, const QStringList &lines)
{
    QString items;
    for (const QString &line : lines)
        items += element(u"li"_s, escapedXml(line));
    return element(tag, items);
}

QString linksHtml(const QStringList &addresses)
{
    QString items;
    for (const QString &address : addresses)
        items += element(u"li"_s, u"<a href=\"%1\" rel=\"noreferrer\">%1</a>"_s.arg(escapedXml(address)));
    return element(u"ul"_s, items);
}

/// Long names may break behind these, and not within a word.
QString breakable(const QString &safe)
{
    static const QRegularExpression joint(u"([./\\[\\-])(?=[A-Za-z0-9])"_s);
    return QString(safe).replace(joint, u"\\1<wbr/>"_s);
}

QString tableHtml(const Block &block)
{
    QString rows, head;
    for (const Block::Column &column : block.columns)
        head += element(u"th"_s, escapedXml(column.title));
    for (const QStringList &row : block.rows) {
        QString cells;
        for (size_t i = 0; i < block.columns.size(); ++i) {
            const bool isName = block.columns[i].isName;
            const QString safe = escapedXml(row[static_cast<qsizetype>(i)]);
            const QString look = block.columns[i].isShort ? u"short"_s : QString();
            cells += isName ? element(u"td"_s, breakable(safe), u"name"_s) : element(u"td"_s, safe, look);
        }
        rows += element(u"tr"_s, cells);
    }
    return element(u"table"_s, element(u"thead"_s, element(u"tr"_s, head)) + element(u"tbody"_s, rows));
}

QString layersHtml(const Block &block)
{
    QString spans;
    for (const LayerView &layer : block.layers) {
        spans += element(u"span"_s, stateGlyph(layer.state) + u' ' + escapedXml(layer.name + u": "_s + layer.stateWord),
                         stateClass(layer.state));
    }
    return element(u"div"_s, spans, u"chips"_s);
}

class HtmlWriter
{
public:
    HtmlWriter(const Input &input, const MeasureText &measure)
        : m_input(input), m_measure(measure), m_language(input.language)
    {
    }

    QString document()
    {
        QString body;
        bool isInSection = false;
        for (const Block &block : documentOf(m_input)) {
            if (block.type == Type::Subject) {
                body += isInSection ? u"</section>\n<section>"_s : u"<section>"_s;
                isInSection = true;
            }
            body += written(block) + u'\n';
        }
        return head() + body + (isInSection ? u"</section>"_s : QString()) + u"</main></body></html>\n"_s;
    }

private:
    QString head() const
    {
        const QString lang = m_language == base::Language::Chinese ? u"zh-CN"_s : u"en"_s;
        const QString title = phrase(m_language, u"Faultline report"_s, u"Faultline 诊断报告"_s);
        return u"<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"_s.arg(lang) +
               escapedXml(title) + u"</title><style>"_s + styleSheet() + u"</style></head><body><main>\n"_s;
    }

    QString written(const Block &block) const
    {
        switch (block.type) {
        case Type::Title:
            return element(u"h1"_s, escapedXml(block.text));
        case Type::Subject:
            return element(u"h2"_s, escapedXml(block.text));
        case Type::Heading:
            return element(u"h3"_s, escapedXml(block.text));
        case Type::Text:
            return element(u"p"_s, escapedXml(block.text));
        case Type::Dim:
            return element(u"p"_s, escapedXml(block.text), u"dim"_s);
        case Type::Warning:
            return element(u"p"_s, u"! "_s + escapedXml(block.text), u"insecure"_s);
        case Type::Banner:
            return element(u"div"_s, escapedXml(block.text), u"banner "_s + healthClass(block.health));
        case Type::Layers:
            return layersHtml(block);
        case Type::Bullets:
            return listHtml(u"ul"_s, block.lines);
        case Type::Numbers:
            return listHtml(u"ol"_s, block.lines);
        case Type::Table:
            return tableHtml(block);
        case Type::Code:
            return element(u"pre"_s, escapedXml(block.text));
        case Type::Log:
            return logHtml(block);
        case Type::Patch:
            return patchHtml(block.text);
        case Type::Links:
            return linksHtml(block.lines);
        case Type::Topology:
        case Type::Path:
            break;
        }
        return picture(block);
    }

    QString picture(const Block &block) const
    {
        if (block.type == Type::Path) {
            const QString heading = phrase(m_language, u"The way through the guide"_s, u"排查路径"_s);
            return element(u"h3"_s, heading) +
                   element(u"div"_s, pathSvg(m_input, *block.diagnosis, m_measure), u"picture"_s);
        }
        const QString svg = topologySvg(m_input, *block.diagnosis, m_measure);
        if (svg.isEmpty())
            return {};
        return element(u"h3"_s, phrase(m_language, u"Topology"_s, u"拓扑"_s)) + element(u"div"_s, svg, u"picture"_s);
    }

    const Input &m_input;
    const MeasureText &m_measure;
    base::Language m_language;
};

} // namespace

QString styleSheet()
{
    QFile file(u":/faultline/report/report.css"_s);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return open ? QString::fromUtf8(file.readAll()) : QString();
}

QString toHtml(const Input &input, const MeasureText &measure) { return HtmlWriter(input, measure).document(); }

} // namespace faultline::report
