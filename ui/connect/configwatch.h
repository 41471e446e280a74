#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QFileSystemWatcher>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <vector>

namespace faultline::ui::connect {

/// Tells when one of some files has another content. The folders are watched as well: kubectl and most editors put a
/// new file into the place of the old one.
class ConfigWatch : public QObject
{
    Q_OBJECT

public:
    explicit ConfigWatch(QObject *parent = nullptr);

    /// These files from now on; changes of before do not count.
    void setFiles(const QStringList &paths);

Q_SIGNALS:
    void changed();

private:
    struct State {
        qint64 size = -1; ///< of a file that is not there
        QDateTime modified;
        bool operator==(const State &) const = default;
    };
    static std::vector<State> stateOf(const QStringList &paths);
    void watch();
    void look();

    QStringList m_paths;
    std::vector<State> m_known;
    QFileSystemWatcher m_watcher;
    QTimer m_settling; ///< a file is written in several steps: the last one counts
};

} // namespace faultline::ui::connect
