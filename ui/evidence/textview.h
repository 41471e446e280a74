#pragma once

#include <QtWidgets/QPlainTextEdit>

#include <vector>

namespace faultline::ui::evidence {

/// A plain text to read, in the font of machines. Keeps its place when the same text comes again.
class TextView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return toPlainText(); }

    /// Shows where a search has found something: places in the text, each of that length.
    void mark(const std::vector<int> &places, int length);
    /// Scrolls to a place and selects it.
    void showPlace(int place, int length);
};

} // namespace faultline::ui::evidence
