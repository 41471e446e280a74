#pragma once

#include "core/guide/wording.h"
#include "ui/common/theme.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QFrame>

#include <set>

class QStackedWidget;
class QTabBar;

namespace faultline::ui::evidence {

class CommandsPage;
class DescribePage;
class EventsPage;
class LogView;
class NotCheckedPage;
class RolloutPage;
class YamlPage;

/// What the cluster says word for word: the selected object as YAML and as kubectl describes it, events, logs, the
/// rollout history, ready commands; and what was not checked, with its count. Closed it is only a row of tabs; a click
/// on the open tab closes it again.
class EvidencePanel : public QFrame
{
    Q_OBJECT

public:
    enum class Tab { Yaml, Describe, Events, Logs, Rollout, Commands, NotChecked };

    explicit EvidencePanel(QWidget *parent = nullptr);

    /// The cluster is shared and immutable; guide and diagnosis are only read during the call.
    void showDiagnosis(const guide::Guide &guide, const model::ClusterPtr &cluster, const guide::Diagnosis &diagnosis);
    /// What was odd about the source as a whole; it leads the list of what was not checked.
    void setRemarks(const QStringList &remarks) { m_remarks = remarks; }
    void clear();
    void setLanguage(base::Language language);
    void setCommands(const guide::CommandContext &context);
    void setTheme(const Theme &theme);

    /// The object that the tabs about one object show; asks for it when one of these is open.
    void setObject(const model::ObjectRef &object);
    const model::ObjectRef &object() const { return m_object; }
    /// The object that a finding about a subject is about. It is shown when subject or finding are new; another one
    /// that a person has opened meanwhile stays.
    void offerObject(const model::ObjectRef &subject, const model::ObjectRef &object);
    /// The object's JSON, or what stood in the way.
    void setRaw(const model::ObjectRef &object, const QByteArray &json, const QString &problem);

    /// Opens the panel where a piece of evidence stands: a field in the object's YAML, marked and scrolled to; an event
    /// ("events[FailedMount].message") among the events; a line of a log ("log", "log.previous") in that log.
    void showPlace(const model::ObjectRef &object, const QString &fieldPath);

    LogView *logs() const { return m_logView; }

    void open(Tab tab);
    void close();
    bool isOpen() const;

Q_SIGNALS:
    void rawRequested(const faultline::model::ObjectRef &object);
    void openChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    bool isShown(Tab tab) const;
    void connectPages();
    void tabClicked(int index);
    void openObject(const model::ObjectRef &object);
    void markProof();
    void showRawPages();
    void askForRaw();
    void ask(const model::ObjectRef &object);
    void retranslate();
    void setCounts();

    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    YamlPage *m_yaml;
    DescribePage *m_describe;
    EventsPage *m_events;
    LogView *m_logView;
    RolloutPage *m_rollout;
    CommandsPage *m_commands;
    NotCheckedPage *m_notChecked;
    model::ClusterPtr m_cluster;
    std::vector<checks::Evidence> m_proof;
    QStringList m_remarks;
    QStringList m_keys; ///< the pairs in a selector or in labels that are wrong
    State m_state = State::Fault;
    model::ObjectRef m_object;
    model::ObjectRef m_offeredFor;
    model::ObjectRef m_offered;
    QJsonObject m_raw;
    QString m_rawProblem;
    std::map<model::ObjectRef, QString> m_asked; ///< and the version that each had then
    qsizetype m_logCount = 0;
    base::Language m_language = base::Language::English;
};

} // namespace faultline::ui::evidence
