#include "ui/connect/fileform.h"

#include "core/redact/redact.h"
#include "ui/common/parts.h"

#include <QtCore/QEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

namespace {

QListWidget *makeList(QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setProperty("role", u"choices"_s);
    return list;
}

/// One click opens, as on a start page; the keyboard has Enter. (itemActivated comes on a click, on two or on both,
/// by the style of the desktop.)
template <typename Slot> void onChoice(QListWidget *list, QObject *context, Slot slot)
{
    QObject::connect(list, &QListWidget::itemClicked, context, slot);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, list, nullptr, nullptr, Qt::WidgetShortcut);
        QObject::connect(shortcut, &QShortcut::activated, context, [list, slot] {
            if (list->currentItem() != nullptr)
                slot(list->currentItem());
        });
    }
}

} // namespace

FileForm::FileForm(QWidget *parent)
    : QFrame(parent),
      m_heading(makeLabel("strong"_L1, this)),
      m_hint(makeLabel("dim"_L1, this)),
      m_files(makeButton(""_L1, this)),
      m_folder(makeButton(""_L1, this)),
      m_recentHeading(makeLabel("heading"_L1, this)),
      m_recent(makeList(this))
{
    setProperty("role", u"panel"_s);
    m_recent->setObjectName("recent"_L1);
    m_recent->setMaximumHeight(96);
    m_recent->setMinimumHeight(34);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_files);
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(16, 12, 16, 14);
    lines->setSpacing(8);
    QFrame *drop = makeFrame("drop"_L1, this);
    auto *inside = new QVBoxLayout(drop);
    inside->setContentsMargins(10, 8, 10, 8);
    inside->addWidget(m_hint);
    inside->addLayout(buttons);
    lines->addWidget(m_heading);
    lines->addWidget(drop);
    lines->addWidget(m_recentHeading);
    lines->addWidget(m_recent);
    connect(m_files, &QPushButton::clicked, this, &FileForm::chooseFiles);
    connect(m_folder, &QPushButton::clicked, this, &FileForm::chooseFolder);
    onChoice(m_recent, this,
             [this](QListWidgetItem *item) { Q_EMIT filesRequested(item->data(Qt::UserRole).toStringList()); });
    setRecent({});
    retranslate();
}

void FileForm::setRecent(const QStringList &files)
{
    m_recent->clear();
    for (const QString &file : files) {
        auto *item = new QListWidgetItem(redact::clean(file), m_recent);
        item->setData(Qt::UserRole, QStringList{file});
    }
    m_recent->setVisible(!files.isEmpty());
    m_recentHeading->setVisible(!files.isEmpty());
}

void FileForm::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Objects, dumps and snapshots (*.yaml *.yml *.json *.tar *.tar.gz *.tgz *.zip *.gz *.zst)"),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &FileForm::filesRequested);
    dialog->open();
}

void FileForm::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &FileForm::filesRequested);
    dialog->open();
}

void FileForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FileForm::retranslate()
{
    m_heading->setText(tr("Open files"));
    m_hint->setText(
        tr("Drop manifests, dumps, support bundles or snapshots onto the window: files, folders or archives. "
           "No cluster is asked."));
    m_files->setText(tr("Open files…"));
    m_folder->setText(tr("Open a folder…"));
    m_recentHeading->setText(tr("Opened lately"));
    m_recent->setAccessibleName(tr("Opened lately"));
}

} // namespace faultline::ui::connect
