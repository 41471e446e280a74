#pragma once

#include "core/guide/diagnosis.h"

#include <QtWidgets/QFrame>

class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace faultline::ui {
class CopyButton;
}

namespace faultline::ui::evidence {

class LogView;
class TableModel;
class TextView;

/// What the cluster says word for word: the selected object as YAML, events, logs; and what was not checked, with its
/// count. Closed it is only a row of tabs; a click on the open tab closes it again.
class EvidencePanel : public QFrame
{
    Q_OBJECT

public:
    enum class Tab { Yaml, Events, Logs, NotChecked };

    explicit EvidencePanel(QWidget *parent = nullptr);

    /// The cluster is shared and immutable; guide and diagnosis are only read during the call.
    void showDiagnosis(const guide::Guide &guide, const model::ClusterPtr &cluster, const guide::Diagnosis &diagnosis);
    void clear();
    void setLanguage(base::Language language) { m_language = language; }

    /// The object that the YAML tab is about; asks for it when the tab is open.
    void setObject(const model::ObjectRef &object);
    /// The object's JSON, or what stood in the way.
    void setRaw(const model::ObjectRef &object, const QByteArray &json, const QString &problem);

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
    QWidget *buildYaml();
    QWidget *buildEvents();
    QWidget *buildNotChecked();
    void tabClicked(int index);
    void askForRaw();
    void retranslate();
    void setCounts();

    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QLabel *m_objectName = nullptr;
    CopyButton *m_copy = nullptr;
    TextView *m_yaml = nullptr;
    TableModel *m_events;
    LogView *m_logView;
    TableModel *m_notChecked;
    model::ClusterPtr m_cluster;
    model::ObjectRef m_object;
    model::ObjectRef m_asked;
    qsizetype m_logCount = 0;
    base::Language m_language = base::Language::English;
};

} // namespace faultline::ui::evidence
