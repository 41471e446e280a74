#pragma once

#include "core/model/cluster.h"
#include "ui/common/theme.h"
#include "ui/evidence/alllogs.h"
#include "ui/evidence/logbuffer.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace faultline::ui::evidence {

class ElidedLabel;
class LineView;
class SearchBar;

/// The logs of the Pods at hand: every container, this run and the one before, each fetched when it is chosen; all Pods
/// in one text; followed as it grows, with a bound on what is kept; searched. Where a run has failed, the line that
/// most likely says why is marked.
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

    /// Chooses the log of a Pod, the run before where that is meant; false when there is none.
    bool chooseLog(const model::ObjectRef &pod, const QString &field);

    /// What was asked for by followRequested().
    void takeArrived(const QString &text);
    void takeEnd(const QString &problem);

    void setTheme(const Theme &theme);
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
    void nameChoices();
    QString nameOf(const model::LogKey &key) const;
    bool isAllChosen() const;
    const model::LogKey *chosen() const;
    void showLog();
    void showAll();
    void putAll();
    QString rawOf(const model::LogKey *key) const;
    void put(const QString &text);
    QString textOf(const model::LogKey *key) const;
    void showCause(const model::LogKey *key);
    void goToCause();
    void toggleFollowing();
    void stop();
    void showArrived();
    void showState();

    QComboBox *m_choice;
    QToolButton *m_follow;
    LineView *m_text;
    SearchBar *m_search;
    QWidget *m_causeRow;
    ElidedLabel *m_cause;
    QPushButton *m_toCause;
    QLabel *m_state;
    model::ClusterPtr m_cluster;
    std::vector<model::LogKey> m_keys;
    std::vector<model::LogKey> m_present; ///< those of "all Pods"
    Asked m_askedForAll;
    int m_causeLine = -1;
    QString m_causeText; ///< in which it was looked for, with what exit code, said in what language
    int m_causeCode = 0;
    QString m_causeLanguage;
    QString m_rawSeen; ///< what the text was made of
    LogBuffer m_buffer{kMostLines};
    QTimer m_drawing; ///< lines are shown some times a second, not one by one
    qint64 m_scrolledOut = 0;
    bool m_isFollowing = false;
    QString m_end;      ///< why the stream ended; empty while it runs or when none did
    QString m_allWords; ///< what a person must know of the merged text
};

} // namespace faultline::ui::evidence
