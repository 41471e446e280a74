#pragma once

#include "core/model/trial.h"

#include <QtCore/QStringList>

#include <span>

namespace faultline::trial {

/// What is known of an ingress controller: by its class it is named, by its labels its Pods are found.
struct ControllerKind {
    QString name;               ///< as people call it
    QString controller;         ///< IngressClass spec.controller, or what it begins with
    QStringList labelSelectors; ///< of its Pods, as their own charts label them; none: it runs outside of the cluster
    std::vector<int> httpPorts; ///< of its Pods, the likelier first
    std::vector<int> httpsPorts;
    QString note; ///< what its users should know; English, for evidence
};

/// All of them. Sources: the projects' Helm charts and manifests, 2026-11.
std::span<const ControllerKind> controllerKinds();

/// By an IngressClass's spec.controller; nullptr when it is none of those.
const ControllerKind *controllerOf(const QString &specController);

/// Whether an answer is the controller's own page, for want of an answer from behind it: its default backend, or a 502,
/// 503 or 504 in its own words. What cannot be told apart is taken for the app's.
bool isControllersOwn(const model::Trial &trial);

} // namespace faultline::trial
