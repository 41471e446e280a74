#include "ui/wizard/patchfold.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {

/// A line of a YAML block: how far it is indented, and what it says.
struct Line {
    qsizetype indent = 0;
    QString text;
};

std::vector<Line> linesOf(const QString &patch)
{
    std::vector<Line> lines;
    for (const QString &each : patch.split(u'\n')) {
        const QString text = each.trimmed();
        lines.push_back({each.size() - each.mid(each.indexOf(text)).size(), text});
    }
    return lines;
}

/// "containers:", with nothing behind it.
bool isBareKey(const QString &text)
{
    return text.size() > 1 && text.endsWith(u':') && !text.startsWith(u'-') && !text.contains(u' ') &&
           !text.contains(u'"') && !text.startsWith(u'#');
}

/// One behind the last line that hangs under line `at`.
size_t endOf(const std::vector<Line> &lines, size_t at)
{
    size_t end = at + 1;
    while (end < lines.size() && lines[end].indent > lines[at].indent)
        ++end;
    return end;
}

/// Whether line `at` is a key with exactly one key in it, which has its value on further lines.
bool holdsOneKey(const std::vector<Line> &lines, size_t at)
{
    const size_t child = at + 1;
    if (!isBareKey(lines[at].text) || child >= lines.size() || lines[child].indent <= lines[at].indent)
        return false;
    return isBareKey(lines[child].text) && endOf(lines, child) == endOf(lines, at);
}

void joinWithChild(std::vector<Line> &lines, size_t at)
{
    const size_t end = endOf(lines, at);
    const qsizetype by = lines[at + 1].indent - lines[at].indent;
    lines[at].text.chop(1);
    lines[at].text += u'.' + lines[at + 1].text;
    for (size_t i = at + 1; i < end; ++i)
        lines[i].indent -= by;
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

} // namespace

QString foldedPatch(const QString &patch)
{
    std::vector<Line> lines = linesOf(patch);
    const bool isPlain = std::none_of(lines.begin(), lines.end(), [](const Line &line) {
        return line.text.isEmpty() || line.text.contains(u'\t') || line.text.endsWith(u'|') ||
               (line.indent == 0 && (line.text.startsWith(u'+') || line.text.startsWith(u'-')));
    });
    if (!isPlain)
        return patch;
    for (size_t at = 0; at < lines.size(); ++at) {
        while (holdsOneKey(lines, at))
            joinWithChild(lines, at);
    }
    QStringList folded;
    for (const Line &line : lines)
        folded += QString(line.indent, u' ') + line.text;
    return folded.join(u'\n');
}

} // namespace faultline::ui::wizard
