#pragma once

#include "ui/common/theme.h"
#include "ui/evidence/textview.h"

#include <map>
#include <set>

namespace faultline::ui::evidence {

/// A text with a gutter: line numbers, a sign on the lines that are marked, and one on those that can be folded.
class LineView : public TextView
{
    Q_OBJECT

public:
    enum class Fold { Closed, Open };

    explicit LineView(QWidget *parent = nullptr);

    /// The number before each line; empty = counted from 1. A 0 stands for no number.
    void setNumbers(std::vector<int> numbers);
    /// Lines (from 0) with a cross or an exclamation mark in the gutter and the ground of that state.
    void setMarkedLines(std::vector<int> lines, State state);
    const std::vector<int> &markedLines() const { return m_marked; }
    void setFolds(std::map<int, Fold> folds);
    void setTheme(const Theme &theme);

    int firstShownLine() const;
    void scrollToLine(int line); ///< it becomes the first one shown

Q_SIGNALS:
    void foldActivated(int line); ///< by mouse, or by Enter on the line

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeGutter();
    void paintGutter();
    void showTints();
    int numberOf(int line) const;

    QWidget *m_gutter;
    std::vector<int> m_numbers;
    std::vector<int> m_marked;
    State m_state = State::Fault;
    std::map<int, Fold> m_folds;
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::evidence
