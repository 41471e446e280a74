#pragma once

#include "core/kube/pluginrun.h"

#include <memory>
#include <optional>

namespace faultline::kube {

/// What a credential plugin gave, for all requests of a client together: the program runs once, however many wait,
/// again when the credential has expired, and once more when the server refuses it.
class Login : public QObject
{
    Q_OBJECT

public:
    Login(ExecPlugin plugin, std::chrono::milliseconds patience);

    /// True when there is a credential that has not expired.
    bool isValid() const;
    const PluginCredential &credential() const { return m_credential; }

    /// How many credentials there were: tells whether a refused one is still the present one.
    int generation() const { return m_generation; }

    /// Why the last run gave none.
    const std::optional<base::Error> &error() const { return m_error; }

    /// Runs the plugin, unless it is running. ended() follows, never from within.
    void renew();

    /// The server refused the credential of that generation: it is good for nothing any more.
    void refuse(int generation);

Q_SIGNALS:
    void ended();

private:
    void take(const base::Result<PluginCredential> &credential);

    ExecPlugin m_plugin;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<PluginRun> m_run;
    PluginCredential m_credential;
    std::optional<base::Error> m_error;
    int m_generation = 0;
};

} // namespace faultline::kube
