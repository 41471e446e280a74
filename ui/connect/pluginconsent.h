#pragma once

#include "core/kube/connection.h"

#include <QtWidgets/QDialog>

namespace faultline::ui::connect {

/// Shows the exact command line of a credential plugin and asks whether it may run. Accepted means: run it, and do not
/// ask again for this very command line.
class PluginConsent : public QDialog
{
    Q_OBJECT

public:
    explicit PluginConsent(const kube::Connection &connection, QWidget *parent = nullptr);
};

} // namespace faultline::ui::connect
