// A watch: events of any order, again and again, for what is and is not known. The picture stays one in itself.
#include "core/kube/watchevent.h"
#include "core/model/changes.h"
#include "core/model/clusterlists.h"
#include "core/model/clusterorder.h"
#include "core/model/decode.h"
#include "tests/fuzz/fuzz.h"

using namespace faultline;

namespace {

model::Changes changesBy(const kube::WatchEvent &event)
{
    model::Changes changes;
    model::Decoder decoder(changes.objects);
    decoder.decode(event.object);
    if (event.type != kube::WatchEvent::Type::Deleted)
        return changes;
    model::forEachList([&changes](auto list) {
        for (const auto &object : changes.objects.*list)
            changes.gone.push_back(model::refOf(object));
    });
    changes.objects = {};
    return changes;
}

template <typename T> bool isInOrder(const model::ObjectList<T> &list)
{
    return std::is_sorted(list.begin(), list.end(),
                          [](const T &left, const T &right) { return model::orderKey(left) < model::orderKey(right); });
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    auto cluster = std::make_shared<const model::Cluster>(model::ClusterData());
    for (const QByteArray &line : fuzz::bytesOf(data, size).split('\n')) {
        const kube::WatchEvent event = kube::watchEvent(line);
        using Type = kube::WatchEvent::Type;
        if (event.type != Type::Added && event.type != Type::Modified && event.type != Type::Deleted)
            continue;
        std::vector<model::Changes> one;
        one.push_back(changesBy(event));
        cluster = model::nextOf(*cluster, model::coalesced(std::move(one))).cluster;
    }
    const model::Cluster whole(cluster->data());
    model::forEachList([&](auto list) { fuzz::must(isInOrder(cluster->data().*list), "lists stay in order"); });
    for (const model::Workload &workload : cluster->workloads()) {
        const model::Workload *same = whole.workload(workload.ref());
        fuzz::must(same != nullptr && cluster->podsOf(workload).size() == whole.podsOf(*same).size(),
                   "a picture after changes is as one read anew");
    }
    return 0;
}
