#!/usr/bin/env bash
# Makes everything the test cluster needs, from Debian 12's packages only, into the cache folder (see lib.sh): a real
# Kubernetes 1.20.2 (API server, controller manager, scheduler, kubelet), etcd, containerd, runc, kubectl and two images.
# Nothing is installed into the system and nothing is started. Done once: later calls see that all is there.
# About ten minutes on two cores, 3 GB of memory at its peak; the network is used by apt alone.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/cluster/lib.sh
. "$here/lib.sh"

# Raise it when this file changes in a way that asks for a new build.
RECIPE=1
SUITE=bookworm
TOOLS="etcd-server containerd runc containernetworking-plugins kubernetes-client socat libwrap0 busybox-static"
TOOLCHAIN="golang-1.19-go golang-1.19-src golang-github-modern-go-reflect2-dev"
SERVERS="kube-apiserver kube-controller-manager kube-scheduler kubelet"

work=$CLUSTER_HOME/work
begin=$SECONDS
step() { say "cluster: build: $* (after $((SECONDS - begin)) s)"; }

stamp_is() { [ "$(cat "$CLUSTER_HOME/$1.stamp" 2>/dev/null)" = "$2" ]; }
stamp() { printf '%s\n' "$2" >"$CLUSTER_HOME/$1.stamp"; }

# --- apt with sources of its own: deb-src is seldom enabled, and the machine's lists are not ours to change -----------
set_up_apt() {
    local keyring=/usr/share/keyrings/debian-archive-keyring.gpg mirror
    [ -f "$keyring" ] || skip "no $keyring here: it builds Kubernetes from Debian 12's source package"
    # The mirror that this machine uses already, when it is Debian 12.
    # shellcheck disable=SC2016 # apt's own placeholders
    mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $SUITE" 'Created-By: Packages' 2>/dev/null | head -n 1 || true)
    mirror=${mirror:-http://deb.debian.org/debian/}
    mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
    printf '%s [signed-by=%s] %s %s main\n' deb "$keyring" "$mirror" "$SUITE" deb-src "$keyring" "$mirror" "$SUITE" \
        >"$work/apt/sources.list"
    own_apt update >"$work/apt.log" 2>&1 || { tail -n 5 "$work/apt.log" >&2; fail "apt-get update of $mirror failed"; }
}

own_apt() {
    # Sandbox::User: apt's own user may not enter a home folder.
    apt-get -q -o Dir::Etc::sourcelist="$work/apt/sources.list" -o Dir::Etc::sourceparts=- \
        -o Dir::State::lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" -o APT::Sandbox::User=root "$@"
}

# downloads packages and unpacks them under a folder; apt checks their signatures
unpack() {
    local into=$1 file
    shift
    mkdir -p "$work/debs" "$into"
    rm -f "$work"/debs/*.deb
    (cd "$work/debs" && own_apt download "$@") >>"$work/apt.log" 2>&1 ||
        { tail -n 5 "$work/apt.log" >&2; fail "apt-get download failed"; }
    for file in "$work"/debs/*.deb; do dpkg-deb -x "$file" "$into"; done
}

# --- the tools, as Debian built them -----------------------------------------------------------------------------------
fetch_tools() {
    rm -rf "$ROOT"
    # shellcheck disable=SC2086 # a list of words
    unpack "$ROOT" $TOOLS
    # socat finds the library it was unpacked with
    local triplet
    triplet=$(gcc -dumpmachine)
    cat >"$ROOT/socat" <<SOCAT
#!/bin/sh
LD_LIBRARY_PATH='$ROOT/usr/lib/$triplet:$ROOT/lib/$triplet' exec '$ROOT/usr/bin/socat' "\$@"
SOCAT
    chmod +x "$ROOT/socat"
}

# --- the servers, from Debian's source package -------------------------------------------------------------------------
fetch_source() {
    local reflect2=$source_tree/vendor/github.com/modern-go/reflect2
    # shellcheck disable=SC2086
    unpack "$work/toolchain" $TOOLCHAIN
    mkdir -p "$work/source" "$source_tree"
    (cd "$work/source" && own_apt source --download-only kubernetes) >>"$work/apt.log" 2>&1 ||
        { tail -n 5 "$work/apt.log" >&2; fail "apt-get source kubernetes failed"; }
    tar -xzf "$work"/source/kubernetes_*.orig.tar.gz --strip-components=1 -C "$source_tree"
    # The vendored reflect2 1.0.1 crashes with Go 1.18 and later: Debian's 1.0.2 takes its place.
    rm -f "$reflect2"/*.go "$reflect2"/*.s
    cp "$work"/toolchain/usr/share/gocode/src/github.com/modern-go/reflect2/*.{go,s} "$reflect2/"
    rm -f "$reflect2"/*_test.go
}

# The one generated file that is not in the tarball: the OpenAPI document, made by the vendored generator.
generate_openapi() {
    local folders
    go build -o "$work/openapi-gen" k8s.io/kubernetes/vendor/k8s.io/kube-openapi/cmd/openapi-gen
    folders=$(grep -rl --include='*.go' '+k8s:openapi-gen=' staging/src/k8s.io pkg cmd |
        grep -v -e /code-generator/ -e /sample-apiserver/ -e _test.go -e /testdata/ | xargs -n1 dirname | sort -u |
        sed -e 's#^staging/src/#k8s.io/kubernetes/vendor/#' -e t -e 's#^#k8s.io/kubernetes/#' | paste -sd,)
    "$work/openapi-gen" --logtostderr -i "$folders" -p k8s.io/kubernetes/pkg/generated/openapi -O zz_generated.openapi \
        -h vendor/k8s.io/code-generator/hack/boilerplate.go.txt -r "$work/violations" -o "$work/gopath/src" \
        2>"$work/openapi.log" || { tail -n 5 "$work/openapi.log" >&2; fail "openapi-gen failed"; }
}

build_servers() {
    local version=v1.20.2 component=k8s.io/kubernetes/vendor/k8s.io/component-base/version server
    local source_tree=$work/gopath/src/k8s.io/kubernetes targets=()
    step "fetching the sources and Go"
    fetch_source
    # A subshell: the Go of the build is nobody else's. GOPATH mode, as 1.20 with its vendor folder was built.
    (
        cd "$source_tree"
        export GOROOT=$work/toolchain/usr/lib/go-1.19 GOPATH=$work/gopath GOCACHE=$work/gocache GO111MODULE=off
        export PATH=$GOROOT/bin:$PATH GOFLAGS="" CGO_ENABLED=0 GOPROXY=off
        step "generating the OpenAPI document"
        generate_openapi
        step "compiling Kubernetes $version, the long part"
        for server in $SERVERS; do targets+=("k8s.io/kubernetes/cmd/$server"); done
        mkdir -p "$work/bin"
        # Without the cloud providers and dockershim: half the time, and nothing that a test needs.
        go build -trimpath -tags providerless,dockerless -o "$work/bin/" -ldflags "-s -w -X $component.gitVersion=$version \
            -X $component.gitMajor=1 -X $component.gitMinor=20 \
            -X k8s.io/kubernetes/vendor/k8s.io/client-go/pkg/version.gitVersion=$version" "${targets[@]}"
    )
    rm -rf "${CLUSTER_HOME:?}/bin"
    mv "$work/bin" "$CLUSTER_HOME/bin"
}

# --- images, without any registry of the world -------------------------------------------------------------------------
make_images() {
    rm -rf "$CLUSTER_HOME/images"
    mkdir -p "$CLUSTER_HOME/images" "$work"
    printf '#include <unistd.h>\nint main(void) { for (;;) pause(); }\n' |
        gcc -static -O2 -x c -o "$work/pause" -
    python3 "$here/image/mkimage.py" "$CLUSTER_HOME/images" "$ROOT/bin/busybox" "$work/pause" "$(dpkg --print-architecture)"
}

for tool in apt-get dpkg-deb gcc python3; do
    command -v "$tool" >/dev/null || skip "no $tool here: Kubernetes is built from Debian 12's packages"
done
mkdir -p "$CLUSTER_HOME"
exec 9>"$CLUSTER_HOME/build.lock"
flock 9

images_recipe=$(sha256sum <"$here/image/mkimage.py" | cut -d' ' -f1)
if ! stamp_is tools "$RECIPE" || ! stamp_is servers "$RECIPE"; then
    rm -rf "$work"
    mkdir -p "$work"
    set_up_apt
    stamp_is tools "$RECIPE" || { step "fetching $TOOLS"; fetch_tools; stamp tools "$RECIPE"; rm -f "$CLUSTER_HOME/images.stamp"; }
    stamp_is servers "$RECIPE" || { build_servers; stamp servers "$RECIPE"; }
fi
stamp_is images "$images_recipe" || { step "making the images"; make_images; stamp images "$images_recipe"; }
# Go's caches are read-only on purpose
[ ! -d "$work" ] || { chmod -R u+w "$work"; rm -rf "$work"; }
step "ready: $(du -sh --exclude=state "$CLUSTER_HOME" | cut -f1) in $CLUSTER_HOME"
