#pragma once

#include "core/kube/kubeconfig.h"
#include "ui/connect/target.h"

#include <QtWidgets/QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace faultline::ui::connect {

class ConfigWatch;
class ContextModel;
class ProblemBox;

/// Chooses a context of a kubeconfig and a namespace in it. Files are read on a worker, and again when they change:
/// what the person chose and typed stays.
class ClusterForm : public QFrame
{
    Q_OBJECT

public:
    explicit ClusterForm(QWidget *parent = nullptr);

    /// Reads these kubeconfig files on a worker and chooses the target in them; what is wrong is shown in its place.
    void load(const QStringList &paths, const Target &target = {});

Q_SIGNALS:
    void connectRequested(const faultline::kube::Connection &connection, const QString &nameSpace);
    void loaded(); ///< contexts or a problem are shown

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void buildLines();
    void chooseFile();
    void readAgain();
    void take(const base::Result<kube::Kubeconfig> &config);
    void chooseTarget();
    void contextChosen();
    void connectToContext();
    void askForPlugin(kube::Connection connection, const QString &nameSpace);
    void showFiles();
    void retranslate();

    kube::Kubeconfig m_config;
    QStringList m_paths;
    Target m_target;
    int m_generation = 0;
    bool m_isReading = false;
    ConfigWatch *m_watch;
    ContextModel *m_model;
    QLabel *m_heading;
    QLabel *m_files;
    QPushButton *m_choose;
    ProblemBox *m_problem;
    QTableView *m_table;
    QLabel *m_nothing;
    QLabel *m_nameSpaceLabel;
    QLineEdit *m_nameSpace;
    QCheckBox *m_all;
    QPushButton *m_connect;
};

} // namespace faultline::ui::connect
