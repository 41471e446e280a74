#pragma once

#include "core/base/language.h"
#include "core/base/result.h"
#include "core/model/objectref.h"

#include <QtCore/QStringList>

#include <optional>

namespace faultline::app {

enum class OutputFormat { Text, Json, Markdown, Html };

/// `faultline diagnose [-n NS | -A] [--context C] [--kubeconfig F] [KIND/NAME] [-f FILE|DIR|-] [-o text|json|md|html]`
struct DiagnoseOptions {
    QString kubeconfig;               ///< empty = kubectl's default
    QString context;                  ///< empty = the current one
    std::optional<QString> nameSpace; ///< absent = the context's (live) or all (files)
    bool allNamespaces = false;
    QStringList files;
    bool allowPlugin = false; ///< the kubeconfig's login program may run without a question
    QString sample;           ///< a bundled sample instead of files
    model::ObjectRef target;  ///< kind and name; null = every subject
    OutputFormat format = OutputFormat::Text;
    base::Language language = base::Language::English;
    std::optional<bool> colour; ///< absent = when standard output is a terminal
    bool withServer = false;    ///< leave server address and user name in
    QStringList guides;         ///< guide files of a team
    bool tries = false;         ///< try connections inside of the cluster
    bool triesPublic = false;   ///< and the public address
    bool help = false;
};

/// Errors are Kind::Usage and say which word is off.
base::Result<DiagnoseOptions> parseOptions(const QStringList &arguments);

QString usageText();

} // namespace faultline::app
