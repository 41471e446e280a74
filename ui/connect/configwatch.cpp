#include "ui/connect/configwatch.h"

#include <QtCore/QFileInfo>

namespace faultline::ui::connect {

namespace {
constexpr int kSettlingMs = 200;
}

ConfigWatch::ConfigWatch(QObject *parent) : QObject(parent)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettlingMs);
    connect(&m_settling, &QTimer::timeout, this, &ConfigWatch::look);
    const auto start = [this] { m_settling.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, start);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, start);
}

std::vector<ConfigWatch::State> ConfigWatch::stateOf(const QStringList &paths)
{
    std::vector<State> states;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        states.push_back(info.exists() ? State{info.size(), info.lastModified()} : State());
    }
    return states;
}

void ConfigWatch::setFiles(const QStringList &paths)
{
    m_settling.stop();
    m_paths = paths;
    m_known = stateOf(paths);
    watch();
}

/// A file that was replaced is watched no more, and one that has come anew was not yet.
void ConfigWatch::watch()
{
    if (const QStringList former = m_watcher.files() + m_watcher.directories(); !former.isEmpty())
        m_watcher.removePaths(former);
    QStringList places;
    for (const QString &path : m_paths) {
        const QFileInfo info(path);
        for (const QString &place : {info.absoluteFilePath(), info.absolutePath()}) {
            if (QFileInfo::exists(place) && !places.contains(place))
                places.append(place);
        }
    }
    if (!places.isEmpty())
        m_watcher.addPaths(places);
}

void ConfigWatch::look()
{
    watch();
    std::vector<State> now = stateOf(m_paths);
    if (now == m_known)
        return;
    m_known = std::move(now);
    Q_EMIT changed();
}

} // namespace faultline::ui::connect
