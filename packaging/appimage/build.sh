#!/usr/bin/env bash
# Makes build/appimage/Faultline.AppDir: the program with the libraries that not every Linux has (README.md beside this). An
# AppImage is made of it only where FAULTLINE_APPIMAGE_RUNTIME names the file runtime-x86_64 of AppImage's type2-runtime,
# which no Debian package holds. That last step is UNTRIED.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh
need "$BUILD_PACKAGES" "$APPIMAGE_PACKAGES"
build release

dir=build/appimage/Faultline.AppDir
rm -rf "$dir"
DESTDIR=$PWD/$dir cmake --install build/release --prefix /usr --strip >/dev/null
rm -rf "$dir"/usr/share/{man,bash-completion,zsh,fish}
id=$(sed -n 's/^set(FAULTLINE_ID \(.*\))$/\1/p' packaging/cmake/install.cmake)
cp packaging/appimage/AppRun "$dir/AppRun"
ln -s "usr/share/applications/$id.desktop" "$dir/$id.desktop"
ln -s "usr/share/icons/hicolor/256x256/apps/$id.png" "$dir/$id.png"
ln -s "$id.png" "$dir/.DirIcon"

# Qt finds its plugins by this file beside the program: no QT_PLUGIN_PATH.
printf '[Paths]\nPrefix = ..\nPlugins = plugins\n' >"$dir/usr/bin/qt.conf"
plugins=$(qmake6 -query QT_INSTALL_PLUGINS)
for plugin in platforms/libqxcb platforms/libqoffscreen platforms/libqwayland-egl platforms/libqwayland-generic \
    wayland-shell-integration/libxdg-shell xcbglintegrations/libqxcb-glx-integration tls/libqopensslbackend \
    imageformats/libqsvg iconengines/libqsvgicon platforminputcontexts/libibusplatforminputcontextplugin; do
    [ ! -f "$plugins/$plugin.so" ] || install -D -m 644 "$plugins/$plugin.so" "$dir/usr/plugins/$plugin.so"
done

# What every desktop has, and must be its own: the C and C++ libraries, drivers, X11, fonts (AppImage's excludelist).
own='^(ld-linux.*|lib(c|m|pthread|dl|rt|resolv|stdc\+\+|gcc_s|GL|EGL|GLX|GLdispatch|OpenGL|drm|gbm|X11|X11-xcb|xcb|ICE|SM|'
own+='fontconfig|freetype|harfbuzz|fribidi|z|expat|p11-kit|gpg-error|uuid|wayland-client))\.so'
mkdir -p "$dir/usr/lib"
find "$dir/usr/plugins" "$dir/usr/bin/faultline" -type f ! -name qt.conf -exec ldd {} + |
    sed -n 's/.*=> \(\/[^ ]*\).*/\1/p' | sort -u | while read -r library; do
    [[ $(basename "$library") =~ $own ]] || install -m 644 "$library" "$dir/usr/lib/"
done

# Found by paths relative to each file, so that nothing need be exported: LD_LIBRARY_PATH would reach the login plugins
# (aws, gke-gcloud-auth-plugin ...), which would then load our libraries. As RPATH, since that of the program also counts
# for what its libraries need.
patchelf --force-rpath --set-rpath '$ORIGIN/../lib' "$dir/usr/bin/faultline"
find "$dir/usr/lib" -name '*.so*' -exec patchelf --force-rpath --set-rpath '$ORIGIN' {} +
find "$dir/usr/plugins" -name '*.so' -exec patchelf --force-rpath --set-rpath '$ORIGIN/../../lib' {} +
du -sm "$dir" | sed 's/\([0-9]*\).*/\1 MB in '"${dir//\//\\/}"'/'

if [ -n "${FAULTLINE_APPIMAGE_RUNTIME:-}" ]; then
    mksquashfs "$dir" build/appimage/squashfs -root-owned -noappend -quiet
    cat "$FAULTLINE_APPIMAGE_RUNTIME" build/appimage/squashfs >build/appimage/Faultline-x86_64.AppImage
    chmod +x build/appimage/Faultline-x86_64.AppImage
else
    say "No AppImage: FAULTLINE_APPIMAGE_RUNTIME names no runtime file (packaging/appimage/README.md)."
fi
