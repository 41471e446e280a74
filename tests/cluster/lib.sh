# Sourced by the scripts of this folder: where the test cluster lives, and how they speak.
# shellcheck shell=bash
# shellcheck disable=SC2034 # used by those who source it

# One folder holds everything: bin/, root/ and images/ are the cache that build.sh fills, state/ is the running cluster.
CLUSTER_HOME=${FAULTLINE_CLUSTER_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/faultline/cluster}
STATE=$CLUSTER_HOME/state
PORT=${FAULTLINE_CLUSTER_PORT:-16443}
# The cgroup under which every Pod of this cluster lives; a name of its own, so nobody else's Pods are touched.
CGROUP=faultline-cluster-$(printf %s "$CLUSTER_HOME" | cksum | cut -d' ' -f1)
ADMIN_KUBECONFIG=$CLUSTER_HOME/state/admin.kubeconfig
ROOT=$CLUSTER_HOME/root
KUBECTL=$ROOT/usr/bin/kubectl
# ctest shows a test that exits so as skipped, with its last line, and not as passed.
EXIT_SKIPPED=77

say() { printf '%s\n' "$*" >&2; }
fail() { say "cluster: $*"; exit 1; }
skip() { say "cluster: SKIPPED, $*"; exit "$EXIT_SKIPPED"; }

# What a pid file remembers: the pid and when that process started, so that a reused pid is never ended.
started_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
remember() { printf '%s %s\n' "$2" "$(started_at "$2")" >"$STATE/pid/$1"; }

# The pid behind a name if that very process still runs, else nothing.
pid_of() {
    local pid="" start=""
    [ -f "$STATE/pid/$1" ] || return 0
    read -r pid start <"$STATE/pid/$1" || true
    if [ -n "$pid" ] && [ -n "$start" ] && [ "$(started_at "$pid")" = "$start" ]; then echo "$pid"; fi
}

# Where the cgroup lies: once per controller in version 1, once in all in version 2.
cgroup_folders() {
    if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
        echo "/sys/fs/cgroup/$CGROUP"
    else
        local folder
        for folder in /sys/fs/cgroup/*/; do [ -L "${folder%/}" ] || echo "$folder$CGROUP"; done
    fi
}
