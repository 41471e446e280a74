#include "ui/export/maskpanel.h"

#include "core/redact/rules.h"
#include "ui/common/parts.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

#include <numeric>

using namespace Qt::StringLiterals;

namespace faultline::ui::exporting {

namespace {

constexpr int kRowsShown = 4;
constexpr qsizetype kLongestWord = 200;

/// A selection is one word of the mask when it has one line; a comma would part it.
QString wordOf(const QString &selection)
{
    const QString text = selection.trimmed();
    const bool isOne = !text.contains(QChar::ParagraphSeparator) && !text.contains(u'\n') && !text.contains(u',');
    return isOne && text.size() <= kLongestWord && !text.contains("masked:"_L1) ? text : QString();
}

} // namespace

MaskPanel::MaskPanel(QWidget *parent)
    : QWidget(parent),
      m_addresses(new QCheckBox(tr("Private addresses"), this)),
      m_mail(new QCheckBox(tr("E-mail addresses"), this)),
      m_words(new QLineEdit(this)),
      m_add(makeButton(""_L1, this)),
      m_summary(makeLabel("dim"_L1, this)),
      m_tally(new QTreeWidget(this))
{
    m_addresses->setObjectName("maskAddresses"_L1);
    m_mail->setObjectName("maskMail"_L1);
    m_words->setObjectName("maskWords"_L1);
    m_words->setPlaceholderText(tr("Words of yours, separated by commas"));
    m_words->setAccessibleName(tr("Words to mask"));
    m_words->setClearButtonEnabled(true);
    m_add->setObjectName("maskSelection"_L1);
    m_add->setText(tr("Mask the selection"));
    m_add->setEnabled(false);
    m_tally->setObjectName("maskTally"_L1);
    m_tally->setAccessibleName(tr("What is masked"));
    m_tally->setHeaderLabels({tr("What it looks like"), tr("Mask"), tr("Times")});
    m_tally->setRootIsDecorated(false);
    m_tally->setUniformRowHeights(true);
    m_tally->setSelectionMode(QAbstractItemView::NoSelection);
    m_tally->setTabKeyNavigation(false);
    m_tally->header()->setStretchLastSection(false);
    m_tally->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tally->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tally->hide();
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_addresses);
    choices->addWidget(m_mail);
    choices->addWidget(m_words, 1);
    choices->addWidget(m_add);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    lines->addLayout(choices);
    lines->addWidget(m_summary);
    lines->addWidget(m_tally);
    connect(m_addresses, &QCheckBox::toggled, this, &MaskPanel::changed);
    connect(m_mail, &QCheckBox::toggled, this, &MaskPanel::changed);
    connect(m_words, &QLineEdit::editingFinished, this, &MaskPanel::changed);
    connect(m_add, &QPushButton::clicked, this, &MaskPanel::addSelection);
}

redact::Choice MaskPanel::choice() const
{
    redact::Choice choice;
    choice.addresses = m_addresses->isChecked();
    choice.mail = m_mail->isChecked();
    for (const QString &word : m_words->text().split(u',', Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty())
            choice.words += word.trimmed();
    }
    return choice;
}

void MaskPanel::setTally(const std::vector<redact::Masked> &tally, base::Language language)
{
    m_tally->clear();
    for (const redact::Masked &masked : tally) {
        auto *row = new QTreeWidgetItem(
            {redact::ruleTitle(masked.rule).in(language), masked.mark, QString::number(masked.count)});
        row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        m_tally->addTopLevelItem(row);
    }
    const int times = std::accumulate(tally.begin(), tally.end(), 0,
                                      [](int sum, const redact::Masked &masked) { return sum + masked.count; });
    m_summary->setText(
        tally.empty() ? tr("Nothing here had to be masked. Values of Secrets and of environment variables are "
                           "never in a report.")
                      : tr("Masked here. Different values: %1; times in all: %2. The same value has the same mask.")
                            .arg(tally.size())
                            .arg(times));
    m_tally->setVisible(!tally.empty());
    const int rows = std::min(kRowsShown, m_tally->topLevelItemCount());
    const int height = m_tally->header()->sizeHint().height() + 2 * m_tally->frameWidth() +
                       rows * (tally.empty() ? 0 : m_tally->sizeHintForRow(0));
    m_tally->setFixedHeight(height);
}

void MaskPanel::setSelection(const QString &text)
{
    m_selection = wordOf(text);
    m_add->setEnabled(!m_selection.isEmpty());
}

void MaskPanel::addSelection()
{
    const QString before = m_words->text().trimmed();
    m_words->setText(before.isEmpty() ? m_selection : before + u", "_s + m_selection);
    Q_EMIT changed();
}

} // namespace faultline::ui::exporting
