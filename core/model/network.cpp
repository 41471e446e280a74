#include "core/model/network.h"

namespace faultline::model {

std::vector<IngressPath> Ingress::backends() const
{
    std::vector<IngressPath> all;
    all.reserve(paths.size() + 1);
    if (defaultBackend) {
        IngressPath first;
        first.backend = *defaultBackend;
        first.fieldPath = QStringLiteral("spec.defaultBackend");
        all.push_back(std::move(first));
    }
    all.insert(all.end(), paths.begin(), paths.end());
    return all;
}

} // namespace faultline::model
