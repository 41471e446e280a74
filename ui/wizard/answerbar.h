#pragma once

#include "ui/wizard/cardtext.h"

#include <QtWidgets/QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace faultline::ui::wizard {

/// The person's side of a question: Yes, No, I don't know, and taking one's own answer back.
class AnswerBar : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerBar(QWidget *parent = nullptr);

    void show(const CardText &card);
    void retranslate();

Q_SIGNALS:
    void answered(faultline::checks::Answer answer);
    void withdrawn();

private:
    QString prompt() const;

    CardText m_card;
    QLabel *m_prompt;
    std::array<QPushButton *, 3> m_answers; ///< in the order of checks::Answer
    QPushButton *m_withdraw;
};

} // namespace faultline::ui::wizard
