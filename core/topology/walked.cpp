#include "core/topology/walked.h"

#include <algorithm>

namespace faultline::topology {

std::vector<model::ObjectRef> walked(const guide::Diagnosis &diagnosis, model::ObjectRef guide::Subject::*part)
{
    std::vector<model::ObjectRef> objects;
    for (const guide::Walk &walk : diagnosis.walks) {
        const model::ObjectRef &object = walk.subject.*part;
        if (!object.isNull() && std::find(objects.begin(), objects.end(), object) == objects.end())
            objects.push_back(object);
    }
    return objects;
}

} // namespace faultline::topology
