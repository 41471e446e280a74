#pragma once

#include "ui/common/theme.h"
#include "ui/wizard/cardtext.h"

#include <QtCore/QSet>
#include <QtWidgets/QFrame>

class QVBoxLayout;

namespace faultline::ui::wizard {

/// The part "Proof": the comparison, then what was seen, by object, a line each. Objects and fields are links. Long
/// values and more than a handful of lines are folded; what a person unfolds stays so while the step stays.
class ProofView : public QFrame
{
    Q_OBJECT

public:
    explicit ProofView(QWidget *parent = nullptr);

    void show(const CardText &card);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    /// `fieldPath`: as the check named it; empty = the object as a whole.
    void placeActivated(const faultline::model::ObjectRef &object, const QString &fieldPath);

private:
    void build();
    void addComparison(const Comparison &comparison);
    int addGroup(const ProofGroup &group, int room);
    void addRow(const ProofGroup &group, const ProofRow &row);
    void addLongValue(const ProofGroup &group, const ProofRow &row);
    QWidget *makeUnfold(const QString &text, const QString &name, const QString &key);
    QWidget *makeLink(const QString &text, const ProofGroup &group, const QString &path);
    bool isInComparison(const QString &value) const;

    QVBoxLayout *m_lines;
    guide::NodeId m_node;
    Comparison m_comparison;
    std::vector<ProofGroup> m_groups;
    QString m_note;
    QSet<QString> m_unfolded;
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::wizard
