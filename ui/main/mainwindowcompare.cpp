// What changed: since it was opened, or against a snapshot.
#include "ui/evidence/evidencepanel.h"
#include "ui/main/comparer.h"
#include "ui/main/mainwindow.h"
#include "ui/main/workspace.h"

#include <QtWidgets/QFileDialog>

using namespace Qt::StringLiterals;

namespace faultline::ui {

void MainWindow::compareSinceOpened() { showComparison(m_comparer->sinceOpened(m_appearance.language())); }

void MainWindow::compareWithFile(const QString &path)
{
    showComparison(m_comparer->withFile(path, m_appearance.language()));
}

void MainWindow::askWhatToCompareWith()
{
    auto *dialog = new QFileDialog(this, tr("Compare with a snapshot or other input"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::compareWithFile);
    dialog->open();
}

void MainWindow::showComparison(comparing::ComparisonDialog *dialog)
{
    dialog->setTheme(m_appearance.theme());
    QObject::connect(&m_appearance, &Appearance::themeChanged, dialog, &comparing::ComparisonDialog::setTheme);
    QObject::connect(dialog, &comparing::ComparisonDialog::subjectActivated, this, [this](const model::ObjectRef &one) {
        m_isAtStart = false;
        showPhase();
        m_investigation.select(one);
    });
    QObject::connect(dialog, &comparing::ComparisonDialog::objectActivated, this, [this](const model::ObjectRef &one) {
        m_isAtStart = false;
        showPhase();
        m_workspace->evidence()->setObject(one);
        m_workspace->evidence()->open(evidence::EvidencePanel::Tab::Yaml);
    });
    dialog->show();
}

} // namespace faultline::ui
