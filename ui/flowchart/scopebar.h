#pragma once

#include "core/base/language.h"
#include "ui/flowchart/chartpicture.h"

#include <QtWidgets/QWidget>

#include <array>

class QButtonGroup;
class QToolButton;

namespace faultline::ui {

/// How much of the guide the chart shows: the way, the one-page chart, all checks. One of three buttons is down.
class ScopeBar : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeBar(QWidget *parent = nullptr);

    void setScope(ChartScope scope);
    void setLanguage(base::Language language);

Q_SIGNALS:
    void chosen(faultline::ui::ChartScope scope);

private:
    std::array<QToolButton *, 3> m_buttons{};
    QButtonGroup *m_group;
};

} // namespace faultline::ui
