// A file that a person opens: JSON, YAML, several documents, other encodings, things that are something else.
#include "core/model/decode.h"
#include "core/source/documents.h"
#include "tests/fuzz/fuzz.h"

using namespace faultline;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const source::Documents documents = source::documentsOf(fuzz::bytesOf(data, size));
    model::ClusterData objects;
    model::Decoder decoder(objects);
    for (const QByteArray &json : documents.json)
        decoder.decode(json);
    for (const base::Error &error : documents.broken)
        fuzz::must(!error.detail.isEmpty(), "what is broken is said");
    return 0;
}
