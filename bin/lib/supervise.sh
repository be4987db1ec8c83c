#!/usr/bin/env bash
# Keeps the four parts alive: started by bin/up with its settings in the environment, it holds the
# world's lock, restarts a part that dies and stops all of them when it is told to.
set -uo pipefail
for library in base world edge parts; do
  # shellcheck source=/dev/null
  . "$(dirname "${BASH_SOURCE[0]}")/$library.sh"
done

declare -A PID STARTED
STOPPING=false

# note LEVEL PART FRENCH ENGLISH: a line in up.log, and one for whoever looks on.
note() {
  local now
  TZ=UTC printf -v now '%(%Y-%m-%dT%H:%M:%S)T' -1
  printf '{"time":"%sZ","level":"%s","service":"up","part":"%s","message":"%s"}\n' "$now" "$1" "$2" "$4" >>"$LOGS/up.log"
  printf '       %s\n' "$(t "$3" "$4")"
}

start_part() {
  local part=$1
  run_part "$part" 9>&- &
  PID[$part]=$!
  STARTED[$part]=$(now_ms)
  rm -f "$RUN/$part.ready"
  printf '%s\n' "${PID[$part]}" >"$RUN/$part.pid"
  time_ready "$part" "${PID[$part]}" "${STARTED[$part]}" 9>&- &
  disown $!
}

# Writes how long the part took until it answered ready.
time_ready() {
  local part=$1 pid=$2 started=$3 tries
  for ((tries = 0; tries < 2400; tries++)); do
    alive "$pid" || return
    if part_ready "$part"; then
      printf '%s\n' $(($(now_ms) - started)) >"$RUN/$part.ready"
      return
    fi
    sleep 0.1
  done
}

part_of_pid() {
  local part
  for part in "${!PID[@]}"; do
    [[ ${PID[$part]} != "$1" ]] || printf '%s' "$part"
  done
}

# The workers of an nginx outlive it when it is killed, and keep its port. They end what they are at.
end_orphans() {
  if [[ $1 == lb || $1 == frontend ]]; then
    kill -QUIT -- "-${PID[$1]}" 2>/dev/null
  fi
}

# A part that never was ready has a reason that a restart does not cure: then bin/up gives up.
on_death() {
  local part=$1 code=$2
  end_orphans "$part"
  unset "PID[$part]"
  if [[ ! -e $RUN/up ]]; then
    note error "$part" "$part ne démarre pas (code $code)" "$part does not start (exit code $code)"
    printf '%s\n' "$part" >"$RUN/failed"
    STOPPING=true
    return
  fi
  (($(now_ms) - STARTED[$part] > 2000)) || sleep 0.5
  $STOPPING || start_part "$part"
  note warn "$part" "$part s'est arrêté (code $code) : redémarré" "$part ended (exit code $code): restarted"
}

# The door first, so that no request is let in that nobody will answer.
stop_all() {
  local part
  for part in lb frontend webd auth; do
    [[ -n ${PID[$part]:-} ]] || continue
    if [[ $part == lb || $part == frontend ]]; then
      kill -QUIT "${PID[$part]}" 2>/dev/null
      wait_gone 5 "${PID[$part]}" || kill -TERM -- "-${PID[$part]}" 2>/dev/null
    else
      kill -TERM "${PID[$part]}" 2>/dev/null
    fi
  done
  if ! wait_gone 25 "${PID[@]}"; then
    for part in "${!PID[@]}"; do kill -KILL -- "-${PID[$part]}" 2>/dev/null; done
  fi
  wait
  rm -f "$RUN"/*.pid "$RUN"/*.ready "$RUN/up"
  rm -rf "$EDGE"
  note info all "arrêté" "stopped"
}

main() {
  local pid code part
  exec 9>"$RUN/lock"
  flock -n 9 || exit 3
  trap 'STOPPING=true' TERM INT HUP
  printf '%s\n' "$$" >"$RUN/supervisor.pid"
  note info all "démarrage" "starting"
  for part in $PARTS; do start_part "$part"; done
  while ! $STOPPING; do
    pid=''
    wait -n -p pid "${PID[@]}"
    code=$?
    [[ -n ${pid:-} ]] || continue
    part=$(part_of_pid "$pid")
    $STOPPING || on_death "$part" "$code"
  done
  trap '' TERM INT HUP
  stop_all
  [[ ! -e $RUN/failed ]]
}

main
