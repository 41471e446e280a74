#include "ui/wizard/proofview.h"

#include "ui/common/codeblock.h"
#include "ui/common/parts.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

#include <memory>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {

QLabel *codeCell(const QString &text, const QString &state, QWidget *parent)
{
    QLabel *label = makeLabel("word"_L1, parent);
    QFont font = codeFont();
    font.setBold(state == u"fault"_s);
    label->setFont(font);
    label->setProperty("state", state);
    label->setText(breakable(text));
    label->setAccessibleName(text);
    return label;
}

} // namespace

ProofView::ProofView(QWidget *parent) : QFrame(parent), m_lines(new QVBoxLayout(this))
{
    setProperty("role", u"code"_s);
    m_lines->setContentsMargins(12, 10, 12, 10);
    m_lines->setSpacing(8);
}

void ProofView::show(const CardText &card)
{
    clear();
    if (!card.comparison.rows.empty())
        addComparison(card.comparison);
    for (const ProofRow &row : card.proof)
        addRow(row);
    if (!card.proofNote.isEmpty()) {
        QLabel *note = makeLabel("dim"_L1, this);
        note->setText(card.proofNote);
        m_lines->addWidget(note);
    }
}

void ProofView::addComparison(const Comparison &comparison)
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    const auto heading = [&](const QString &text, int column) {
        QLabel *label = makeLabel("dim"_L1, table);
        label->setText(text);
        grid->addWidget(label, 0, column);
    };
    heading(comparison.leftTitle, 0);
    heading(comparison.rightTitle, 2);
    for (const PairRow &row : comparison.rows) {
        const int line = grid->rowCount();
        const QString state = row.equal ? u"fine"_s : u"fault"_s;
        grid->addWidget(codeCell(row.left, state, table), line, 0);
        grid->addWidget(codeCell(row.equal ? u"="_s : u"≠"_s, state, table), line, 1, Qt::AlignCenter);
        grid->addWidget(codeCell(row.right, state, table), line, 2);
    }
    m_lines->addWidget(table);
}

void ProofView::addRow(const ProofRow &row)
{
    QLabel *place = makeLabel("link"_L1, this);
    place->setText(breakable(row.object) + (row.field.isEmpty() ? QString() : u"  "_s + breakable(row.field)));
    place->setProperty("small", u"yes"_s);
    m_lines->addWidget(place);
    if (!row.value.isEmpty()) {
        auto *value = new CodeBlock(this);
        value->setTheme(m_theme);
        value->setCode(row.value);
        value->setAccessibleName(row.value);
        m_lines->addWidget(value);
    }
    if (!row.time.isEmpty()) {
        QLabel *time = makeLabel("dim"_L1, this);
        time->setText(row.time);
        m_lines->addWidget(time);
    }
}

void ProofView::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
}

void ProofView::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (CodeBlock *block : findChildren<CodeBlock *>())
        block->setTheme(theme);
}

} // namespace faultline::ui::wizard
