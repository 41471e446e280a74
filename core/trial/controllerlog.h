#pragma once

#include "core/model/trial.h"

namespace faultline::trial {

/// Of an ingress controller's log the lines that are about a trial: they name its host, its Ingress or a Service of its
/// namespace as controllers write them (ingress-nginx "[shop-cart-80]", Traefik "shop-cart-80@kubernetes", HAProxy
/// "shop_svc_cart"). Others are known by the host alone. The newest last; at most twelve, each cut to a readable
/// length.
QStringList linesAbout(const QString &log, const model::TrialKey &key);

} // namespace faultline::trial
