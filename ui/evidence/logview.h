#pragma once

#include "core/model/cluster.h"
#include "ui/evidence/logbuffer.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace faultline::ui::evidence {

class TextView;

/// The logs of the Pods at hand: every container, this run and the one before, each fetched when it is chosen; followed
/// as it grows, with a bound on what is kept; searched.
class LogView : public QWidget
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    /// The choice stays where it was. The cluster is shared and immutable.
    void setLogs(const model::ClusterPtr &cluster, std::vector<model::LogKey> keys);

    /// Only a live server's log grows.
    enum class Following { Impossible, Possible };
    void setFollowing(Following following);

    /// What was asked for by followRequested().
    void takeArrived(const QString &text);
    void takeEnd(const QString &problem);

    void retranslate();

    /// Lines that the view keeps of a log that is followed.
    static constexpr int kMostLines = 5000;

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    void logRequested(const faultline::model::LogKey &key);
    void followRequested(const faultline::model::LogKey &key);
    void followStopped();

private:
    void buildBar();
    QString nameOf(const model::LogKey &key) const;
    const model::LogKey *chosen() const;
    void showLog();
    QString textOf(const model::LogKey *key) const;
    void toggleFollowing();
    void stop();
    void showArrived();
    void showState();
    void search();
    void goTo(int step);

    QComboBox *m_choice;
    QToolButton *m_follow;
    QLineEdit *m_search;
    QLabel *m_found;
    QToolButton *m_before;
    QToolButton *m_next;
    TextView *m_text;
    QLabel *m_state;
    model::ClusterPtr m_cluster;
    std::vector<model::LogKey> m_keys;
    LogBuffer m_buffer{kMostLines};
    QTimer m_drawing; ///< lines are shown some times a second, not one by one
    qint64 m_scrolledOut = 0;
    std::vector<int> m_matches; ///< places in the text
    int m_match = -1;
    bool m_isFollowing = false;
    QString m_end; ///< why the stream ended; empty while it runs or when none did
};

} // namespace faultline::ui::evidence
