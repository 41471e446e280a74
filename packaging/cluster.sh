#!/usr/bin/env bash
# Builds Faultline and tests it against a real Kubernetes cluster (tests/cluster/README.md). Arguments are names of
# stories. FAULTLINE_CLUSTER_KUBECONFIG points it at a cluster of yours instead of the one it makes (which needs root).
set -euo pipefail
[ -z "${FAULTLINE_CLUSTER_KUBECONFIG:-}" ] || FAULTLINE_CLUSTER_KUBECONFIG=$(realpath "$FAULTLINE_CLUSTER_KUBECONFIG")
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

preset=${PRESET:-dev}
need "$BUILD_PACKAGES" "$TEST_PACKAGES" "$CLUSTER_PACKAGES"
build "$preset" cluster_tests
exec tests/cluster/run.sh "build/$preset" "$@"
