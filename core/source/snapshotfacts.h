#pragma once

#include "core/source/source.h"

#include <QtCore/QJsonObject>

namespace faultline::source {

/// What a snapshot file says beside its objects: the file snapshot.json in it, "faultline.snapshot/1".
struct SnapshotFacts {
    model::ServerVersion version;
    base::Timestamp now;
    bool allNamespaces = false;
    bool kindsAssumedComplete = false;
    bool insecure = false;
    QString context;
    QString nameSpace;
    QStringList warnings;
    std::map<model::Kind, model::Unseen> unseen;
    std::map<model::LogKey, model::LogText> logs; ///< those without a text; the others are files
};

/// "faultline.snapshot/1". A reader refuses another number: what it does not know it would leave out in silence.
QString snapshotFormat();

/// True for the JSON of a snapshot.json, of whatever version.
bool isSnapshotFacts(const QByteArray &json);

/// Server and user are left out: a report has them only where a person says so. Texts come masked.
QJsonObject toJson(const SnapshotFacts &facts);

/// Errors: Malformed; Unsupported for another version.
base::Result<SnapshotFacts> snapshotFactsFrom(const QByteArray &json);

} // namespace faultline::source
