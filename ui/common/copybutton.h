#pragma once

#include <QtWidgets/QPushButton>

namespace faultline::ui {

/// A link-like button that puts a text into the clipboard and says so for a moment.
class CopyButton : public QPushButton
{
    Q_OBJECT

public:
    explicit CopyButton(QWidget *parent = nullptr);

    /// What a click copies; an empty text disables the button.
    void setCopyText(const QString &text);
    /// What is copied, in a few words, for screen readers.
    void setSubject(const QString &subject);

Q_SIGNALS:
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void retranslate();

    QString m_text;
    QString m_subject;
};

} // namespace faultline::ui
