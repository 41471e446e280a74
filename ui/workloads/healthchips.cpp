#include "ui/workloads/healthchips.h"

#include "ui/common/flowlayout.h"
#include "ui/common/parts.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::workloads {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HealthWords)
};

State stateOf(Group group)
{
    constexpr std::array states{State::Fault, State::Open,     State::Waiting,
                                State::Fine,  State::Intended, State::NotChecked};
    return states.at(static_cast<size_t>(group));
}

/// Four digits have no room: "12k".
QString countWords(int count) { return count < 1000 ? QString::number(count) : u"%1k"_s.arg(count / 1000); }

} // namespace

QString groupWords(Group group)
{
    switch (group) {
    case Group::Broken:
        return Words::tr("broken");
    case Group::Open:
        return Words::tr("needs your answer");
    case Group::Waiting:
        return Words::tr("waiting");
    case Group::Fine:
        return Words::tr("fine");
    case Group::Intended:
        return Words::tr("intended");
    case Group::NotChecked:
        break;
    }
    return Words::tr("not checked");
}

HealthChips::HealthChips(QWidget *parent) : QWidget(parent)
{
    auto *line = new FlowLayout(4, this);
    for (int i = 0; i < groupCount; ++i) {
        auto *chip = new QToolButton(this);
        chip->setProperty("role", u"filter"_s);
        chip->setObjectName(u"health%1"_s.arg(i));
        setLookOfState(chip, stateOf(static_cast<Group>(i)));
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::toggled, this, &HealthChips::changed);
        line->addWidget(chip);
        m_chips.at(static_cast<size_t>(i)) = chip;
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    retranslate();
}

void HealthChips::setCounts(const std::array<int, groupCount> &counts, const std::array<int, groupCount> &totals)
{
    m_counts = counts;
    m_totals = totals;
    retranslate();
}

void HealthChips::setChosen(const QSet<Group> &groups)
{
    for (int i = 0; i < groupCount; ++i) {
        const QSignalBlocker quiet(m_chips.at(static_cast<size_t>(i)));
        m_chips.at(static_cast<size_t>(i))->setChecked(groups.contains(static_cast<Group>(i)));
    }
}

QSet<Group> HealthChips::chosen() const
{
    QSet<Group> groups;
    for (int i = 0; i < groupCount; ++i) {
        if (m_chips.at(static_cast<size_t>(i))->isChecked())
            groups.insert(static_cast<Group>(i));
    }
    return groups;
}

void HealthChips::retranslate()
{
    for (int i = 0; i < groupCount; ++i) {
        const auto group = static_cast<Group>(i);
        const int count = m_counts.at(static_cast<size_t>(i));
        QToolButton *chip = m_chips.at(static_cast<size_t>(i));
        // The two question marks of the looks differ in their ring only, which a chip has not.
        const QString sign = group == Group::NotChecked ? u"∅"_s : lookOf(stateOf(group)).sign;
        chip->setText(sign + u' ' + countWords(count));
        const QString words = tr("%1: %2").arg(groupWords(group)).arg(count);
        chip->setAccessibleName(words);
        chip->setToolTip(words + u'\n' + tr("Press to show only these; several can be pressed."));
        chip->setEnabled(count > 0 || chip->isChecked());
        const bool isUsual = group == Group::Broken || group == Group::Fine;
        chip->setVisible(isUsual || m_totals.at(static_cast<size_t>(i)) > 0 || chip->isChecked());
    }
}

} // namespace faultline::ui::workloads
