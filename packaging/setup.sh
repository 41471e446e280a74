# Sourced by run.sh and test.sh: what the build needs, and how to get it on Debian 12.
# shellcheck shell=bash

# package : why it is needed
BUILD_PACKAGES="
g++:the compiler
cmake:configures the build
ninja-build:runs the build
qt6-base-dev:Qt 6: windows, network, tests
qt6-svg-dev:the report's pictures in a PDF
libqpdf-dev:bookmarks of a PDF
qt6-tools-dev:Qt's CMake rules for translations
qt6-tools-dev-tools:Qt's translation tools
qt6-l10n-tools:compiles the Chinese translation
qt6-translations-l10n:Qt's own words in Chinese, on the buttons of its dialogs
libgl-dev:demanded by Qt's CMake files
libyaml-cpp-dev:reads YAML
libsimdjson-dev:reads JSON
libarchive-dev:opens tar, zip and gzip bundles
libexpected-dev:results that are values or errors
libssl-dev:Ed25519 client keys
fonts-dejavu-core:the window's letters, where no font is installed
fonts-wqy-microhei:Chinese letters
"
TEST_PACKAGES="
openssl:certificates for the TLS tests
xvfb:a display for the smoke test of the real window
xauth:belongs to xvfb
python3:validates the JSON report against its schema
python3-jsonschema:the same, and the SARIF report
libxml2-utils:validates the JUnit report against its schema
groff-base:reads the man page
poppler-utils:reads a printed report
dbus-daemon:a bus of its own for the tests of what the desktop says
"
CLUSTER_PACKAGES="
iproute2:the test cluster's own network
"
BENCH_PACKAGES="
nginx-light:serves a large cluster to the benchmark
curl:reads the same bytes, to be compared with
openssl:the benchmark's certificates
python3:drives it
"
CHECK_PACKAGES="
clang:the second compiler
libclang-rt-dev:its sanitizers
clang-tidy:static checks
clang-format:the layout of the code
cppcheck:another static check
"
PACKAGE_PACKAGES="
dpkg-dev:finds out what a .deb depends on
fakeroot:lets files in a package belong to root
file:tells programs from scripts for the same
lintian:looks for mistakes in a .deb
rpm:makes and reads an .rpm
desktop-file-utils:validates the menu entry
appstream:validates what software centres show
binutils:says what hardens the program
"
ROOT_PACKAGES="
mmdebstrap:makes a bare Debian to install into
"
APPIMAGE_PACKAGES="
patchelf:lets libraries be found by relative paths
squashfs-tools:packs an AppImage
qmake6:tells where the plugins of Qt are
"
ICON_PACKAGES="
librsvg2-bin:draws the icon's pictures
"

say() { printf '%s\n' "$*" >&2; }

# names of the packages in $1 that are not installed, one a line
missing_packages() {
    printf '%s\n' "$1" | while IFS=: read -r name reason; do
        [ -n "$name" ] || continue
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || printf '%s:%s\n' "$name" "$reason"
    done
}

# Installs what is missing of the lists given; as root at once, else by sudo after asking.
need() {
    local missing names
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian or Ubuntu: install these by your own means, then start again:"
        printf '%s\n' "$@" | sed -n 's/^\([^:]*\):\(.*\)/  \1  (\2)/p' >&2
        command -v cmake >/dev/null && command -v ninja >/dev/null && return 0
        return 1
    fi
    missing=$(missing_packages "$(printf '%s\n' "$@")")
    [ -n "$missing" ] || return 0
    say "Missing on this machine:"
    printf '%s\n' "$missing" | sed 's/^\([^:]*\):\(.*\)/  \1  (\2)/' >&2
    names=$(printf '%s\n' "$missing" | cut -d: -f1 | tr '\n' ' ')
    local as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "As root, run: apt-get install --no-install-recommends $names"
            return 1
        fi
        if [ ! -t 0 ]; then
            say "Run: sudo apt-get install --no-install-recommends $names"
            return 1
        fi
        printf 'Install them now with sudo apt-get? [Y/n] ' >&2
        read -r reply
        case "$reply" in [nN]*) return 1 ;; esac
        as_root=sudo
    fi
    say "Installing ..."
    $as_root apt-get update -q >/dev/null || say "apt-get update failed; trying with the lists that are there"
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $names >&2
}

# configures (with CMAKE_ARGS) and builds one preset, or the targets of it that are named
build() {
    local preset=$1
    shift
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "Configuring ($preset) ..."
        # shellcheck disable=SC2086
        cmake --preset "$preset" ${CMAKE_ARGS:-} >"build-$preset.log" 2>&1 || { cat "build-$preset.log" >&2; rm -f "build-$preset.log"; return 1; }
        rm -f "build-$preset.log"
    fi
    say "Building ($preset) ..."
    cmake --build --preset "$preset" --target "${@:-all}" >&2
}
