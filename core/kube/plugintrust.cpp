#include "core/kube/plugintrust.h"

#include "core/base/savefile.h"
#include "core/kube/configentry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace faultline::kube {

using namespace Qt::StringLiterals;

PluginTrust::PluginTrust(QString file) : m_file(std::move(file)) {}

QString PluginTrust::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/faultline/allowed-plugins"_s;
}

bool PluginTrust::isTrusted(const ExecPlugin &plugin) const
{
    const QByteArray known = readSmallFile(m_file, kConfigFileLimit).value_or(QByteArray());
    return known.split('\n').contains(fingerprint(plugin));
}

base::Result<void> PluginTrust::trust(const ExecPlugin &plugin) const
{
    if (isTrusted(plugin)) {
        return {};
    }
    QDir().mkpath(QFileInfo(m_file).path());
    QByteArray lines;
    if (QFile::exists(m_file)) {
        const auto known = readSmallFile(m_file, kConfigFileLimit);
        if (!known)
            return tl::unexpected(known.error());
        lines = *known;
    }
    if (!lines.isEmpty() && !lines.endsWith('\n'))
        lines += '\n';
    return base::saveFile(m_file, lines + fingerprint(plugin) + '\n');
}

} // namespace faultline::kube
