#pragma once

#include "core/guide/wording.h"
#include "core/redact/redactor.h"
#include "core/topology/topology.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSizeF>

#include <functional>

namespace faultline::report {

/// Where the data came from, as far as the report tells it. Filled by whoever knows the source (report must not).
struct Context {
    QString program = QStringLiteral("faultline");
    QString programVersion;
    QString sourceType; ///< "live", "files", "sample"
    QString sourceName; ///< context name or file names
    QString server;     ///< empty unless the person left it in
    QString user;       ///< empty unless the person left it in
    QString nameSpace;
    QString serverVersion;
    bool insecure = false;
    base::Timestamp takenAt;
    QStringList warnings;
    QStringList ignoredFiles;
    guide::CommandContext commands;
};

/// What a report is made from. All pointers outlive the call.
struct Input {
    const guide::Guide *guide = nullptr;
    const model::Cluster *cluster = nullptr;
    std::vector<const guide::Diagnosis *> diagnoses;
    Context context;
    base::Language language = base::Language::English;
    redact::Redactor redactor;  ///< what is masked beyond credentials
    bool hasWalksOfFine = true; ///< JSON: the way through the guide of what is fine, too
};

/// Width and height in pixels of a text at a pixel size: core has no fonts, the caller brings them
/// (the window by QFontMetricsF, the command line by estimateText()).
using MeasureText = std::function<QSizeF(const QString &text, qreal pixelSize, bool bold)>;
QSizeF estimateText(const QString &text, qreal pixelSize, bool bold);

/// `faultline.diagnosis/1`; the schema is resources/schemas/diagnosis-1.schema.json. Texts in Input::language.
QJsonObject toJson(const Input &input);

/// The same as UTF-8 text, a subject a line, piece by piece to `write`: a whole cluster's never stands in memory at
/// once. Subjects are worded side by side (base/parallel.h).
void writeJson(const Input &input, const std::function<void(const QByteArray &)> &write);

/// Plain text for a terminal; no control characters of the cluster's get through. `colour` adds our own SGR codes.
QString toText(const Input &input, bool colour);

/// GitHub-flavoured Markdown; cluster text is escaped.
QString toMarkdown(const Input &input);

/// One self-contained file: no script, a strict Content-Security-Policy, chart and topology as inline SVG, light and
/// dark by the reader's preference, prints well.
QString toHtml(const Input &input, const MeasureText &measure);

/// A diagnosis of the input as SVG: its topology (empty where there is nothing to draw), and its lit path through
/// the guide.
QString topologySvg(const Input &input, const guide::Diagnosis &diagnosis, const MeasureText &measure);
QString pathSvg(const Input &input, const guide::Diagnosis &diagnosis, const MeasureText &measure);

} // namespace faultline::report
