#pragma once

#include "core/base/timestamp.h"
#include "core/model/metadata.h"

#include <QtCore/QStringList>

#include <tuple>
#include <vector>

namespace faultline::model {

/// A way in which a connection is tried; each proves something else.
enum class TrialWay {
    PodTunnel,    ///< pods/portforward: a process in the Pod's network namespace accepts on localhost
    PodProxy,     ///< pods/proxy: the app answers HTTP on the Pod's own address, asked by the API server
    ServiceProxy, ///< services/proxy: selector, ports and endpoints lead to an answering Pod; kube-proxy plays no part
    Controller,   ///< a tunnel to a Pod of the ingress controller, with the rule's host and path
    Public        ///< the outside address, straight from this machine
};

/// What is asked: HTTP and HTTPS by a GET, anything else by a mere connection.
enum class TrialSpeech { Http, Https, Tcp };

/// One thing to try.
struct TrialKey {
    TrialWay way = TrialWay::PodTunnel;
    ObjectRef object; ///< Pod or Service; Controller: the Ingress; Public: the Ingress or Service
    int port = 0;
    TrialSpeech speech = TrialSpeech::Http;
    QString host; ///< Host header and, for HTTPS, SNI; Public: also where to connect. Empty: none of its own
    QString path = QStringLiteral("/");
    QString controller = {}; ///< Controller: the IngressClass's spec.controller; empty when it is not known
    QString address = {};    ///< Public: where to connect instead of looking the host up; empty: look it up

    auto tie() const { return std::tie(way, object, port, speech, host, path, controller, address); }
    bool operator==(const TrialKey &other) const { return tie() == other.tie(); }
    bool operator<(const TrialKey &other) const { return tie() < other.tie(); }
};

/// What came of it.
struct Trial {
    enum class Outcome {
        Answered,   ///< a status line, whatever its number; TCP: the connection stayed open, or the app spoke first
        Refused,    ///< nothing listens there
        TimedOut,   ///< no answer in time
        Reset,      ///< the connection was torn down
        Closed,     ///< accepted, and closed without a byte
        NotAllowed, ///< no right to try
        NotPossible ///< this server, or something in between, cannot; or there is nothing to ask
    };
    Outcome outcome = Outcome::NotPossible;
    int httpStatus = 0;   ///< 0 without a status line
    bool byProxy = false; ///< the answer is that of the API server or the ingress controller, not the app's
    QString statusLine;   ///< "HTTP/1.1 404 Not Found"
    std::vector<std::pair<QString, QString>> headers; ///< those worth seeing
    QString firstBytes;                               ///< of the body, as text, at most 512 characters
    QString words;                                    ///< what the kubelet, the server or the network said instead
    ObjectRef via;                                    ///< the Pod that the tunnel went to
    QStringList logLines; ///< Controller: of its log, what names this host, path or Service; the newest last
    int milliseconds = 0; ///< from the first byte sent to the end
    base::Timestamp time; ///< when it was tried, by the clock of this machine

    bool operator==(const Trial &) const = default;
};

} // namespace faultline::model
