#include "tests/support/decoded.h"

namespace faultline::test {

model::ClusterData decoded(const QByteArray &json)
{
    model::ClusterData data;
    model::Decoder decoder(data);
    const auto summary = decoder.decode(json);
    if (!summary) {
        qFatal("%s", qPrintable(summary.error().toString()));
    }
    if (!summary->warnings.isEmpty()) {
        qFatal("%s", qPrintable(summary->warnings.join(QLatin1Char('\n'))));
    }
    return data;
}

} // namespace faultline::test
