#include "app/pluginconsent.h"

#include "core/base/terminal.h"
#include "core/kube/plugintrust.h"

#include <QtCore/QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

/// The question goes to standard error: standard output is the report's.
bool askAtTerminal(const kube::Connection &connection)
{
    if (!base::isTerminal(base::Stream::Input) || !base::isTerminal(base::Stream::Error))
        return false;
    QTextStream(stderr) << u"User \"%1\" logs in by running this program:\n  %2\nRun it, and remember that? [y/N] "_s
                               .arg(connection.userName, kube::commandLine(connection.plugin))
                        << Qt::flush;
    return QTextStream(stdin).readLine().trimmed().startsWith(u'y', Qt::CaseInsensitive);
}

} // namespace

base::Result<void> allowPlugin(kube::Connection &connection, bool isAllowed)
{
    if (!connection.logsInByPlugin())
        return {};
    const kube::PluginTrust known;
    if (!known.isTrusted(connection.plugin)) {
        if (!isAllowed && !askAtTerminal(connection)) {
            return base::failure(base::Error::Kind::Usage,
                                 u"user \"%1\" logs in by running a program, which was not allowed: %2 (say "
                                 "--allow-plugin, or answer yes at a terminal)"_s.arg(
                                     connection.userName, kube::commandLine(connection.plugin)));
        }
        if (auto remembered = known.trust(connection.plugin); !remembered)
            return remembered;
    }
    connection.isPluginAllowed = true;
    return {};
}

} // namespace faultline::app
