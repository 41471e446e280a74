#pragma once

#include "ui/common/theme.h"

#include <QtGui/QSyntaxHighlighter>

namespace faultline::ui::evidence {

/// Light colours for YAML as printYaml() writes it: keys, quoted strings, and what is quiet (dashes, null, folds).
/// Never the only carrier of a meaning.
class YamlColours : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit YamlColours(QTextDocument *document) : QSyntaxHighlighter(document) {}

    void setTheme(const Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::evidence
