# shellcheck shell=bash
# bin/up's last part: hands over to the supervisor, waits until all answer, and says what to know.

# Parts whose supervisor was killed end by themselves; this waits for them, or ends them.
end_leftovers() {
  local file pid command
  for file in "$RUN"/*.pid; do
    pid=$(first_line "$file")
    alive "$pid" || continue
    command=$(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null) || continue
    [[ $command == *"$ROOT/"* || $command == *"$EDGE/"* ]] || continue
    wait_gone 2 "$pid" || kill -TERM "$pid" 2>/dev/null || true
    wait_gone 20 "$pid" || kill -KILL "$pid" 2>/dev/null || true
  done
  rm -f "$RUN"/*.pid "$RUN"/*.ready "$RUN/failed" "$RUN/up"
}

# A log that has grown large becomes NAME.log.1 at the next start.
turn_logs() {
  local log
  for log in "$LOGS"/*.log; do
    if [[ -f $log ]] && (($(stat -c %s "$log") > 50000000)); then mv "$log" "$log.1"; fi
  done
}

# The supervisor has a session of its own, so that Ctrl-C reaches only bin/up, which stops it in
# good order. In the foreground it ends with bin/up, whatever ends that.
start_supervisor() {
  export JDK NGINX_BIN EDGE DATA_DIR LOGS RUN PORT FRONTEND_PORT OPEN_URL
  rm -f "$RUN/detached"
  if $DETACHED; then
    : >"$RUN/detached"
    setsid bash "$ROOT/bin/lib/supervise.sh" </dev/null >/dev/null 2>&1 &
  else
    trap stop_supervisor INT TERM HUP
    setpriv --pdeathsig TERM -- setsid bash "$ROOT/bin/lib/supervise.sh" </dev/null &
  fi
  SUPERVISOR=$!
  trap - EXIT
}

stop_supervisor() {
  trap '' INT TERM HUP
  printf '\n'
  kill -TERM "$SUPERVISOR" 2>/dev/null || true
  wait "$SUPERVISOR" 2>/dev/null || true
  exit 130
}

wait_until_ready() {
  local part shown='' count=0 tries
  for ((tries = 0; tries < 2400; tries++)); do
    for part in $PARTS; do
      if [[ " $shown " != *" $part "* && -s $RUN/$part.ready ]]; then
        shown+=" $part" count=$((count + 1))
        local took
        took=$(seconds "$(first_line "$RUN/$part.ready")")
        say "   $part prêt en $took s" "   $part ready in $took s"
      fi
    done
    if ((count == 4)) && ready_through_lb && demo_is_complete; then
      : >"$RUN/up"
      return
    fi
    if ! alive "$SUPERVISOR" || [[ -e $RUN/failed ]]; then say_failed_start; fi
    sleep 0.1
  done
  say_slow_start
}

say_failed_start() {
  local part
  wait "$SUPERVISOR" 2>/dev/null || true
  part=$(first_line "$RUN/failed")
  if [[ -z $part ]]; then
    die "le démarrage a été interrompu ; voir $LOGS/up.log." "the start was interrupted; see $LOGS/up.log."
  fi
  tail -n 8 "$LOGS/$part.log" >&2
  [[ ! -s $LOGS/$part-error.log ]] || tail -n 3 "$LOGS/$part-error.log" >&2
  die "$part n'a pas démarré ; les dernières lignes de $LOGS/$part.log sont ci-dessus." \
    "$part did not start; the last lines of $LOGS/$part.log are above."
}

say_slow_start() {
  kill -TERM "$SUPERVISOR" 2>/dev/null || true
  wait_gone 40 "$SUPERVISOR" || true
  die "tout n'a pas répondu en 4 minutes ; voir $LOGS." "not everything answered within 4 minutes; see $LOGS."
}

say_after_start() {
  local address
  [[ $PUBLIC_URL == "$OPEN_URL" ]] || say "   adresse publique : $PUBLIC_URL" "   public address: $PUBLIC_URL"
  if [[ $LAN == true ]]; then
    for address in $(own_addresses); do
      printf '   http%s://%s\n' "${TLS_CERT:+s}" "$(with_port "$address")"
    done
    say "   ATTENTION : --lan ouvre sans https ; quiconque écoute le réseau lit les mots de passe. À n'utiliser que sur un réseau sûr." \
      "   WARNING: --lan opens without https; whoever listens on the network reads passwords. Use it on a network you trust."
  fi
  [[ $DEMO == false ]] || say_demo_logins
  say_first_admin
  if $DETACHED; then
    say "   bin/status, bin/logs, bin/down" "   bin/status, bin/logs, bin/down"
  else
    say "   Ctrl-C arrête tout." "   Ctrl-C stops everything."
  fi
}

say_demo_logins() {
  say "   mot de passe de la démonstration : demo-billetterie" "   password of the demo: demo-billetterie"
  printf '     %-30s %s\n' acheteur@demo.example User organisateur@demo.example EventCreator \
    admin@demo.example Admin visiteur@demo.example Basic
}

# The password is shown on a terminal only: what is not one may be a log.
say_first_admin() {
  [[ -s $AUTH_FIRST_ADMIN_FILE ]] || return 0
  say "   Premier compte Admin (fichier supprimé à la première connexion) : $AUTH_FIRST_ADMIN_FILE" \
    "   First Admin account (the file is deleted at the first sign-in): $AUTH_FIRST_ADMIN_FILE"
  [[ ! -t 1 ]] || sed 's/^/     /' "$AUTH_FIRST_ADMIN_FILE"
}

# Foreground: until Ctrl-C, or until the supervisor ends (bin/down).
stay() {
  local code=0
  wait "$SUPERVISOR" || code=$?
  say "arrêté" "stopped"
  exit "$code"
}
