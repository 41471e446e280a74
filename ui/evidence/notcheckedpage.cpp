#include "ui/evidence/notcheckedpage.h"

#include "core/guide/rolerule.h"
#include "core/guide/wording.h"
#include "core/redact/redact.h"
#include "ui/common/copybutton.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/evidence/tablemodel.h"
#include "ui/evidence/tables.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

std::vector<NotCheckedRow> notCheckedRows(const guide::Guide &guide, const guide::Diagnosis &diagnosis,
                                          const QStringList &remarks, base::Language language)
{
    std::vector<NotCheckedRow> rows;
    for (const QString &remark : remarks)
        rows.push_back({NotCheckedPage::tr("What was read, as a whole"), remark, {}, {}});
    for (const guide::NotChecked &gap : diagnosis.notChecked) {
        const guide::Node *node = guide.find(gap.node);
        rows.push_back({node != nullptr ? node->text.in(language) : gap.check,
                        redact::clean(guide::reasonText(gap.reason, language)), gap.check, guide::ruleFor(gap.reason)});
    }
    return rows;
}

NotCheckedPage::NotCheckedPage(QWidget *parent)
    : QWidget(parent),
      m_model(new TableModel(this)),
      m_table(makeTable(m_model, this)),
      m_empty(makeLabel("dim"_L1, this)),
      m_foot(new QWidget(this)),
      m_rule(makeSelectableLabel("dim"_L1, m_foot)),
      m_copyRule(new CopyButton(m_foot)),
      m_roleLabel(makeLabel("dim"_L1, m_foot)),
      m_copyRole(new CopyButton(m_foot))
{
    m_table->setObjectName(u"notChecked"_s);
    m_rule->setObjectName(u"roleRule"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_model->setHeadings(QStringList(3));
    m_table->setWordWrap(true);
    m_table->setTextElideMode(Qt::ElideNone);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(12, 4, 12, 8);
    foot->addWidget(m_rule, 1);
    foot->addWidget(m_copyRule);
    foot->addWidget(m_roleLabel);
    foot->addWidget(m_copyRole);
    m_roleLabel->setWordWrap(false);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_table, 1);
    lines->addWidget(m_empty, 1);
    lines->addWidget(m_foot);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &NotCheckedPage::showChosen);
    showChosen();
}

void NotCheckedPage::setRows(std::vector<NotCheckedRow> rows, const QString &role)
{
    m_rows = std::move(rows);
    m_role = role;
    const int chosen = m_table->currentIndex().row();
    std::vector<QStringList> texts;
    texts.reserve(m_rows.size());
    for (const NotCheckedRow &row : m_rows)
        texts.push_back({row.question, row.why, row.check});
    m_model->setRows(std::move(texts));
    if (chosen >= 0 && chosen < count())
        m_table->setCurrentIndex(m_model->index(chosen, 0));
    m_table->setVisible(!m_rows.empty());
    m_empty->setVisible(m_rows.empty());
    fitRows();
    showChosen();
}

/// A question is read whole, in as many lines as it takes.
void NotCheckedPage::fitRows()
{
    if (!isVisible())
        return;
    m_table->resizeRowsToContents();
    for (int row = 0; row < count(); ++row)
        m_table->setRowHeight(row, m_table->rowHeight(row) + measure::grid);
}

void NotCheckedPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRows();
}

void NotCheckedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitRows();
}

void NotCheckedPage::showChosen()
{
    const int row = m_table->currentIndex().row();
    // cppcheck-suppress containerOutOfBounds
    const QString rule = row >= 0 && row < count() ? m_rows[static_cast<size_t>(row)].rule : QString();
    m_rule->setText(!rule.isEmpty() ? tr("A Role with this rule would allow it: %1").arg(rule)
                    : row >= 0      ? tr("No right is missing here.")
                                    : tr("Choose a row: what would allow it stands here."));
    m_copyRule->setCopyText(rule);
    m_copyRule->setVisible(!rule.isEmpty());
    m_copyRole->setCopyText(m_role);
    m_copyRole->setVisible(!m_role.isEmpty());
    m_roleLabel->setVisible(!m_role.isEmpty());
    m_foot->setVisible(!m_rows.empty());
}

void NotCheckedPage::retranslate()
{
    m_model->setHeadings({tr("Question"), tr("Why it was not answered"), tr("Check")});
    m_table->setAccessibleName(tr("What was not checked"));
    m_empty->setText(tr("Everything on the way was looked at."));
    m_copyRule->setSubject(tr("The rule of a Role"));
    m_copyRole->setSubject(tr("A Role with all that was denied"));
    m_roleLabel->setText(tr("All that was denied, as a Role:"));
    showChosen();
}

} // namespace faultline::ui::evidence
