#pragma once

#include "core/kube/execplugin.h"

namespace faultline::kube {

/// Which credential plugins a person has allowed, by content: a command line that changes is asked about again. Kept as
/// SHA-256 sums in a small file of the program's configuration folder; window and command line share it.
class PluginTrust
{
public:
    /// The file of the user's configuration folder; another one in tests.
    explicit PluginTrust(QString file = defaultFile());

    static QString defaultFile();

    bool isTrusted(const ExecPlugin &plugin) const;

    /// Errors: File.
    base::Result<void> trust(const ExecPlugin &plugin) const;

private:
    QString m_file;
};

} // namespace faultline::kube
