# Sourced by what tries the packages in a bare Debian 12 (clean-root.sh, container/try.sh, appimage/try.sh): makes such a
# root, runs commands in it, and takes it away again. All of it as root.
# shellcheck shell=bash

failures=0
root=""

# ok NAME COMMAND...: runs it, prints the name with ok or FAILED and, where it failed, what it said.
ok() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then printf '%-62s ok\n' "$name"; else
        printf '%-62s FAILED\n' "$name"
        printf '%s\n' "$said" | tail -n 30 | sed 's/^/    /'
        failures=$((failures + 1))
    fi
}

# make_root PACKAGES: a Debian 12 with nothing but apt and these (with commas), from Debian's archive through whatever
# proxy this machine's apt uses. apt may read what only root may: it is root's own throw-away.
make_root() {
    local options=() line
    [ "$(id -u)" -eq 0 ] || { say "This needs root: it makes a root of its own and changes into it."; exit 77; }
    while IFS= read -r line; do options+=("--aptopt=$line"); done < <(apt-config dump | grep -i '^Acquire::[a-z]*::Proxy' || true)
    root=$(mktemp -d "${TMPDIR:-/tmp}/faultline-root.XXXXXX")
    trap drop_root EXIT
    timeout 900 mmdebstrap --quiet --mode=root --variant=apt --include="$1" --aptopt='APT::Sandbox::User "root"' \
        --skip=cleanup/apt/lists "${options[@]}" bookworm "$root" "deb http://deb.debian.org/debian bookworm main" \
        "deb http://deb.debian.org/debian-security bookworm-security main" >"$root.log" 2>&1 ||
        { say "mmdebstrap failed:"; tail -n 20 "$root.log" >&2; return 1; }
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    chmod 755 "$root"
}

drop_root() {
    [ -z "$root" ] || rm -rf --one-file-system "$root" "$root.log"
}

# inside SECONDS COMMAND...: runs it in the root with mounts and processes of its own, which end with it. USER_ID and HOME_IN
# say as whom; nothing of this machine's environment gets in but what stands in ROOT_ENVIRONMENT.
inside() {
    local seconds=$1
    shift
    # shellcheck disable=SC2016,SC2086
    timeout --foreground --kill-after=10 "$seconds" unshare --mount --pid --fork --kill-child sh -c '
        root=$1 user=$2 home=$3
        shift 3
        mount -t proc proc "$root/proc"
        [ -z "${BIND:-}" ] || { mkdir -p "$root/source"; mount --bind -o ro "$BIND" "$root/source"; }
        [ -z "${READ_ONLY:-}" ] || { mount --rbind "$root" "$root"; mount -o remount,bind,ro "$root"; }
        exec env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            HOME="$home" ${ROOT_ENVIRONMENT:-} chroot --userspec="$user" "$root" "$@"' \
        sh "$root" "${USER_ID:-0:0}" "${HOME_IN:-/root}" "$@"
}

finish() {
    [ "$failures" -eq 0 ] && say "all ok" && return 0
    say "$failures step(s) FAILED"
    return 1
}
