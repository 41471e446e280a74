#pragma once

#include "core/checks/facts.h"

#include <optional>

namespace faultline::checks {

/// An image reference by the grammar of distribution/reference, with what the runtime adds to a short name.
struct ImageReference {
    QString registry; ///< "docker.io" when none is written
    QString path;     ///< "library/nginx" for "nginx"
    QString tag;      ///< "latest" when neither tag nor digest is written
    QString digest;   ///< "sha256:..."; empty when none is written
    QString written;  ///< the name as it was written, without tag and digest: "nginx"

    bool sameRepository(const ImageReference &other) const { return registry == other.registry && path == other.path; }
    bool operator==(const ImageReference &) const = default;
};

/// Nothing when the text is no reference (upper case in the path, spaces, "http://" ...).
/// The first part is a registry when it has a dot, a colon or an upper-case letter, or is "localhost".
std::optional<ImageReference> parseImage(QStringView text);

/// image, repository, tag (or digest) and registry; of a text that is no reference only the image.
Facts imageFacts(const QString &image);

/// The reference that was probably meant: trimmed, lower case, without a scheme. Empty when that is none either.
QString mendedImage(const QString &image);

/// True when the repositories differ only by slips of the pen, part by part ("ngnix" for "nginx").
bool looksAlike(const ImageReference &left, const ImageReference &right);

/// True for registries that serve most of their images to everybody: docker.io, quay.io, ghcr.io, registry.k8s.io,
/// gcr.io, public.ecr.aws, mcr.microsoft.com.
bool isPublicRegistry(QStringView registry);

} // namespace faultline::checks
