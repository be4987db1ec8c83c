# shellcheck shell=bash
# Builds what is missing or older than its sources, and nothing else.

AUTH_JAR=$ROOT/auth/target/quarkus-app/quarkus-run.jar
WEBD_JAR=$ROOT/webd/target/quarkus-app/quarkus-run.jar
SITE=$ROOT/frontend/dist

# newer_than REFERENCE PATH...: is anything there newer? A folder counts, so a removed file is seen.
newer_than() {
  local reference=$1
  shift
  [[ -n $(find "$@" -newer "$reference" -print -quit 2>/dev/null) ]]
}

# stale PRODUCT STAMP SOURCE...: a stamp is the moment at which the last good build began.
stale() {
  local product=$1 stamp=$2
  shift 2
  [[ -e $product ]] || return 0
  if [[ -e $stamp ]] && ! newer_than "$stamp" "$@"; then return 1; fi
  newer_than "$product" "$@"
}

stale_service() {
  stale "$ROOT/$1/target/quarkus-app/quarkus-run.jar" "$ROOT/$1/target/.built" \
    "$ROOT/pom.xml" "$ROOT/kit/pom.xml" "$ROOT/kit/src/main" "$ROOT/$1/pom.xml" "$ROOT/$1/src/main"
}

stale_site() {
  local front=$ROOT/frontend
  stale "$SITE/index.html" "$TOOLS_DIR/frontend.built" "$front/src" "$front/public" "$front/index.html" \
    "$front/package.json" "$front/package-lock.json" "$front/vite.config.js" "$front/svelte.config.js"
}

# Sets STALE to the parts that must be built.
find_stale() {
  local part
  STALE=()
  for part in auth webd; do
    if stale_service "$part"; then STALE+=("$part"); fi
  done
  if stale_site; then STALE+=(frontend); fi
}

nothing_to_build() {
  ((${#STALE[@]} == 0)) && ! untrained auth && ! untrained webd
}

build_stale() {
  [[ -w $ROOT ]] || die "il reste à construire, et $ROOT n'est pas inscriptible pour vous." \
    "there is something to build, and you cannot write in $ROOT."
  mkdir -p "$TOOLS_DIR"
  # Two starts of one clone build one after the other.
  exec 8>"$TOOLS_DIR/build.lock"
  flock 8
  find_stale
  local services=() part site_pid='' failed=()
  for part in "${STALE[@]}"; do
    [[ $part == frontend ]] || services+=("$part")
  done
  if [[ " ${STALE[*]} " == *' frontend '* ]]; then
    build_site >"$TOOLS_DIR/build-frontend.log" 2>&1 8>&- &
    site_pid=$!
  fi
  if ((${#services[@]} > 0)); then
    build_services "${services[@]}" >"$TOOLS_DIR/build-services.log" 2>&1 || failed+=(services)
  fi
  ((${#failed[@]} > 0)) || train_services
  [[ -z $site_pid ]] || wait "$site_pid" || failed+=(frontend)
  exec 8>&-
  ((${#failed[@]} == 0)) || say_failed_build "${failed[@]}"
}

say_failed_build() {
  local part
  for part in "$@"; do
    tail -n 25 "$TOOLS_DIR/build-$part.log" >&2
  done
  die "la construction a échoué ; le détail est dans $TOOLS_DIR/build-$1.log." \
    "the build failed; $TOOLS_DIR/build-$1.log has the details."
}

build_services() {
  local modules stamp part
  modules=$(IFS=, && printf '%s' "$*")
  stamp=$(mktemp "$TOOLS_DIR/stamp.XXXXXX")
  (cd "$ROOT" && JAVA_HOME=$JDK "$MVN" -B -ntp -q -pl "$modules" -am package -Dmaven.test.skip=true -Dquarkus.package.jar.type=aot-jar) || {
    rm -f "$stamp"
    return 1
  }
  for part in "$@"; do
    touch -r "$stamp" "$ROOT/$part/target/.built"
  done
  rm -f "$stamp"
}

# Without what a training run learned a service starts as well, only slower: an empty file says that
# it was tried.
train_services() {
  local part pids=()
  for part in auth webd; do
    untrained "$part" || continue
    train_service "$part" >"$TOOLS_DIR/train-$part.log" 2>&1 8>&- &
    pids+=("$!")
  done
  ((${#pids[@]} == 0)) || wait "${pids[@]}"
}

train_service() {
  local app=$ROOT/$1/target
  bash "$ROOT/bin/lib/train.sh" "$JDK/bin/java" "$ROOT/$1/jvm.options" "$app/quarkus-app/quarkus-run.jar" "$app/app.aot" ||
    : >"$app/app.aot"
}

untrained() {
  [[ ! $ROOT/$1/target/app.aot -nt $ROOT/$1/target/quarkus-app/quarkus-run.jar ]]
}

build_site() {
  local stamp
  stamp=$(mktemp "$TOOLS_DIR/stamp.XXXXXX")
  if (
    cd "$ROOT/frontend" || exit 1
    export PATH=$NODE_BIN:$PATH
    if [[ ! -e node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
      npm ci --no-audit --no-fund || exit 1
    fi
    npm run build
  ); then
    touch -r "$stamp" "$TOOLS_DIR/frontend.built"
    rm -f "$stamp"
  else
    rm -f "$stamp"
    return 1
  fi
}
