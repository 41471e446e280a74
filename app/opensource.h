#pragma once

#include "core/base/result.h"
#include "core/source/source.h"

#include <memory>
#include <optional>

namespace faultline::app {

/// What both the window and the command line are told about where to look.
struct Whereabouts {
    QString kubeconfig;
    QString context;
    std::optional<QString> nameSpace;
    bool allNamespaces = false;
    QStringList files;
    QString sample;
    std::shared_ptr<source::Recorder> recorder = {}; ///< told every object, for a snapshot; may be null
    bool allowPlugin = false;                        ///< the kubeconfig's login program may run without a question
};

/// The source for it: files or a sample when given, else the live server of the kubeconfig. Errors: Usage when there is
/// no kubeconfig or context, and whatever Kubeconfig says.
base::Result<std::unique_ptr<source::Source>> openSource(const Whereabouts &where);

} // namespace faultline::app
