#pragma once

#include <QtCore/QString>

#include <tl/expected.hpp>

namespace faultline::base {

/// What went wrong, where, and the words a person needs to act on it.
/// `detail` is one plain sentence; `where` names the file, URL path or object it happened at (may be empty).
/// Neither ever holds a token, key or Secret value.
struct Error {
    enum class Kind {
        Network,      ///< no connection: DNS, refused, reset
        Tls,          ///< the certificate was not accepted, by us or by the server
        Proxy,        ///< the proxy refused or is of a kind that is not supported
        Unauthorized, ///< 401
        Forbidden,    ///< 403
        NotFound,     ///< 404 of that very object or kind
        Conflict,     ///< 409, 410 (an expired `continue` token among them)
        Throttled,    ///< 429
        Server,       ///< 5xx
        TimedOut,
        Cancelled,
        Malformed,   ///< input that cannot be read as what it claims to be
        TooLarge,    ///< input over one of our limits
        Unsupported, ///< understood, but not something this version can do
        File,        ///< a local file cannot be read or written
        Usage        ///< the caller's words are off: a missing context, an unknown kind
    };

    Kind kind = Kind::Malformed;
    QString detail;
    QString where;

    bool operator==(const Error &) const = default;

    /// "where: detail", or the detail alone.
    QString toString() const { return where.isEmpty() ? detail : where + QStringLiteral(": ") + detail; }
};

template <typename T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error::Kind kind, QString detail, QString where = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(detail), std::move(where)});
}

} // namespace faultline::base
