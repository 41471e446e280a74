#pragma once

#include "core/kube/kubeconfig.h"

#include <QtWidgets/QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace faultline::ui::connect {

class ContextModel;
class ProblemBox;

/// Chooses a context of a kubeconfig and a namespace in it. Files are read on a worker.
class ClusterForm : public QFrame
{
    Q_OBJECT

public:
    explicit ClusterForm(QWidget *parent = nullptr);

    /// Reads these kubeconfig files; `context` is chosen when it is there, else the current one.
    void load(const QStringList &paths, const QString &context = {});

Q_SIGNALS:
    void connectRequested(const faultline::kube::Connection &connection, const QString &nameSpace);
    void loaded(); ///< contexts or a problem are shown

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void buildLines();
    void chooseFile();
    void take(const base::Result<kube::Kubeconfig> &config);
    void contextChosen();
    void connectToContext();
    void showFiles();
    void retranslate();

    kube::Kubeconfig m_config;
    QStringList m_paths;
    QString m_wanted;
    int m_generation = 0;
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
