// The part of the window that is about namespaces: which can be chosen, and what choosing one does.
#include "core/source/namespacelist.h"
#include "ui/main/mainwindow.h"
#include "ui/main/workspace.h"
#include "ui/workloads/workloadpanel.h"

namespace faultline::ui {

void MainWindow::listNamespaces()
{
    m_nameSpaceList.reset();
    if (!m_connection)
        return;
    m_nameSpaceList = std::make_unique<source::NamespaceList>(*m_connection);
    QObject::connect(m_nameSpaceList.get(), &source::NamespaceList::listed, this, [this](const QStringList &names) {
        m_nameSpaces = names;
        showNamespaces();
    });
    m_nameSpaceList->start();
}

/// One namespace was read: another one has to be read, too. All of them are here: the list shows what is chosen.
void MainWindow::showNamespaces()
{
    using workloads::Namespaces;
    const source::Origin &origin = m_investigation.origin();
    const bool canRead = m_connection && origin.type == source::Origin::Type::Live && !origin.nameSpace.isEmpty();
    Namespaces namespaces;
    namespaces.current = origin.nameSpace;
    QSet<QString> names;
    for (const guide::Diagnosis &diagnosis : m_investigation.diagnoses())
        names.insert(diagnosis.subject.nameSpace);
    if (canRead) {
        namespaces.switching = Namespaces::Switching::Reload;
        names.insert(origin.nameSpace);
        names.unite(QSet<QString>(m_nameSpaces.begin(), m_nameSpaces.end()));
    }
    names.remove(QString());
    namespaces.names = names.values();
    namespaces.names.sort();
    m_workspace->list()->setNamespaces(namespaces);
}

void MainWindow::switchNamespace(const QString &nameSpace)
{
    if (m_connection)
        openConnection(kube::Connection(*m_connection), nameSpace);
}

} // namespace faultline::ui
