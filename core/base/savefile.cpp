#include "core/base/savefile.h"

#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace faultline::base {

Result<void> saveFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write)
{
    QSaveFile file(path);
    const auto problem = [&file, &path] { return failure(Error::Kind::File, file.errorString(), path); };
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return problem();
    }
    if (auto done = write(file); !done) {
        return failure(done.error().kind, done.error().detail, path);
    }
    return file.commit() ? Result<void>() : problem();
}

Result<void> saveFile(const QString &path, const QByteArray &bytes)
{
    return saveFile(path, [&bytes](QIODevice &file) -> Result<void> {
        if (file.write(bytes) == bytes.size()) {
            return {};
        }
        return failure(Error::Kind::File, file.errorString());
    });
}

} // namespace faultline::base
