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
class AskView;
class FurtherView;
class MendView;
class ProofView;
class TryView;
class WayFooter;
class WayView;

/// One question at a time. Always the same parts in the same order: the question with its answer, the proof, how to
/// mend it, how to see it oneself, why it matters, what else to try; below them, always in the same place, the person's
/// own answer and the way back and on. While the card has the keyboard, Y, N and U answer, Left and Right go along the
/// way, Home to its start and End to its result.
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
    /// The keyboard goes to the question.
    void focusQuestion();

Q_SIGNALS:
    void answered(const faultline::guide::NodeId &node, faultline::checks::Answer answer);
    void withdrawn(const faultline::guide::NodeId &node);
    void tryRequested(); ///< to contact what the card has named
    void tryCancelled();
    void browseRequested(); ///< to leave a tunnel open for a browser
    void backRequested();
    void nextRequested();
    /// Another step of the same application: its first, its result, or one that the card has named.
    void stepRequested(int walk, int step);
    /// The place of a proof. `fieldPath` as the check named it ("spec.selector.tier", "log"); empty = the whole object.
    void placeActivated(const faultline::model::ObjectRef &object, const QString &fieldPath);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildQuestion();
    QWidget *buildMend();
    QWidget *buildReasons();
    QWidget *buildFooter();
    QWidget *buildTop();
    QFrame *buildAnswer();
    QLabel *addHeading(QBoxLayout *lines);
    void connectParts();
    void arrange();
    void fill();
    void showAnswer();
    void showReasons();
    void showAsk();
    void goTo(const Focus &focus);
    void restart();
    void giveAnswer(checks::Answer answer);
    void retranslate();

    CardText m_card;
    Arrangement m_wanted = Arrangement::Tall;
    Arrangement m_arrangement = Arrangement::Tall;
    QBoxLayout *m_columns = nullptr;
    QBoxLayout *m_left = nullptr;   ///< of the columns: the question's side
    QBoxLayout *m_below = nullptr;  ///< of the columns: what comes last in the tall arrangement
    QBoxLayout *m_bottom = nullptr; ///< the answers, then the way; beside each other in the wide arrangement
    QScrollArea *m_scroll;
    QLabel *m_step;
    QPushButton *m_whyAsk;
    WayView *m_way;
    QLabel *m_question;
    AskView *m_ask;
    QFrame *m_answerFrame;
    QLabel *m_answer;
    QLabel *m_by;
    TryView *m_try;
    QLabel *m_proofHeading = nullptr;
    ProofView *m_proof;
    QLabel *m_mendHeading = nullptr;
    MendView *m_mend;
    QLabel *m_seeHeading = nullptr;
    CommandRow *m_see;
    QLabel *m_seeNothing;
    QWidget *m_reasons = nullptr;
    QLabel *m_whyHeading = nullptr;
    QLabel *m_why;
    QLabel *m_causesHeading = nullptr;
    QLabel *m_causes;
    QLabel *m_furtherHeading = nullptr;
    FurtherView *m_further;
    AnswerBar *m_answers;
    WayFooter *m_footer;
};

} // namespace faultline::ui::wizard
