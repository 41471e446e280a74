#include "core/model/podspec.h"

#include <algorithm>

namespace faultline::model {
namespace {

void add(Resources &sum, const Resources &more)
{
    for (const auto &[name, quantity] : more) {
        sum[name] = sum[name] + quantity;
    }
}

void raise(Resources &most, const Resources &other)
{
    for (const auto &[name, quantity] : other) {
        const auto [place, isNew] = most.try_emplace(name, quantity);
        if (!isNew) {
            place->second = std::max(place->second, quantity);
        }
    }
}

/// What the containers ask for together, at the moment when they ask for most.
Resources containerRequests(const PodSpec &spec)
{
    Resources running;
    for (const Container &container : spec.containers) {
        add(running, container.requests);
    }
    Resources sidecars;
    Resources starting;
    for (const Container &container : spec.initContainers) {
        Resources now = sidecars;
        add(now, container.requests);
        if (isSidecar(container)) {
            add(running, container.requests);
            sidecars = now;
        }
        raise(starting, now);
    }
    raise(running, starting);
    return running;
}

const Container *findContainer(const std::vector<Container> &containers, QStringView name)
{
    const auto found = std::find_if(containers.begin(), containers.end(),
                                    [name](const Container &container) { return container.name == name; });
    return found == containers.end() ? nullptr : &*found;
}

} // namespace

const Container *PodSpec::container(QStringView name) const
{
    const Container *found = findContainer(containers, name);
    return found ? found : findContainer(initContainers, name);
}

bool isSidecar(const Container &initContainer) { return initContainer.restartPolicy == QLatin1StringView("Always"); }

Resources effectiveRequests(const PodSpec &spec)
{
    Resources requests = containerRequests(spec);
    for (const auto &[name, quantity] : spec.podRequests) {
        requests[name] = quantity;
    }
    add(requests, spec.overhead);
    return requests;
}

} // namespace faultline::model
