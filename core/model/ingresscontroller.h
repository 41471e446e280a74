#pragma once

#include "core/model/pod.h"

#include <QtCore/QLatin1StringView>

#include <span>

namespace faultline::model {

/// An ingress controller that runs as Pods inside the cluster, by the words that its own charts and manifests use.
struct IngressController {
    QLatin1StringView controller;           ///< contained in IngressClass.spec.controller
    std::array<QLatin1StringView, 3> names; ///< values of naming labels, or parts of the image's name
};

std::span<const IngressController> ingressControllers();

/// True for a Pod whose labels or images bear one of its names.
bool isPodOf(const Pod &pod, const IngressController &controller);

/// isPodOf() for any of them.
bool isPodOfAnyController(const Pod &pod);

} // namespace faultline::model
