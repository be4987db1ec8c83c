# shellcheck shell=bash
# Names and addresses: what the door listens on, and which names it answers to.

# http://name:8080 -> name:8080; the scheme's own port may be left out.
host_of_url() {
  printf '%s' "${1#*://}"
}

# The machine's own addresses, without loopback and link-local ones.
own_addresses() {
  local address
  for address in $(hostname -I 2>/dev/null); do
    case $address in
      127.* | ::1 | fe80:*) ;;
      *:*) printf '[%s]\n' "$address" ;;
      *) printf '%s\n' "$address" ;;
    esac
  done
}

with_port() {
  if [[ $PORT == 80 && -z $TLS_CERT || $PORT == 443 && -n $TLS_CERT ]]; then
    printf '%s' "$1"
  else
    printf '%s:%s' "$1" "$PORT"
  fi
}

# Sets ACCEPTED_HOSTS: the public name, this machine by its loopback names and, with --lan, by its
# own addresses; what ACCEPTED_HOSTS named already stays.
choose_accepted_hosts() {
  local hosts address
  hosts="$(host_of_url "$PUBLIC_URL"),localhost:$PORT,127.0.0.1:$PORT"
  if [[ $LAN == true ]]; then
    for address in $(own_addresses); do
      hosts+=",$address:$PORT"
    done
    [[ -z $(hostname 2>/dev/null) ]] || hosts+=",$(hostname):$PORT,$(hostname).local:$PORT"
  fi
  # On the scheme's own port browsers leave the port out.
  [[ $(with_port x) != x ]] || hosts+=",${hosts//:$PORT/}"
  ACCEPTED_HOSTS=$hosts${ACCEPTED_HOSTS:+,$ACCEPTED_HOSTS}
}

has_ipv6_loopback() {
  grep -qs '^0\{31\}1 ' /proc/net/if_inet6
}

# Loopback alone, unless somebody else is meant to come: --lan, a certificate, a public name.
listens_everywhere() {
  [[ $LAN == true || -n $TLS_CERT ]] && return 0
  case $PUBLIC_URL in
    http://localhost | http://localhost:* | http://127.0.0.1 | http://127.0.0.1:* | http://\[::1\]*) return 1 ;;
    *) return 0 ;;
  esac
}

# listen_addresses PORT
listen_addresses() {
  if [[ -n $LISTEN ]]; then
    printf '%s:%s' "$LISTEN" "$1"
  elif listens_everywhere; then
    printf '0.0.0.0:%s' "$1"
    ! has_ipv6_loopback || printf ' [::]:%s' "$1"
  else
    printf '127.0.0.1:%s' "$1"
    ! has_ipv6_loopback || printf ' [::1]:%s' "$1"
  fi
}
