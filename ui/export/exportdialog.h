#pragma once

#include "ui/export/rendering.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace faultline::ui::exporting {

class MaskPanel;

/// Chooses what a report holds, shows it word for word, saves or copies it. Written on a worker; saved in one piece.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(Material material, base::Language language, QWidget *parent = nullptr);

    Choice choice() const;
    void setFormat(Format format);

    /// Writes the document to a file in one piece: the old file stays when anything fails. Says so in its place.
    void saveTo(const QString &path);

Q_SIGNALS:
    void previewed(); ///< the preview shows the present choice
    void saved(const QString &path);

private:
    void buildLines();
    void fillChoices();
    void refresh();
    void refreshIfOther();
    struct Written {
        QByteArray document;
        QString preview;
        std::vector<redact::Masked> masked;
    };

    void take(Written written);
    void askWhere();
    void copy();
    void say(const QString &text, const QString &state);

    std::shared_ptr<const Material> m_material;
    QComboBox *m_format;
    QComboBox *m_extent;
    QComboBox *m_language;
    QCheckBox *m_server;
    MaskPanel *m_masks;
    QPlainTextEdit *m_preview;
    QLabel *m_message;
    QPushButton *m_save;
    QPushButton *m_copy;
    QPushButton *m_close;
    QByteArray m_document;
    Choice m_asked; ///< what the preview shows, or soon will
    int m_generation = 0;
};

} // namespace faultline::ui::exporting
