#include "ui/wizard/proofview.h"

#include "ui/common/codeblock.h"
#include "ui/common/emptylayout.h"
#include "ui/common/parts.h"
#include "ui/common/placelink.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>
using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

namespace {

constexpr int kMostRows = 5;
constexpr int kShortValue = 22; ///< letters that stand beside their field
constexpr int kLongValue = 150; ///< letters that are shown before the rest is folded
constexpr int kLongLines = 3;
const QString kAllRows = u"*"_s;

QLabel *codeCell(const QString &text, const QString &state, QWidget *parent)
{
    QLabel *label = makeLabel("word"_L1, parent);
    QFont font = codeFont();
    font.setBold(state == u"fault"_s);
    label->setFont(font);
    label->setProperty("small", u"yes"_s);
    label->setProperty("state", state);
    label->setText(breakable(text));
    label->setAccessibleName(text);
    return label;
}

/// The beginning of a value that takes too much room; the value itself where it does not.
QString beginningOf(const QString &value)
{
    QString cut = value.section(u'\n', 0, kLongLines - 1);
    if (cut.size() > kLongValue)
        cut = cut.left(kLongValue);
    return cut.size() == value.size() ? value : cut.trimmed() + u" …"_s;
}

QString keyOf(const ProofGroup &group, const ProofRow &row) { return group.title + u' ' + row.path; }

} // namespace

ProofView::ProofView(QWidget *parent) : QFrame(parent), m_lines(new QVBoxLayout(this))
{
    setProperty("role", u"code"_s);
    m_lines->setContentsMargins(10, 6, 10, 6);
    m_lines->setSpacing(2);
}

void ProofView::show(const CardText &card)
{
    const bool isSame = m_node == card.node && m_comparison == card.comparison && m_groups == card.proof &&
                        m_note == card.proofNote && m_lines->count() > 0;
    if (isSame)
        return;
    if (m_node != card.node)
        m_unfolded.clear();
    m_node = card.node;
    m_comparison = card.comparison;
    m_groups = card.proof;
    m_note = card.proofNote;
    build();
}

void ProofView::build()
{
    emptyLayout(*m_lines);
    if (!m_comparison.rows.empty())
        addComparison(m_comparison);
    const int wanted = m_unfolded.contains(kAllRows) ? std::numeric_limits<int>::max() : kMostRows;
    int left = wanted;
    int all = 0;
    for (const ProofGroup &group : m_groups) {
        left -= addGroup(group, left);
        all += static_cast<int>(group.rows.size());
    }
    if (all > wanted) {
        const QString words = tr("and %1 more").arg(all - wanted);
        m_lines->addWidget(makeUnfold(words, words, kAllRows), 0, Qt::AlignLeft);
    }
    if (m_note.isEmpty())
        return;
    QLabel *note = makeLabel(""_L1, this);
    note->setText(m_note);
    m_lines->addWidget(note);
}

void ProofView::addComparison(const Comparison &comparison)
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 2);
    grid->setVerticalSpacing(3);
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

QWidget *ProofView::makeLink(const QString &text, const ProofGroup &group, const QString &path)
{
    if (group.object.isNull()) {
        QLabel *label = makeLabel("dim"_L1, this);
        label->setText(breakable(text));
        return label;
    }
    const QString name = path.isEmpty() ? group.title : group.title + u' ' + path;
    auto *link = new PlaceLink(text, tr("Show %1").arg(name), this);
    connect(link, &QPushButton::clicked, this,
            [this, object = group.object, path] { Q_EMIT placeActivated(object, path); });
    return link;
}

/// Adds the first `room` lines of a group; the number of those that it has added.
int ProofView::addGroup(const ProofGroup &group, int room)
{
    const int count = std::min(room, static_cast<int>(group.rows.size()));
    if (count <= 0)
        return 0;
    const ProofRow &first = group.rows.front();
    if (group.rows.size() == 1 && (first.value.isEmpty() || isInComparison(first.value))) {
        m_lines->addWidget(makeLink(group.title + u' ' + first.field, group, first.path));
        return 1;
    }
    if (m_lines->count() > 0)
        m_lines->addSpacing(4);
    if (!group.title.isEmpty())
        m_lines->addWidget(makeLink(group.title, group, {}));
    for (int i = 0; i < count; ++i)
        addRow(group, group.rows[static_cast<size_t>(i)]);
    return count;
}

bool ProofView::isInComparison(const QString &value) const
{
    const auto says = [&value](const QString &cell) { return cell.endsWith(value) || value.contains(cell); };
    return std::any_of(m_comparison.rows.begin(), m_comparison.rows.end(),
                       [&says](const PairRow &row) { return says(row.left) || says(row.right); });
}

/// The field to the left, its value and time to the right; a long value below them.
void ProofView::addRow(const ProofGroup &group, const ProofRow &row)
{
    const bool isShort = row.value.size() <= kShortValue && !row.value.contains(u'\n');
    auto *holder = new QWidget(this);
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins(8, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(makeLink(row.field, group, row.path));
    line->addStretch(1);
    if (isShort && !row.value.isEmpty()) {
        QLabel *value = codeCell(u"= "_s + row.value, {}, holder);
        value->setWordWrap(false);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->addWidget(value);
    }
    if (!row.time.isEmpty()) {
        QLabel *time = makeLabel("dim"_L1, holder);
        time->setWordWrap(false);
        time->setText(row.time);
        line->addWidget(time);
    }
    m_lines->addWidget(holder);
    if (!isShort)
        addLongValue(group, row);
}

void ProofView::addLongValue(const ProofGroup &group, const ProofRow &row)
{
    const QString key = keyOf(group, row);
    const QString beginning = beginningOf(row.value);
    const bool isFolded = beginning.size() < row.value.size() && !m_unfolded.contains(key);
    auto *holder = new QWidget(this);
    auto *lines = new QVBoxLayout(holder);
    lines->setContentsMargins(10, 0, 0, 0);
    lines->setSpacing(0);
    auto *value = new CodeBlock(holder);
    value->setTheme(m_theme);
    value->setCode(isFolded ? beginning : row.value);
    value->setAccessibleName(row.value);
    lines->addWidget(value);
    if (isFolded)
        lines->addWidget(makeUnfold(tr("Show all"), tr("Show all of %1").arg(row.field), key), 0, Qt::AlignLeft);
    m_lines->addWidget(holder);
}

QWidget *ProofView::makeUnfold(const QString &text, const QString &name, const QString &key)
{
    QPushButton *more = makeButton("link"_L1, this);
    more->setText(text);
    more->setAccessibleName(name);
    connect(more, &QPushButton::clicked, this, [this, key] {
        m_unfolded.insert(key);
        build();
    });
    return more;
}

void ProofView::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (CodeBlock *block : findChildren<CodeBlock *>())
        block->setTheme(theme);
}

} // namespace faultline::ui::wizard
