#pragma once

#include "core/model/cluster.h"

#include <QtCore/QLatin1String>

namespace faultline::checks::reason {

/// Reason codes of an unknown answer. Those about a kind carry its resource name behind a colon.
inline constexpr QLatin1StringView notTried("notTried"); ///< only a trial of the connection could tell
inline constexpr QLatin1StringView
    trialNotAllowed("trialNotAllowed"); ///< no right to try, "trialNotAllowed:pods/portforward"
inline constexpr QLatin1StringView trialNotPossible("trialNotPossible"); ///< it was tried, and could not be
inline constexpr QLatin1StringView onlyPerson("onlyPerson");             ///< no API holds the fact
inline constexpr QLatin1StringView noStatus("noStatus");                 ///< a plain manifest without status
inline constexpr QLatin1StringView tooEarly("tooEarly");                 ///< the state is too young to judge
inline constexpr QLatin1StringView noObject("noObject");                 ///< the walk has no such object here
inline constexpr QLatin1StringView noMessage("noMessage");               ///< the cluster gave no message to read
inline constexpr QLatin1StringView ambiguous("ambiguous"); ///< the cluster's words fit more than one cause
inline constexpr QLatin1StringView logNotFetched("logNotFetched");
inline constexpr QLatin1StringView logUnavailable("logUnavailable");
inline constexpr QLatin1StringView objectNotFetched("objectNotFetched"); ///< the whole object was not read again
inline constexpr QLatin1StringView objectUnavailable("objectUnavailable");
inline constexpr QLatin1StringView tooMuchWork("tooMuchWork");   ///< a path or pattern over too large an object
inline constexpr QLatin1StringView oneNamespace("oneNamespace"); ///< needs a look at every namespace

/// "forbidden:nodes", "notServed:endpointslices", "notInInput:events", "notAsked:secrets", "failed:pods".
QString unseen(const model::Unseen &unseen, model::Kind kind);

} // namespace faultline::checks::reason
