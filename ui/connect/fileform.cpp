#include "ui/connect/fileform.h"

#include "core/redact/redact.h"
#include "core/source/filesource.h"
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
      m_heading(makeLabel("heading"_L1, this)),
      m_hint(makeLabel("dim"_L1, this)),
      m_files(makeButton(""_L1, this)),
      m_folder(makeButton(""_L1, this)),
      m_recentHeading(makeLabel("heading"_L1, this)),
      m_recent(makeList(this)),
      m_sampleHeading(makeLabel("heading"_L1, this)),
      m_samples(makeList(this))
{
    setProperty("role", u"panel"_s);
    m_samples->setObjectName("samples"_L1);
    m_recent->setMaximumHeight(96);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_files);
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(16, 14, 16, 16);
    lines->setSpacing(12);
    lines->addWidget(m_heading);
    lines->addWidget(m_hint);
    lines->addLayout(buttons);
    lines->addWidget(m_recentHeading);
    lines->addWidget(m_recent);
    lines->addWidget(m_sampleHeading);
    lines->addWidget(m_samples, 1);
    connect(m_files, &QPushButton::clicked, this, &FileForm::chooseFiles);
    connect(m_folder, &QPushButton::clicked, this, &FileForm::chooseFolder);
    onChoice(m_recent, this,
             [this](QListWidgetItem *item) { Q_EMIT filesRequested(item->data(Qt::UserRole).toStringList()); });
    onChoice(m_samples, this,
             [this](QListWidgetItem *item) { Q_EMIT sampleRequested(item->data(Qt::UserRole).toString()); });
    setRecent({});
    retranslate();
}

void FileForm::setLanguage(base::Language language)
{
    m_language = language;
    fillSamples();
}

void FileForm::setRecent(const QStringList &files)
{
    m_recent->clear();
    for (const QString &file : files) {
        auto *item = new QListWidgetItem(redact::harmless(file), m_recent);
        item->setData(Qt::UserRole, QStringList{file});
    }
    m_recent->setVisible(!files.isEmpty());
    m_recentHeading->setVisible(!files.isEmpty());
}

void FileForm::fillSamples()
{
    m_samples->clear();
    for (const source::Sample &sample : source::samples()) {
        auto *item = new QListWidgetItem(sample.title.in(m_language), m_samples);
        item->setData(Qt::UserRole, sample.id);
    }
    m_samples->setVisible(m_samples->count() > 0);
    m_sampleHeading->setVisible(m_samples->count() > 0);
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
    m_heading->setText(tr("Files"));
    m_hint->setText(
        tr("What `kubectl get ... -o yaml` or `-o json` prints, manifests, dumps, support bundles, snapshots: files, "
           "folders or archives. They may be dropped onto the window. No cluster is asked."));
    m_files->setText(tr("Open files…"));
    m_folder->setText(tr("Open a folder…"));
    m_recentHeading->setText(tr("Opened lately"));
    m_sampleHeading->setText(tr("Or look at a sample"));
    m_recent->setAccessibleName(tr("Opened lately"));
    m_samples->setAccessibleName(tr("Samples"));
}

} // namespace faultline::ui::connect
