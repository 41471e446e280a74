#include "tests/fuzz/fuzz.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

namespace faultline::fuzz {

QString scratchFile(const QString &name, const QByteArray &bytes)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QFile file(path);
    must(file.open(QIODevice::WriteOnly | QIODevice::Truncate), "a scratch file can be written");
    file.write(bytes);
    return path;
}

} // namespace faultline::fuzz
