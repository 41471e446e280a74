#!/usr/bin/env bash
# Measures Faultline against kubectl and curl on the same bytes; see tests/bench/README.md. Arguments go to its run.py.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

need "$BUILD_PACKAGES" "$BENCH_PACKAGES"
command -v kubectl >/dev/null || need "kubernetes-client:kubectl, to be compared with"
build bench all
exec python3 tests/bench/run.py build/bench "$@"
