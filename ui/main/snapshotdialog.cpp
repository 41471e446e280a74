#include "ui/main/snapshotdialog.h"

#include "core/redact/redact.h"
#include "ui/common/parts.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui {

SnapshotDialog::SnapshotDialog(const investigation::Investigation &investigation, const QString &path, QWidget *parent)
    : QDialog(parent),
      m_path(path),
      m_title(makeLabel("strong"_L1, this)),
      m_body(makeSelectableLabel(""_L1, this)),
      m_close(makeButton(""_L1, this))
{
    setWindowTitle(tr("Save snapshot"));
    setMinimumWidth(520);
    m_title->setObjectName(u"snapshotTitle"_s);
    m_body->setObjectName(u"snapshotBody"_s);
    m_title->setText(tr("Reading what is open once more …"));
    m_body->setText(tr("Then it is written to %1.").arg(redact::clean(QDir::toNativeSeparators(path))));
    m_close->setText(tr("Cancel"));
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(18, 16, 18, 16);
    lines->setSpacing(12);
    lines->addWidget(m_title);
    lines->addWidget(m_body);
    lines->addStretch(1);
    lines->addLayout(buttons);
    start(investigation);
}

SnapshotDialog::~SnapshotDialog() = default;

QString SnapshotDialog::suggestedName(const source::Origin &origin)
{
    static const QRegularExpression odd(u"[^A-Za-z0-9.-]+"_s);
    QString name = origin.nameSpace.isEmpty() ? origin.context : origin.nameSpace;
    name = name.replace(odd, u"-"_s).left(60);
    if (name.isEmpty() || name.startsWith(u'.'))
        name = u"cluster"_s;
    const QDateTime taken = origin.takenAt.isValid()
                                ? QDateTime::fromMSecsSinceEpoch(origin.takenAt.ms, QTimeZone::utc())
                                : QDateTime::currentDateTimeUtc();
    return name + taken.toString(u"-yyyyMMdd-HHmm"_s) + u".faultline.tar.gz"_s;
}

void SnapshotDialog::start(const investigation::Investigation &investigation)
{
    const auto recorder = std::make_shared<source::Recorder>();
    auto source = investigation.sourceAgain(recorder);
    if (!source)
        return showProblem(source.error());
    m_taker =
        std::make_unique<investigation::SnapshotTaker>(investigation.guide(), *std::move(source), recorder, m_path);
    connect(m_taker.get(), &investigation::SnapshotTaker::finished, this, &SnapshotDialog::onFinished);
    m_taker->start();
}

void SnapshotDialog::onFinished(const std::optional<base::Error> &problem)
{
    if (problem)
        return showProblem(*problem);
    const QString size = QLocale().formattedDataSize(QFileInfo(m_path).size());
    m_title->setText(tr("The snapshot is saved (%1).").arg(size));
    m_body->setText(
        tr("%1\n\nWhat Secrets and environment variables hold is not in it, and what looks like a credential "
           "is masked; names, addresses and messages are. Open it here or with faultline -f.")
            .arg(redact::clean(QDir::toNativeSeparators(m_path))));
    m_close->setText(tr("Close"));
}

void SnapshotDialog::showProblem(const base::Error &problem)
{
    m_title->setText(tr("The snapshot could not be saved."));
    m_body->setText(redact::clean(problem.toString()));
    m_close->setText(tr("Close"));
}

} // namespace faultline::ui
