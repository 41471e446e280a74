#pragma once

#include <QtWidgets/QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace faultline::ui::connect {

/// Opens what needs no cluster: dumps, manifests, a folder, or what was opened lately.
class FileForm : public QFrame
{
    Q_OBJECT

public:
    explicit FileForm(QWidget *parent = nullptr);

    void setRecent(const QStringList &files);

Q_SIGNALS:
    void filesRequested(const QStringList &paths);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFiles();
    void chooseFolder();
    void retranslate();

    QLabel *m_heading;
    QLabel *m_hint;
    QPushButton *m_files;
    QPushButton *m_folder;
    QLabel *m_recentHeading;
    QListWidget *m_recent;
};

} // namespace faultline::ui::connect
