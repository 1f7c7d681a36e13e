# Sourced by the commands beside it: the project's folder, JDK 25, Chromium, one Maven call.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*jdk*25*; do
        if [ -x "$home/bin/javac" ] && "$home/bin/javac" -version 2>&1 | grep -q '^javac 25'; then
            export JAVA_HOME="$home"
            return
        fi
    done
    echo "Parvis needs a JDK 25: install one or set JAVA_HOME." >&2
    exit 1
}

need() {
    local command="$1" package="$2"
    command -v "$command" > /dev/null || install_package "$package"
}

need_apache_module() {
    [ -e "/usr/lib/apache2/modules/mod_$1.so" ] || install_package "libapache2-mod-${1//_/-}"
}

# Installs a Debian package; a message and a failure where that is not possible.
install_package() {
    local package="$1"
    echo "Installing $package…"
    if ! (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package") > /dev/null; then
        echo "$package is missing and could not be installed: install it, then run this again." >&2
        exit 1
    fi
}

maven() {
    find_jdk
    need mvn maven
    mvn --batch-mode --no-transfer-progress "$@"
}

build_if_changed() {
    if [ ! -f target/parvis.jar ] || [ -n "$(find src/main pom.xml -newer target/parvis.jar -print -quit)" ]; then
        echo "Building Parvis (a few minutes the first time)…"
        maven -q -DskipTests package
    fi
}
