# Shell functions that app/run.sh and tests/run.sh share: install what is missing, build quietly.
# Read with `.`; expects $root, the folder of the sources.

BUILD_PACKAGES='libsdl2-dev libsdl2-ttf-dev libcjson-dev libpng-dev libcairo2-dev libgmp-dev libpcre2-dev nettle-dev unicode-data fonts-inter fonts-jetbrains-mono'

have() {
    command -v "$1" >/dev/null 2>&1
}

say() {
    printf '%s\n' "$*"
}

# missing_tools COMMAND=PACKAGE[,PACKAGE]...: the packages of the commands that are not there.
missing_tools() {
    for pair; do
        have "${pair%%=*}" || say "${pair#*=}" | tr , ' '
    done
}

# missing_packages PACKAGE...: those that are not installed; all of them where dpkg is not there.
missing_packages() {
    for package; do
        if have dpkg-query; then
            case $(dpkg-query -W -f='${db:Status-Status} ' "$package" 2>/dev/null) in
            *'installed '*) continue ;;
            esac
        fi
        say "$package"
    done
}

# install PACKAGE...: by apt-get, as root or with sudo. False where that cannot be done or fails.
install() {
    have apt-get || return 1
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        have sudo || return 1
        as_root=sudo
    fi
    say "Installing $*"
    log=$(mktemp)
    if $as_root apt-get update >"$log" 2>&1 &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
}

# provide [COMMAND=PACKAGE]... -- [PACKAGE]...: installs what is missing besides what every build
# needs, or names it. Ends the script only where nothing can be built.
provide() {
    tools='cc=gcc,libc6-dev cmake=cmake ninja=ninja-build pkg-config=pkg-config'
    while [ "$1" != -- ]; do
        tools="$tools $1"
        shift
    done
    shift
    # shellcheck disable=SC2046,SC2086 # lists of words
    set -- $(missing_tools $tools) $(missing_packages $BUILD_PACKAGES "$@")
    if [ $# -eq 0 ] || install "$@"; then return; fi
    if have dpkg-query; then
        say "Install by hand: $*" >&2
    else
        say "There is no apt-get here. Where something is missing, install by hand (Debian's names): $*" >&2
    fi
    if have cc && have cmake && have pkg-config; then return; fi
    say "Without a C compiler, CMake and pkg-config nothing can be built." >&2
    exit 1
}

processors() {
    getconf _NPROCESSORS_ONLN 2>/dev/null || say 2
}

# build FOLDER [OPTION]...: configures and builds; the log is shown only when that fails.
build() {
    folder=$1
    shift
    mkdir -p "$folder" || exit 1
    [ -e "$folder/coroscope" ] || say "Building into $folder"
    # A folder that was configured before keeps its generator.
    if [ ! -e "$folder/CMakeCache.txt" ]; then
        if have ninja; then set -- "$@" -G Ninja; fi
        if have ccache; then set -- "$@" -DCMAKE_C_COMPILER_LAUNCHER=ccache; fi
    fi
    if ! {
        cmake -S "$root" -B "$folder" "$@" &&
            cmake --build "$folder" --parallel "$(processors)"
    } >"$folder/build.log" 2>&1; then
        say "Building failed. The end of $folder/build.log:" >&2
        tail -n 40 "$folder/build.log" >&2
        exit 1
    fi
}
