#!/usr/bin/env bash
# Draws the icon's pictures anew from resources/icons/*.svg: 16 pixels have a drawing of their own.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh
need "$ICON_PACKAGES"
icons=resources/icons
rsvg-convert -w 16 -h 16 $icons/faultline-small.svg -o $icons/faultline-16.png
for size in 32 48 128 256; do
    rsvg-convert -w $size -h $size $icons/faultline.svg -o $icons/faultline-$size.png
done
