// Runs a fuzzer over files, without libFuzzer: FUZZER PATH... (files, or folders of files). The seeds, and whatever was
// found once, are so looked at by every compiler and in every test run.
#include "tests/fuzz/fuzz.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>

size_t LLVMFuzzerMutate(uint8_t *, size_t size, size_t) { return size; } // nothing is changed here

namespace {

int replay(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
        std::exit(2);
    }
    const QByteArray bytes = file.readAll();
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size()));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    int count = 0;
    for (int i = 1; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
        if (!files.hasNext() && QFile::exists(path) && !QFileInfo(path).isDir())
            count += replay(path);
        while (files.hasNext())
            count += replay(files.next());
    }
    std::printf("%d inputs\n", count);
    return count > 0 ? 0 : 2; // a fuzzer without a seed is a mistake
}
