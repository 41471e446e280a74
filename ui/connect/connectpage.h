#pragma once

#include "core/kube/connection.h"
#include "ui/common/theme.h"
#include "ui/connect/target.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace faultline::ui::connect {

class ClusterForm;
class FileForm;
class SampleGallery;

/// The start page: samples to learn with, a cluster, files and folders. Where there is a context to choose the cluster
/// comes first; where there is none, as on a first run, the samples do.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(QWidget *parent = nullptr);

    void loadKubeconfig(const QStringList &paths, const Target &target);
    void setRecent(const QStringList &files);
    void setLanguage(base::Language language);
    void setTheme(const Theme &theme);
    /// Shows a way back to the picture that is still open.
    void showBack();
    void hideBack();

Q_SIGNALS:
    void connectRequested(const faultline::kube::Connection &connection, const QString &nameSpace);
    void filesRequested(const QStringList &paths);
    void sampleRequested(const QString &id);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void retranslate();

    QLabel *m_title;
    QLabel *m_promise;
    QPushButton *m_back;
    QBoxLayout *m_forms;
    QWidget *m_own; ///< the cluster and the files
    ClusterForm *m_cluster;
    FileForm *m_files;
    SampleGallery *m_samples;
};

} // namespace faultline::ui::connect
