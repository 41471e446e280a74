#pragma once

#include "core/kube/kubeconfig.h"
#include "ui/common/theme.h"
#include "ui/connect/target.h"

#include <QtWidgets/QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace faultline::ui::connect {

class ConfigWatch;
class ContextDelegate;
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
    void setTheme(const Theme &theme);
    void focusContexts();
    /// Whether there is a context to choose, as far as it is known.
    bool hasContexts() const { return !m_config.isEmpty(); }

Q_SIGNALS:
    void connectRequested(const faultline::kube::Connection &connection, const QString &nameSpace);
    void loaded(); ///< contexts or a problem are shown

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    void buildLines();
    void chooseFile();
    void readAgain();
    void take(const base::Result<kube::Kubeconfig> &config);
    void showWhatIsThere();
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
    ContextDelegate *m_delegate;
    QListView *m_list;
    QLabel *m_nothing;
    QLabel *m_insecure;
    QLabel *m_promise;
    QLabel *m_nameSpaceLabel;
    QLineEdit *m_nameSpace;
    QCheckBox *m_all;
    QPushButton *m_connect;
};

} // namespace faultline::ui::connect
