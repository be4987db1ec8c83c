# shellcheck shell=bash
# The settings of a start: defaults, checks with one sentence each, and what the parts are told.

default_settings() {
  : "${PORT:=8080}" "${AUTH_PORT:=3001}" "${WEBD_PORT:=3000}" "${FRONTEND_PORT:=3080}"
  : "${TLS_CERT:=}" "${TLS_KEY:=}" "${HTTP_PORT:=}" "${TRUSTED_PROXY:=}" "${LISTEN:=}"
  : "${LOG_LEVEL:=info}" "${LOAD_TEST:=false}" "${BENCH:=0}" "${LAN:=false}"
  : "${ALLOW_INSECURE_COOKIES:=false}" "${PAYMENT_TEST:=off}"
  [[ $LAN == false ]] || ALLOW_INSECURE_COOKIES=true
  [[ $DEMO == false ]] || PAYMENT_TEST=on
  local scheme=http
  [[ -z $TLS_CERT ]] || scheme=https
  OPEN_URL=$scheme://localhost:$PORT
  [[ $PORT != 80 || $scheme != http ]] || OPEN_URL=http://localhost
  [[ $PORT != 443 || $scheme != https ]] || OPEN_URL=https://localhost
  : "${PUBLIC_URL:=$OPEN_URL}"
  PUBLIC_URL=${PUBLIC_URL%/}
  [[ -z $TLS_CERT || $PORT != 443 || -n $HTTP_PORT ]] || HTTP_PORT=80
}

check_settings() {
  local name
  for name in PORT AUTH_PORT WEBD_PORT FRONTEND_PORT HTTP_PORT; do
    [[ $name == HTTP_PORT && -z $HTTP_PORT ]] || check_port_number "$name" "${!name}"
  done
  for name in LOAD_TEST LAN ALLOW_INSECURE_COOKIES; do
    [[ ${!name} == true || ${!name} == false ]] ||
      die "$name vaut true ou false, pas « ${!name} »." "$name is true or false, not \"${!name}\"."
  done
  [[ $BENCH == 0 || $BENCH == 1 ]] ||
    die "BENCH vaut 0 ou 1, pas « $BENCH »." "BENCH is 0 or 1, not \"$BENCH\"."
  [[ $PAYMENT_TEST == on || $PAYMENT_TEST == off ]] ||
    die "PAYMENT_TEST vaut on ou off, pas « $PAYMENT_TEST »." "PAYMENT_TEST is on or off, not \"$PAYMENT_TEST\"."
  [[ " error warn info debug " == *" $LOG_LEVEL "* ]] ||
    die "LOG_LEVEL vaut error, warn, info ou debug, pas « $LOG_LEVEL »." \
      "LOG_LEVEL is error, warn, info or debug, not \"$LOG_LEVEL\"."
  [[ $PUBLIC_URL =~ ^https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$ ]] ||
    die "PUBLIC_URL est une adresse comme https://billets.example, sans chemin, pas « $PUBLIC_URL »." \
      "PUBLIC_URL is an address like https://tickets.example, without a path, not \"$PUBLIC_URL\"."
  check_tls
  check_first_admin
}

check_port_number() {
  [[ $2 =~ ^[1-9][0-9]{0,4}$ && $2 -le 65535 ]] ||
    die "$1 est un numéro de port de 1 à 65535, pas « $2 »." "$1 is a port number from 1 to 65535, not \"$2\"."
}

check_tls() {
  [[ -z $TLS_CERT && -z $TLS_KEY ]] && return 0
  [[ -n $TLS_CERT && -n $TLS_KEY ]] ||
    die "TLS_CERT et TLS_KEY vont ensemble." "TLS_CERT and TLS_KEY go together."
  local name
  for name in TLS_CERT TLS_KEY; do
    [[ -f ${!name} && -r ${!name} ]] ||
      die "$name : le fichier ${!name} n'existe pas ou n'est pas lisible." "$name: ${!name} does not exist or cannot be read."
    [[ ${!name} == /* ]] || printf -v "$name" '%s' "$PWD/${!name}"
  done
}

check_first_admin() {
  if [[ -n ${ADMIN_PASSWORD_FILE:-} && ! -r $ADMIN_PASSWORD_FILE ]]; then
    die "ADMIN_PASSWORD_FILE : le fichier $ADMIN_PASSWORD_FILE n'existe pas ou n'est pas lisible." \
      "ADMIN_PASSWORD_FILE: $ADMIN_PASSWORD_FILE does not exist or cannot be read."
  fi
  [[ -z ${ADMIN_PASSWORD_FILE:-} || $ADMIN_PASSWORD_FILE == /* ]] || ADMIN_PASSWORD_FILE=$PWD/$ADMIN_PASSWORD_FILE
}

# Is somebody listening on this port, on whatever address?
port_taken() {
  local hex
  printf -v hex '%04X' "$1"
  if [[ -r /proc/net/tcp ]]; then
    grep -qsE "^ *[0-9]+: [0-9A-F]+:$hex [0-9A-F]+:0000 0A " /proc/net/tcp /proc/net/tcp6
  else
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
  fi
}

check_ports_free() {
  local name other taken=()
  for name in PORT AUTH_PORT WEBD_PORT FRONTEND_PORT HTTP_PORT; do
    [[ -n ${!name} ]] || continue
    for other in PORT AUTH_PORT WEBD_PORT FRONTEND_PORT; do
      [[ $name == "$other" || ${!name} != "${!other}" ]] ||
        die "$name et $other valent tous deux ${!name} : il faut deux ports." \
          "$name and $other are both ${!name}: two ports are needed."
    done
    if port_taken "${!name}"; then taken+=("$name=${!name}"); fi
  done
  ((${#taken[@]} == 0)) ||
    die "port déjà pris : ${taken[*]}. Arrêtez ce qui l'occupe, ou choisissez-en un autre (par exemple ${taken[0]%%=*}=$((${taken[0]##*=} + 100)) bin/up)." \
      "port in use: ${taken[*]}. Stop what holds it, or choose another (for example ${taken[0]%%=*}=$((${taken[0]##*=} + 100)) bin/up)."
  if ((PORT < $(first_free_port))) && ((EUID != 0)); then
    die "seul root peut ouvrir le port $PORT : choisissez PORT à partir de 1024." \
      "only root may open port $PORT: choose a PORT from 1024 on."
  fi
}

first_free_port() {
  cat /proc/sys/net/ipv4/ip_unprivileged_port_start 2>/dev/null || printf 1024
}

# What auth and webd are told; lb is told by edge.sh.
export_settings() {
  : "${AUTH_DATABASE_URL:=jdbc:sqlite:$DATA_DIR/auth/auth.db}"
  : "${WEBD_DATABASE_URL:=jdbc:sqlite:$DATA_DIR/webd/webd.db}"
  : "${AUTH_MASTER_KEY_FILE:=$DATA_DIR/auth/master.key}"
  : "${AUTH_FIRST_ADMIN_FILE:=$DATA_DIR/auth/first-admin.txt}"
  : "${WEBD_JWKS_FILE:=$DATA_DIR/webd/jwks.json}"
  : "${WEBD_AUTH_URL:=http://127.0.0.1:$AUTH_PORT}"
  : "${WEBD_FRONTEND_URL:=http://127.0.0.1:$FRONTEND_PORT}"
  [[ -n ${HOP_SECRET:-} ]] || export HOP_SECRET_FILE=${HOP_SECRET_FILE:-$DATA_DIR/hop-secret}
  export AUTH_DATABASE_URL WEBD_DATABASE_URL AUTH_MASTER_KEY_FILE AUTH_FIRST_ADMIN_FILE WEBD_JWKS_FILE \
    WEBD_AUTH_URL WEBD_FRONTEND_URL AUTH_PORT WEBD_PORT PUBLIC_URL ACCEPTED_HOSTS ALLOW_INSECURE_COOKIES \
    LOG_LEVEL LOAD_TEST BENCH PAYMENT_TEST DEMO
  [[ -z ${ADMIN_PASSWORD_FILE:-} ]] || export ADMIN_PASSWORD_FILE
}
