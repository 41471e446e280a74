#!/usr/bin/env bash
# Says what hardens a program, and fails where something is missing: hardened.sh build/release/faultline
set -euo pipefail
program=$1
missing=0
has() { # WORDS COMMAND...: the command finds it in the program
    local words=$1
    shift
    if "$@" >/dev/null; then printf '%-46s yes\n' "$words"; else
        printf '%-46s MISSING\n' "$words"
        missing=1
    fi
}
headers=$(readelf --wide --file-header --program-headers --dynamic --notes "$program" 2>/dev/null)
symbols=$(readelf --wide --dyn-syms "$program")
in_headers() { grep -qE "$1" <<<"$headers"; }
in_symbols() { grep -qE "$1" <<<"$symbols"; }
has "position-independent (PIE)" in_headers 'Type: +DYN'
has "relocations read-only (RELRO)" in_headers 'GNU_RELRO'
has "bound at start (BIND_NOW)" in_headers 'NOW'
has "no executable stack" in_headers 'GNU_STACK .* RW +0x'
has "stack protector" in_symbols '__stack_chk_fail'
# These depend on more than our flags: on calls that can be checked at all, and on every object that is linked in, the
# system's start files among them (Debian 12's do not offer CET).
shows() { printf '%-46s %s\n' "$1" "$("${@:2}" >/dev/null && echo yes || echo "asked for; not in the result")"; }
shows "checked copies (_FORTIFY_SOURCE)" in_symbols '__[a-z]+_chk@'
[ "$(uname -m)" != x86_64 ] || shows "control flow (CET)" in_headers 'IBT|SHSTK'
exit "$missing"
