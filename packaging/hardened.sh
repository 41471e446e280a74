#!/usr/bin/env bash
# Says what hardens a program, and fails where something is missing: hardened.sh build/release/faultline [build/release]
# With the folder in which it was built it also looks at what the compiler was asked for.
set -euo pipefail
program=$1
built=${2:-}
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
# A checked copy is in the result only where a buffer's size is known when it is compiled, and ours are not of that kind:
# that it was asked for everywhere is what can be said.
every_object_asks() {
    # shellcheck disable=SC2016
    ! awk '/^build .*\.o: CXX_COMPILER/ { object = $2 }
        /^ *FLAGS = / { if (object && !/-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2/) print object; object = "" }' \
        "$built/build.ninja" | grep .
}
[ -z "$built" ] || has "checked copies asked for (_FORTIFY_SOURCE)" every_object_asks
# CET is in the result only where every object that is linked in offers it, the system's start files among them.
if [ "$(uname -m)" = x86_64 ]; then
    printf '%-46s %s\n' "control flow (CET)" "$(in_headers 'IBT|SHSTK' && echo yes || echo "asked for; not in the result")"
fi
exit "$missing"
