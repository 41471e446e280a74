#include "ui/flowchart/scopebar.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

struct Words {
    base::LocalizedText text;
    base::LocalizedText tip;
};

const std::array<Words, 3> kWords{{
    {{u"The way"_s, u"本次路径"_s},
     {u"Only the way that was taken, from START to where it ends"_s, u"只显示本次走过的路径，从起点到终点"_s}},
    {{u"One page"_s, u"单页图"_s},
     {u"The one-page guide with the way lit; further checks are folded"_s,
      u"单页排查指南，点亮本次路径；其余检查已收起"_s}},
    {{u"All checks"_s, u"全部检查"_s}, {u"Every check of the guide"_s, u"指南中的全部检查"_s}},
}};

} // namespace

ScopeBar::ScopeBar(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setProperty("role", u"segment"_s);
        button->setObjectName(u"scope%1"_s.arg(i));
        button->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(button, static_cast<int>(i));
        m_buttons[i] = button;
        row->addWidget(button);
    }
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(static_cast<ChartScope>(id)); });
    setLanguage(base::Language::English);
}

void ScopeBar::setScope(ChartScope scope) { m_buttons.at(static_cast<size_t>(scope))->setChecked(true); }

void ScopeBar::setLanguage(base::Language language)
{
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(kWords[i].text.in(language));
        m_buttons[i]->setToolTip(kWords[i].tip.in(language));
    }
}

} // namespace faultline::ui
