# shellcheck shell=bash
# Brings the tools that are missing: from apt where it has them, else from their makers into
# .tools/. Needs root (or sudo) for apt only.

JDK_VERSION='25.0.3+9'

# bring_tools TOOL...: installs what is missing, or says what to type.
bring_tools() {
  local missing
  mapfile -t missing < <(missing_tools "$@")
  if ((${#missing[@]} > 0)); then
    say "   manque : ${missing[*]}" "   missing: ${missing[*]}"
    if [[ " ${missing[*]} " == *' jdk '* ]] && ! apt_has_jdk; then
      bring_jdk
    fi
    bring_from_apt "${missing[@]}"
    if [[ " ${missing[*]} " == *' node '* ]] && ! find_node; then
      bring_node
    fi
    mapfile -t missing < <(missing_tools "$@")
    ((${#missing[@]} == 0)) ||
      die "il manque encore : ${missing[*]}. Installez-les, puis recommencez." \
        "still missing: ${missing[*]}. Install them, then try again."
  fi
  locate "$@"
}

# Sets the variables of the tools that are there (missing_tools ran in a subshell).
locate() {
  local tool
  for tool in "$@"; do
    case $tool in
      nginx) find_nginx ;;
      jdk) find_jdk ;;
      maven) find_maven ;;
      node) find_node ;;
    esac
  done
}

apt_works() {
  command -v apt-get >/dev/null && { ((EUID == 0)) || command -v sudo >/dev/null; }
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# Debian 13 and later, Ubuntu 25.10 and later have openjdk-25.
apt_has_jdk() {
  local ID='' VERSION_ID=''
  apt_works || return 1
  # shellcheck source=/dev/null
  [[ -r /etc/os-release ]] && . /etc/os-release
  case $ID in
    debian) ((${VERSION_ID:-13} >= 13)) ;;
    ubuntu) at_least "${VERSION_ID:-0}" 25 10 ;;
    *) apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1 ;;
  esac
}

package_of() {
  case $1 in
    jdk) apt_has_jdk && ! find_jdk && printf 'openjdk-25-jdk-headless\n' ;;
    node) printf 'nodejs\nnpm\n' ;;
    maven) printf 'maven\n' ;;
    *) printf '%s\n' "$1" ;;
  esac
}

bring_from_apt() {
  local tool packages=()
  for tool in "$@"; do
    mapfile -t -O "${#packages[@]}" packages < <(package_of "$tool")
  done
  ((${#packages[@]} > 0)) || return 0
  if ! apt_works; then
    die "installez d'abord : ${packages[*]} (par exemple : su -c 'apt-get install ${packages[*]}')." \
      "install first: ${packages[*]} (for example: su -c 'apt-get install ${packages[*]}')."
  fi
  say "   apt installe : ${packages[*]}" "   apt installs: ${packages[*]}"
  local had_nginx=true
  find_nginx || had_nginx=false
  apt_install "${packages[@]}" || die "apt n'a pas pu installer ${packages[*]}. Tapez : $(typed_apt "${packages[@]}")" \
    "apt could not install ${packages[*]}. Type: $(typed_apt "${packages[@]}")"
  # Debian starts an nginx of its own on port 80; ours is another process with its own files.
  if [[ $had_nginx == false && -d /run/systemd/system ]]; then
    as_root systemctl disable --now nginx >/dev/null 2>&1 || true
  fi
}

typed_apt() {
  local sudo='sudo '
  ((EUID != 0)) || sudo=''
  printf '%sapt-get update && %sapt-get install %s' "$sudo" "$sudo" "$*"
}

# The lists are fetched only when the packages are not known or not to be had by the old ones.
apt_install() {
  local options=(-y -q -o DPkg::Lock::Timeout=300 -o APT::Keep-Downloaded-Packages=false --no-install-recommends)
  local log=${TMPDIR:-/tmp}/billetterie-apt.$$
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install "$@" ca-certificates >"$log" 2>&1; then
    if ! { as_root apt-get -q -o DPkg::Lock::Timeout=300 update &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install "$@" ca-certificates; } >"$log" 2>&1; then
      tail -n 5 "$log" >&2
      rm -f "$log"
      return 1
    fi
  fi
  rm -f "$log"
}

jdk_url() {
  local arch
  case $(uname -m) in
    aarch64 | arm64) arch=aarch64 ;;
    *) arch=x64 ;;
  esac
  printf 'https://github.com/adoptium/temurin25-binaries/releases/download/jdk-%s/OpenJDK25U-jdk_%s_linux_hotspot_%s.tar.gz' \
    "${JDK_VERSION/+/%2B}" "$arch" "${JDK_VERSION/+/_}"
}

# Temurin's build with the checksum that its maker publishes beside it. BILLETTERIE_JDK_URL names
# another place, with URL.sha256.txt beside URL.
bring_jdk() {
  local url sum archive folder
  url=${BILLETTERIE_JDK_URL:-$(jdk_url)}
  command -v curl >/dev/null || bring_from_apt curl
  sum=$(curl -fsSL --connect-timeout 3 --max-time 4 "$url.sha256.txt" 2>/dev/null | head -n 1 | cut -d ' ' -f 1) || sum=''
  [[ $sum =~ ^[0-9a-f]{64}$ ]] || say_how_to_get_jdk "$url"
  mkdir -p "$TOOLS_DIR" 2>/dev/null || die "impossible d'écrire dans $TOOLS_DIR." "cannot write in $TOOLS_DIR."
  archive=$TOOLS_DIR/jdk.tar.gz
  folder=$TOOLS_DIR/jdk-$JDK_VERSION
  say "   JDK 25 : $url" "   JDK 25: $url"
  curl -fSL --progress-bar --connect-timeout 5 --retry 2 -o "$archive" "$url" || say_how_to_get_jdk "$url"
  if ! printf '%s  %s\n' "$sum" "$archive" | sha256sum --check --status; then
    rm -f "$archive"
    die "la somme de contrôle du JDK ne correspond pas à celle que son éditeur publie : rien n'est installé. Source : $url" \
      "the JDK's checksum is not the one its maker publishes: nothing was installed. Source: $url"
  fi
  rm -rf "$folder" "$folder.new"
  mkdir "$folder.new"
  tar -xzf "$archive" -C "$folder.new" --strip-components=1
  mv "$folder.new" "$folder"
  rm -f "$archive"
}

say_how_to_get_jdk() {
  die "il faut un JDK 25, et son téléchargement n'est pas joignable. Sur une machine reliée à Internet, tapez :
  curl -fLO $1
  curl -fL $1.sha256.txt
puis ici, une fois le fichier copié et sa somme vérifiée (sha256sum) :
  mkdir -p '$TOOLS_DIR/jdk-25' && tar -xzf ${1##*/} -C '$TOOLS_DIR/jdk-25' --strip-components=1
ou installez n'importe quel JDK 25 et donnez son dossier par JAVA_HOME." \
    "a JDK 25 is needed and its download cannot be reached. On a machine with internet, type:
  curl -fLO $1
  curl -fL $1.sha256.txt
then here, once the file is copied and its sum checked (sha256sum):
  mkdir -p '$TOOLS_DIR/jdk-25' && tar -xzf ${1##*/} -C '$TOOLS_DIR/jdk-25' --strip-components=1
or install any JDK 25 and name its folder in JAVA_HOME."
}

# Debian 12 has Node 18, too old for Vite: the npm package `node` is a newer one.
bring_node() {
  command -v npm >/dev/null || return 0
  say "   npm apporte un Node récent dans .tools/" "   npm brings a recent Node into .tools/"
  npm install --silent --no-audit --no-fund --prefix "$TOOLS_DIR/node" node@22 >/dev/null 2>&1 ||
    die "Node ≥ 20.19 manque et npm n'a pas pu l'apporter : vérifiez la connexion, ou installez Node 22." \
      "Node ≥ 20.19 is missing and npm could not bring it: check the connection, or install Node 22."
}
