#pragma once

#include "core/base/timestamp.h"
#include "core/model/objectref.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <utility>
#include <vector>

namespace faultline::model {

/// Labels, selectors and the annotations that are kept: key-value pairs sorted by key.
class Labels
{
public:
    Labels() = default;
    Labels(std::initializer_list<std::pair<QString, QString>> pairs);

    /// Puts a pair in its place; a key that is already there gets the new value.
    void insert(const QString &key, const QString &value);

    bool isEmpty() const { return m_pairs.empty(); }
    size_t size() const { return m_pairs.size(); }
    auto begin() const { return m_pairs.begin(); }
    auto end() const { return m_pairs.end(); }

    /// Null QString when the key is absent (an empty value is empty, not null).
    QString value(QStringView key) const;
    bool contains(QStringView key) const { return !value(key).isNull(); }

    /// True when every pair of `selector` is here, exact and case-sensitive. An empty selector gives true: callers
    /// decide what an empty selector means (for a Service: nothing is selected automatically).
    bool containsAll(const Labels &selector) const;

    bool operator==(const Labels &) const = default;

private:
    std::vector<std::pair<QString, QString>> m_pairs;
};

/// metadata.ownerReferences[]
struct OwnerReference {
    QString kind; ///< as written: the owner may be of a kind that Faultline does not read (a Rollout, a CRD)
    QString name;
    QString uid;
    bool controller = false;

    bool operator==(const OwnerReference &) const = default;
};

/// metadata of any object. Of the annotations only the keys that a check needs are kept; managedFields never.
struct Metadata {
    QString name;
    QString nameSpace;
    QString uid;
    QString resourceVersion;
    Labels labels;
    Labels annotations;
    std::vector<OwnerReference> owners;
    QStringList finalizers;
    base::Timestamp created;
    base::Timestamp deleted; ///< deletionTimestamp: already includes the grace period
    qint64 generation = 0;

    bool operator==(const Metadata &) const = default;
};

/// status.conditions[] of any object.
struct Condition {
    QString type;
    QString status; ///< "True", "False", "Unknown"
    QString reason;
    QString message;
    base::Timestamp lastTransition;
    base::Timestamp lastReported;  ///< lastHeartbeatTime (Node), lastUpdateTime (Deployment): a sign of life
    qint64 observedGeneration = 0; ///< 0 where the condition has none

    bool operator==(const Condition &) const = default;
};

/// The condition of that type, or nullptr.
const Condition *findCondition(const std::vector<Condition> &conditions, QStringView type);

} // namespace faultline::model
