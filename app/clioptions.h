#pragma once

#include "core/base/language.h"
#include "core/base/result.h"
#include "core/model/objectref.h"
#include "core/model/selector.h"
#include "core/redact/redactor.h"

#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace faultline::app {

enum class OutputFormat { Text, Json, Sarif, Junit, Markdown, Html };
enum class Loudness { Quiet, Normal, Verbose };

/// What `faultline diagnose` was told; the options' meaning stands in optiontable.cpp.
struct DiagnoseOptions {
    QString kubeconfig;               ///< empty = kubectl's default
    QString context;                  ///< empty = the current one
    std::optional<QString> nameSpace; ///< absent = the context's (live) or all (files)
    bool allNamespaces = false;
    QStringList files;
    bool allowPlugin = false;              ///< the kubeconfig's login program may run without a question
    QString sample;                        ///< a bundled sample instead of files
    std::vector<model::ObjectRef> targets; ///< kind and name, or a kind alone; none = every subject
    std::optional<model::LabelSelector> selector;
    OutputFormat format = OutputFormat::Text;
    base::Language language = base::Language::English;
    std::optional<bool> colour; ///< absent = where standard output is a terminal
    Loudness loudness = Loudness::Normal;
    bool withServer = false;  ///< leave server address and user name in
    bool walks = false;       ///< of what is fine, too, where a whole cluster was asked about
    redact::Choice masks;     ///< beyond credentials
    QStringList guides;       ///< guide files of a team
    bool tries = false;       ///< try connections inside of the cluster
    bool triesPublic = false; ///< and the public address
    std::optional<std::chrono::milliseconds> wait;
    std::chrono::milliseconds finalAfter{std::chrono::seconds(30)};
    bool help = false;
};

/// Errors are Kind::Usage and say which word is off.
base::Result<DiagnoseOptions> parseOptions(const QStringList &arguments);

/// A value of -o, as far as that command knows it; empty: text. Errors: Usage.
base::Result<OutputFormat> parseFormat(const QString &word, const QString &command);

/// "en", "zh" or, for an empty word, the system's language.
base::Language languageOf(const QString &word);

/// --color: "auto" (or empty), "always", "never". No value: as colourByDefault() says.
base::Result<std::optional<bool>> parseColour(const QString &word);

/// --mask: "address", "mail", both with a comma, or empty; `words` are those of --mask-word. Errors: Usage.
base::Result<redact::Choice> parseMasks(const QString &mask, const QStringList &words);

/// True where standard output is a terminal that takes colours: NO_COLOR is not set (no-color.org) and TERM not "dumb".
bool colourByDefault();

/// KIND/NAME..., NAME (a Deployment), KIND[,KIND...] [NAME...], as kubectl takes them. Errors: Usage.
base::Result<std::vector<model::ObjectRef>> parseTargets(const QStringList &words);

/// "90s", "5m", "1h30m", "1.5h", "0": as Go's time.ParseDuration reads them, without a sign. Errors: Usage.
base::Result<std::chrono::milliseconds> parseDuration(const QString &text);

/// A label selector as kubectl takes it: "a=b", "a==b", "a!=b", "a in (x,y)", "a notin (x)", "a", "!a", joined by
/// commas (apimachinery labels.Parse). Errors: Usage.
base::Result<model::LabelSelector> parseSelector(const QString &text);

} // namespace faultline::app
