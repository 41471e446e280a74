#pragma once

#include "ui/workloads/workloadrow.h"

#include <QtCore/QSet>
#include <QtWidgets/QWidget>

#include <array>

class QToolButton;

namespace faultline::ui::workloads {

/// One switch for each health with its sign and how many there are. None pressed = all are shown.
class HealthChips : public QWidget
{
    Q_OBJECT

public:
    explicit HealthChips(QWidget *parent = nullptr);

    /// `counts`: under the rest of what is chosen; `totals`: of all, what there is none of has no switch.
    void setCounts(const std::array<int, groupCount> &counts, const std::array<int, groupCount> &totals);
    void setChosen(const QSet<Group> &groups);
    QSet<Group> chosen() const;
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    std::array<int, groupCount> m_counts{};
    std::array<int, groupCount> m_totals{};
    std::array<QToolButton *, groupCount> m_chips{};
};

/// "broken", "needs your answer": the word of a group.
QString groupWords(Group group);

} // namespace faultline::ui::workloads
