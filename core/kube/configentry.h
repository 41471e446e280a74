#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <optional>

namespace faultline::kube {

/// One named entry of a kubeconfig file, still as it was written.
struct ConfigEntry {
    enum class Section { Cluster, User, Context };
    Section section = Section::Cluster;
    QString name;
    QString file; ///< the file it came from: its relative paths are relative to that file
    QJsonObject fields;

    /// `user "dev"`: how errors name it.
    QString label() const;
};

/// Reads typed fields of an entry and remembers the first thing that was wrong. No error ever holds a field's value.
class FieldReader
{
public:
    explicit FieldReader(const ConfigEntry &entry) : m_entry(entry) {}

    /// Empty when absent or null.
    QString text(QLatin1StringView key);
    QStringList texts(QLatin1StringView key);
    bool isTrue(QLatin1StringView key);

    /// A path, made absolute against the entry's own file. Empty when absent.
    QString path(QLatin1StringView key);

    /// What `dataKey` holds in base64 or, without it, the file that `fileKey` names: client-go's order.
    QByteArray material(QLatin1StringView dataKey, QLatin1StringView fileKey);

    void fail(base::Error::Kind kind, const QString &detail);
    const std::optional<base::Error> &error() const { return m_error; }

private:
    QByteArray decoded(QLatin1StringView key, const QString &base64);

    const ConfigEntry &m_entry;
    std::optional<base::Error> m_error;
};

/// Reads at most `limit` bytes. Errors: File, TooLarge; `where` is the path.
base::Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

/// No kubeconfig, certificate, key or token file is larger than this.
inline constexpr qint64 kConfigFileLimit = 1024 * 1024;

} // namespace faultline::kube
