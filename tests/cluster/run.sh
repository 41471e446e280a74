#!/usr/bin/env bash
# The whole suite against a real cluster. usage: run.sh BUILD_FOLDER [STORY...]
# With stories named, only these are made and diagnosed. The environment:
#   FAULTLINE_CLUSTER_KUBECONFIG  a cluster of yours instead of one made here: its namespaces fl-* come and go
#   FAULTLINE_CLUSTER_KEEP=1      leaves the cluster up (tests/cluster/down.sh ends it)
# Exit code: 0 all right, 1 something is not as it should be, 77 no cluster can be had here (and why).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/cluster/lib.sh
. "$here/lib.sh"

[ $# -gt 0 ] || fail "usage: run.sh BUILD_FOLDER [STORY...]"
build=$(cd "$1" && pwd)
shift
export FAULTLINE_PROGRAM=$build/faultline LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1
[ -x "$FAULTLINE_PROGRAM" ] || fail "there is no $FAULTLINE_PROGRAM: packaging/cluster.sh builds it"
failed=0
begin=$SECONDS

part() { # what it is, command...
    local what=$1 started=$SECONDS
    shift
    say "=== $what"
    if "$@"; then
        say "=== $what: ok ($((SECONDS - started)) s)"
    else
        say "=== $what: FAILED ($((SECONDS - started)) s)"
        failed=1
    fi
}

stories() {
    local action=$1
    shift
    python3 "$here/suite/stories.py" "$action" "$kubeconfig" "$@"
}

finish() {
    local code=$?
    if [ "${FAULTLINE_CLUSTER_KEEP:-}" = 1 ]; then
        say "cluster: left up: kubectl --kubeconfig $kubeconfig"
    elif [ -n "${FAULTLINE_CLUSTER_KUBECONFIG:-}" ]; then
        stories delete || true
    else
        "$here/down.sh" || code=1
    fi
    exit "$code"
}

if [ -n "${FAULTLINE_CLUSTER_KUBECONFIG:-}" ]; then
    kubeconfig=$FAULTLINE_CLUSTER_KUBECONFIG
    command -v "${FAULTLINE_CLUSTER_KUBECTL:=kubectl}" >/dev/null || skip "no kubectl here for your cluster"
    trap finish EXIT
    stories delete # of an earlier run that was cut off
else
    kubeconfig=$ADMIN_KUBECONFIG
    FAULTLINE_CLUSTER_KUBECTL=$KUBECTL
    mkdir -p "$CLUSTER_HOME"
    exec 8>"$CLUSTER_HOME/run.lock"
    flock -n 8 || fail "another run uses the cluster in $CLUSTER_HOME"
    trap finish EXIT
    "$here/up.sh" >/dev/null 8>&- # skips by itself, with its own sentence; its daemons do not hold the lock
    export FAULTLINE_CLUSTER_OWN=1
fi
export FAULTLINE_CLUSTER_KUBECTL

part "the stories are made" stories apply "$@"
part "the cluster comes to their states" stories wait "$@"
part "every story is diagnosed" stories check "$@"
part "connections are tried" stories try "$@"
if [ $# -eq 0 ]; then
    part "restricted users" python3 "$here/suite/access.py" "$kubeconfig"
    # Crash loops swing between their states: a verdict must hold at any moment.
    part "every story is diagnosed, again" stories check
    part "the window" env "FAULTLINE_CLUSTER_KUBECONFIG=$kubeconfig" "$build/tests/tst_livewindow"
    part "what is mended is fine" python3 "$here/suite/mend.py" "$kubeconfig"
fi
[ "$failed" -eq 0 ] || fail "not everything is as it should be (after $((SECONDS - begin)) s)"
say "cluster: everything is as it should be (after $((SECONDS - begin)) s)"
