// What the window takes from files that are dropped onto it, and what it writes to one.
#include "ui/main/dropping.h"
#include "ui/main/mainwindow.h"
#include "ui/main/snapshotdialog.h"

#include <QtCore/QDir>
#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

using namespace Qt::StringLiterals;

namespace faultline::ui {

void MainWindow::saveSnapshot()
{
    if (m_investigation.diagnoses().empty())
        return;
    const QString name = SnapshotDialog::suggestedName(m_investigation.origin());
    auto *dialog = new QFileDialog(this, tr("Save snapshot"), QDir::home().filePath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Snapshots (*.tar.gz)")});
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::writeSnapshot);
    dialog->open();
}

void MainWindow::writeSnapshot(const QString &path)
{
    auto *dialog = new SnapshotDialog(m_investigation, path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const Dropped dropped = droppedIn(*event->mimeData());
    event->acceptProposedAction();
    if (dropped.problem.isEmpty())
        return openFiles(dropped.paths, {});
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("This cannot be opened"), dropped.problem, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

} // namespace faultline::ui
