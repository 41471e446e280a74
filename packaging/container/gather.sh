#!/bin/sh
# Copies what `faultline diagnose` needs, and nothing else, out of a Debian into which the package was installed:
# gather.sh FOLDER. The Dockerfile's last stage is that folder; try.sh runs it without any container engine.
#   - the program, and the libraries that it is linked to: Qt's Widgets and Gui are among them, so those of X11 and OpenGL
#     that Gui names come too (without a plugin for a display, without fonts: no window opens in here)
#   - OpenSSL for Qt, certificates of public authorities, a shell for the Job's exit code, an unprivileged user
#   - which packages the files are of, where scanners for known holes look (as in distroless images)
set -eu
out=$1
mkdir -p "$out/etc" "$out/tmp" "$out/var/lib/dpkg/status.d"
chmod 1777 "$out/tmp"
list=$(mktemp)

plugins=$(dirname "$(find /usr/lib -path '*/qt6/plugins/tls/libqopensslbackend.so')")
set -- /usr/bin/faultline /bin/dash "$plugins/libqopensslbackend.so"
printf '%s\n' "$@" /etc/ssl/certs/ca-certificates.crt >"$list"
# "name => /path (address)" and, of the loader, "/path (address)".
ldd "$@" | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p; s/^[[:space:]]*\(\/[^ ]*\) (.*/\1/p' >>"$list"

sort -u "$list" | while read -r file; do
    # Debian 12 has /lib and /bin as links into /usr: the copy has the links, and the files where they lead.
    real=$(readlink -f "$(dirname "$file")")/$(basename "$file")
    mkdir -p "$out$(dirname "$real")"
    cp -L "$file" "$out$real"
    package=$(dpkg-query -S "$real" "$file" "$(readlink -f "$file")" 2>/dev/null | head -n 1 | cut -d: -f1) || true
    [ -z "$package" ] || dpkg-query -s "$package" >"$out/var/lib/dpkg/status.d/$package"
done
for link in bin sbin lib lib64; do
    [ ! -L "/$link" ] || ln -sfn "$(readlink "/$link")" "$out/$link"
done
ln -sfn dash "$out/usr/bin/sh"
ln -sfn faultline "$out/usr/bin/kubectl-faultline"
cp /etc/debian_version "$out/etc/"
cp -L /etc/os-release "$out/etc/os-release"
echo 'faultline:x:65532:65532::/nonexistent:/sbin/nologin' >"$out/etc/passwd"
echo 'faultline:x:65532:' >"$out/etc/group"
rm -f "$list"
