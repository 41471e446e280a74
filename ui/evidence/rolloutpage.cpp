#include "ui/evidence/rolloutpage.h"

#include "core/guide/readycommands.h"
#include "core/redact/redact.h"
#include "ui/common/codeblock.h"
#include "ui/common/commandrow.h"
#include "ui/common/parts.h"
#include "ui/evidence/agewords.h"
#include "ui/evidence/tablemodel.h"
#include "ui/evidence/tables.h"
#include "ui/evidence/yamltext.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {

constexpr int kMostRows = 6; ///< of the table before it scrolls
constexpr int kRow = 26;
constexpr int kCauseColumn = 4;

QStringList templateLines(const QJsonObject &replicaSet)
{
    QJsonObject podTemplate = replicaSet.value("spec"_L1).toObject().value("template"_L1).toObject();
    QJsonObject metadata = podTemplate.value("metadata"_L1).toObject();
    QJsonObject labels = metadata.value("labels"_L1).toObject();
    labels.remove("pod-template-hash"_L1);
    metadata.insert("labels"_L1, labels);
    metadata.remove("creationTimestamp"_L1);
    podTemplate.insert("metadata"_L1, metadata);
    return maskedLines(printYaml(readableObject(podTemplate)).lines);
}

} // namespace

std::vector<base::DiffLine> templateDiff(const QJsonObject &before, const QJsonObject &after)
{
    return base::lineDiff(templateLines(before), templateLines(after));
}

RolloutPage::RolloutPage(QWidget *parent) : QScrollArea(parent)
{
    auto *page = new QWidget(this);
    m_intro = makeLabel("dim"_L1, page);
    m_intro->setObjectName(u"rolloutIntro"_s);
    m_model = new TableModel(page);
    m_model->setHeadings(QStringList(6));
    m_table = makeTable(m_model, page);
    m_table->setObjectName(u"revisions"_s);
    m_heading = makeLabel(""_L1, page);
    m_choice = new QComboBox(page);
    m_choice->setObjectName(u"compareWith"_s);
    m_why = makeLabel("dim"_L1, page);
    m_why->setObjectName(u"rolloutWhy"_s);
    m_frame = makeFrame("code"_L1, page);
    m_diff = new CodeBlock(m_frame);
    m_diff->setObjectName(u"templateDiff"_s);
    m_undoLabel = makeLabel(""_L1, page);
    m_undo = new CommandRow(page);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        showDifference();
        Q_EMIT wantedChanged();
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (index.row() < static_cast<int>(m_history.revisions.size()))
            Q_EMIT objectActivated(m_history.revisions[static_cast<size_t>(index.row())].replicaSet);
    });
}

void RolloutPage::build()
{
    setWidths(m_table, {72, 150, 88, 64, 150});
    for (const int column : {1, 5})
        cutInTheMiddle(m_table, column);
    auto *inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(10, 6, 10, 6);
    inside->addWidget(m_diff);
    auto *compare = new QHBoxLayout;
    compare->addWidget(m_heading, 1);
    compare->addWidget(m_choice);
    auto *lines = new QVBoxLayout(widget());
    lines->setContentsMargins(12, 4, 12, 12);
    lines->setSpacing(4);
    lines->addWidget(m_intro);
    lines->addWidget(m_table);
    lines->addLayout(compare);
    lines->addWidget(m_why);
    lines->addWidget(m_frame);
    lines->addWidget(m_undoLabel);
    lines->addWidget(m_undo);
    lines->addStretch(1);
}

void RolloutPage::setHistory(const topology::RolloutHistory &history, base::Timestamp now)
{
    m_now = now;
    if (history == m_history)
        return showRevisions(); // its ages go on, no more
    const bool isOther = history.workload != m_history.workload;
    const std::vector<model::ObjectRef> before = wanted();
    const int chosenBefore = isOther ? -1 : chosen();
    const model::ObjectRef kept = chosenBefore < 0 || static_cast<size_t>(chosenBefore) >= m_history.revisions.size()
                                      ? model::ObjectRef()
                                      : m_history.revisions[static_cast<size_t>(chosenBefore)].replicaSet;
    const bool wasUsual = chosenBefore == m_history.good;
    if (isOther)
        m_fetched.clear();
    m_history = history;
    showRevisions();
    showChoice();
    if (!wasUsual && !kept.isNull()) {
        const QSignalBlocker quiet(m_choice);
        m_choice->setCurrentIndex(std::max(0, m_choice->findText(redact::clean(kept.name), Qt::MatchContains)));
    }
    showDifference();
    if (wanted() != before)
        Q_EMIT wantedChanged();
}

void RolloutPage::setContext(const guide::CommandContext &context) { m_context = context; }

int RolloutPage::chosen() const { return m_choice->currentData().isValid() ? m_choice->currentData().toInt() : -1; }

std::vector<model::ObjectRef> RolloutPage::wanted() const
{
    const int with = chosen();
    if (with < 0 || static_cast<size_t>(with) >= m_history.revisions.size())
        return {};
    return {m_history.revisions.front().replicaSet, m_history.revisions[static_cast<size_t>(with)].replicaSet};
}

void RolloutPage::setRaw(const model::ObjectRef &object, const QJsonObject &json, const QString &problem)
{
    const std::vector<model::ObjectRef> sets = wanted();
    if (std::find(sets.begin(), sets.end(), object) == sets.end())
        return;
    m_fetched[object] = {json, problem};
    showDifference();
}

QString RolloutPage::emptyWords() const
{
    using Known = topology::RolloutHistory::Known;
    const QString name = redact::clean(m_history.workload.toString());
    switch (m_history.known) {
    case Known::Revisions:
        return tr("%1, the newest revision first").arg(name);
    case Known::NoReplicaSets:
        return tr("%1 has no ReplicaSet: nothing was rolled out yet.").arg(name);
    case Known::Unseen:
        return tr("ReplicaSets could not be looked at, and they are what holds the revisions of %1.").arg(name);
    case Known::NotRead:
        return tr("The revisions of %1 are kept in ControllerRevisions, which Faultline does not read. The tab "
                  "\"Commands\" has the command that lists them.")
            .arg(name);
    case Known::None:
        break;
    }
    return tr("Only a Deployment has a rollout history to compare; this application has none.");
}

void RolloutPage::showRevisions()
{
    std::vector<QStringList> rows;
    bool hasCause = false;
    for (const topology::Revision &revision : m_history.revisions) {
        hasCause = hasCause || !revision.changeCause.isEmpty();
        QStringList images;
        for (const QString &image : revision.images)
            images.append(redact::clean(image));
        rows.push_back({QString::number(revision.number), redact::clean(revision.replicaSet.name),
                        agoWords(revision.created, m_now), u"%1/%2"_s.arg(revision.ready).arg(revision.wanted),
                        redact::clean(revision.changeCause), images.join(u", "_s)});
    }
    m_table->setVisible(!rows.empty());
    m_table->setFixedHeight(std::min(kMostRows, static_cast<int>(rows.size())) * kRow +
                            m_table->horizontalHeader()->sizeHint().height() + 2);
    m_model->setRows(std::move(rows));
    m_table->setColumnHidden(kCauseColumn, !hasCause);
    m_intro->setText(emptyWords());
}

void RolloutPage::showChoice()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (size_t i = 1; i < m_history.revisions.size(); ++i) {
        const topology::Revision &revision = m_history.revisions[i];
        m_choice->addItem(tr("revision %1 (%2)").arg(revision.number).arg(redact::clean(revision.replicaSet.name)),
                          static_cast<int>(i));
    }
    m_choice->setCurrentIndex(m_history.good - 1);
}

QString RolloutPage::whyWords() const
{
    const int with = chosen();
    if (with < 0)
        return m_history.revisions.empty() ? QString() : tr("There is only this revision: nothing to compare with.");
    const topology::Revision &revision = m_history.revisions[static_cast<size_t>(with)];
    QString words = tr("Chosen by you.");
    if (with == m_history.good) {
        words = m_history.because == topology::RolloutHistory::Because::HasReadyPods
                    ? tr("Taken for the last good one: %1 of its Pods are ready now.").arg(revision.ready)
                    : tr("The one before the newest. None of the earlier ones has ready Pods now, so nobody can tell "
                         "here whether it worked.");
    }
    return m_history.isNewestReady() ? words + u' ' + tr("All Pods of the newest revision are ready.") : words;
}

void RolloutPage::showDifference()
{
    const std::vector<model::ObjectRef> sets = wanted();
    const bool compares = sets.size() == 2;
    for (QWidget *part :
         {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_frame),
          static_cast<QWidget *>(m_undoLabel), static_cast<QWidget *>(m_undo)})
        part->setVisible(compares);
    m_why->setText(whyWords());
    m_why->setVisible(!m_why->text().isEmpty());
    if (!compares)
        return;
    const int number = m_history.revisions[static_cast<size_t>(chosen())].number;
    m_undo->setCommand(redact::clean(guide::undoCommand(m_history.workload, number, m_context)));
    m_undo->setVisible(number > 0);
    m_undoLabel->setVisible(number > 0);
    const Fetched &newest = m_fetched[sets[0]], &other = m_fetched[sets[1]];
    const QString &problem = newest.problem.isEmpty() ? other.problem : newest.problem;
    if (!problem.isEmpty()) {
        m_diff->setCode(tr("The templates could not be read: %1").arg(redact::clean(problem)));
    } else if (newest.object.isEmpty() || other.object.isEmpty()) {
        m_diff->setCode(tr("Fetching both templates …"));
    } else {
        const std::vector<base::DiffLine> lines = templateDiff(other.object, newest.object);
        m_diff->setCode(lines.empty() ? tr("Nothing differs: both templates are the same but for pod-template-hash.")
                                      : base::diffText(lines).chopped(1));
    }
}

void RolloutPage::setTheme(const Theme &theme)
{
    m_diff->setTheme(theme);
    m_undo->setTheme(theme);
}

void RolloutPage::retranslate()
{
    m_model->setHeadings(
        {tr("Revision"), tr("ReplicaSet"), tr("Created"), tr("Ready"), tr("Change cause"), tr("Images")});
    m_table->setAccessibleName(tr("Revisions"));
    m_heading->setText(tr("What the newest template has changed, compared with"));
    m_choice->setAccessibleName(tr("Revision to compare with"));
    m_diff->setAccessibleName(tr("Difference of the Pod templates"));
    m_undoLabel->setText(tr("Back to that revision (changes the cluster; Faultline does not run it)"));
    showRevisions();
    const int with = m_choice->currentIndex();
    showChoice();
    const QSignalBlocker quiet(m_choice);
    m_choice->setCurrentIndex(with);
    showDifference();
}

} // namespace faultline::ui::evidence
