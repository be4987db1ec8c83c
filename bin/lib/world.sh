# shellcheck shell=bash
# Which world a command acts on: DATA_DIR, the ports and --demo name it; a running stack's own
# ports are read back from DATA_DIR/run/state.

PARTS='auth webd frontend lb'

# choose_world DEMO: sets DATA_DIR, LOGS and RUN.
choose_world() {
  DEMO=$1
  if [[ -z ${DATA_DIR:-} ]]; then
    DATA_DIR=$ROOT/data
    [[ $DEMO == true ]] && DATA_DIR=$ROOT/data-demo
  fi
  [[ $DATA_DIR == /* ]] || DATA_DIR=$PWD/$DATA_DIR
  if [[ $DATA_DIR == *[\"\'\;\{\}\$\?\\]* || $DATA_DIR == *$'\n'* ]]; then
    die "le nom du dossier de données contient un caractère interdit (\" ' ; { } \$ ? \\) : $DATA_DIR" \
      "the data folder's name holds a character that is not allowed (\" ' ; { } \$ ? \\): $DATA_DIR"
  fi
  DATA_DIR=${DATA_DIR%/}
  LOGS=$DATA_DIR/logs
  RUN=$DATA_DIR/run
}

# A folder knows whether it holds a demo or somebody's real sales.
refuse_other_world() {
  local kind
  kind=$(first_line "$DATA_DIR/world")
  [[ -n $kind || ! -e $DATA_DIR/auth/auth.db ]] || kind=real
  if [[ $DEMO == true && $kind == real ]]; then
    die "$DATA_DIR contient de vraies données : la démonstration veut un autre dossier (sans DATA_DIR, c'est data-demo/)." \
      "$DATA_DIR holds a real world: the demo wants another folder (without DATA_DIR it is data-demo/)."
  elif [[ $DEMO == false && $kind == demo ]]; then
    die "$DATA_DIR contient la démonstration : ajoutez --demo, ou choisissez un autre DATA_DIR." \
      "$DATA_DIR holds the demo: add --demo, or choose another DATA_DIR."
  fi
}

make_world() {
  local folder
  for folder in "$DATA_DIR" "$DATA_DIR/auth" "$DATA_DIR/webd" "$LOGS" "$RUN"; do
    if ! mkdir -p "$folder" 2>/dev/null || [[ ! -w $folder ]]; then
      die "impossible d'écrire dans $folder : donnez-vous-en le droit, ou choisissez un autre DATA_DIR." \
        "cannot write in $folder: make it writable, or choose another DATA_DIR."
    fi
  done
  chmod 700 "$DATA_DIR/auth" "$DATA_DIR/webd" "$RUN" 2>/dev/null || true
}

# Called once nobody else holds the world.
mark_world() {
  [[ $DEMO == true ]] && printf 'demo\n' >"$DATA_DIR/world" || printf 'real\n' >"$DATA_DIR/world"
  if [[ ! -s $DATA_DIR/hop-secret ]]; then
    (umask 077 && openssl rand -hex 32 >"$DATA_DIR/hop-secret")
  fi
}

# The supervisor keeps this lock as long as it lives.
running() {
  [[ -e $RUN/lock ]] || return 1
  ! flock -n "$RUN/lock" true 2>/dev/null
}

# What the running (or last) stack was started with.
read_state() {
  local name value
  [[ -r $RUN/state ]] || return 1
  while IFS='=' read -r name value; do
    case $name in
      PORT | AUTH_PORT | WEBD_PORT | FRONTEND_PORT | PUBLIC_URL | OPEN_URL | LOAD_TEST | \
        AUTH_DATABASE_URL | WEBD_DATABASE_URL | LAN | UP_OPTIONS)
        printf -v "STATE_$name" '%s' "$value"
        ;;
    esac
  done <"$RUN/state"
}

write_state() {
  local name
  for name in PORT AUTH_PORT WEBD_PORT FRONTEND_PORT PUBLIC_URL OPEN_URL LOAD_TEST \
    AUTH_DATABASE_URL WEBD_DATABASE_URL LAN UP_OPTIONS; do
    printf '%s=%s\n' "$name" "${!name:-}"
  done >"$RUN/state"
}

# Commands that act on a world take --demo and -h; the rest of their words is in REST.
parse_world_options() {
  local demo=false
  REST=()
  while (($# > 0)); do
    case $1 in
      --demo) demo=true ;;
      -h | --help) usage && exit 0 ;;
      *) REST+=("$1") ;;
    esac
    shift
  done
  choose_world "$demo"
}

need_running() {
  running || die "rien ne tourne dans $DATA_DIR : démarrez avec bin/up." \
    "nothing runs in $DATA_DIR: start it with bin/up."
  read_state || true
}

# Java's class path of a service's tools, and the Java to run them.
service_tools() {
  find_jdk || die "il faut un JDK 25 : bin/setup l'apporte." "a JDK 25 is needed: bin/setup brings it."
  local app=$ROOT/$1/target/quarkus-app
  [[ -e $app/quarkus-run.jar ]] || die "$1 n'est pas construit : bin/up le construit." "$1 is not built: bin/up builds it."
  CLASS_PATH="$app/app/*:$app/lib/main/*:$app/lib/boot/*"
}
