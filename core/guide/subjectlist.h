#pragma once

#include "core/model/cluster.h"

#include <QtCore/QHash>

namespace faultline::guide {

/// The subjects of one picture after another. Which there are is found by namespace, and in a later picture only there
/// where something has changed. A value: a copy goes its own way.
class SubjectList
{
public:
    /// Of a first picture, or of one that follows the last by changes that touch `touched`. In order of namespace, kind
    /// and name.
    const std::vector<model::ObjectRef> &update(const model::Cluster &cluster, const model::Touched &touched);

private:
    struct Part {
        model::Reads reads; ///< what this part rests on
        std::vector<model::ObjectRef> subjects;
        std::vector<model::ObjectRef> routes; ///< of any namespace, that lead to a Service of this one
    };

    static std::shared_ptr<const Part> partOf(const model::Cluster &cluster, const QString &nameSpace);

    QHash<QString, std::shared_ptr<const Part>> m_parts;
    std::vector<model::ObjectRef> m_subjects;
};

} // namespace faultline::guide
