#pragma once

#include <QtCore/QString>

namespace faultline::ui::connect {

/// What is to be chosen once the kubeconfig files are read.
struct Target {
    QString context; ///< empty = the current one
    QString nameSpace;
    bool allNamespaces = false;
    bool connectAtOnce = false; ///< as if the person had pressed Connect
};

} // namespace faultline::ui::connect
