#!/usr/bin/env bash
# Opens Faultline from a fresh clone: installs what is missing, builds, starts. Arguments are passed on; without any it
# opens a bundled sample cluster. With no display it does the same job as text.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

program=build/release/faultline
if [ ! -x "$program" ] || [ -n "$(find CMakeLists.txt app core ui resources packaging/cmake -newer "$program" -print -quit)" ]; then
    need "$BUILD_PACKAGES"
    build release
    touch "$program"
fi
cd "${OLDPWD:-$here}"

case "${1:-}" in
    diagnose | compare | snapshot | guide | completion | help | version | --help | -h | --version) exec "$here/$program" "$@" ;;
esac
[ $# -gt 0 ] || set -- --sample shop
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ] && [ -z "${QT_QPA_PLATFORM:-}" ]; then
    say "No display here: the same job as text."
    exec "$here/$program" diagnose "$@"
fi
exec "$here/$program" "$@"
