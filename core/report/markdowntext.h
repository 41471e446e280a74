#pragma once

#include <QtCore/QString>

namespace faultline::report {

/// Cluster text as Markdown text: nothing in it can become markup, a link, a mention or HTML.
QString escapedMarkdown(const QString &text);

/// Cluster text set in a fixed width, in one line; safe in a table's cell as well.
QString codeMarkdown(const QString &text);

} // namespace faultline::report
