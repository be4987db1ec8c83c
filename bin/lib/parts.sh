# shellcheck shell=bash
# How each of the four parts is started, asked whether it is ready, and weighed.

# run_part PART: becomes that part, in a process group of its own. Its output is its log; the kernel
# ends it if the supervisor dies.
run_part() {
  local part=$1 guard=(setsid)
  cd "$LOGS" || exit 1
  exec </dev/null >>"$LOGS/$part.log" 2>>"$LOGS/$part.log"
  ! command -v setpriv >/dev/null || guard+=(setpriv --pdeathsig TERM --)
  case $part in
    auth | webd)
      local jar=$ROOT/$part/target/quarkus-app/quarkus-run.jar
      local options=("@$ROOT/$part/jvm.options") learned=$ROOT/$part/target/app.aot
      [[ ! -s $learned || ! $learned -nt $jar ]] || options+=("-XX:AOTCache=$learned")
      # What a killed JVM leaves in its temporary folder (a copy of SQLite's library) goes at the next start.
      local scratch=$RUN/$part.tmp
      rm -rf "$scratch" && mkdir -p "$scratch" || exit 1
      # Few heaps of native code: what one thread gave back another uses.
      export MALLOC_ARENA_MAX=2
      exec "${guard[@]}" "$JDK/bin/java" "${options[@]}" "-Djava.io.tmpdir=$scratch" -jar "$jar"
      ;;
    *)
      # nginx's error log is not JSON: it has a file of its own.
      exec 2>>"$LOGS/$part-error.log"
      exec "${guard[@]}" env -u NGINX TZ=UTC "$NGINX_BIN" -p "$EDGE/$part" -c "$EDGE/$part/nginx.conf" -g "$(nginx_globals)"
      ;;
  esac
}

port_of() {
  case $1 in
    auth) printf '%s' "$AUTH_PORT" ;;
    webd) printf '%s' "$WEBD_PORT" ;;
    frontend) printf '%s' "$FRONTEND_PORT" ;;
    lb) printf '%s' "$PORT" ;;
  esac
}

# http_status PORT PATH: sets STATUS to the code that a plain GET on loopback gets. Starts no process,
# for it is asked ten times a second while the services need the machine to start.
http_status() {
  local line=''
  STATUS=''
  {
    exec 7<>"/dev/tcp/127.0.0.1/$1" || return 1
  } 2>/dev/null
  printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nAccept: */*\r\nConnection: close\r\n\r\n' "$2" "$PORT" >&7 2>/dev/null
  IFS= read -r -t 5 line <&7 || true
  exec 7>&-
  line=${line#HTTP/1.? }
  STATUS=${line:0:3}
}

part_ready() {
  case $1 in
    auth) http_status "$AUTH_PORT" /health/ready && [[ $STATUS == 200 ]] ;;
    webd) http_status "$WEBD_PORT" /health/ready && [[ $STATUS == 200 ]] ;;
    frontend) http_status "$FRONTEND_PORT" /health/live && [[ $STATUS == 200 ]] ;;
    lb) http_status "$PORT" /health && [[ $STATUS =~ ^[34]0[0-9]$ ]] ;;
  esac 2>/dev/null
}

# Whether the demo is complete: its logins and its events are made beside the start of the services.
demo_is_complete() {
  local service
  for service in auth webd; do
    http_status "$(port_of "$service")" /health/well
    [[ $STATUS == 200 ]] || return 1
  done
}

# The whole way: through the door to each of the other three.
ready_through_lb() {
  local path
  for path in /api/auth/jwks.json '/api/events?limit=1' /; do
    curl -fsk --noproxy '*' --max-time 5 --interface 127.0.0.1 -o /dev/null \
      --resolve "localhost:$PORT:127.0.0.1" "$OPEN_URL$path" || return 1
  done
}

# resident_kb PID: the memory of a process and of its children.
resident_kb() {
  local sum=0 pid kb
  for pid in "$1" $(cat "/proc/$1/task/$1/children" 2>/dev/null); do
    kb=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null)
    sum=$((sum + ${kb:-0}))
  done
  printf '%s' "$sum"
}
