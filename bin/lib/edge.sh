# shellcheck shell=bash
# The folders that the two nginx run in. They lie outside the clone and the data, because nginx's
# workers are not root and cannot enter /root or a closed home.

# Sets EDGE: /run for root, the session's own folder, else /tmp; one for each user and world.
choose_edge() {
  local base=/tmp hash
  if ((EUID == 0)) && [[ -d /run && -w /run ]]; then
    base=/run
  elif [[ -d ${XDG_RUNTIME_DIR:-} && -w ${XDG_RUNTIME_DIR:-} && $XDG_RUNTIME_DIR =~ ^[A-Za-z0-9/._-]+$ ]]; then
    base=$XDG_RUNTIME_DIR
  fi
  hash=$(printf '%s' "$DATA_DIR" | sha256sum)
  EDGE=$base/billetterie-$EUID-${hash:0:12}
}

make_edge() {
  local mode=700
  ((EUID != 0)) || mode=711
  mkdir -m "$mode" "$EDGE" 2>/dev/null || true
  # In /tmp somebody else could have made it first.
  if [[ ! -d $EDGE || -L $EDGE || ! -O $EDGE ]]; then
    die "$EDGE devrait être un dossier à vous : supprimez-le, puis recommencez." \
      "$EDGE should be a folder of yours: remove it, then try again."
  fi
  chmod "$mode" "$EDGE"
  # Until the supervisor has it, a start that fails takes it away again.
  trap 'rm -rf "$EDGE"' EXIT
  rm -rf "$EDGE/lb" "$EDGE/frontend"
  mkdir -p "$EDGE/lb/tmp" "$EDGE/frontend/tmp"
  render_lb
  render_frontend
}

render_lb() {
  local redirect=''
  [[ -z $TLS_CERT || -z $HTTP_PORT ]] || redirect=$(listen_addresses "$HTTP_PORT")
  env PUBLIC_URL="$PUBLIC_URL" ACCEPTED_HOSTS="$ACCEPTED_HOSTS" LB_LISTEN="$(listen_addresses "$PORT")" \
    LB_REDIRECT_LISTEN="$redirect" LB_AUTH="127.0.0.1:$AUTH_PORT" LB_WEBD="127.0.0.1:$WEBD_PORT" \
    LB_FRONTEND="127.0.0.1:$FRONTEND_PORT" TLS_CERT="$TLS_CERT" TLS_KEY="$TLS_KEY" \
    TRUSTED_PROXY="$TRUSTED_PROXY" LOG_LEVEL="$LOG_LEVEL" BENCH="$BENCH" PATH="$(dirname "$NGINX_BIN"):$PATH" \
    sh "$ROOT/lb/render.sh" "$EDGE/lb"
  check_nginx_files lb
}

# The built pages are copied: a later build cannot change what a running stack serves.
render_frontend() {
  cp -R "$SITE" "$EDGE/frontend/site"
  cat "$ROOT/frontend/nginx.conf" >"$EDGE/frontend/nginx.conf"
  printf 'listen 127.0.0.1:%s;\nroot %s/frontend/site;\n' "$FRONTEND_PORT" "$EDGE" >"$EDGE/frontend/listen.conf"
  # shellcheck disable=SC2016 # a name of nginx's
  sed -n '/^map $level $loggable/,/^}/p' "$EDGE/lb/settings.conf" >"$EDGE/frontend/settings.conf"
  chmod -R u=rwX,go=rX "$EDGE/frontend/site"
  check_nginx_files frontend
}

check_nginx_files() {
  local answer
  answer=$("$NGINX_BIN" -t -q -p "$EDGE/$1" -c "$EDGE/$1/nginx.conf" -g "$(nginx_globals)" 2>&1) && return 0
  answer=${answer##*"[emerg] "}
  answer=${answer%%$'\n'*}
  die "nginx refuse les réglages de $1 : ${answer#*: }" "nginx refuses the settings of $1: ${answer#*: }"
}

# Workers are never root.
nginx_globals() {
  local user
  printf 'daemon off;'
  ((EUID == 0)) || return 0
  for user in www-data nginx nobody; do
    if id "$user" >/dev/null 2>&1; then
      printf ' user %s %s;' "$user" "$(id -gn "$user")"
      return 0
    fi
  done
}
