# shellcheck shell=bash
# The images that the Dockerfiles begin from. They are pulled; where no registry can be reached,
# images of the same names are made from Debian's packages and this machine's JDK and Node. Those
# carry a label and are kept, so that the next run is quick.

STAND_IN_LABEL=org.billetterie.stand-in
STAND_IN_BASE=localhost/billetterie/stand-in

base_names() {
  sed -n 's/^FROM \([^ ]*\).*/\1/p' "$ROOT"/{auth,webd,lb,frontend}/Dockerfile | sort -u
}

has_image() {
  "$ENGINE" image inspect "$1" >/dev/null 2>&1
}

is_stand_in() {
  [[ -n $("$ENGINE" image inspect --format "{{index .Config.Labels \"$STAND_IN_LABEL\"}}" "$1" 2>/dev/null) ]]
}

# bring_bases LOG: false, with WHY_NOT, where an image can be neither pulled nor made.
bring_bases() {
  local name
  for name in $(base_names); do
    if ! has_image "$name" && ! timeout 300 "$ENGINE" pull -q "$name" >>"$1" 2>&1; then
      if ((EUID != 0)) || ! command -v debootstrap >/dev/null; then
        WHY_NOT=("aucun registre d'images ne répond, et sans root et debootstrap $name ne peut être remplacée."
          "no image registry answers, and without root and debootstrap $name cannot be replaced.")
        return 1
      fi
      # In the background, since bash does not stop at errors within a condition.
      make_stand_in "$name" >>"$1" 2>&1 &
      wait $! ||
        die "l'image $name ne peut être ni obtenue ni remplacée : voir $1" \
          "the image $name can be neither pulled nor replaced: see $1"
    fi
    printf '   %-48s %s\n' "$name" "$(is_stand_in "$name" && t "remplacée, faite ici" "stand-in made here")"
  done
}

# make_stand_in NAME: in the folder WORK, which its caller removes.
make_stand_in() {
  STAND_IN=$WORK/stand-in
  rm -rf "$STAND_IN"
  mkdir -p "$STAND_IN/context"
  case $1 in
    */nginx:*) stand_in_nginx "$1" ;;
    */eclipse-temurin:*) stand_in_jre "$1" ;;
    */maven:*) stand_in_maven "$1" ;;
    */node:*) stand_in_node "$1" ;;
    *) echo "no stand-in for $1" && false ;;
  esac
}

# A minimal Debian that trusts the authorities this machine trusts.
stand_in_debian() {
  ! has_image "$STAND_IN_BASE" || return 0
  debootstrap --variant=minbase --include=ca-certificates stable "$STAND_IN/root"
  rm -rf "$STAND_IN"/root/var/{cache/apt/archives/*.deb,cache/apt/*.bin,lib/apt/lists/*} \
    "$STAND_IN"/root/usr/share/{doc,man,locale}/*
  cp -L /etc/ssl/certs/ca-certificates.crt "$STAND_IN/root/etc/ssl/certs/"
  tar -C "$STAND_IN/root" --numeric-owner -c . | "$ENGINE" import - "$STAND_IN_BASE"
}

# build_stand_in NAME: from the folder context and the rest of a Dockerfile on standard input.
build_stand_in() {
  { printf 'FROM %s\nLABEL %s=1\n' "$STAND_IN_BASE" "$STAND_IN_LABEL" && cat; } >"$STAND_IN/context/Dockerfile"
  "$ENGINE" build -t "$1" "$STAND_IN/context"
}

stand_in_nginx() {
  stand_in_debian
  build_stand_in "$1" <<'END'
RUN apt-get update && apt-get install -y --no-install-recommends nginx \
  && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
END
}

stand_in_jre() {
  stand_in_debian
  find_jdk
  "$JDK/bin/jlink" --add-modules "$(jre_modules)" --strip-debug --no-header-files --no-man-pages \
    --generate-cds-archive --output "$STAND_IN/context/java"
  cp --remove-destination -L "$JDK/lib/security/cacerts" "$STAND_IN/context/java/lib/security/cacerts"
  build_stand_in "$1" <<'END'
COPY java /opt/java
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
END
}

# What a JRE holds: all but compilers and other tools.
jre_modules() {
  "$JDK/bin/java" --list-modules | sed 's/@.*//' |
    grep -vE '^jdk\.(incubator.*|compiler|javadoc|jshell|jlink|jpackage|jartool|jdeps|jconsole|jstatd|jcmd|attach|hotspot\.agent|internal\.(ed|le|opt|jvmstat|md).*|editpad|unsupported\.desktop|graal.*)$' |
    paste -sd,
}

stand_in_maven() {
  stand_in_debian
  find_jdk
  find_maven
  cp -r "$JDK" "$STAND_IN/context/java"
  cp --remove-destination -L "$JDK/lib/security/cacerts" "$STAND_IN/context/java/lib/security/cacerts"
  cp -rL "$(dirname "$(dirname "$(readlink -f "$MVN")")")" "$STAND_IN/context/maven"
  build_stand_in "$1" <<'END'
COPY java /opt/java
COPY maven /opt/maven
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/opt/maven/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
END
}

stand_in_node() {
  stand_in_debian
  find_node
  cp -L "$NODE_BIN/node" "$STAND_IN/context/node"
  cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$STAND_IN/context/npm"
  build_stand_in "$1" <<'END'
COPY node /usr/bin/node
COPY npm /usr/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/bin/npm
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt npm_config_cafile=/etc/ssl/certs/ca-certificates.crt
END
}
