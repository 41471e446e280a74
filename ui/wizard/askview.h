#pragma once

#include "ui/wizard/cardtext.h"

#include <QtWidgets/QFrame>

class QVBoxLayout;

namespace faultline::ui::wizard {

/// What "why do you ask?" unfolds: the reason, and where each answer leads. The way that was taken is marked.
class AskView : public QFrame
{
    Q_OBJECT

public:
    explicit AskView(QWidget *parent = nullptr);

    void show(const CardText &card);

private:
    void addLead(const Lead &lead);

    QVBoxLayout *m_lines;
    QString m_ask;
    std::vector<Lead> m_leads;
};

} // namespace faultline::ui::wizard
