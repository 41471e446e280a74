#pragma once

#include <QtWidgets/QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace faultline::ui::evidence {

class TextView;

/// Searches in one text: how often it was found, the place before and the next one; Ctrl+F inside of `room` leads here.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    /// `room`: the page whose Ctrl+F it takes.
    SearchBar(TextView *text, QWidget *room);

    void setPrompt(const QString &prompt);
    void setFieldName(const QString &name);
    /// The text is another one: what was found is looked for again, without moving it.
    void refresh();
    void focusField();

    static constexpr int kMostMatches = 2000;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void goTo(int step);
    void retranslate();

    TextView *m_text;
    QLineEdit *m_field;
    QLabel *m_found;
    QToolButton *m_before;
    QToolButton *m_next;
    std::vector<int> m_matches; ///< places in the text
    int m_match = -1;
};

} // namespace faultline::ui::evidence
