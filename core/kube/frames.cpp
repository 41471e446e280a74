#include "core/kube/frames.h"

#include <QtCore/QtEndian>

#include <array>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

constexpr quint8 kFinal = 0x80;
constexpr quint8 kReserved = 0x70;
constexpr quint8 kMasked = 0x80;
constexpr qint64 kLongestControl = 125;
constexpr qsizetype kTidyFrom = 1 << 20; // bytes read before the buffer is moved up

bool isControl(Opcode opcode) { return static_cast<quint8>(opcode) >= 8; }

bool isKnown(quint8 opcode) { return opcode <= 2 || (opcode >= 8 && opcode <= 10); }

tl::unexpected<Error> broken(const QString &what)
{
    return base::failure(Error::Kind::Malformed, u"the server breaks the WebSocket protocol: %1"_s.arg(what));
}

} // namespace

QByteArray clientFrame(Opcode opcode, const QByteArray &payload, quint32 mask)
{
    QByteArray frame;
    frame.reserve(payload.size() + 14);
    frame += static_cast<char>(kFinal | static_cast<quint8>(opcode));
    const qsizetype size = payload.size();
    if (size < 126) {
        frame += static_cast<char>(kMasked | static_cast<quint8>(size));
    } else if (size <= 0xFFFF) {
        frame += static_cast<char>(kMasked | 126);
        std::array<char, 2> length{};
        qToBigEndian(static_cast<quint16>(size), length.data());
        frame.append(length.data(), length.size());
    } else {
        frame += static_cast<char>(kMasked | 127);
        std::array<char, 8> length{};
        qToBigEndian(static_cast<quint64>(size), length.data());
        frame.append(length.data(), length.size());
    }
    std::array<char, 4> key{};
    qToBigEndian(mask, key.data());
    frame.append(key.data(), key.size());
    const qsizetype start = frame.size();
    frame += payload;
    char *data = frame.data() + start;
    for (qsizetype i = 0; i < size; ++i) {
        data[i] = static_cast<char>(data[i] ^ key[static_cast<size_t>(i & 3)]);
    }
    return frame;
}

base::Result<std::optional<FrameReader::Head>> FrameReader::head() const
{
    const qsizetype there = m_buffer.size() - m_at;
    if (there < 2) {
        return std::nullopt;
    }
    const auto *bytes = reinterpret_cast<const uchar *>(m_buffer.constData()) + m_at;
    if ((bytes[0] & kReserved) != 0 || !isKnown(bytes[0] & 0x0F)) {
        return broken(u"a frame of an unknown kind"_s);
    }
    if ((bytes[1] & kMasked) != 0) {
        return broken(u"a masked frame"_s);
    }
    Head head;
    head.isFinal = (bytes[0] & kFinal) != 0;
    head.opcode = static_cast<Opcode>(bytes[0] & 0x0F);
    const quint8 shortSize = bytes[1] & 0x7F;
    const qsizetype more = shortSize == 126 ? 2 : shortSize == 127 ? 8 : 0;
    if (there < 2 + more) {
        return std::nullopt;
    }
    head.payloadAt = m_at + 2 + more;
    head.size = shortSize;
    if (more == 2) {
        head.size = qFromBigEndian<quint16>(bytes + 2);
    } else if (more == 8) {
        const auto size = qFromBigEndian<quint64>(bytes + 2);
        head.size = size > static_cast<quint64>(m_largest) ? m_largest + 1 : static_cast<qint64>(size);
    }
    return head;
}

base::Result<void> FrameReader::check(const Head &head) const
{
    if (isControl(head.opcode)) {
        if (!head.isFinal || head.size > kLongestControl) {
            return broken(u"a control frame in pieces, or too long"_s);
        }
        return {};
    }
    if ((head.opcode == Opcode::Continuation) != m_open.has_value()) {
        return broken(u"a message within another"_s);
    }
    if (m_message.size() + head.size > m_largest) {
        return base::failure(Error::Kind::TooLarge,
                             u"a message of the server is larger than %1 MB"_s.arg(m_largest >> 20));
    }
    return {};
}

base::Result<std::optional<FrameMessage>> FrameReader::next()
{
    for (;;) {
        const auto head = this->head();
        if (!head) {
            return tl::unexpected<Error>(head.error());
        }
        if (!*head) {
            return std::nullopt;
        }
        if (const auto fine = check(**head); !fine) {
            return tl::unexpected<Error>(fine.error());
        }
        const Head &frame = **head;
        if (m_buffer.size() < frame.payloadAt + frame.size) {
            return std::nullopt;
        }
        const QByteArray payload = m_buffer.mid(frame.payloadAt, frame.size);
        m_at = static_cast<qsizetype>(frame.payloadAt + frame.size);
        if (m_at == m_buffer.size() || m_at > kTidyFrom) {
            m_buffer.remove(0, m_at);
            m_at = 0;
        }
        if (isControl(frame.opcode)) {
            return FrameMessage{frame.opcode, payload};
        }
        m_message += payload;
        const Opcode opcode = m_open.value_or(frame.opcode);
        m_open = frame.isFinal ? std::nullopt : std::optional(opcode);
        if (frame.isFinal) {
            return FrameMessage{opcode, std::exchange(m_message, {})};
        }
    }
}

} // namespace faultline::kube
