#include "core/source/source.h"

using namespace Qt::StringLiterals;

namespace faultline::source {

void Source::fetchObjects(const std::vector<model::ObjectRef> &refs)
{
    std::map<model::ObjectRef, model::RawObject> objects;
    for (const model::ObjectRef &ref : refs)
        objects[ref] = {model::RawObject::State::Unavailable, {}, u"this source cannot be read a second time"_s};
    QMetaObject::invokeMethod(
        this, [this, objects] { Q_EMIT objectsFetched(objects); }, Qt::QueuedConnection);
}

} // namespace faultline::source
