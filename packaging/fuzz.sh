#!/usr/bin/env bash
# Lets the fuzzers of tests/fuzz run (see its README.md): fuzz.sh [SECONDS [NAME...]], 60 s each when nothing is said. What
# they learn stays in build/asan/tests/fuzz/corpus; what they find ends in build/asan/tests/fuzz/found and fails the run.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

seconds=${1:-60}
shift || true
need "$BUILD_PACKAGES" "$TEST_PACKAGES" "$CHECK_PACKAGES"
build asan fuzzers
home=build/asan/tests/fuzz
mkdir -p "$home/found"
[ $# -gt 0 ] || set -- $(cd tests/fuzz && ls fuzz_*.cpp | sed 's/fuzz_\(.*\)\.cpp/\1/')

one() { # SECONDS NAME: prints one line; the whole log is beside what was found
    local seconds=$1 name=$2 more=() log
    log=$home/found/$name.log
    mkdir -p "$home/corpus/$name"
    [ ! -d "tests/fuzz/found/$name" ] || more+=("tests/fuzz/found/$name")
    [ "$name" != diagnose ] || more+=(tests/clusters/stories)
    [ "$name" != guide ] || more+=(tests/guides)
    if QT_LOGGING_RULES='*=false' "$home/fuzz_$name" -max_total_time="$seconds" -rss_limit_mb=2500 -timeout=20 \
        -dict=tests/fuzz/words.dict -print_final_stats=1 -artifact_prefix="$home/found/$name-" \
        "$home/corpus/$name" "tests/fuzz/seeds/$name" "${more[@]}" >"$log" 2>&1; then
        printf '%-12s %s executions, %s, peak %s MB\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
            "$(sed -n 's/^#.* \(cov: [0-9]* ft: [0-9]*\).*/\1/p' "$log" | tail -n 1)" \
            "$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")"
    else
        printf '%-12s FOUND SOMETHING: %s\n' "$name" "$log"
        return 1
    fi
}
export -f one
export home
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} bash -c "one $seconds {}"
