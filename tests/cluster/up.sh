#!/usr/bin/env bash
# Brings up a real single-node Kubernetes 1.20.2, building it first where it is missing (build.sh). Prints the path of
# its kubeconfig, and nothing else, on standard output. Called again while it runs, it only does that.
# Everything lives in network, mount, pid and uts namespaces of its own without a way out; the machine sees one thing: a
# relay on 127.0.0.1:PORT (FAULTLINE_CLUSTER_PORT, 16443). Needs root. down.sh ends it and removes what it left.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/cluster/lib.sh
. "$here/lib.sh"

PATIENCE=120 # seconds for the API server, and again for the node
NODE_IP=10.244.0.1
BIN=$CLUSTER_HOME/bin
PKI=$STATE/pki
begin=$SECONDS

is_up() { [ -n "$(pid_of holder)" ] && "$KUBECTL" --kubeconfig "$ADMIN_KUBECONFIG" get --raw /readyz >/dev/null 2>&1; }
admin() { "$KUBECTL" --kubeconfig "$ADMIN_KUBECONFIG" "$@"; }

# Says what the machine does not allow, before anything is built or changed.
check_machine() {
    local tool folder probe
    [ "$(uname -s)" = Linux ] || skip "needs Linux"
    [ "$(id -u)" -eq 0 ] || skip "a cluster of its own needs root; or set FAULTLINE_CLUSTER_KUBECONFIG to one of yours"
    for tool in ip openssl python3 unshare nsenter; do
        command -v "$tool" >/dev/null || skip "no $tool here (packages iproute2, openssl, python3, util-linux)"
    done
    # Two at once would each remember the other's sysctls as the machine's own.
    for folder in /sys/fs/cgroup/faultline-cluster-* /sys/fs/cgroup/*/faultline-cluster-*; do
        [ ! -d "$folder" ] || [ "${folder##*/}" = "$CGROUP" ] || fail "another test cluster is up here ($folder)"
    done
    unshare --net --mount --pid --uts --fork true 2>/dev/null || skip "no namespaces of its own may be made here"
    while read -r folder; do
        mkdir -p "$folder" 2>/dev/null || skip "no cgroup may be made here ($folder)"
        rmdir "$folder" 2>/dev/null || true # one that is left from before is down.sh's business
    done < <(cgroup_folders)
    probe=$(mktemp -d)
    unshare --mount sh -c "mount -t tmpfs tmpfs '$probe' && mkdir '$probe/l' '$probe/u' '$probe/w' '$probe/m' &&
        mount -t overlay overlay -o 'lowerdir=$probe/l,upperdir=$probe/u,workdir=$probe/w' '$probe/m'" 2>/dev/null ||
        { rmdir "$probe"; skip "no overlay file system can be mounted here"; }
    rmdir "$probe"
}

# --- keys: made anew for each cluster, gone with it --------------------------------------------------------------------
certificate() { # name, subject, extended usage, alternative names
    openssl req -newkey rsa:2048 -nodes -keyout "$PKI/$1.key" -out "$PKI/$1.csr" -subj "$2" 2>/dev/null
    {
        printf 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=%s\n' "$3"
        [ -z "${4:-}" ] || printf 'subjectAltName=%s\n' "$4"
    } >"$PKI/$1.ext"
    openssl x509 -req -in "$PKI/$1.csr" -CA "$PKI/ca.crt" -CAkey "$PKI/ca.key" -CAcreateserial -days 30 \
        -out "$PKI/$1.crt" -extfile "$PKI/$1.ext" 2>/dev/null
}

make_keys() {
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$PKI/ca.key" -out "$PKI/ca.crt" -days 30 -subj /CN=faultline-test \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,digitalSignature 2>/dev/null
    certificate apiserver /CN=kube-apiserver serverAuth \
        "DNS:localhost,DNS:kubernetes,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:$NODE_IP,IP:10.96.0.1"
    certificate admin /O=system:masters/CN=admin clientAuth
    certificate controller-manager /CN=system:kube-controller-manager clientAuth
    certificate scheduler /CN=system:kube-scheduler clientAuth
    certificate node /O=system:nodes/CN=system:node:node1 clientAuth
    certificate kubelet-serving /O=system:nodes/CN=system:node:node1 serverAuth "DNS:node1,IP:$NODE_IP"
    certificate apiserver-kubelet /O=system:masters/CN=apiserver-kubelet clientAuth
    openssl genrsa -out "$PKI/sa.key" 2048 2>/dev/null
    openssl rsa -in "$PKI/sa.key" -pubout -out "$PKI/sa.pub" 2>/dev/null
    chmod 600 "$PKI"/*.key
}

kubeconfig() { # file, certificate's name
    (umask 077 && cat >"$1") <<YAML
apiVersion: v1
kind: Config
clusters:
- name: faultline-test
  cluster: {server: "https://127.0.0.1:$PORT", certificate-authority-data: $(base64 -w0 "$PKI/ca.crt")}
users:
- name: $2
  user: {client-certificate-data: $(base64 -w0 "$PKI/$2.crt"), client-key-data: $(base64 -w0 "$PKI/$2.key")}
contexts:
- name: faultline-test
  context: {cluster: faultline-test, user: $2}
current-context: faultline-test
YAML
}

# --- namespaces: the holder is pid 1 of all that follows, so ending it ends everything inside ----------------------------
# The kubelet sets these for the whole machine; down.sh puts them back.
remember_sysctls() {
    local name
    for name in vm/overcommit_memory vm/panic_on_oom kernel/panic kernel/panic_on_oops kernel/keys/root_maxkeys \
        kernel/keys/root_maxbytes; do
        printf '%s %s\n' "$name" "$(cat "/proc/sys/$name")"
    done >"$STATE/sysctls"
}

write_holder() {
    cat >"$STATE/holder.sh" <<'HOLDER'
set -e
mount --make-rprivate /
mount -t proc proc /proc
mount --make-rshared / # the kubelet's mounts reach containerd
mount -t tmpfs tmpfs /run
mkdir -p /run/netns /run/containerd /run/lock
mount -t overlay overlay -o "lowerdir=/var,upperdir=$STATE/var,workdir=$STATE/var-work" /var
printf 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n' >"$STATE/run/resolv.conf"
mount --bind "$STATE/run/resolv.conf" /etc/resolv.conf
hostname node1
ip link set lo up
ip link add cni0 type bridge
ip addr add "$NODE_IP/24" dev cni0
ip link set cni0 up
echo 1 >/proc/sys/net/ipv4/ip_forward
touch "$STATE/run/ready"
trap 'exit 0' TERM
while :; do sleep 3600 & wait $!; done
HOLDER
}

start_holder() {
    local unshare_pid tries
    write_holder
    # shellcheck disable=SC2097,SC2098 # the same value twice
    STATE=$STATE NODE_IP=$NODE_IP setsid unshare --net --mount --pid --uts --fork --kill-child bash "$STATE/holder.sh" \
        </dev/null >"$STATE/log/holder.log" 2>&1 &
    unshare_pid=$!
    remember unshare "$unshare_pid"
    for tries in $(seq 100); do
        [ ! -f "$STATE/run/ready" ] || break
        [ -d "/proc/$unshare_pid" ] || { cat "$STATE/log/holder.log" >&2; skip "the namespaces could not be set up"; }
        sleep 0.1
    done
    [ -f "$STATE/run/ready" ] || fail "the namespaces were not set up within 10 s (try $tries)"
    holder=$(tr -d ' ' <"/proc/$unshare_pid/task/$unshare_pid/children")
    remember holder "$holder"
}

inside() { nsenter -t "$holder" -m -n -p -u -- "$@"; }

# A daemon inside the namespaces, its words in log/NAME.log. What is remembered is nsenter, its parent.
daemon() {
    local name=$1
    shift
    PATH=$ROOT/usr/bin:$ROOT/usr/sbin:$PATH setsid nsenter -t "$holder" -m -n -p -u -- "$@" </dev/null >"$STATE/log/$name.log" 2>&1 &
    remember "$name" $!
}

wait_for() { # what it is, log file, command...
    local what=$1 log=$2 deadline=$((SECONDS + PATIENCE))
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$deadline" ] || { tail -n 8 "$STATE/log/$log.log" >&2; fail "$what did not come within $PATIENCE s"; }
        sleep 0.3
    done
    say "cluster: up: $what (after $((SECONDS - begin)) s)"
}

# The API server listens in the cluster's own network; a Unix socket carries it over to 127.0.0.1 of the machine.
start_relay() {
    daemon relay-inside "$ROOT/socat" "UNIX-LISTEN:$STATE/run/api.sock,fork,unlink-early" "TCP:127.0.0.1:$PORT"
    setsid "$ROOT/socat" "TCP-LISTEN:$PORT,bind=127.0.0.1,reuseaddr,fork" "UNIX-CONNECT:$STATE/run/api.sock" \
        </dev/null >"$STATE/log/relay.log" 2>&1 &
    remember relay $!
}

start_control_plane() {
    local as manager=(--bind-address=127.0.0.1 --leader-elect=false "--cert-dir=$PKI")
    daemon etcd "$ROOT/usr/bin/etcd" --data-dir "$STATE/etcd" --listen-client-urls http://127.0.0.1:12379 \
        --advertise-client-urls http://127.0.0.1:12379 --listen-peer-urls http://127.0.0.1:12380 \
        --initial-advertise-peer-urls http://127.0.0.1:12380 --initial-cluster default=http://127.0.0.1:12380
    daemon kube-apiserver "$BIN/kube-apiserver" --etcd-servers=http://127.0.0.1:12379 --bind-address=127.0.0.1 \
        "--secure-port=$PORT" "--advertise-address=$NODE_IP" --allow-privileged=true "--cert-dir=$PKI" \
        "--tls-cert-file=$PKI/apiserver.crt" "--tls-private-key-file=$PKI/apiserver.key" "--client-ca-file=$PKI/ca.crt" \
        "--kubelet-client-certificate=$PKI/apiserver-kubelet.crt" "--kubelet-client-key=$PKI/apiserver-kubelet.key" \
        --kubelet-preferred-address-types=InternalIP --service-account-issuer=https://kubernetes.default.svc \
        "--service-account-key-file=$PKI/sa.pub" "--service-account-signing-key-file=$PKI/sa.key" \
        --service-cluster-ip-range=10.96.0.0/16 --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction
    wait_for "the API server answers" kube-apiserver admin get --raw /readyz
    as=$STATE/kubeconfig/controller-manager
    daemon kube-controller-manager "$BIN/kube-controller-manager" "${manager[@]}" "--kubeconfig=$as" \
        "--authentication-kubeconfig=$as" "--authorization-kubeconfig=$as" "--root-ca-file=$PKI/ca.crt" \
        "--service-account-private-key-file=$PKI/sa.key" --use-service-account-credentials=true \
        "--flex-volume-plugin-dir=$STATE/volume-plugins"
    as=$STATE/kubeconfig/scheduler
    daemon kube-scheduler "$BIN/kube-scheduler" "${manager[@]}" "--kubeconfig=$as" "--authentication-kubeconfig=$as" \
        "--authorization-kubeconfig=$as"
}

# --- the node ----------------------------------------------------------------------------------------------------------
write_containerd_files() {
    local hub=$STATE/registries/docker.io
    mkdir -p "$STATE/cni" "$hub"
    # Docker Hub is played by backstage.py, so that the stories' images are the ones any other cluster would pull too.
    cat >"$hub/hosts.toml" <<'TOML'
server = "http://127.0.0.1:5000"
[host."http://127.0.0.1:5000"]
  capabilities = ["pull", "resolve"]
TOML
    cat >"$STATE/cni/10-faultline.conflist" <<JSON
{"cniVersion": "0.4.0", "name": "faultline", "plugins": [{"type": "bridge", "bridge": "cni0", "isGateway": false,
 "ipMasq": false, "hairpinMode": true, "ipam": {"type": "host-local", "dataDir": "$STATE/var/cni-ipam",
 "ranges": [[{"subnet": "10.244.0.0/24", "rangeStart": "10.244.0.10", "gateway": "$NODE_IP"}]]}}]}
JSON
    # restrict_oom_score_adj: without CAP_SYS_RESOURCE runc dies with "can't get final child's PID from pipe".
    cat >"$STATE/containerd.toml" <<TOML
version = 2
root = "$STATE/containerd"
state = "/run/containerd"
[grpc]
  address = "$STATE/run/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "registry.k8s.io/pause:3.2"
  disable_apparmor = true
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "$ROOT/usr/lib/cni"
    conf_dir = "$STATE/cni"
  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "$STATE/registries"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      BinaryName = "$ROOT/usr/sbin/runc"
      SystemdCgroup = false
TOML
}

write_kubelet_file() {
    cat >"$STATE/kubelet.yaml" <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $NODE_IP
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: "$PKI/ca.crt"}}
authorization: {mode: Webhook}
tlsCertFile: $PKI/kubelet-serving.crt
tlsPrivateKeyFile: $PKI/kubelet-serving.key
cgroupDriver: cgroupfs
cgroupRoot: /$CGROUP
failSwapOn: false
clusterDNS: [10.96.0.10]
clusterDomain: cluster.local
healthzBindAddress: 127.0.0.1
resolvConf: $STATE/run/resolv.conf
evictionHard: {memory.available: 200Mi, nodefs.available: 1%, imagefs.available: 1%}
imageGCHighThresholdPercent: 99
imageGCLowThresholdPercent: 98
serializeImagePulls: false
makeIPTablesUtilChains: false
maxPods: 110
YAML
}

# Version 1's cpuset gives a new cgroup no CPU until someone says which.
make_cgroups() {
    local folder
    while read -r folder; do
        mkdir -p "$folder"
        [ ! -f "$folder/cgroup.clone_children" ] || echo 1 >"$folder/cgroup.clone_children"
        [ ! -f "$folder/cpuset.cpus" ] || cat "$folder/../cpuset.cpus" >"$folder/cpuset.cpus"
        [ ! -f "$folder/cpuset.mems" ] || cat "$folder/../cpuset.mems" >"$folder/cpuset.mems"
    done < <(cgroup_folders)
}

node_is_ready() {
    admin get node node1 -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}' 2>/dev/null | grep -q True
}

start_node() {
    local socket=$STATE/run/containerd.sock ctr=$ROOT/usr/bin/ctr
    write_containerd_files
    write_kubelet_file
    make_cgroups
    daemon backstage python3 "$here/image/backstage.py" "$CLUSTER_HOME/images"
    daemon containerd "$ROOT/usr/bin/containerd" --config "$STATE/containerd.toml"
    wait_for "containerd answers" containerd inside "$ctr" -a "$socket" version
    inside "$ctr" -a "$socket" -n k8s.io images import "$CLUSTER_HOME/images/pause.tar" >"$STATE/log/import.log" 2>&1 ||
        { cat "$STATE/log/import.log" >&2; fail "the pause image could not be imported"; }
    daemon kubelet "$BIN/kubelet" "--config=$STATE/kubelet.yaml" "--kubeconfig=$STATE/kubeconfig/node" \
        "--root-dir=$STATE/kubelet" "--cert-dir=$PKI" --hostname-override=node1 "--node-ip=$NODE_IP" \
        --container-runtime=remote "--container-runtime-endpoint=unix://$socket" --network-plugin=cni \
        "--cni-bin-dir=$ROOT/usr/lib/cni" "--cni-conf-dir=$STATE/cni" "--volume-plugin-dir=$STATE/volume-plugins"
    wait_for "the node is Ready" kubelet node_is_ready
}

main() {
    if is_up; then
        say "cluster: up already"
        echo "$ADMIN_KUBECONFIG"
        return
    fi
    check_machine
    "$here/build.sh"
    begin=$SECONDS
    "$here/down.sh" # what a cluster left that was not ended in order
    if (: <>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
        fail "port $PORT is taken: choose another by FAULTLINE_CLUSTER_PORT"
    fi
    (umask 077 && mkdir -p "$STATE")
    mkdir -p "$STATE"/{etcd,kubeconfig,pid,log,pki,run,var,var-work,kubelet,volume-plugins,containerd}
    make_keys
    kubeconfig "$ADMIN_KUBECONFIG" admin
    kubeconfig "$STATE/kubeconfig/controller-manager" controller-manager
    kubeconfig "$STATE/kubeconfig/scheduler" scheduler
    kubeconfig "$STATE/kubeconfig/node" node
    remember_sysctls
    start_holder
    start_relay
    start_control_plane
    start_node
    echo "$ADMIN_KUBECONFIG"
}

main
