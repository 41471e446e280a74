#pragma once

#include "core/investigation/investigation.h"
#include "core/report/report.h"

namespace faultline::ui::exporting {

enum class Format { Markdown, Html, Pdf, Json, Text };

/// What the dialog may export: values that live on their own, so that writing can be done on a worker.
struct Material {
    std::shared_ptr<const guide::Guide> guide;
    model::ClusterPtr cluster;
    std::vector<guide::Diagnosis> diagnoses; ///< all that are shown
    int selected = -1;                       ///< index into them, or -1
    source::Origin origin;
    base::Timestamp now;
};

struct Choice {
    Format format = Format::Markdown;
    bool onlySelected = true;
    bool withServer = false; ///< leave server address and user name in
    base::Language language = base::Language::English;
    redact::Choice masks = {}; ///< beyond credentials

    bool operator==(const Choice &) const = default;
};

/// The whole document, in UTF-8 unless it is a PDF. Pure; may run on any thread. Empty when it could not be made.
QByteArray render(const Material &material, const Choice &choice);

/// A document as a person may read it before it is saved: the text itself, of a PDF what is printed in it.
QString previewOf(const Material &material, const Choice &choice, const QByteArray &document);

/// "md", "html", "pdf", "json", "txt".
QString suffix(Format format);

/// "faultline-shop-orders.md": a name for the file.
QString suggestedName(const Material &material, const Choice &choice);

} // namespace faultline::ui::exporting
