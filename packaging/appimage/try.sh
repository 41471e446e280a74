#!/usr/bin/env bash
# Runs the AppDir of build.sh in a bare Debian 12 that has what desktops have, and no Qt. As root.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh
# shellcheck source=packaging/cleanroot.sh
. packaging/cleanroot.sh
need "$ROOT_PACKAGES"
dir=build/appimage/Faultline.AppDir
[ -x "$dir/AppRun" ] || { say "No AppDir: run packaging/appimage/build.sh first."; exit 2; }

make_root xvfb,xauth,libegl1,libopengl0,libglx0,libgl1,libx11-xcb1,libsm6,libfontconfig1,libfreetype6,libharfbuzz0b,fonts-dejavu-core,libstdc++6,libp11-kit0
inside 30 useradd --create-home --uid 1000 person
home=$root/home/person
cp -r "$dir" "$root/opt/Faultline.AppDir"
cp -r resources/samples/selector-typo "$home/sample"
person() { USER_ID=1000:1000 HOME_IN=/home/person inside "$@"; }

# A login plugin that tells what it sees: its environment, and which libraries a program that it starts has loaded.
cat >"$home/plugin" <<'PLUGIN'
#!/bin/sh
env >/home/person/seen
cat /proc/self/maps >>/home/person/seen
echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t"}}'
PLUGIN
chmod 755 "$home/plugin"
printf '%s\n' "current-context: c" "clusters: [{name: k, cluster: {server: 'https://127.0.0.1:9'}}]" \
    "contexts: [{name: c, context: {cluster: k, user: u}}]" \
    "users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: /home/person/plugin}}}]" \
    >"$home/config"
chown -R 1000:1000 "$home"
untouched() {
    person 60 /opt/Faultline.AppDir/AppRun diagnose -A --allow-plugin --kubeconfig /home/person/config || true
    test -s "$home/seen" && ! grep -E 'LD_LIBRARY_PATH|QT_PLUGIN_PATH|QT_QPA_PLATFORM_PLUGIN_PATH|ARGV0|AppDir' "$home/seen"
}
window() {
    person 120 sh -c 'cd && xvfb-run -a /opt/Faultline.AppDir/AppRun --sample shop --size 1000x700 --screenshot window.png'
    file "$home/window.png" | grep '1000 x 700'
}

ok "there is no Qt in this root" sh -c "! ls $root/usr/lib/*/libQt*"
# shellcheck disable=SC2016
ok "no library is missing" inside 60 sh -c '
    ! find /opt/Faultline.AppDir/usr -type f \( -name "*.so*" -o -name faultline \) -exec ldd {} + 2>/dev/null | grep "not found"'
ok "AppRun --version" person 30 /opt/Faultline.AppDir/AppRun --version
ok "a fault is found: exit code 1" person 60 \
    sh -c '/opt/Faultline.AppDir/AppRun diagnose -f /home/person/sample; [ $? -eq 1 ]'
ok "named kubectl-faultline it is the plugin" person 60 \
    sh -c 'ARGV0=/x/kubectl-faultline /opt/Faultline.AppDir/AppRun -f /home/person/sample; [ $? -eq 1 ]'
ok "the window is drawn under X11" window
ok "a login plugin sees the machine as it is" untouched
finish
