#pragma once

#include "core/guide/wording.h"
#include "ui/common/theme.h"

#include <QtWidgets/QFrame>

class QLabel;
class QToolButton;

namespace faultline::ui {

class FlowLayout;

/// What the banner says, ready to show.
struct HeadlineText {
    QString title;
    QString why;
    State state = State::Quiet;
    struct Chip {
        QString text;
        State state = State::Quiet;
        QString brief; ///< where the row has no room for the text: the sign says the rest
        QString tip;   ///< the state in full

        bool operator==(const Chip &) const = default;
    };
    std::vector<Chip> chips; ///< bottom-up, one for each layer

    bool operator==(const HeadlineText &) const = default;
};

HeadlineText headlineText(const guide::Guide &guide, const guide::Diagnosis &diagnosis, base::Language language);

/// One sentence in the user's own object names, why, and how each layer stands. It stays small: what does not fit into
/// two lines and one is cut, with a button that shows all of it.
class HeadlineBanner : public QFrame
{
    Q_OBJECT

public:
    explicit HeadlineBanner(QWidget *parent = nullptr);

    void show(const HeadlineText &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void fitChips(int room);
    void showChips();
    void retranslate();

    HeadlineText m_text;
    QLabel *m_title;
    QLabel *m_why;
    FlowLayout *m_chips;
    QToolButton *m_more; ///< only where something had to be cut
};

} // namespace faultline::ui
