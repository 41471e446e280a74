#pragma once

#include "core/model/kind.h"

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <tuple>

namespace faultline::model {

/// Names an object, whether or not it exists. `nameSpace` is empty for cluster-scoped kinds.
struct ObjectRef {
    Kind kind = Kind::Unknown;
    QString nameSpace;
    QString name;

    bool isNull() const { return kind == Kind::Unknown; }
    bool operator==(const ObjectRef &) const = default;
    bool operator<(const ObjectRef &other) const
    {
        return std::tie(kind, nameSpace, name) < std::tie(other.kind, other.nameSpace, other.name);
    }

    /// "Deployment/shop/orders", or "Node/node1".
    QString toString() const
    {
        return kindName(kind) + u'/' + (nameSpace.isEmpty() ? QString() : nameSpace + u'/') + name;
    }
};

inline size_t qHash(const ObjectRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(ref.kind), ref.nameSpace, ref.name);
}

} // namespace faultline::model
