// What a server sends through a WebSocket. How it is cut into packets makes no difference.
#include "core/kube/frames.h"
#include "tests/fuzz/fuzz.h"

using namespace faultline;

namespace {

constexpr qint64 kLargest = 1 << 16;

struct Talk {
    QByteArrayList messages;
    bool isBroken = false;

    bool operator==(const Talk &) const = default;
};

Talk talkOf(const QByteArray &bytes, qsizetype piece)
{
    Talk talk;
    kube::FrameReader reader(kLargest);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.add(bytes.mid(at, piece));
        while (true) {
            const auto message = reader.next();
            if (!message) {
                talk.isBroken = true;
                return talk;
            }
            if (!*message)
                break;
            fuzz::must((*message)->payload.size() <= kLargest, "no message is larger than allowed");
            talk.messages.append(QByteArray::number(static_cast<int>((*message)->opcode)) + (*message)->payload);
        }
    }
    return talk;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const Talk whole = talkOf(bytes, std::max<qsizetype>(1, bytes.size()));
    fuzz::must(talkOf(bytes, 1) == whole, "frames cut anywhere say the same");
    fuzz::must(talkOf(bytes, 7) == whole, "frames cut anywhere say the same");
    return 0;
}
