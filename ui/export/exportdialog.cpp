#include "ui/export/exportdialog.h"

#include "core/base/background.h"
#include "core/base/savefile.h"
#include "core/redact/redact.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/export/maskpanel.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace faultline::ui::exporting {

namespace {
/// What the preview shows at most; the file holds everything.
constexpr qsizetype kPreviewLimit = 200'000;
} // namespace

ExportDialog::ExportDialog(Material material, base::Language language, QWidget *parent)
    : QDialog(parent),
      m_material(std::make_shared<const Material>(std::move(material))),
      m_format(new QComboBox(this)),
      m_extent(new QComboBox(this)),
      m_language(new QComboBox(this)),
      m_server(new QCheckBox(this)),
      m_masks(new MaskPanel(this)),
      m_preview(new QPlainTextEdit(this)),
      m_message(makeSelectableLabel("word"_L1, this)),
      m_save(makeButton("primary"_L1, this)),
      m_copy(makeButton(""_L1, this)),
      m_close(makeButton(""_L1, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export a report"));
    fillChoices();
    m_language->setCurrentIndex(language == base::Language::Chinese ? 1 : 0);
    m_preview->setReadOnly(true);
    m_preview->setFont(codeFont());
    m_preview->setProperty("role", u"code"_s);
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setTabChangesFocus(true);
    buildLines();
    for (QComboBox *box : {m_format, m_extent, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_server, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_masks, &MaskPanel::changed, this, &ExportDialog::refreshIfOther);
    connect(m_preview, &QPlainTextEdit::selectionChanged, this,
            [this] { m_masks->setSelection(m_preview->textCursor().selectedText()); });
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askWhere);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    resize(860, 700);
    refresh();
}

void ExportDialog::fillChoices()
{
    m_format->addItems({u"Markdown"_s, u"HTML"_s, u"PDF"_s, u"JSON"_s, tr("Plain text")});
    if (m_material->selected >= 0) {
        const model::ObjectRef &subject = m_material->diagnoses[static_cast<size_t>(m_material->selected)].subject;
        m_extent->addItem(tr("Only %1").arg(redact::clean(subject.name)), true);
    }
    m_extent->addItem(tr("All that the list shows (%1)").arg(m_material->diagnoses.size()), false);
    m_language->addItems({u"English"_s, u"中文"_s});
    m_server->setText(tr("Include server address and user name"));
    m_save->setText(tr("Save…"));
    m_copy->setText(tr("Copy"));
    m_close->setText(tr("Close"));
    m_save->setObjectName("exportSave"_L1);
    m_copy->setObjectName("exportCopy"_L1);
    m_server->setObjectName("exportServer"_L1);
    m_message->hide();
}

void ExportDialog::buildLines()
{
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Of"), m_extent);
    form->addRow(tr("Language"), m_language);
    form->addRow(QString(), m_server);
    form->addRow(tr("Also mask"), m_masks);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    m_save->setDefault(true);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(16, 16, 16, 16);
    lines->setSpacing(12);
    lines->addLayout(form);
    lines->addWidget(m_preview, 1);
    lines->addWidget(m_message);
    lines->addLayout(buttons);
}

Choice ExportDialog::choice() const
{
    Choice choice;
    choice.format = static_cast<Format>(m_format->currentIndex());
    choice.onlySelected = m_extent->currentData().toBool();
    choice.withServer = m_server->isChecked();
    choice.language = m_language->currentIndex() == 1 ? base::Language::Chinese : base::Language::English;
    choice.masks = m_masks->choice();
    return choice;
}

void ExportDialog::setFormat(Format format) { m_format->setCurrentIndex(static_cast<int>(format)); }

/// A field that is left as it was changes nothing.
void ExportDialog::refreshIfOther()
{
    if (choice() != m_asked)
        refresh();
}

void ExportDialog::refresh()
{
    const int generation = ++m_generation;
    m_asked = choice();
    m_save->setEnabled(false);
    m_copy->setEnabled(false);
    m_message->hide();
    const auto work = [material = m_material, wanted = m_asked] {
        Written written;
        written.document = exporting::render(*material, wanted);
        written.preview = exporting::previewOf(*material, wanted, written.document);
        written.masked = redact::tallyOf(written.preview);
        return written;
    };
    base::inBackground(this, work, [this, generation](const Written &written) {
        if (generation == m_generation)
            take(written);
    });
}

void ExportDialog::take(Written written)
{
    const QByteArray &document = m_document = std::move(written.document);
    QString shown = redact::harmless(std::move(written.preview));
    m_masks->setTally(written.masked, m_asked.language);
    if (shown.size() > kPreviewLimit)
        shown = shown.left(kPreviewLimit) + u"\n\n"_s + tr("… the file holds all of it.");
    m_preview->setPlainText(shown);
    m_save->setEnabled(!document.isEmpty());
    m_copy->setEnabled(!document.isEmpty() && choice().format != Format::Pdf); // a clipboard takes text
    if (document.isEmpty())
        say(tr("This report could not be made as %1.").arg(m_format->currentText()), u"fault"_s);
    Q_EMIT previewed();
}

void ExportDialog::askWhere()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Save the report"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix(choice().format));
    dialog->selectFile(suggestedName(*m_material, choice()));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::saveTo);
    dialog->open();
}

void ExportDialog::saveTo(const QString &path)
{
    const auto done = base::saveFile(path, m_document);
    const QString shown = QDir::toNativeSeparators(path);
    if (!done) {
        say(tr("%1 could not be written: %2").arg(shown, done.error().detail), u"fault"_s);
        return;
    }
    say(tr("Saved as %1").arg(shown), u"fine"_s);
    Q_EMIT saved(path);
}

void ExportDialog::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_document));
    say(tr("Copied"), u"fine"_s);
}

void ExportDialog::say(const QString &text, const QString &state)
{
    setLook(m_message, "state", state);
    m_message->setText(text);
    m_message->show();
}

} // namespace faultline::ui::exporting
