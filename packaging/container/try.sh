#!/usr/bin/env bash
# Puts together what the Dockerfile's last stage consists of, by the same gather.sh, and runs it in a chroot as an
# unprivileged user on a read-only root: what can be tried without a container engine. As root: try.sh [FILE.deb]
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh
# shellcheck source=packaging/cleanroot.sh
. packaging/cleanroot.sh
need "$ROOT_PACKAGES"
deb=${1:-$(ls -t build/packages/faultline_*.deb 2>/dev/null | head -n 1)}
[ -f "$deb" ] || { say "No package: run packaging/package.sh deb first."; exit 2; }

make_root ca-certificates
cp "$deb" "$root/tmp/faultline.deb"
ok "apt installs the package" inside 600 \
    apt-get install -y -q -o APT::Sandbox::User=root --no-install-recommends /tmp/faultline.deb
cp packaging/container/gather.sh "$root/gather.sh"
ok "gather.sh gathers the files" inside 120 sh /gather.sh /files
[ "$failures" -eq 0 ] || finish

# From here on nothing but those files.
base=$root
root=$base/files
drop_root() { rm -rf --one-file-system "$base" "$base.log"; }
mkdir "$root/proc"
cp -r resources/samples/selector-typo "$root/sample"
du -sm "$root" | cut -f1 | xargs printf 'the image would hold %s MB, '
find "$root" -type f | wc -l | xargs printf '%s files, of '
ls "$root/var/lib/dpkg/status.d" | wc -l | xargs printf '%s packages\n'

export USER_ID=65532:65532 HOME_IN=/nonexistent READ_ONLY=yes
export ROOT_ENVIRONMENT="XDG_CONFIG_HOME=/nonexistent XDG_CACHE_HOME=/nonexistent"

tls() { # a server with a certificate of its own making, on this machine
    local port=18443 server
    chroot "$base" openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=nobody -keyout /tmp/k.pem -out /tmp/c.pem 2>&1
    chroot "$base" openssl s_server -accept "127.0.0.1:$port" -key /tmp/k.pem -cert /tmp/c.pem -www >/dev/null 2>&1 &
    server=$!
    printf '%s\n' "current-context: c" "clusters: [{name: k, cluster: {server: 'https://127.0.0.1:$port'}}]" \
        "contexts: [{name: c, context: {cluster: k, user: u}}]" "users: [{name: u, user: {token: t}}]" >"$root/config"
    sleep 1
    inside 60 /usr/bin/faultline diagnose -A --kubeconfig /config 2>&1 | tee "$base/tmp/said"
    kill "$server"
    grep -i certificate "$base/tmp/said"
}

# shellcheck disable=SC2016
{
    ok "it runs, as nobody that is known to the system" inside 30 /usr/bin/faultline --version
    ok "nothing can be written" inside 30 sh -c '! (: >/tmp/x)'
    ok "a fault is found: exit code 1" inside 60 sh -c '/usr/bin/faultline diagnose -f /sample -o json; [ $? -eq 1 ]'
    # What the CronJob does, cluster and all, but for the cluster.
    command=$(sed -n 's/^ *- \(faultline diagnose .*\)$/\1/p' packaging/container/cronjob.yaml)
    ok "the CronJob takes a fault for a run that went well" inside 60 sh -c "${command/ -A/ -f \/sample}"
    ok "and a run that could not look for one that failed" inside 60 sh -c "! { $command; }"
}
ok "Qt finds OpenSSL: a server that nobody vouches for is refused" tls
finish
