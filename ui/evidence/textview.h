#pragma once

#include <QtWidgets/QPlainTextEdit>

namespace faultline::ui::evidence {

/// A plain text to read, in the font of machines. Keeps its place when the same text comes again.
class TextView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return toPlainText(); }
};

} // namespace faultline::ui::evidence
