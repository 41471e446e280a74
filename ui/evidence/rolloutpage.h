#pragma once

#include "core/base/linediff.h"
#include "core/guide/wording.h"
#include "core/topology/rollouthistory.h"
#include "ui/common/theme.h"

#include <QtWidgets/QScrollArea>

#include <map>

class QComboBox;
class QLabel;
class QTableView;

namespace faultline::ui {
class CodeBlock;
class CommandRow;
} // namespace faultline::ui

namespace faultline::ui::evidence {

class TableModel;

/// What changed between two Pod templates: the lines of their YAML, credentials masked, pod-template-hash left out.
std::vector<base::DiffLine> templateDiff(const QJsonObject &before, const QJsonObject &after);

/// The revisions of a Deployment, and what the newest template has that the last good one had not.
class RolloutPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit RolloutPage(QWidget *parent = nullptr);

    void setHistory(const topology::RolloutHistory &history, base::Timestamp now);
    void setContext(const guide::CommandContext &context);
    /// One of the two ReplicaSets, or what stands in the way of it.
    void setRaw(const model::ObjectRef &object, const QJsonObject &json, const QString &problem);
    /// The ReplicaSets that are compared; none when there is nothing to compare.
    std::vector<model::ObjectRef> wanted() const;

    void setTheme(const Theme &theme);
    void retranslate();

Q_SIGNALS:
    void objectActivated(const faultline::model::ObjectRef &object);
    void wantedChanged(); ///< another revision was chosen to compare with

private:
    void build();
    void showRevisions();
    void showChoice();
    void showDifference();
    QString emptyWords() const;
    QString whyWords() const;
    int chosen() const;

    QLabel *m_intro;
    QTableView *m_table;
    TableModel *m_model;
    QLabel *m_heading;
    QComboBox *m_choice;
    QLabel *m_why;
    QFrame *m_frame;
    CodeBlock *m_diff;
    QLabel *m_undoLabel;
    CommandRow *m_undo;
    topology::RolloutHistory m_history;
    base::Timestamp m_now;
    guide::CommandContext m_context;
    struct Fetched {
        QJsonObject object;
        QString problem;
    };
    std::map<model::ObjectRef, Fetched> m_fetched;
};

} // namespace faultline::ui::evidence
