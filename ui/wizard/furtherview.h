#pragma once

#include "ui/wizard/cardtext.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace faultline::ui::wizard {

/// The part "If that does not help": what to try next, some of it a link to its step; then pages to read. An address is
/// opened in the browser when it is clicked, never by itself.
class FurtherView : public QWidget
{
    Q_OBJECT

public:
    explicit FurtherView(QWidget *parent = nullptr);

    void show(const CardText &card);
    void retranslate();

Q_SIGNALS:
    void jumpRequested(int walk, int step);

private:
    void build();
    void addItem(const Further &item);

    QVBoxLayout *m_lines;
    std::vector<Further> m_items;
    QStringList m_read;
};

} // namespace faultline::ui::wizard
