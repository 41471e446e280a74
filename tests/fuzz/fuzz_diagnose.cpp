// Hostile content of a cluster: whatever objects say, every workload is walked and every report written.
#include "core/guide/diagnosis.h"
#include "core/guide/guide.h"
#include "core/investigation/reportinput.h"
#include "core/model/decode.h"
#include "core/report/junit.h"
#include "core/report/report.h"
#include "core/source/documents.h"
#include "tests/fuzz/fuzz.h"

#include <QtCore/QJsonDocument>

using namespace faultline;

namespace {

/// The documents of a file as one list, so that a story in YAML is changed by its fields, too.
QByteArray listOf(const QByteArray &bytes)
{
    QByteArrayList items;
    for (const QByteArray &json : source::documentsOf(bytes).json)
        items.append(json);
    return R"({"apiVersion":"v1","kind":"List","items":[)" + items.join(',') + "]}";
}

const guide::Guide &builtIn()
{
    static const auto guide = guide::Guide::loadBuiltIn();
    fuzz::must(guide.has_value(), "the guide loads");
    return *guide;
}

/// What no terminal may get from a cluster (docs/report.md): control characters but line ends and tabs.
bool isHarmless(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || (c.unicode() >= 0x7F && c.unicode() < 0xA0) ||
               (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
    });
}

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QByteArray list = bytes.trimmed().startsWith('{') ? bytes : listOf(bytes);
    if (static_cast<size_t>(list.size()) > most)
        return LLVMFuzzerMutate(data, size, most);
    std::copy(list.begin(), list.end(), reinterpret_cast<char *>(data));
    return fuzz::mutateJson(data, static_cast<size_t>(list.size()), most, seed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    model::ClusterData objects;
    model::Decoder decoder(objects);
    for (const QByteArray &json : source::documentsOf(fuzz::bytesOf(data, size)).json)
        decoder.decode(json);
    objects.now = model::newestTime(objects);
    objects.kindsAssumedComplete = true;
    const model::Cluster cluster(std::move(objects));
    const std::vector<guide::Diagnosis> diagnoses = guide::diagnoseAll(builtIn(), cluster);
    const report::Input input = investigation::reportInput(builtIn(), cluster, diagnoses, {});
    QByteArray json;
    report::writeJson(input, [&json](const QByteArray &piece) { json += piece; });
    QJsonParseError error;
    QJsonDocument::fromJson(json, &error);
    fuzz::must(error.error == QJsonParseError::NoError, "the JSON report is JSON");
    fuzz::must(isHarmless(report::toText(input, false)), "nothing in the text report steers a terminal");
    fuzz::must(isHarmless(report::toMarkdown(input)), "nothing in the Markdown report steers a terminal");
    report::toJunit(input);
    return 0;
}
