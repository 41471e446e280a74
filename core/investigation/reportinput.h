#pragma once

#include "core/report/report.h"
#include "core/source/source.h"

namespace faultline::investigation {

/// What a report of these diagnoses is made of, in English, without the server's address and the user's name.
/// Everything given must outlive it.
report::Input reportInput(const guide::Guide &guide, const model::Cluster &cluster,
                          const std::vector<guide::Diagnosis> &diagnoses, const source::Origin &origin);

/// The server's address and the user's name: only where the person leaves them in.
void addServer(report::Context &context, const source::Origin &origin);

} // namespace faultline::investigation
