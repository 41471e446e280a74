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

    /// Lines (from 0) with a ground of their own.
    void tint(const std::vector<int> &lines, const QColor &ground);
    /// Scrolls until the line stands near the middle, and puts the cursor at its beginning.
    void showLine(int line);

private:
    void showSelections();

    QList<QTextEdit::ExtraSelection> m_tints;
    QList<QTextEdit::ExtraSelection> m_marks;
};

} // namespace faultline::ui::evidence
