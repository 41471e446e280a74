#!/usr/bin/env bash
# Makes the packages for Linux, and looks for mistakes in them: package.sh [deb|rpm|all]. They end in build/packages.
# What was tried with them, and where: docs/install.md.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

kind=${1:-all}
case "$kind" in deb | rpm | all) ;; *) say "package.sh [deb|rpm|all]"; exit 2 ;; esac
need "$BUILD_PACKAGES" "$PACKAGE_PACKAGES"
# The commit's time, for all times in a package: made twice of one commit it is the same.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
cmake --preset release >/dev/null # the time is in what it writes
build release
out=$PWD/build/packages
verdict=0
generated=build/release/generated
mkdir -p "$out"

part() { say "=== $1"; }
part "menu entry and metainfo"
desktop-file-validate $generated/*.desktop
appstreamcli validate --no-net $generated/*.metainfo.xml >&2

make() { # DEB|RPM FILES: prints the new package's file
    rm -f "$out"/$2
    (cd build/release && cpack -G "$1" -B "$out" >cpack.log 2>&1) || { cat build/release/cpack.log >&2; return 1; }
    rm -rf "$out/_CPack_Packages"
    ls "$out"/$2
}
if [ "$kind" != rpm ]; then
    part "deb"
    deb=$(make DEB 'faultline_*.deb')
    dpkg-deb --info "$deb" | sed -n 's/^ \(Package\|Version\|Depends\|Installed-Size\)/\1/p' >&2
    lintian --fail-on error --tag-display-limit 0 "$deb" >&2
    unpacked=$(mktemp -d)
    trap 'rm -rf "$unpacked"' EXIT
    dpkg-deb -x "$deb" "$unpacked"
    packaging/hardened.sh "$unpacked/usr/bin/faultline" build/release >&2 || verdict=1
fi
if [ "$kind" != deb ]; then
    # Never installed on a system of rpm's: what can be said here is what is in it.
    part "rpm (not installed anywhere)"
    rpm=$(make RPM 'faultline-*.rpm')
    rpm -qp --qf '%{NAME} %{VERSION}-%{RELEASE} %{ARCH}, %{LICENSE}\n' "$rpm" >&2
    rpm -qpl "$rpm" >&2
    rpm -qpR "$rpm" >&2
fi
part "made"
ls -l "$out"/*.deb "$out"/*.rpm 2>/dev/null || true
exit "$verdict"
