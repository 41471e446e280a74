// Guide files: whole ones, and a team's own put into ours, which is then walked.
#include "core/guide/diagnosis.h"
#include "core/guide/teamguides.h"
#include "core/model/decode.h"
#include "tests/fuzz/fuzz.h"

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

const guide::Guide &builtIn()
{
    static const auto guide = guide::Guide::loadBuiltIn();
    fuzz::must(guide.has_value(), "the guide loads");
    return *guide;
}

const model::Cluster &smallCluster()
{
    static const model::Cluster cluster([] {
        model::ClusterData data;
        model::Decoder decoder(data);
        const auto done = decoder.decode(R"({"apiVersion":"v1","kind":"List","items":[
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","uid":"d"},
             "spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
              "spec":{"containers":[{"name":"web","image":"web:1"}]}}},"status":{"replicas":1}},
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-1","namespace":"shop","labels":{"app":"web"}},
             "spec":{"containers":[{"name":"web","image":"web:1"}]},"status":{"phase":"Pending"}},
            {"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"shop"},
             "spec":{"selector":{"app":"web"},"ports":[{"port":80}]}}]})");
        fuzz::must(done.has_value(), "the small cluster is read");
        return data;
    }());
    return cluster;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text = fuzz::bytesOf(data, size);
    const auto alone = guide::Guide::load({text});
    fuzz::must(alone || !alone.error().detail.isEmpty(), "a refusal says why");
    const guide::TeamGuides merged = guide::withTeamGuides(builtIn(), {{u"team.yaml"_s, text}});
    fuzz::must(merged.guide.nodes().size() >= builtIn().nodes().size(), "a team's file takes nothing away");
    if (merged.problems.empty() && merged.guide.nodes().size() > builtIn().nodes().size())
        guide::diagnoseAll(merged.guide, smallCluster());
    return 0;
}
