#pragma once

#include "core/model/decode.h"

namespace faultline::test {

/// Decodes what must be readable without a warning; ends the program otherwise.
model::ClusterData decoded(const QByteArray &json);

} // namespace faultline::test
