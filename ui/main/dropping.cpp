#include "ui/main/dropping.h"

#include "core/redact/redact.h"
#include "core/source/inputfiles.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>

namespace faultline::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dropping)
};

QString shown(const QString &path) { return redact::clean(QDir::toNativeSeparators(path)); }

QString problemWith(const QString &path)
{
    switch (source::lookAt(path)) {
    case source::InputLook::Missing:
        return Words::tr("%1 is not there or may not be read.").arg(shown(path));
    case source::InputLook::Binary:
        return Words::tr(
                   "%1 is neither text nor an archive. Faultline opens YAML, JSON, folders of them, dumps, bundles "
                   "(.tar, .tar.gz, .zip) and its own snapshots.")
            .arg(shown(path));
    case source::InputLook::Empty:
        return Words::tr("%1 is empty.").arg(shown(path));
    case source::InputLook::Readable:
        break;
    }
    return {};
}

} // namespace

Dropped droppedIn(const QMimeData &data)
{
    Dropped dropped;
    for (const QUrl &url : data.urls()) {
        const QString path = url.toLocalFile();
        const QString problem = path.isEmpty() ? Words::tr("%1 is not on this computer: save it to a file first.")
                                                     .arg(redact::clean(url.toDisplayString(QUrl::RemoveUserInfo)))
                                               : problemWith(path);
        if (!problem.isEmpty())
            return {{}, problem};
        dropped.paths.append(path);
    }
    if (dropped.paths.isEmpty())
        dropped.problem = Words::tr("Drop files or folders here; text is not read.");
    return dropped;
}

} // namespace faultline::ui
