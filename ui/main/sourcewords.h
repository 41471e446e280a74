#pragma once

#include "core/investigation/investigation.h"
#include "ui/common/face.h"

namespace faultline::ui {

/// "prod-eu · shop · dev@prod · api.prod.example:6443", or the names of the files. Harmless to show.
QString originWords(const source::Origin &origin);

/// "read 12:04:31", in the local time of the person who looks.
QString freshnessWords(const source::Origin &origin);

/// model::withRemark(), harmless to show.
QStringList remarkWords(const QStringList &warnings, const model::ServerVersion &version, base::Language language);

/// What stands where the picture would be, by the phase of the investigation.
Face faceOf(const investigation::Investigation &investigation, base::Language language);

/// What lies above an old picture: a reload that runs, or one that failed.
Face stripOf(const investigation::Investigation &investigation);

/// What lies above every picture while a guide file of a team was left out.
Face guideNotice(const QStringList &complaints);

} // namespace faultline::ui
