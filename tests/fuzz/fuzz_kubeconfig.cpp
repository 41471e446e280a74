// A kubeconfig that somebody sent: read, and every context made a connection, without connecting.
#include "core/kube/connection.h"
#include "core/kube/kubeconfig.h"
#include "tests/fuzz/fuzz.h"

using namespace faultline;
using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString path = fuzz::scratchFile(u"config"_s, fuzz::bytesOf(data, size));
    const auto config = kube::Kubeconfig::load({path});
    if (!config) {
        fuzz::must(!config.error().detail.isEmpty(), "a refusal says why");
        return 0;
    }
    const QProcessEnvironment nothing;
    for (const kube::ContextInfo &context : config->contexts()) {
        const auto connection = config->connection(context.name, nothing);
        if (!connection) {
            fuzz::must(!connection.error().detail.isEmpty(), "a refusal says why");
            continue;
        }
        const QString scheme = connection->server.scheme();
        fuzz::must(scheme == "https"_L1 || scheme == "http"_L1, "nothing but http and https is spoken");
        fuzz::must(!connection->insecureSkipTlsVerify || context.skipsTlsVerification,
                   "TLS checks are off only where it is written");
        kube::commandLine(connection->plugin);
        kube::fingerprint(connection->plugin);
    }
    return 0;
}
