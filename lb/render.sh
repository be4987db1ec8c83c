#!/bin/sh
# shellcheck disable=SC2016 # nginx's variables are meant to stay as they are
# Writes a whole nginx prefix for the door into $1: the fixed files beside this one, and what the
# environment says about addresses, names, limits and TLS. bin/up and the container both call it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=$1

: "${PUBLIC_URL:?}" "${ACCEPTED_HOSTS:?}" "${LB_LISTEN:?}"
: "${LB_AUTH:=127.0.0.1:3001}" "${LB_WEBD:=127.0.0.1:3000}" "${LB_FRONTEND:=127.0.0.1:3080}"
: "${LIMIT_ACCOUNT_RATE:=50r/s}" "${LIMIT_ACCOUNT_BURST:=500}"
: "${LIMIT_ADDRESS_RATE:=1000r/s}" "${LIMIT_ADDRESS_BURST:=5000}"
: "${LIMIT_SIGN_IN_RATE:=5r/s}" "${LIMIT_SIGN_IN_BURST:=200}"
: "${LIMIT_REGISTER_RATE:=60r/m}" "${LIMIT_REGISTER_BURST:=60}"
: "${LIMIT_ACCOUNT_CONNECTIONS:=100}" "${LIMIT_ADDRESS_CONNECTIONS:=2000}"
: "${LIMIT_LIVE_CONNECTIONS:=1000}"
: "${TLS_CERT:=}" "${TLS_KEY:=}" "${LB_REDIRECT_LISTEN:=}" "${TRUSTED_PROXY:=}" "${LOG_LEVEL:=info}" "${BENCH:=0}"

fail() {
  printf '%s\n' "lb: $1" >&2
  exit 1
}

# Nothing that could end a directive or name a variable gets into the configuration.
plain() {
  case $2 in
    *[\"\'\;\{\}\$\\]* | *'
'*) fail "$1 holds a character that nginx cannot take: $2" ;;
  esac
}

for name in PUBLIC_URL ACCEPTED_HOSTS LB_LISTEN LB_REDIRECT_LISTEN LB_AUTH LB_WEBD LB_FRONTEND \
  TLS_CERT TLS_KEY TRUSTED_PROXY LIMIT_ACCOUNT_RATE LIMIT_ACCOUNT_BURST LIMIT_ADDRESS_RATE \
  LIMIT_ADDRESS_BURST LIMIT_SIGN_IN_RATE LIMIT_SIGN_IN_BURST LIMIT_REGISTER_RATE \
  LIMIT_REGISTER_BURST LIMIT_ACCOUNT_CONNECTIONS LIMIT_ADDRESS_CONNECTIONS LIMIT_LIVE_CONNECTIONS; do
  value=""
  eval "value=\$$name"
  plain "$name" "$value"
done
if [ -n "$TLS_CERT" ] && [ -z "$TLS_KEY" ]; then
  fail "TLS_CERT needs TLS_KEY"
fi

# nginx 1.25.1 made http2 a directive of its own; Debian 12 has 1.22.
http2_is_directive() {
  version=$(nginx -v 2>&1 | sed -n 's|.*nginx/\([0-9]*\)\.\([0-9]*\)\.\([0-9]*\).*|\1 \2 \3|p')
  # shellcheck disable=SC2086
  set -- $version
  [ "$1" -gt 1 ] || [ "$2" -gt 25 ] || { [ "$2" -eq 25 ] && [ "$3" -ge 1 ]; }
}

listen_conf() {
  for address in $LB_LISTEN; do
    if [ -z "$TLS_CERT" ]; then
      echo "listen $address default_server backlog=2048;"
    elif http2_is_directive; then
      echo "listen $address ssl default_server backlog=2048;"
    else
      echo "listen $address ssl http2 default_server backlog=2048;"
    fi
  done
  [ -n "$TLS_CERT" ] || return 0
  ! http2_is_directive || echo "http2 on;"
  cat <<END
ssl_certificate "$TLS_CERT";
ssl_certificate_key "$TLS_KEY";
ssl_protocols TLSv1.2 TLSv1.3;
ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;
ssl_prefer_server_ciphers off;
ssl_session_cache shared:tls:10m;
ssl_session_tickets off;
END
}

# With several replicas the requests of one event go to one of them, which only makes its batches
# bigger. A single replica is never marked as down.
upstreams_conf() {
  # A part closes its connection after a request that is no HTTP. What is never sent twice must not go
  # by a kept connection that is just being closed: auth, and webd_once.
  printf 'upstream auth {\n  server %s;\n}\n' "$LB_AUTH"
  printf 'upstream frontend {\n  server %s;\n  keepalive 32;\n}\n' "$LB_FRONTEND"
  for name in webd webd_once webd_by_event; do
    printf 'upstream %s {\n  zone %s 128k;\n' "$name" "$name"
    [ "$name" != webd_by_event ] || printf '  hash $uri consistent;\n'
    for server in $LB_WEBD; do
      printf '  server %s max_fails=2 fail_timeout=2s;\n' "$server"
    done
    [ "$name" = webd_once ] || printf '  keepalive 128;\n'
    printf '}\n'
  done
}

# A host on the scheme's own port is written with or without it.
accepted_hosts() {
  printf '%s' "$ACCEPTED_HOSTS" | tr ',' '\n' | sed 's/[[:space:]]//g; /^$/d' | sort -u
}

accepted_lines() {
  accepted_hosts | while read -r host; do
    echo "$host"
    case $host in
      *:80 | *:443) echo "${host%:*}" ;;
      *]:*) ;;
      *]) echo "$host:80"; echo "$host:443" ;;
      *:*) ;;
      *) echo "$host:80"; echo "$host:443" ;;
    esac
  done | sort -u
}

settings_conf() {
  printf 'map "" $public_url {\n  default "%s";\n}\n' "$PUBLIC_URL"
  printf 'map $asked_host $host_accepted {\n  default 0;\n'
  accepted_lines | sed 's/.*/  "&" 1;/'
  printf '}\nmap $line_host $line_accepted {\n  default 0;\n  "localhost" 1;\n'
  accepted_lines | sed 's/:[0-9]*$//' | sort -u | grep -vx localhost | sed 's/.*/  "&" 1;/'
  printf '}\ngeo $realip_remote_addr $from_trusted {\n  default 0;\n'
  for cidr in $(printf '%s' "$TRUSTED_PROXY" | tr ',' ' '); do
    printf '  %s 1;\n' "$cidr"
  done
  printf '}\n'
  for cidr in $(printf '%s' "$TRUSTED_PROXY" | tr ',' ' '); do
    printf 'set_real_ip_from %s;\n' "$cidr"
  done
  [ -z "$TRUSTED_PROXY" ] || printf 'real_ip_header X-Forwarded-For;\nreal_ip_recursive on;\n'
  case $LOG_LEVEL in
    error) quiet='  info 0;\n  warn 0;\n' ;;
    warn) quiet='  info 0;\n' ;;
    *) quiet='' ;;
  esac
  printf 'map $level $loggable {\n  default 1;\n%b}\n' "$quiet"
  limit_zones
  redirect_server
}

# account_share NAME: which of 250 parts a credential falls into, by its hash; NAME salts it.
account_share() {
  printf 'split_clients "%s$credential" $account_share_%s {\n' "$1" "$1"
  part=1
  while [ "$part" -lt 250 ]; do
    echo "  0.4% $part;"
    part=$((part + 1))
  done
  printf '  * 0;\n}\n'
}

# A key of limit_conn may have 255 bytes and a credential has more: without a word it would not be
# counted. Three hashes of it are one of 15 million; who shares them with somebody shares his limit.
account_key() {
  account_share a
  account_share b
  account_share c
  cat <<'END'
map $credential $account_key {
  default $account_share_a.$account_share_b.$account_share_c;
  "" "";
}
END
}

limit_zones() {
  account_key
  cat <<END
limit_req_zone \$credential zone=account:32m rate=$LIMIT_ACCOUNT_RATE;
limit_req_zone \$binary_remote_addr zone=address:10m rate=$LIMIT_ADDRESS_RATE;
limit_req_zone \$binary_remote_addr zone=sign_in:10m rate=$LIMIT_SIGN_IN_RATE;
limit_req_zone \$binary_remote_addr zone=register:10m rate=$LIMIT_REGISTER_RATE;
limit_conn_zone \$account_key zone=account_connections:32m;
limit_conn_zone \$binary_remote_addr zone=address_connections:10m;
limit_conn_zone \$binary_remote_addr zone=live_connections:10m;
limit_conn_zone \$binary_remote_addr zone=address_uploads:1m;
limit_conn_zone \$server_port zone=all_uploads:1m;
limit_req_status 429;
limit_conn_status 429;
END
}

redirect_server() {
  [ -n "$LB_REDIRECT_LISTEN" ] || return 0
  echo 'server {'
  for address in $LB_REDIRECT_LISTEN; do
    echo "  listen $address default_server;"
  done
  printf '  include headers.conf;\n  return 301 $public_url$request_uri;\n}\n'
}

limits() {
  rate="limit_req zone=address burst=$LIMIT_ADDRESS_BURST nodelay;"
  address="$rate
limit_conn address_connections $LIMIT_ADDRESS_CONNECTIONS;"
  printf 'limit_req zone=account burst=%s nodelay;\n%s\nlimit_conn live_connections %s;\n' \
    "$LIMIT_ACCOUNT_BURST" "$rate" "$LIMIT_LIVE_CONNECTIONS" >"$out/limits/live.conf"
  echo "$address" >"$out/limits/page.conf"
  printf 'limit_req zone=account burst=%s nodelay;\nlimit_conn account_connections %s;\n%s\n' \
    "$LIMIT_ACCOUNT_BURST" "$LIMIT_ACCOUNT_CONNECTIONS" "$address" >"$out/limits/api.conf"
  {
    cat "$out/limits/api.conf"
    printf 'limit_conn address_uploads 8;\nlimit_conn all_uploads 32;\n'
  } >"$out/limits/upload.conf"
  printf 'limit_req zone=sign_in burst=%s nodelay;\n%s\n' \
    "$LIMIT_SIGN_IN_BURST" "$address" >"$out/limits/sign-in.conf"
  printf 'limit_req zone=register burst=%s nodelay;\n%s\n' \
    "$LIMIT_REGISTER_BURST" "$address" >"$out/limits/register.conf"
}

# What bin/bench compares with: nginx alone, and webd without the sale desk.
bench_conf() {
  [ "$BENCH" = 1 ] || return 0
  cat <<'END'
location = /bench/204 {
  return 204;
}

location = /bench/orders {
  include api.conf;
  include errors-webd.conf;
  include limits/api.conf;
  include proxy.conf;
  proxy_set_header X-Hop-Secret $http_x_hop_secret;
  proxy_next_upstream error timeout non_idempotent;
  proxy_pass http://webd_by_event/internal/bench/orders;
}
END
}

mkdir -p "$out/limits" "$out/tmp" "$out/pages"
for file in "$here"/*.conf; do
  cat "$file" >"$out/${file##*/}"
done
cat "$here/pages/errors.css" >"$out/pages/errors.css"
listen_conf >"$out/listen.conf"
upstreams_conf >"$out/upstreams.conf"
settings_conf >"$out/settings.conf"
bench_conf >"$out/bench.conf"
limits
