#include "ui/compare/comparisondialog.h"

#include "core/base/background.h"
#include "core/base/savefile.h"
#include "core/investigation/reportinput.h"
#include "core/redact/redact.h"
#include "ui/common/parts.h"
#include "ui/compare/comparisontree.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::comparing {

using investigation::Picture;

/// The pictures stay with it: the comparison points into them.
struct ComparisonDialog::Compared {
    std::shared_ptr<const guide::Guide> guide;
    std::shared_ptr<const Picture> before, after;
    faultline::compare::Comparison comparison;
    report::ComparisonView view;
    QString markdown;
    QByteArray json;
};

ComparisonDialog::ComparisonDialog(std::shared_ptr<const guide::Guide> guide, base::Language language,
                                   const QString &title, QWidget *parent)
    : QDialog(parent),
      m_guide(std::move(guide)),
      m_language(language),
      m_summary(makeSelectableLabel("strong"_L1, this)),
      m_tree(new ComparisonTree(this)),
      m_message(makeSelectableLabel("word"_L1, this)),
      m_copy(makeButton(""_L1, this)),
      m_save(makeButton(""_L1, this)),
      m_close(makeButton(""_L1, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What changed"));
    auto *heading = makeLabel("dim"_L1, this);
    heading->setText(breakable(redact::clean(title)));
    m_summary->setObjectName("comparisonSummary"_L1);
    m_copy->setText(tr("Copy as Markdown"));
    m_save->setText(tr("Save…"));
    m_close->setText(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(16, 16, 16, 16);
    lines->setSpacing(10);
    lines->addWidget(heading);
    lines->addWidget(m_summary);
    lines->addWidget(m_tree, 1);
    lines->addWidget(m_message);
    lines->addLayout(buttons);
    m_message->hide();
    for (QPushButton *button : {m_copy, m_save})
        button->setEnabled(false);
    connect(m_tree, &ComparisonTree::subjectActivated, this, &ComparisonDialog::subjectActivated);
    connect(m_tree, &ComparisonTree::objectActivated, this, &ComparisonDialog::objectActivated);
    connect(m_copy, &QPushButton::clicked, this, &ComparisonDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &ComparisonDialog::askWhere);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    resize(820, 560);
}

void ComparisonDialog::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_compared)
        m_tree->show(m_compared->comparison, m_compared->view, m_theme);
}

void ComparisonDialog::setWaiting(const QString &words) { m_summary->setText(words); }

void ComparisonDialog::setProblem(const QString &words)
{
    m_summary->setText(tr("This cannot be compared."));
    say(words, u"fault"_s);
}

void ComparisonDialog::setPictures(const std::shared_ptr<const Picture> &before,
                                   const std::shared_ptr<const Picture> &after)
{
    m_before = before;
    m_after = after;
    m_isDue = true;
    compare();
}

void ComparisonDialog::compare()
{
    if (m_isComparing || !std::exchange(m_isDue, false))
        return;
    m_isComparing = true;
    const auto work = [guide = m_guide, before = m_before, after = m_after, language = m_language] {
        auto made = std::make_shared<Compared>();
        made->guide = guide;
        made->before = before;
        made->after = after;
        made->comparison = faultline::compare::compared({before->cluster.get(), &before->diagnoses, before->objects},
                                                        {after->cluster.get(), &after->diagnoses, after->objects});
        report::ComparisonInput input{&made->comparison, {}, {}};
        input.before = investigation::reportInput(*guide, *before->cluster, before->diagnoses, before->origin);
        input.after = investigation::reportInput(*guide, *after->cluster, after->diagnoses, after->origin);
        input.before.language = input.after.language = language;
        made->view = report::viewOf(input);
        made->markdown = report::comparisonMarkdown(input);
        made->json = QJsonDocument(report::comparisonJson(input)).toJson();
        return std::shared_ptr<const Compared>(made);
    };
    base::inBackground(this, work, [this](const std::shared_ptr<const Compared> &made) { take(made); });
}

void ComparisonDialog::take(const std::shared_ptr<const Compared> &compared)
{
    m_isComparing = false;
    // A live cluster is compared every second: rows stay under the hand while they say the same.
    const bool saysTheSame = m_compared && m_compared->markdown == compared->markdown;
    m_compared = compared;
    m_summary->setText(summaryOf(compared->comparison));
    if (!saysTheSame)
        m_tree->show(compared->comparison, compared->view, m_theme);
    for (QPushButton *button : {m_copy, m_save})
        button->setEnabled(true);
    compare();
    if (!m_isComparing)
        Q_EMIT shown();
}

void ComparisonDialog::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the comparison"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Markdown (*.md)"), tr("JSON (*.json)")});
    dialog->selectFile(u"faultline-comparison.md"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ComparisonDialog::saveTo);
    dialog->open();
}

void ComparisonDialog::saveTo(const QString &path)
{
    if (!m_compared)
        return;
    const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
    const QByteArray bytes = isJson ? m_compared->json : m_compared->markdown.toUtf8();
    const auto done = base::saveFile(path, bytes);
    const QString shownPath = QDir::toNativeSeparators(path);
    say(done ? tr("Saved as %1").arg(shownPath) : tr("%1 could not be written: %2").arg(shownPath, done.error().detail),
        done ? u"fine"_s : u"fault"_s);
}

void ComparisonDialog::copy()
{
    if (!m_compared)
        return;
    QGuiApplication::clipboard()->setText(m_compared->markdown);
    say(tr("Copied"), u"fine"_s);
}

void ComparisonDialog::say(const QString &words, const QString &state)
{
    setLook(m_message, "state", state);
    m_message->setText(redact::clean(words));
    m_message->show();
}

} // namespace faultline::ui::comparing
