// A snapshot that somebody sent: what it says of itself (the first line), its objects, a log; as a folder.
#include "core/source/filesource.h"
#include "core/source/snapshotfacts.h"
#include "tests/fuzz/fuzz.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

using namespace faultline;
using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray facts = bytes.left(end);
    const QByteArray objects = end < 0 ? QByteArray("{}") : bytes.mid(end + 1);
    const auto read = source::snapshotFactsFrom(facts);
    if (read) {
        // What was written is read again.
        const auto again = source::snapshotFactsFrom(QJsonDocument(source::toJson(*read)).toJson());
        fuzz::must(again.has_value(), "facts that were read can be written and read again");
        fuzz::must(again->unseen.size() == read->unseen.size(), "nothing of them is lost");
    }
    const QString file = fuzz::scratchFile(u"snapshot.json"_s, facts);
    fuzz::scratchFile(u"objects.json"_s, objects);
    const auto opened = source::readFiles({{QFileInfo(file).path()}, {}});
    fuzz::must(opened.has_value() || !opened.error().detail.isEmpty(), "a refusal says why");
    return 0;
}
