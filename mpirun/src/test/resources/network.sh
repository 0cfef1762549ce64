#!/usr/bin/env bash
# Hosts for a test, made of network namespaces on this machine: each has its own name, its own address on a bridge, its
# own /dev/shm and its own sshd. Each also has a docker0 and a virbr0 with the same addresses as all others have, as
# hosts with containers do: whoever picks these reaches nobody.
#
#   network.sh up DIR N SUBNET     makes N hosts whose addresses are SUBNET.1 .. SUBNET.N, this machine's is SUBNET.254;
#                                  DIR gets: names (one per line), ssh_config, NAME.pid
#   network.sh run DIR NAME CMD... runs a command on a host
#   network.sh cut DIR NAME        pulls a host's cable; mend DIR NAME puts it back
#   network.sh down DIR            ends everything on the hosts and removes them
#
# Exit status 3: this machine cannot do it; what is missing is on standard output. Needs root and the commands ip
# (iproute2), unshare, nsenter (util-linux), sshd, ssh, ssh-keygen (openssh); installs them where apt-get can.
set -u

missing() {
    echo "$*"
    exit 3
}

need() {
    command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ] || [ -x "/sbin/$1" ]
}

check() {
    [ "$(id -u)" = 0 ] || missing "network namespaces need root"
    for pair in ip:iproute2 unshare:util-linux nsenter:util-linux sshd:openssh-server ssh:openssh-client; do
        need "${pair%%:*}" && continue
        if command -v apt-get >/dev/null 2>&1; then
            DEBIAN_FRONTEND=noninteractive timeout 120 apt-get install -y -q "${pair#*:}" >/dev/null 2>&1
        fi
        need "${pair%%:*}" || missing "there is no ${pair%%:*}: install ${pair#*:}"
    done
}

up() {
    dir=$1 count=$2 subnet=$3
    check
    # Short: a network interface has 15 letters at most.
    tag=j$$
    mkdir -p "$dir" /run/sshd
    chmod 700 "$dir"
    echo "$tag" >"$dir/tag"
    ip link add "$tag" type bridge 2>"$dir/why" || missing "no bridge can be made: $(cat "$dir/why")"
    { ip addr add "$subnet.254/24" dev "$tag" && ip link set "$tag" up; } || missing "the bridge cannot be set up"
    ssh-keygen -q -t ed25519 -N '' -f "$dir/user" && ssh-keygen -q -t ed25519 -N '' -f "$dir/host" || exit 1
    cp "$dir/user.pub" "$dir/authorized"
    chmod 600 "$dir/authorized"
    echo "127.0.0.1 localhost" >"$dir/hosts"
    : >"$dir/ssh_config"
    for i in $(seq "$count"); do
        echo "$subnet.$i $tag-$i" >>"$dir/hosts"
        echo "$tag-$i" >>"$dir/names"
        printf 'Host %s\n HostName %s\n User root\n IdentityFile %s\n IdentitiesOnly yes\n' \
            "$tag-$i" "$subnet.$i" "$dir/user" >>"$dir/ssh_config"
        printf ' StrictHostKeyChecking no\n UserKnownHostsFile /dev/null\n LogLevel ERROR\n' >>"$dir/ssh_config"
    done
    for i in $(seq "$count"); do
        host "$dir" "$tag-$i" "$subnet.$i" || {
            down "$dir"
            missing "host $tag-$i cannot be made: $(cat "$dir/why")"
        }
    done
}

host() {
    dir=$1 name=$2 address=$3
    {
        ip netns add "$name" &&
            ip link add "v$name" type veth peer name eth0 netns "$name" &&
            ip link set "v$name" master "${name%-*}" up &&
            ip -n "$name" link set lo up &&
            ip -n "$name" link add docker0 type bridge &&
            ip -n "$name" addr add 172.17.0.1/16 dev docker0 &&
            ip -n "$name" link set docker0 up &&
            ip -n "$name" link add virbr0 type bridge &&
            ip -n "$name" addr add 192.168.122.1/24 dev virbr0 &&
            ip -n "$name" link set virbr0 up &&
            ip -n "$name" addr add "$address/24" dev eth0 &&
            ip -n "$name" link set eth0 up
    } 2>"$dir/why" || return 1
    mkfifo "$dir/ready"
    # shellcheck disable=SC2016 # the inner shell expands them
    # The sleeping process keeps the host's name and mounts alive.
    setsid ip netns exec "$name" unshare --uts --mount sh -c '
        hostname "$1" && mount -t tmpfs tmpfs /dev/shm && mount --bind "$2/hosts" /etc/hosts || exit 1
        echo $$ >"$2/$1.pid"
        echo up >"$2/ready"
        exec sleep 100000' host "$name" "$dir" </dev/null >/dev/null 2>"$dir/why" &
    read -r -t 20 _ <>"$dir/ready" || return 1
    rm "$dir/ready"
    run "$dir" "$name" "$(command -v sshd || echo /usr/sbin/sshd)" -h "$dir/host" \
        -o "AuthorizedKeysFile=$dir/authorized" -o StrictModes=no -o PermitRootLogin=yes -o PidFile=none \
        -o UsePAM=no -o "ListenAddress=$address" 2>"$dir/why"
}

run() {
    dir=$1 name=$2
    shift 2
    nsenter --target "$(cat "$dir/$name.pid")" --net --uts --mount --wd="$PWD" -- "$@"
}

down() {
    dir=$1
    [ -e "$dir/tag" ] || return 0
    # shellcheck disable=SC2013 # names of hosts have no blanks
    for name in $(cat "$dir/names" 2>/dev/null); do
        for pid in $(ip netns pids "$name" 2>/dev/null); do
            kill -9 "$pid" 2>/dev/null
        done
        ip netns del "$name" 2>/dev/null
        ip link del "v$name" 2>/dev/null
    done
    ip link del "$(cat "$dir/tag")" 2>/dev/null
    rm -f "$dir/tag"
}

action=${1:-}
[ $# -gt 0 ] && shift
case $action in
    up) up "$@" ;;
    run) run "$@" ;;
    cut) ip link set "v$2" down ;;
    mend) ip link set "v$2" up ;;
    down) down "$@" ;;
    *)
        sed -n '2,16p' "$0"
        exit 2
        ;;
esac
