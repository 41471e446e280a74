#pragma once

#include "core/base/result.h"
#include "core/model/cluster.h"

#include <QtCore/QByteArray>

#include <set>

namespace faultline::model {

/// What one JSON text held.
struct DecodeSummary {
    std::map<Kind, int> counts;        ///< objects taken per kind
    std::map<QString, int> otherKinds; ///< objects of kinds that Faultline does not read, by "kind"
    QString continueToken;             ///< metadata.continue of a list
    QString resourceVersion;           ///< metadata.resourceVersion of a list
    QStringList warnings;              ///< an item that could not be read, and why
};

/// The one decoder: a single object, a `kind: List`, or a typed list (PodList, whose items carry no kind), straight
/// from JSON bytes into `into` by simdjson on-demand. managedFields are skipped unparsed, of annotations only the keys
/// that checks need are kept, of Secrets never the data (keys neither), of ConfigMaps only the names of their keys.
/// EndpointSlice v1 and v1beta1, CronJob v1 and v1beta1, Ingress v1, networking v1beta1 and extensions v1beta1,
/// HorizontalPodAutoscaler v1, v2beta2 and v2 are understood.
/// A field of the wrong type makes the item a warning, not a failure; text that is not JSON is Malformed.
/// One Decoder serves many pages: it shares strings and Pod specs between them. Not thread-safe.
class Decoder
{
public:
    /// Namespaced objects that name no namespace get `defaultNamespace`, as kubectl sends them to the server.
    explicit Decoder(ClusterData &into, QString defaultNamespace = QStringLiteral("default"));
    ~Decoder();
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    /// `metadataOf`: the kind that PartialObjectMetadata objects stand for (they do not say); without it they count
    /// as another kind. Errors: Malformed, TooLarge (4 GB).
    /// Read where it stands when it has kSlack bytes of capacity behind its end; else a copy of it is.
    base::Result<DecodeSummary> decode(const QByteArray &json, Kind metadataOf = Kind::Unknown);

    /// What the parser may look at, but not use, behind the end of a text.
    static constexpr qsizetype kSlack = 64;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The newest time that any object speaks of (creation, condition, container state, event): "now" of a dump.
base::Timestamp newestTime(const ClusterData &data);

} // namespace faultline::model
