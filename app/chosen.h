#pragma once

#include "app/clioptions.h"
#include "core/investigation/investigation.h"

namespace faultline::app {

/// True when the object is of what was asked about by name, kind and labels.
bool isAsked(const DiagnoseOptions &options, const model::Cluster &cluster, const model::ObjectRef &subject);

/// The diagnoses that were asked for. A name that is not there gets a diagnosis of its own: it says so.
std::vector<guide::Diagnosis> chosen(const investigation::Investigation &investigation, const DiagnoseOptions &options);

/// Why there is nothing to judge, as a line for standard error.
QString emptyWords(const investigation::Investigation &investigation, const DiagnoseOptions &options);

} // namespace faultline::app
