#pragma once

#include "core/investigation/snapshottaker.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace faultline::ui {

/// Writes a snapshot of what is open and says how it went. What is open is read once more, for a snapshot holds the
/// objects whole and the picture on the screen does not. Closing it stops the writing.
class SnapshotDialog : public QDialog
{
    Q_OBJECT

public:
    SnapshotDialog(const investigation::Investigation &investigation, const QString &path, QWidget *parent = nullptr);
    ~SnapshotDialog() override;

    /// "shop-2026-11-27.tar.gz", after what is open.
    static QString suggestedName(const source::Origin &origin);

private:
    void start(const investigation::Investigation &investigation);
    void onFinished(const std::optional<base::Error> &problem);
    void showProblem(const base::Error &problem);

    QString m_path;
    QLabel *m_title;
    QLabel *m_body;
    QPushButton *m_close;
    std::unique_ptr<investigation::SnapshotTaker> m_taker;
};

} // namespace faultline::ui
