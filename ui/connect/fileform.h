#pragma once

#include "core/base/language.h"

#include <QtWidgets/QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace faultline::ui::connect {

/// Opens what needs no cluster: dumps, manifests, a folder, or one of the samples.
class FileForm : public QFrame
{
    Q_OBJECT

public:
    explicit FileForm(QWidget *parent = nullptr);

    void setLanguage(base::Language language);
    void setRecent(const QStringList &files);

Q_SIGNALS:
    void filesRequested(const QStringList &paths);
    void sampleRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFiles();
    void chooseFolder();
    void fillSamples();
    void retranslate();

    base::Language m_language = base::Language::English;
    QLabel *m_heading;
    QLabel *m_hint;
    QPushButton *m_files;
    QPushButton *m_folder;
    QLabel *m_recentHeading;
    QListWidget *m_recent;
    QLabel *m_sampleHeading;
    QListWidget *m_samples;
};

} // namespace faultline::ui::connect
