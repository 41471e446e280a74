#pragma once

#include "ui/wizard/cardtext.h"

#include <QtWidgets/QWidget>

class QPushButton;

namespace faultline::ui::wizard {

/// The buttons along the way: back, restart, to the result, next. They never change their places.
class WayFooter : public QWidget
{
    Q_OBJECT

public:
    explicit WayFooter(QWidget *parent = nullptr);

    void show(const CardText &card);
    void retranslate();

Q_SIGNALS:
    void backRequested();
    void restartRequested();
    void resultRequested();
    void nextRequested();

private:
    QPushButton *m_back;
    QPushButton *m_restart;
    QPushButton *m_result;
    QPushButton *m_next;
};

} // namespace faultline::ui::wizard
