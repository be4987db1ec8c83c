#!/usr/bin/env bash
# train.sh JAVA OPTIONS JAR CACHE: runs a service once as a new demo, which furnishes itself, asks it what
# every start asks, and keeps what the JVM learned (classes loaded and linked, profiles) in CACHE. A
# start with -XX:AOTCache=CACHE takes a third of the time. Used by bin/up's build and the Dockerfiles.
set -euo pipefail

java=$1 options=$2 jar=$3 cache=$4
port=$((20000 + RANDOM % 10000))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ask METHOD PATH [JSON]: prints the status code and the end of the answer.
ask() {
  local body=${3:-} line=''
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf '%s %s HTTP/1.1\r\nHost: localhost:8080\r\nX-Billetterie: 1\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s' \
    "$1" "$2" "${#body}" "$body" >&3
  IFS= read -r -t 10 line <&3 || true
  printf '%s ' "${line:9:3}"
  tail -n 1 <&3
  exec 3>&-
}

start() {
  env -i PATH="$PATH" HOME="$work" LC_ALL=C.UTF-8 TMPDIR="$work" LOG_LEVEL=error LOAD_TEST=true DEMO=true \
    PUBLIC_URL=http://localhost:8080 HOP_SECRET=0000000000000000000000000000000000000000000000000000000000000000 \
    AUTH_PORT="$port" AUTH_BCRYPT_COST=4 AUTH_DATABASE_URL="jdbc:sqlite:$work/auth.db" \
    AUTH_MASTER_KEY_FILE="$work/master.key" AUTH_FIRST_ADMIN_FILE="$work/first-admin.txt" \
    WEBD_PORT="$port" WEBD_DATABASE_URL="jdbc:sqlite:$work/webd.db" WEBD_JWKS_FILE="$work/jwks.json" \
    WEBD_AUTH_URL="http://127.0.0.1:1" \
    "$java" "@$options" -Djava.io.tmpdir="$work" -XX:AOTCacheOutput="$cache.new" -jar "$jar" </dev/null &
  service=$!
}

exercise() {
  local round account='{"email":"training@example.org","password":"only for training","name":"Training"}'
  for round in 1 2 3; do
    ask GET /health/ready
    ask GET /metrics
    ask GET '/api/events?q=training'
    ask POST /api/events '{"title":"Training"}'
    ask GET /api/auth/status
    ask GET /api/auth/jwks.json
    ask POST /api/auth/register "${account/training@/training$round@}"
    ask POST /api/auth/login "${account/training@/training$round@}"
  done >/dev/null
}

start
for ((i = 0; i < 1200; i++)); do
  kill -0 "$service" || exit 1
  [[ $( (ask GET /health/live) 2>/dev/null) != 200* ]] || break
  sleep 0.1
done
# webd has furnished its demo once its last event is there; auth has no events.
for ((i = 0; i < 300; i++)); do
  [[ $(ask GET '/api/events?q=cinema') == *'"items":[]'* ]] || break
  sleep 0.1
done
exercise
kill -TERM "$service"
wait "$service" || true
mv "$cache.new" "$cache"
