// What a credential plugin printed. Whatever it is, no error repeats it.
#include "core/kube/execplugin.h"
#include "tests/fuzz/fuzz.h"

using namespace faultline;
using namespace Qt::StringLiterals;

FAULTLINE_MUTATE_AS_JSON

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray output = fuzz::bytesOf(data, size);
    for (const QString &version : {u"client.authentication.k8s.io/v1"_s, u"client.authentication.k8s.io/v1beta1"_s}) {
        const auto credential = kube::parseCredential(output, version);
        if (!credential) {
            const QString words = credential.error().toString();
            fuzz::must(!words.contains("fuzz-canary"_L1), "an error holds nothing of a credential");
        }
    }
    return 0;
}
