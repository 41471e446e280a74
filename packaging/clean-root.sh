#!/usr/bin/env bash
# Tries the .deb, or README's commands, in a bare Debian 12 that is made for it and removed again (as root):
#   clean-root.sh [FILE.deb]       installs it with apt, uses it as a person would, purges it, looks for what was left
#   clean-root.sh --readme [run]   clones this repository (what is committed) and runs README's two commands, which takes
#                                  more than half an hour on two cores; with `run` the first of them alone
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh
# shellcheck source=packaging/cleanroot.sh
. packaging/cleanroot.sh
need "$ROOT_PACKAGES"

person() { USER_ID=1000:1000 HOME_IN=/home/person inside "$@"; }
has_fault() { # a fault was found, and said: exit code 1
    local said code=0
    said=$(person 60 "$@") || code=$?
    printf '%s\n' "$said"
    [ "$code" -eq 1 ] && [ -n "$said" ]
}

readme() {
    make_root git,ca-certificates
    export BIND=$PWD
    # The folder belongs to whoever works in it, not to this root's root.
    ok "git clone" inside 300 \
        sh -c "git config --global safe.directory '*' && git clone -q file:///source /root/faultline"
    unset BIND
    # The sample is broken: 1 is what a person gets, after packages were installed and the program was built.
    ok "packaging/run.sh diagnose --sample shop" inside 5400 \
        sh -c 'cd /root/faultline && packaging/run.sh diagnose --sample shop; [ $? -eq 1 ]'
    # Without a display run.sh does the same job as text.
    ok "packaging/run.sh" inside 300 sh -c 'cd /root/faultline && packaging/run.sh; [ $? -eq 1 ]'
    [ "${1:-}" = run ] || ok "packaging/test.sh" inside 10800 sh -c 'cd /root/faultline && packaging/test.sh'
}

# Everything that was installed, by name: what purging must bring back.
listing() { inside 60 sh -c 'find /usr /etc /opt /srv /var/lib/dpkg/info -xdev | sort; dpkg-query -W' >"$1"; }

window() {
    person 120 sh -c 'cd && xvfb-run -a faultline --sample shop --size 1000x700 --screenshot window.png'
    file "$root/home/person/window.png" | grep '1000 x 700'
}
icon() { # every picture of the name that the menu entry says
    local name
    name=$(sed -n 's/^Icon=//p' "$root"/usr/share/applications/*.Faultline.desktop)
    local size
    for size in 16x16 32x32 48x48 128x128; do
        file "$root/usr/share/icons/hicolor/$size/apps/$name.png" | grep "${size/x/ x }"
    done
    test -s "$root/usr/share/icons/hicolor/scalable/apps/$name.svg"
}

package() {
    local deb=$1
    make_root man-db,xvfb,xauth,desktop-file-utils,bash-completion
    inside 30 useradd --create-home --uid 1000 person
    cp -r resources/samples/selector-typo "$root/home/person/sample"
    listing "$root.before"
    cp "$deb" "$root/root/faultline.deb"
    ok "apt installs it and what it needs" inside 600 \
        apt-get install -y -q -o APT::Sandbox::User=root --no-install-recommends /root/faultline.deb
    [ "$failures" -eq 0 ] || return 0
    inside 60 sh -c 'dpkg-query -W | wc -l; du -sm /usr | cut -f1' | xargs printf '%s packages, /usr %s MB\n'
    ok "faultline --version" person 30 faultline --version
    ok "kubectl-faultline --version" person 30 kubectl-faultline --version
    ok "faultline diagnose -f finds the sample's fault" has_fault faultline diagnose -f /home/person/sample
    ok "kubectl-faultline -f does so, too" has_fault kubectl-faultline -f /home/person/sample
    ok "kubectl_complete-faultline completes" person 30 sh -c 'kubectl_complete-faultline diag | grep diagnose'
    ok "man -w faultline" person 30 man -w faultline
    ok "man -w kubectl-faultline" person 30 man -w kubectl-faultline
    # shellcheck disable=SC2016
    ok "bash loads the completion when it is wanted" person 30 \
        bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader faultline; complete -p faultline | grep _faultline'
    ok "the window is drawn under X11" window
    ok "the menu has an entry, and it is valid" inside 30 \
        sh -c 'desktop-file-validate /usr/share/applications/*.Faultline.desktop'
    ok "its icon is there in every size" icon
    # Debian keeps what another package recommends, too, however it came: here all of it goes.
    ok "apt purges it and what it needed" inside 300 apt-get purge -y -q --auto-remove \
        -o APT::AutoRemove::RecommendsImportant=false -o APT::AutoRemove::SuggestsImportant=false faultline
    listing "$root.after"
    ok "nothing is left" diff "$root.before" "$root.after"
    # Settings are the person's, not the package's: docs/install.md says where.
    say "a person's own, left alone: $(cd "$root/home/person" && find . -type f -path '*aultline*' | tr '\n' ' ')"
    rm -f "$root.before" "$root.after"
}

case "${1:-}" in
    --readme) readme "${2:-}" ;;
    -*) say "clean-root.sh [FILE.deb] | --readme [run]"; exit 2 ;;
    *)
        deb=${1:-$(ls -t build/packages/faultline_*.deb 2>/dev/null | head -n 1)}
        [ -f "$deb" ] || { say "No package: run packaging/package.sh deb first."; exit 2; }
        package "$deb"
        ;;
esac
finish
