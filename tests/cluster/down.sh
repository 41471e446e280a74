#!/usr/bin/env bash
# Ends the cluster that up.sh started: only the processes it remembered, then its cgroups, sysctls and state.
# Nothing to end is fine. The cache (binaries, images) stays; remove the folder to be rid of it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/cluster/lib.sh
. "$here/lib.sh"

# The remembered pid of a daemon is that of nsenter: the daemon is its child.
ask_to_end() {
    local pid children
    pid=$(pid_of "$1")
    [ -n "$pid" ] || return 0
    read -r children <"/proc/$pid/task/$pid/children" || true
    # shellcheck disable=SC2086 # a list of pids
    [ -z "$children" ] || kill -TERM $children 2>/dev/null || true
}

wait_until_gone() { # name, tenths of a second
    local tenth
    for ((tenth = 0; tenth < $2; tenth++)); do
        [ -n "$(pid_of "$1")" ] || return 0
        sleep 0.1
    done
}

end() { # name, signal
    local pid
    pid=$(pid_of "$1")
    [ -z "$pid" ] || kill "-$2" "$pid" 2>/dev/null || true
}

end_processes() {
    local name file
    # In order: who writes before who stores.
    for name in kubelet kube-scheduler kube-controller-manager kube-apiserver; do ask_to_end "$name"; done
    wait_until_gone kubelet 20
    wait_until_gone kube-apiserver 5
    ask_to_end etcd
    wait_until_gone etcd 10
    # The relay forks one process per connection, all in a session of its own.
    local relay
    relay=$(pid_of relay)
    [ -z "$relay" ] || kill -TERM -- "-$relay" 2>/dev/null || end relay TERM
    # With pid 1 of their namespace everything else inside goes: containers, shims, containerd, and all mounts.
    end holder KILL
    wait_until_gone holder 50
    for file in "$STATE"/pid/*; do end "$(basename "$file")" KILL; done
}

remove_cgroups() {
    local folder tries
    while read -r folder; do
        for tries in 1 2 3 4 5 6 7 8 9 10; do
            [ -d "$folder" ] || break
            find "$folder" -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.2
        done
        [ ! -d "$folder" ] || say "cluster: down: $folder is still in use (after $tries tries)"
    done < <(cgroup_folders)
}

restore_sysctls() {
    local name value
    [ -f "$STATE/sysctls" ] || return 0
    while read -r name value; do echo "$value" >"/proc/sys/$name"; done <"$STATE/sysctls"
}

if [ "$(id -u)" -ne 0 ]; then exit 0; fi # it could not have been started
if [ -d "$STATE" ]; then
    end_processes
    restore_sysctls
    # Should a mount still lead out of the folder (it cannot, once the namespace is gone), nothing is removed.
    if grep -q " $STATE/" /proc/self/mounts; then fail "down: something is still mounted under $STATE"; fi
    rm -rf "$STATE"
    say "cluster: down"
fi
remove_cgroups
