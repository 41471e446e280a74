// YAML as it comes from anybody: what is let through is JSON, within the limits.
#include "core/base/yamldoor.h"
#include "tests/fuzz/fuzz.h"

#include <QtCore/QJsonDocument>

using namespace faultline;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    base::YamlLimits limits;
    limits.events = 100'000;
    limits.outputBytes = 1 << 20;
    limits.aliasBytes = 1 << 18;
    std::vector<base::Error> notes;
    const auto documents = base::yamlToJson(fuzz::bytesOf(data, size), limits, &notes);
    if (!documents) {
        fuzz::must(!documents.error().detail.isEmpty(), "a refusal says why");
        return 0;
    }
    for (const QByteArray &json : *documents) {
        QJsonParseError error;
        QJsonDocument::fromJson('[' + json + ']', &error); // a document may be a mere scalar
        fuzz::must(error.error == QJsonParseError::NoError, "what YAML becomes is JSON");
        fuzz::must(json.size() <= limits.outputBytes + 4096, "the limit of the output holds");
    }
    return 0;
}
