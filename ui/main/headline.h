#pragma once

#include "core/guide/wording.h"
#include "ui/common/theme.h"

#include <QtWidgets/QFrame>

class QLabel;

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

        bool operator==(const Chip &) const = default;
    };
    std::vector<Chip> chips; ///< bottom-up, one for each layer

    bool operator==(const HeadlineText &) const = default;
};

HeadlineText headlineText(const guide::Guide &guide, const guide::Diagnosis &diagnosis, base::Language language);

/// One sentence in the user's own object names, why, and how each layer stands.
class HeadlineBanner : public QFrame
{
    Q_OBJECT

public:
    explicit HeadlineBanner(QWidget *parent = nullptr);

    void show(const HeadlineText &text);

private:
    QLabel *m_title;
    QLabel *m_why;
    FlowLayout *m_chips;
};

} // namespace faultline::ui
