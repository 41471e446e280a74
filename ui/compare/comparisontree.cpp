#include "ui/compare/comparisontree.h"

#include <QtWidgets/QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::comparing {

using faultline::compare::Comparison;
using faultline::compare::Fared;

namespace {

constexpr int kSubject = Qt::UserRole;    ///< of a row: index into the subjects
constexpr int kObject = Qt::UserRole + 1; ///< index into the objects
constexpr size_t kMostShownOpen = 12;

size_t countOf(const Comparison &comparison, Fared fared)
{
    return static_cast<size_t>(std::count_if(comparison.findings.begin(), comparison.findings.end(),
                                             [fared](const auto &change) { return change.fared == fared; }));
}

} // namespace

ComparisonTree::ComparisonTree(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName("comparisonTree"_L1);
    setAccessibleName(tr("What changed"));
    setColumnCount(2);
    setHeaderLabels({tr("What"), tr("Before → after")});
    setAlternatingRowColors(false);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    header()->setSectionResizeMode(0, QHeaderView::Interactive);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::itemActivated, this, &ComparisonTree::activate);
}

void ComparisonTree::show(const Comparison &comparison, const report::ComparisonView &view, const Theme &theme)
{
    clear();
    m_subjects.clear();
    m_objects.clear();
    for (const Fared fared : {Fared::Came, Fared::Went, Fared::Stayed})
        addFindings(comparison, view, fared, theme);
    addHealth(comparison, view);
    addObjects(comparison, view, theme);
    if (!view.notCompared.isEmpty()) {
        QTreeWidgetItem *section =
            addSection(tr("Not compared, as they could not be read"), static_cast<size_t>(view.notCompared.size()));
        for (const QString &kind : view.notCompared)
            section->addChild(new QTreeWidgetItem({kind}));
        section->setExpanded(true);
    }
    setColumnWidth(0, std::max(columnWidth(0), width() * 2 / 3));
}

QTreeWidgetItem *ComparisonTree::addSection(const QString &title, size_t count)
{
    auto *section = new QTreeWidgetItem({u"%1 (%2)"_s.arg(title).arg(count)});
    QFont bold = font();
    bold.setBold(true);
    section->setFont(0, bold);
    section->setFirstColumnSpanned(true);
    section->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    addTopLevelItem(section);
    return section;
}

void ComparisonTree::addFindings(const Comparison &comparison, const report::ComparisonView &view, Fared fared,
                                 const Theme &theme)
{
    const size_t count = countOf(comparison, fared);
    if (count == 0)
        return;
    const QString title = fared == Fared::Came ? tr("Came") : fared == Fared::Went ? tr("Went") : tr("Still there");
    QTreeWidgetItem *section = addSection(title, count);
    for (size_t i = 0; i < comparison.findings.size(); ++i) {
        const report::FindingLine &line = view.findings[i];
        if (line.fared != fared)
            continue;
        const bool isFault = line.isFault;
        const QString sign = !isFault ? u"·"_s : fared == Fared::Came ? u"✕"_s : fared == Fared::Went ? u"✓"_s : u"="_s;
        auto *row = new QTreeWidgetItem({sign + u"  "_s + line.title, line.subject});
        row->setToolTip(0, line.title + u'\n' + line.weight);
        if (isFault && fared != Fared::Stayed)
            row->setForeground(0, fared == Fared::Came ? theme.fault.foreground : theme.fine.foreground);
        row->setForeground(1, theme.dimText);
        row->setData(0, kSubject, static_cast<int>(m_subjects.size()));
        m_subjects.push_back(comparison.findings[i].subject);
        section->addChild(row);
    }
    section->setExpanded(fared != Fared::Stayed || count <= kMostShownOpen);
}

void ComparisonTree::addHealth(const Comparison &comparison, const report::ComparisonView &view)
{
    if (view.health.empty())
        return;
    QTreeWidgetItem *section = addSection(tr("Health"), view.health.size());
    for (size_t i = 0; i < view.health.size(); ++i) {
        const report::HealthLine &line = view.health[i];
        auto *row = new QTreeWidgetItem({line.subject, line.before + u" → "_s + line.after});
        row->setData(0, kSubject, static_cast<int>(m_subjects.size()));
        m_subjects.push_back(comparison.health[i].subject);
        section->addChild(row);
    }
    section->setExpanded(view.health.size() <= kMostShownOpen);
}

void ComparisonTree::addObjects(const Comparison &comparison, const report::ComparisonView &view, const Theme &theme)
{
    QTreeWidgetItem *section = addSection(tr("Objects that differ"), view.objects.size());
    const auto shown = [](const QString &text) {
        return text.isNull() ? tr("(none)") : text.simplified().isEmpty() ? u"\"\""_s : text.simplified();
    };
    for (size_t i = 0; i < view.objects.size(); ++i) {
        const report::ObjectLine &line = view.objects[i];
        const QString word = line.fared == Fared::Came   ? tr("added")
                             : line.fared == Fared::Went ? tr("removed")
                                                         : tr("changed");
        auto *row = new QTreeWidgetItem({line.object, word});
        row->setForeground(1, theme.dimText);
        row->setData(0, kObject, static_cast<int>(m_objects.size()));
        m_objects.push_back(comparison.objects[i].object);
        for (const auto &field : line.fields) {
            auto *part = new QTreeWidgetItem({field.field, shown(field.before) + u" → "_s + shown(field.after)});
            part->setToolTip(1, part->text(1));
            part->setData(0, kObject, row->data(0, kObject));
            row->addChild(part);
        }
        section->addChild(row);
        row->setExpanded(view.objects.size() <= 3);
    }
    section->setExpanded(view.objects.size() <= kMostShownOpen);
}

void ComparisonTree::activate(QTreeWidgetItem *row)
{
    const QVariant subject = row->data(0, kSubject), object = row->data(0, kObject);
    if (subject.isValid())
        Q_EMIT subjectActivated(m_subjects[static_cast<size_t>(subject.toInt())]);
    if (object.isValid())
        Q_EMIT objectActivated(m_objects[static_cast<size_t>(object.toInt())]);
}

QString summaryOf(const Comparison &comparison)
{
    const auto faults = std::count_if(comparison.findings.begin(), comparison.findings.end(),
                                      [](const auto &change) { return change.fared == Fared::Came && change.isFault; });
    if (comparison.findings.empty() && comparison.objects.empty() && comparison.health.empty())
        return ComparisonTree::tr("Nothing differs.");
    return ComparisonTree::tr("New faults: %1. Findings that went: %2, that stayed: %3. Objects that differ: %4.")
        .arg(faults)
        .arg(countOf(comparison, Fared::Went))
        .arg(countOf(comparison, Fared::Stayed))
        .arg(comparison.objects.size());
}

} // namespace faultline::ui::comparing
