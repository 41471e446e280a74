#!/usr/bin/env bash
# Makes every picture of README.md and docs/ (docs/pictures/en and zh) from bundled samples and recorded clusters, headless.
#   packaging/screenshots.sh            makes them all again
#   packaging/screenshots.sh --check    fails where a committed picture differs from a fresh one; fresh ones: build/pictures
#   packaging/screenshots.sh [--check] everyPictureIsMade:en/window ...     only these
# What they show stands in tests/ui/pictures/docscenes.h. They are the same on every machine: a fixed size, times of the
# recordings, settings of their own, and of the machine's fonts only Debian's fonts-dejavu-core and fonts-wqy-microhei.
#
# How much may differ: between two runs on one machine nothing does. A pixel counts when a channel is off by more than 64;
# of a picture 1 in 10,000 may, for renderers that shade an edge otherwise. The smallest change that matters, one short word
# instead of another in a line of small writing, is 1.5 in 10,000. Letters drawn by other rules (full hinting) would be 200
# to 450 in 10,000: the rules are therefore the test's own. The export dialog gets 30 more, as marks of masks are other
# ones in each run. Another version of Qt or FreeType may need pictures made again; Debian 12's are those that count.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

preset=${PRESET:-dev}
need "$BUILD_PACKAGES" "$TEST_PACKAGES"
build "$preset" tst_docpictures
if [ "${1:-}" = --check ]; then
    shift
    mkdir -p build/pictures
    export FAULTLINE_DOC_PICTURES=$PWD/build/pictures FAULTLINE_DOC_PICTURES_AGAINST=$PWD/docs/pictures
else
    export FAULTLINE_DOC_PICTURES=$PWD/docs/pictures
fi
export QT_LOGGING_RULES='*=false' QTEST_FUNCTION_TIMEOUT=600000
exec "build/$preset/tests/tst_docpictures" "$@"
