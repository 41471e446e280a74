#pragma once

#include "core/base/result.h"

#include <QtCore/QSize>
#include <QtCore/QStringList>

namespace faultline::app {

/// What the command line says about the window.
struct WindowOptions {
    QStringList kubeconfig;
    QString context;
    QString nameSpace;
    bool allNamespaces = false;
    QStringList files;
    QString sample;
    QStringList guides; ///< guide files of a team
    QString language;   ///< "en", "zh" or empty = as remembered
    QString theme;      ///< "light", "dark" or empty = as remembered
    QString screenshot; ///< picture file: render what is open when it is there, then quit
    QSize size;         ///< of the window; invalid = as remembered
    bool help = false;
    bool version = false;

    /// Whether a cluster is named, so that the window opens it at once.
    bool namesCluster() const { return !context.isEmpty() || !nameSpace.isEmpty() || allNamespaces; }
};

/// Errors: Usage.
base::Result<WindowOptions> parseWindowOptions(const QStringList &arguments);

} // namespace faultline::app
