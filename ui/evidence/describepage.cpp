#include "ui/evidence/describepage.h"

#include "core/describe/describe.h"
#include "core/redact/redact.h"
#include "ui/common/copybutton.h"
#include "ui/evidence/elidedlabel.h"
#include "ui/evidence/searchbar.h"
#include "ui/evidence/textview.h"
#include "ui/evidence/yamltext.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

DescribePage::DescribePage(QWidget *parent)
    : QWidget(parent),
      m_name(new ElidedLabel(u"dim"_s, this)),
      m_copy(new CopyButton(this)),
      m_view(new TextView(this)),
      m_search(new SearchBar(m_view, this))
{
    m_view->setObjectName(u"describe"_s);
    m_search->setFieldName(u"describeSearch"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name, 1);
    head->addWidget(m_search);
    head->addWidget(m_copy);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 4, 12, 12);
    lines->setSpacing(4);
    lines->addLayout(head);
    lines->addWidget(m_view, 1);
}

void DescribePage::setObject(const model::ObjectRef &object)
{
    if (object == m_ref)
        return;
    m_ref = object;
    m_object = {};
    m_problem.clear();
    m_name->setWhole(redact::clean(
        object.isNull() ? QString()
                        : u"kubectl describe %1 %2"_s.arg(model::kindName(object.kind).toLower(), object.name)));
    render();
}

void DescribePage::setRaw(const model::ClusterPtr &cluster, const QJsonObject &object, const QString &problem)
{
    m_cluster = cluster;
    m_object = object;
    m_problem = problem;
    render();
}

QString DescribePage::text() const
{
    if (m_ref.isNull())
        return tr("Nothing is selected: click an object in the picture.");
    if (!m_problem.isEmpty())
        return tr("This object cannot be shown: %1").arg(redact::clean(m_problem));
    return {};
}

/// Ages move on with every picture: the view stays where it is.
void DescribePage::render()
{
    const bool isThere = !m_object.isEmpty() && m_cluster != nullptr;
    // Texts of many lines are masked as a whole before they are put into columns.
    const QString told = isThere ? describe::describe(*m_cluster, m_ref, readableObject(m_object)) : QString();
    const QString shown = isThere ? maskedLines(told.split(u'\n')).join(u'\n') : text();
    const QTextCursor cursor = m_view->textCursor();
    const int anchor = cursor.anchor(), position = cursor.position();
    const int down = m_view->verticalScrollBar()->value();
    const int sideways = m_view->horizontalScrollBar()->value();
    m_view->setText(shown);
    const int last = std::max(0, m_view->document()->characterCount() - 1);
    QTextCursor selected(m_view->document());
    selected.setPosition(std::min(anchor, last));
    selected.setPosition(std::min(position, last), QTextCursor::KeepAnchor);
    m_view->setTextCursor(selected);
    m_view->verticalScrollBar()->setValue(down);
    m_view->horizontalScrollBar()->setValue(sideways);
    m_copy->setCopyText(isThere ? shown : QString());
    m_search->refresh();
}

void DescribePage::retranslate()
{
    m_view->setAccessibleName(tr("The object as kubectl describe shows it"));
    m_copy->setSubject(tr("Description"));
    m_search->setPrompt(tr("Search in the description"));
    render();
}

} // namespace faultline::ui::evidence
