#pragma once

#include "core/base/language.h"
#include "ui/common/diagrambutton.h"

#include <QtWidgets/QFrame>

class QLabel;
class QLineEdit;

namespace faultline::ui {

/// The small search field in a diagram's corner: words, "3 of 12", next, previous, end.
class DiagramFindBar : public QFrame
{
    Q_OBJECT

public:
    explicit DiagramFindBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setLanguage(base::Language language);

    QLineEdit *field() const { return m_field; }
    QString countText() const;
    /// `current` counts from 0; -1 when there is none.
    void showCount(int current, int all);

Q_SIGNALS:
    void wordsChanged(const QString &words);
    void nextAsked();
    void previousAsked();
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();

    base::Language m_language = base::Language::English;
    QLineEdit *m_field;
    QLabel *m_count;
    DiagramButton *m_previous;
    DiagramButton *m_next;
    DiagramButton *m_close;
    int m_current = -1;
    int m_all = 0;
};

} // namespace faultline::ui
