# shellcheck shell=bash
# What every command begins with: where the clone is, which language to speak, how to stop with one
# clear sentence, how to tell steps and time.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
COMMAND="bin/$(basename "$0")"
# Messages are ours; tools are read in one language and with a decimal point.
export SPOKEN=${SPOKEN:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}
export LC_ALL=C.UTF-8
umask 022

# t FRENCH ENGLISH: the one that LANG asks for.
t() {
  case $SPOKEN in
    fr*) printf '%s' "$1" ;;
    *) printf '%s' "$2" ;;
  esac
}

say() {
  printf '%s\n' "$(t "$1" "$2")"
}

warn() {
  printf '%s\n' "$COMMAND: $(t "$1" "$2")" >&2
}

die() {
  warn "$@"
  exit 1
}

now_ms() {
  local now=${EPOCHREALTIME/[.,]/}
  printf '%s' "${now%???}"
}

# seconds MILLISECONDS: 12340 -> 12.3
seconds() {
  printf '%d.%d' $(($1 / 1000)) $(($1 % 1000 / 100))
}

BEGAN_MS=$(now_ms)
STEP=0
STEPS=5

# step FRENCH ENGLISH: one numbered line with the time since the command began.
step() {
  STEP=$((STEP + 1))
  printf '[%d/%d] %s s  %s\n' "$STEP" "$STEPS" "$(seconds $(($(now_ms) - BEGAN_MS)))" "$(t "$1" "$2")"
}

# Alive and not merely a zombie that nobody has waited for.
alive() {
  local line
  [[ ${1:-} =~ ^[0-9]+$ ]] || return 1
  if [[ -r /proc/$1/stat ]]; then
    { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
    line=${line##*) }
    [[ ${line:0:1} != [ZX] ]]
  else
    [[ ! -d /proc/self ]] && kill -0 "$1" 2>/dev/null
  fi
}

# wait_gone SECONDS PID...: true when all are gone in time.
wait_gone() {
  local end pid
  end=$(($(now_ms) + $1 * 1000))
  shift
  for pid in "$@"; do
    while alive "$pid"; do
      (($(now_ms) < end)) || return 1
      sleep 0.05
    done
  done
}

# A file's first line, without forking; empty when there is none.
first_line() {
  local line=''
  [[ -r $1 ]] && { IFS= read -r line <"$1" || true; }
  printf '%s' "$line"
}
