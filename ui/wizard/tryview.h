#pragma once

#include "ui/wizard/cardtext.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace faultline::ui::wizard {

/// Offers to try the connection: names everything that would be contacted, and while it goes on, what is. Nothing is
/// sent before the button is pressed. Apart from that, a tunnel that stays open for a browser.
class TryView : public QFrame
{
    Q_OBJECT

public:
    explicit TryView(QWidget *parent = nullptr);

    void show(const CardText &card); ///< hides itself when there is nothing to try
    void retranslate();

Q_SIGNALS:
    void tryRequested();
    void cancelRequested();
    void browseRequested();

private:
    CardText m_card;
    QLabel *m_words;
    QLabel *m_contacts;
    QPushButton *m_button;
    QLabel *m_browseWords;
    QPushButton *m_browse;
};

} // namespace faultline::ui::wizard
