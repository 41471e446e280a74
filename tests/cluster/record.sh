#!/usr/bin/env bash
# Records stories from the running cluster into files that can be opened without any: FOLDER/STORY/cluster.yaml, the logs
# beside it, and expected.json. usage: record.sh FOLDER [STORY...]     (FAULTLINE_CLUSTER_KUBECONFIG as in run.sh)
# Left out: managedFields and other bookkeeping, every Secret's data, certificates.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/cluster/lib.sh
. "$here/lib.sh"

[ $# -gt 0 ] || fail "usage: record.sh FOLDER [STORY...]"
if [ -n "${FAULTLINE_CLUSTER_KUBECONFIG:-}" ]; then
    kubeconfig=$FAULTLINE_CLUSTER_KUBECONFIG
    export FAULTLINE_CLUSTER_KUBECTL=${FAULTLINE_CLUSTER_KUBECTL:-kubectl}
else
    kubeconfig=$ADMIN_KUBECONFIG
    export FAULTLINE_CLUSTER_KUBECTL=$KUBECTL
    [ -f "$kubeconfig" ] || fail "no cluster is up: tests/cluster/up.sh, then suite/stories.py apply and wait"
fi
PYTHONDONTWRITEBYTECODE=1 exec python3 "$here/suite/record.py" "$kubeconfig" "$@"
