// An answer of an API server. Where it lies in memory makes no difference.
#include "core/model/cluster.h"
#include "core/model/decode.h"
#include "tests/fuzz/fuzz.h"

using namespace faultline;

FAULTLINE_MUTATE_AS_JSON

namespace {

struct Decoded {
    model::ClusterData data;
    base::Result<model::DecodeSummary> summary = model::DecodeSummary();
};

Decoded decoded(const QByteArray &json)
{
    Decoded made;
    model::Decoder decoder(made.data);
    made.summary = decoder.decode(json);
    return made;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray tight = fuzz::bytesOf(data, size);
    QByteArray roomy = tight;
    roomy.reserve(tight.size() + model::Decoder::kSlack);
    Decoded copied = decoded(tight);
    const Decoded inPlace = decoded(roomy);
    fuzz::must(copied.summary.has_value() == inPlace.summary.has_value(), "a text is read the same in place");
    if (copied.summary) {
        fuzz::must(copied.summary->counts == inPlace.summary->counts, "the same objects are read in place");
        fuzz::must(copied.summary->warnings == inPlace.summary->warnings, "the same is complained of in place");
    }
    const model::Cluster cluster(std::move(copied.data));
    for (const model::Pod &pod : cluster.pods())
        cluster.topWorkload(pod);
    return 0;
}
