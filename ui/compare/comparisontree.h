#pragma once

#include "core/report/comparisonview.h"
#include "ui/common/theme.h"

#include <QtWidgets/QTreeWidget>

namespace faultline::ui::comparing {

/// What came, went and stayed, whose health is another, and which objects differ with their fields. A row that is
/// activated names the object that it is about.
class ComparisonTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ComparisonTree(QWidget *parent = nullptr);

    /// `comparison` is what `view` was made of.
    void show(const faultline::compare::Comparison &comparison, const report::ComparisonView &view, const Theme &theme);

Q_SIGNALS:
    void subjectActivated(const faultline::model::ObjectRef &subject);
    void objectActivated(const faultline::model::ObjectRef &object);

private:
    QTreeWidgetItem *addSection(const QString &title, size_t count);
    void addFindings(const faultline::compare::Comparison &comparison, const report::ComparisonView &view,
                     faultline::compare::Fared fared, const Theme &theme);
    void addHealth(const faultline::compare::Comparison &comparison, const report::ComparisonView &view);
    void addObjects(const faultline::compare::Comparison &comparison, const report::ComparisonView &view,
                    const Theme &theme);
    void activate(QTreeWidgetItem *row);

    std::vector<model::ObjectRef> m_subjects, m_objects; ///< what rows are about, by the number in them
};

/// "New faults: 1. Findings that went: 2, that stayed: 1. Objects that differ: 5.", or that nothing does.
QString summaryOf(const faultline::compare::Comparison &comparison);

} // namespace faultline::ui::comparing
