#pragma once

#include "ui/workloads/namespaces.h"
#include "ui/workloads/workloadfilter.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;

namespace faultline::ui::workloads {

class HealthChips;

/// What is above the list: the search box, the namespace, the kind, the health.
class ChoiceBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceBar(QWidget *parent = nullptr);

    Choice choice() const;
    void setText(const QString &text);
    /// Back to everything; what was read stays.
    void clear();
    void setNamespaces(const Namespaces &namespaces);
    /// The kinds of the list; a list of one kind needs no choice.
    void setKinds(const QList<model::Kind> &kinds);
    void setCounts(const std::array<int, groupCount> &counts, const std::array<int, groupCount> &totals);
    QLineEdit *search() const { return m_search; }
    void retranslate();

Q_SIGNALS:
    void changed();
    void nameSpaceRequested(const QString &nameSpace); ///< to be read; empty = all

private:
    void fillNamespaces();
    void chooseNamespace(int index);

    QLineEdit *m_search;
    QComboBox *m_nameSpace;
    QComboBox *m_kind;
    HealthChips *m_health;
    Namespaces m_namespaces;
    QString m_chosenNamespace; ///< of those that are here
};

} // namespace faultline::ui::workloads
