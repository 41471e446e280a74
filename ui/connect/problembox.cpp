#include "ui/connect/problembox.h"

#include "core/redact/redact.h"
#include "ui/common/parts.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

ProblemBox::ProblemBox(QWidget *parent)
    : QFrame(parent),
      m_what(makeSelectableLabel("strong"_L1, this)),
      m_where(makeSelectableLabel("dim"_L1, this)),
      m_remedy(makeLabel(""_L1, this))
{
    setProperty("role", u"banner"_s);
    setLookOfState(this, State::Fault);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 10, 12, 10);
    lines->setSpacing(4);
    lines->addWidget(m_what);
    lines->addWidget(m_where);
    lines->addWidget(m_remedy);
    hide();
}

void ProblemBox::showProblem(const base::Error &error, const QString &remedy)
{
    m_what->setText(redact::clean(error.detail));
    m_where->setText(redact::clean(error.where));
    m_where->setVisible(!error.where.isEmpty());
    m_remedy->setText(remedy);
    setAccessibleName(text());
    show();
}

void ProblemBox::clear() { hide(); }

QString ProblemBox::text() const { return m_what->text() + u'\n' + m_where->text() + u'\n' + m_remedy->text(); }

} // namespace faultline::ui::connect
