# shellcheck shell=bash
# Finds a container engine and the Compose that drives it: a running Docker, else podman, whose
# own API is served on a socket of ours while the command runs.

# Sets ENGINE (docker or podman) and COMPOSE (its words); else WHY_NOT, in both languages.
find_engine() {
  COMPOSE=()
  if docker compose version >/dev/null 2>&1; then
    COMPOSE=(docker compose)
  elif command -v docker-compose >/dev/null; then
    COMPOSE=(docker-compose)
  fi
  if is_docker && timeout 20 docker info >/dev/null 2>&1; then
    ENGINE=docker
  elif command -v podman >/dev/null && podman info >/dev/null 2>&1; then
    ENGINE=podman
  else
    WHY_NOT=("ni Docker ni podman ne répond ici : installez l'un des deux (docker.io, ou podman)."
      "neither Docker nor podman answers here: install one of them (docker.io, or podman).")
    return 1
  fi
  ((${#COMPOSE[@]} > 0)) && return
  WHY_NOT=("$ENGINE est là, mais Compose manque (docker compose ou docker-compose)."
    "$ENGINE is there, but Compose is missing (docker compose or docker-compose).")
  return 1
}

# podman has a package that calls itself docker.
is_docker() {
  [[ $(docker --version 2>/dev/null) == Docker* ]]
}

# open_engine FOLDER: makes Compose able to reach the engine.
open_engine() {
  if [[ $ENGINE == docker ]]; then
    export DOCKER_BUILDKIT=1 COMPOSE_DOCKER_CLI_BUILD=1
    return
  fi
  # podman builds what the Dockerfiles ask for by itself, without Docker's builder.
  export DOCKER_BUILDKIT=0 COMPOSE_DOCKER_CLI_BUILD=0 DOCKER_HOST=unix://$1/podman.sock
  podman system service --time=0 "$DOCKER_HOST" >"$1/podman.log" 2>&1 &
  PODMAN_SERVICE=$!
  local i
  for ((i = 0; i < 200; i++)); do
    [[ ! -S $1/podman.sock ]] || return 0
    alive "$PODMAN_SERVICE" || break
    sleep 0.1
  done
  die "podman ne sert pas son API : $(tail -n 1 "$1/podman.log")" \
    "podman does not serve its API: $(tail -n 1 "$1/podman.log")"
}

close_engine() {
  [[ -n ${PODMAN_SERVICE:-} ]] || return 0
  kill "$PODMAN_SERVICE" 2>/dev/null || true
  wait "$PODMAN_SERVICE" 2>/dev/null || true
}

say_engine() {
  local version
  version=$("$ENGINE" version --format '{{.Client.Version}}' 2>/dev/null | head -n 1)
  printf '%s %s, %s %s\n' "$ENGINE" "$version" "${COMPOSE[*]}" \
    "$("${COMPOSE[@]}" version --short 2>/dev/null)"
}
