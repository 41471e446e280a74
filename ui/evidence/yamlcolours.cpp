#include "ui/evidence/yamlcolours.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

void YamlColours::setTheme(const Theme &theme)
{
    if (m_theme == theme)
        return;
    m_theme = theme;
    rehighlight();
}

void YamlColours::highlightBlock(const QString &text)
{
    static const QRegularExpression key(u"^( *)((?:- )*)(\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_./][^:\\s\"]*):(?= |$)"_s);
    static const QRegularExpression quiet(u"^(null|\\{\\}|\\[\\]|\\||\\|-|…(?: .*)?)$"_s);
    // Inside of a block of text (behind `|`) nothing is a key: the state is the indent of its key.
    const auto indent = static_cast<int>(text.size() - QStringView(text).trimmed().size());
    const int block = previousBlockState();
    if (block >= 0 && (text.trimmed().isEmpty() || indent > block)) {
        setCurrentBlockState(block);
        return;
    }
    setCurrentBlockState(-1);
    const auto match = key.match(text);
    qsizetype valueAt = 0;
    if (match.hasMatch()) {
        setFormat(static_cast<int>(match.capturedStart(2)), static_cast<int>(match.capturedLength(2)), m_theme.dimText);
        setFormat(static_cast<int>(match.capturedStart(3)), static_cast<int>(match.capturedLength(3)),
                  m_theme.path.foreground);
        valueAt = match.capturedEnd() + 1;
    }
    const QString value = text.mid(valueAt).trimmed();
    if (quiet.match(value).hasMatch())
        setFormat(static_cast<int>(valueAt), static_cast<int>(text.size() - valueAt), m_theme.dimText);
    if (value == "|"_L1 || value == "|-"_L1)
        setCurrentBlockState(static_cast<int>(match.capturedStart(3)));
}

} // namespace faultline::ui::evidence
