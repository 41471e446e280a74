#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <optional>

namespace faultline::kube {

/// The frames of RFC 6455, without a socket. Values, so that they can be tested and fuzzed.
enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// One whole frame as a client sends it: final, and masked with `mask` (RFC 6455, 5.3).
QByteArray clientFrame(Opcode opcode, const QByteArray &payload, quint32 mask);

/// What arrived: a control frame, or a message put together from its fragments (Text or Binary).
struct FrameMessage {
    Opcode opcode = Opcode::Binary;
    QByteArray payload;
};

/// Takes bytes as they come from a server and gives whole messages.
class FrameReader
{
public:
    /// `largest`: bytes of one message; more is TooLarge.
    explicit FrameReader(qint64 largest = qint64(16) << 20) : m_largest(largest) {}

    void add(const QByteArray &bytes) { m_buffer += bytes; }

    /// The next message, or none while it is incomplete. Errors: Malformed for what breaks the protocol (a masked
    /// frame, reserved bits, a fragmented control frame), TooLarge; after an error nothing more is to be read.
    base::Result<std::optional<FrameMessage>> next();

private:
    struct Head {
        bool isFinal = true;
        Opcode opcode = Opcode::Binary;
        qint64 size = 0;
        qint64 payloadAt = 0;
    };
    base::Result<std::optional<Head>> head() const;
    base::Result<void> check(const Head &head) const;

    qint64 m_largest;
    QByteArray m_buffer;
    qsizetype m_at = 0; ///< read so far of the buffer
    QByteArray m_message;
    std::optional<Opcode> m_open; ///< of a message of which fragments came
};

} // namespace faultline::kube
