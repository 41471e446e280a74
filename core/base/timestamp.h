#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <compare>

namespace faultline::base {

/// A moment in milliseconds since the Unix epoch, UTC; invalid when the field was absent or unreadable.
struct Timestamp {
    qint64 ms = -1;

    bool isValid() const { return ms >= 0; }
    auto operator<=>(const Timestamp &) const = default; // NOLINT(modernize-use-nullptr): version 14 misreads it

    /// Reads RFC 3339 with or without fractions ("2026-11-23T11:17:05Z", "...05.123456Z", "...+02:00");
    /// anything else gives an invalid Timestamp.
    static Timestamp parse(QStringView text);

    /// RFC 3339 in UTC with whole seconds; empty when invalid.
    QString toString() const;
};

/// Seconds from `earlier` to `later`; 0 when either is invalid.
inline qint64 secondsBetween(Timestamp earlier, Timestamp later)
{
    return earlier.isValid() && later.isValid() ? (later.ms - earlier.ms) / 1000 : 0;
}

} // namespace faultline::base
