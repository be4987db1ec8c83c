# shellcheck shell=bash
# Finds the tools that a start and a build need. Looks only: install.sh brings what is missing.

TOOLS_DIR=$ROOT/.tools

# jdk_is_25 FOLDER: a JDK (or, to run only, a JRE) of at least version 25.
jdk_is_25() {
  local version
  [[ -x $1/bin/java && -r $1/release ]] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [[ -n $version ]] && ((version >= 25))
}

# Sets JDK to the first JDK 25 with a compiler: JAVA_HOME, the system's folder, ours.
find_jdk() {
  local folder
  for folder in "${JAVA_HOME:-}" /usr/lib/jvm/* "$TOOLS_DIR"/jdk*; do
    if [[ -n $folder ]] && jdk_is_25 "$folder" && [[ -x $folder/bin/javac ]]; then
      JDK=$folder
      return 0
    fi
  done
  return 1
}

# Debian keeps nginx in a folder that is not on everybody's PATH.
find_nginx() {
  NGINX_BIN=$(command -v nginx || true)
  [[ -n $NGINX_BIN || ! -x /usr/sbin/nginx ]] || NGINX_BIN=/usr/sbin/nginx
  [[ -n $NGINX_BIN ]]
}

# Debian's package tells its version without starting a JVM.
find_maven() {
  local version
  MVN=$(command -v mvn || true)
  [[ -n $MVN ]] || return 1
  if [[ $(readlink -f "$MVN") == /usr/share/maven/* ]]; then
    # shellcheck disable=SC2016 # dpkg's own variable
    version=$(dpkg-query -W -f '${Version}' maven 2>/dev/null || true)
    at_least "$version" 3 8 && return 0
  fi
  version=$("$MVN" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  at_least "$version" 3 8
}

# at_least VERSION MAJOR MINOR
at_least() {
  local major minor
  IFS=. read -r major minor _ <<<"${1#v}"
  [[ $major =~ ^[0-9]+$ && ${minor:=0} =~ ^[0-9]+$ ]] || return 1
  ((major > $2 || (major == $2 && minor >= $3)))
}

# Sets NODE_BIN to a folder with a node that Vite accepts.
find_node() {
  local folder
  for folder in "$(dirname "$(command -v node || printf /none/node)")" "$TOOLS_DIR"/node/node_modules/node/bin; do
    if [[ -x $folder/node ]] && at_least "$("$folder/node" --version 2>/dev/null)" 20 19; then
      NODE_BIN=$folder
      command -v npm >/dev/null && return 0
    fi
  done
  return 1
}

# Only the tests need one, to look at the pages.
find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return 0
  done
  return 1
}

# What is missing of the named tools, one word each.
missing_tools() {
  local tool
  for tool in "$@"; do
    case $tool in
      nginx) find_nginx ;;
      jdk) find_jdk ;;
      maven) find_maven ;;
      node) find_node ;;
      chromium) find_chromium ;;
      *) command -v "$tool" >/dev/null ;;
    esac || printf '%s\n' "$tool"
  done
}

say_tools() {
  local nginx_version jdk_version
  nginx_version=$("$NGINX_BIN" -v 2>&1 | sed -n 's|.*nginx/\([0-9.]*\).*|\1|p')
  jdk_version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JDK/release")
  printf 'nginx %s, JDK %s (%s)' "$nginx_version" "$jdk_version" "$JDK"
}
