// An archive that somebody sent: tar, zip, gzip, bzip2, xz, zstd, and what only looks like one.
#include "core/source/archive.h"
#include "tests/fuzz/fuzz.h"

using namespace faultline;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (!source::isArchive(bytes))
        return 0;
    const auto unpacked = source::unpack(bytes, [](const QString &name) { return !name.contains(u'~'); });
    if (!unpacked) {
        fuzz::must(!unpacked.error().detail.isEmpty(), "a refusal says why");
        return 0;
    }
    for (const source::Unpacked &file : unpacked->files)
        fuzz::must(!file.name.contains(u'~'), "what is not wanted is not unpacked");
    return 0;
}
