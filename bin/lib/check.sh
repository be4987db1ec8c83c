# shellcheck shell=bash
# bin/test's own checks: what is run, how it is written down, and the report at the end.

OUT=$ROOT/.tools/test

start_checks() {
  rm -rf "$OUT" "$ROOT"/{kit,auth,webd,e2e,bench}/target/surefire-reports
  mkdir -p "$OUT"
  : >"$OUT/checks.tsv"
  cd "$ROOT" || exit 1
}

# check NAME COMMAND...: runs it, keeps what it prints in a log, and goes on whatever comes of it.
check() {
  local name=$1 began log verdict=PASSED reason=''
  began=$(now_ms)
  log=$OUT/$(tr -c 'a-z0-9\n' '-' <<<"${1,,}").log
  shift
  if ! "$@" >"$log" 2>&1; then
    verdict=FAILED reason="see $log"
    tail -n 60 "$log"
  fi
  local took=$(($(now_ms) - began))
  printf '%s\t%s\t%s\t%s\n' "$name" "$verdict" "$(seconds "$took")" "$reason" >>"$OUT/checks.tsv"
  printf '   %-40s %-7s %6s s\n' "$name" "${verdict,,}" "$(seconds "$took")"
}

# skip NAME REASON
skip() {
  printf '%s\tSKIPPED\t0\t%s\n' "$1" "$2" >>"$OUT/checks.tsv"
}

maven() {
  "$MVN" -B -ntp "$@"
}

# report SUITE: all counts, from the reports that the runners left.
report() {
  local classes=$ROOT/e2e/target/classes
  if [[ ! -e $classes/org/billetterie/e2e/report/Report.class ]]; then
    printf '0 passed, 1 failed, 0 skipped\n'
    exit 1
  fi
  exec "$JDK/bin/java" -XX:TieredStopAtLevel=1 -cp "$classes" org.billetterie.e2e.report.Report "$ROOT" "$1" \
    {kit,auth,webd,e2e,bench}/target/surefire-reports .tools/test/vitest.xml .tools/test/checks.tsv
}
