#pragma once

#include "core/guide/diagnosis.h"
#include "core/source/source.h"

#include <QtCore/QJsonObject>

namespace faultline::investigation {

/// A cluster at one time, walked: what a comparison has two of. A value: it lives on its own.
struct Picture {
    model::ClusterPtr cluster; ///< nullptr: none was taken
    std::vector<guide::Diagnosis> diagnoses;
    source::Origin origin;
    std::map<model::ObjectRef, QJsonObject> objects; ///< whole, shareable (redact/object.h); empty where not kept
};

/// The objects that a recorder got to see. No value of a Secret, ConfigMap or environment variable is in them.
std::map<model::ObjectRef, QJsonObject> objectsOf(const source::Recorder &recorder);

} // namespace faultline::investigation
