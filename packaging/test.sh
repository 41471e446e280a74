#!/usr/bin/env bash
# Builds and runs every test headless. Arguments go to ctest (packaging/test.sh -R kubeconfig).
# PRESET=asan (or clang) chooses another build, TARGETS=core_tests with -L core leaves the window out.
# Against a real cluster: packaging/cluster.sh (longer, as root), which is no part of this.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

preset=${PRESET:-dev}
need "$BUILD_PACKAGES" "$TEST_PACKAGES"
[ "$preset" = dev ] || need "$CHECK_PACKAGES"
# shellcheck disable=SC2086
build "$preset" ${TARGETS:-all}
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
say "(packaging/cluster.sh tests against a real Kubernetes cluster)"
exec ctest --preset "$preset" -j "$(nproc)" "$@"
