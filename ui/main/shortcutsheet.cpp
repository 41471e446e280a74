#include "ui/main/shortcutsheet.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

QString keysOf(const Action &action)
{
    QStringList all;
    for (const QKeySequence &keys : action.keys)
        all.append(keys.toString(QKeySequence::NativeText));
    return all.join(u"   "_s);
}

QLabel *cell(QLatin1StringView role, const QString &text, QWidget *parent)
{
    QLabel *label = makeLabel(role, parent);
    label->setWordWrap(false);
    label->setText(text);
    return label;
}

} // namespace

ShortcutSheet::ShortcutSheet(const std::vector<Action> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *sheet = new QWidget(this);
    auto *grid = new QGridLayout(sheet);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(6);
    int row = 0;
    const Action *before = nullptr;
    for (const Action &action : actions) {
        if (action.keys.isEmpty())
            continue;
        if (before != nullptr && before->group != action.group)
            grid->setRowMinimumHeight(row++, measure::grid);
        if (before == nullptr || before->group != action.group)
            grid->addWidget(cell("heading"_L1, groupWords(action.group), sheet), row++, 0, 1, 2);
        grid->addWidget(cell(""_L1, action.words, sheet), row, 0);
        grid->addWidget(cell("strong"_L1, keysOf(action), sheet), row++, 1);
        before = &action;
    }
    auto *area = new QScrollArea(this);
    area->setWidget(sheet);
    area->setWidgetResizable(true);
    area->setAccessibleName(windowTitle());
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *lines = new QVBoxLayout(this);
    lines->addWidget(area, 1);
    lines->addWidget(close);
    resize(std::max(scaled(480), sheet->sizeHint().width() + 48), scaled(600));
}

} // namespace faultline::ui
