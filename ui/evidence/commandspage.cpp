#include "ui/evidence/commandspage.h"

#include "core/redact/redact.h"
#include "ui/common/commandrow.h"
#include "ui/common/parts.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <memory>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

CommandsPage::CommandsPage(QWidget *parent) : QScrollArea(parent)
{
    auto *page = new QWidget(this);
    m_name = makeLabel("dim"_L1, page);
    m_container = new QComboBox(page);
    m_container->setObjectName(u"commandContainer"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_container);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(12, 8, 12, 12);
    lines->setSpacing(4);
    lines->addLayout(head);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(4);
    lines->addLayout(m_rows);
    lines->addStretch(1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_container, &QComboBox::currentIndexChanged, this, &CommandsPage::refill);
}

void CommandsPage::setObject(const model::ClusterPtr &cluster, const model::ObjectRef &object)
{
    m_cluster = cluster;
    m_object = object;
    showContainers();
    refill();
}

void CommandsPage::setContext(const guide::CommandContext &context) { m_context = context; }

void CommandsPage::setLanguage(base::Language language)
{
    m_language = language;
    refill();
}

void CommandsPage::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (CommandRow *row : findChildren<CommandRow *>())
        row->setTheme(theme);
}

void CommandsPage::showContainers()
{
    const QStringList names = m_cluster ? guide::containersOf(*m_cluster, m_object) : QStringList();
    QStringList known;
    for (int i = 0; i < m_container->count(); ++i)
        known.append(m_container->itemData(i).toString());
    if (names == known)
        return;
    const QSignalBlocker quiet(m_container);
    m_container->clear();
    for (const QString &name : names)
        m_container->addItem(tr("Container %1").arg(redact::clean(name)), name);
    m_container->setVisible(names.size() > 1);
}

void CommandsPage::refill()
{
    const QString container = m_container->currentData().toString();
    const std::vector<guide::ReadyCommand> commands =
        m_cluster ? guide::readyCommands(*m_cluster, m_object, container, m_context)
                  : std::vector<guide::ReadyCommand>();
    m_name->setText(m_object.isNull()
                        ? tr("Nothing is selected: click an object in the picture.")
                        : tr("For %1. Faultline runs none of these.").arg(redact::clean(m_object.toString())));
    QStringList shown;
    for (const guide::ReadyCommand &command : commands)
        shown += {command.what.in(m_language), command.command};
    if (shown == m_shown)
        return;
    m_shown = shown;
    clearRows();
    for (const guide::ReadyCommand &command : commands)
        addRow(command);
}

void CommandsPage::clearRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
}

void CommandsPage::addRow(const guide::ReadyCommand &command)
{
    const bool changes = command.effect == guide::ReadyCommand::Effect::Changes;
    QLabel *what = makeLabel(""_L1, widget());
    const QString &words = command.what.in(m_language);
    what->setText(changes ? tr("%1 (changes the cluster)").arg(words) : words);
    auto *row = new CommandRow(widget());
    row->setTheme(m_theme);
    row->setCommand(redact::clean(command.command));
    m_rows->addSpacing(m_rows->isEmpty() ? 0 : 6);
    m_rows->addWidget(what);
    m_rows->addWidget(row);
    if (command.note.isEmpty())
        return;
    QLabel *note = makeLabel("dim"_L1, widget());
    note->setText(command.note.in(m_language));
    m_rows->addWidget(note);
}

void CommandsPage::retranslate()
{
    m_container->setAccessibleName(tr("Container"));
    for (int i = 0; i < m_container->count(); ++i)
        m_container->setItemText(i, tr("Container %1").arg(redact::clean(m_container->itemData(i).toString())));
    m_shown.clear();
    refill();
}

} // namespace faultline::ui::evidence
