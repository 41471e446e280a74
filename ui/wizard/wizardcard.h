#pragma once

#include "ui/common/theme.h"
#include "ui/wizard/cardtext.h"

#include <QtWidgets/QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace faultline::ui {
class CommandRow;
}

namespace faultline::ui::wizard {

class AnswerBar;
class MendView;
class ProofView;

/// One question at a time. Always the same parts in the same place: the question with its answer, the proof, why it
/// matters, how to mend it, how to see it oneself; below them the person's own answer and the way back and on.
class WizardCard : public QFrame
{
    Q_OBJECT

public:
    /// Tall: the parts below each other. Wide: the question's side and the mend's side beside each other.
    enum class Arrangement { Tall, Wide };

    explicit WizardCard(QWidget *parent = nullptr);

    void show(const CardText &card);
    const CardText &card() const { return m_card; }
    void setArrangement(Arrangement arrangement);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void answered(const faultline::guide::NodeId &node, faultline::checks::Answer answer);
    void withdrawn(const faultline::guide::NodeId &node);
    void backRequested();
    void nextRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildQuestion();
    QWidget *buildMend();
    QWidget *buildFooter();
    QFrame *buildAnswer();
    QLabel *addHeading(QBoxLayout *lines);
    void showAnswer();
    void showCauses();
    void retranslate();

    CardText m_card;
    QBoxLayout *m_columns = nullptr;
    QScrollArea *m_scroll;
    QLabel *m_step;
    QLabel *m_question;
    QFrame *m_answerFrame;
    QLabel *m_answer;
    QLabel *m_by;
    QLabel *m_proofHeading = nullptr;
    ProofView *m_proof;
    QLabel *m_whyHeading = nullptr;
    QLabel *m_why;
    QLabel *m_causesHeading = nullptr;
    QLabel *m_causes;
    QLabel *m_mendHeading = nullptr;
    MendView *m_mend;
    QLabel *m_seeHeading = nullptr;
    CommandRow *m_see;
    QLabel *m_seeNothing;
    AnswerBar *m_answers;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace faultline::ui::wizard
