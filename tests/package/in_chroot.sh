#!/bin/sh
# The last commit in a Debian 12 of its own, fresh from the mirror; by hand, as root, as it takes long:
#   sh tests/package/in_chroot.sh MIRROR [package] [lesson] [tests]     (MIRROR: http://.../debian)
#
#   package  builds the package, installs it with what it depends on, uses it, removes it: nothing is left
#   lesson   `sh app/run.sh` in a clean clone, without a display: the lesson as text and pictures
#   tests    `sh tests/run.sh -R FEW` in a clean clone: everything is built, a few tests run
#
# Without a word: all three. Needs debootstrap, and dpkg-dev to build the package.
# shellcheck disable=SC2016 # formats of dpkg-query
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
mirror=${1:?which mirror? sh tests/package/in_chroot.sh http://MIRROR/debian [package] [lesson] [tests]}
shift
[ $# -gt 0 ] || set -- package lesson tests
FEW='^(unit[.](arena|dict|pictures)|lang[.]classes|aio[.]queue|lessons[.]sound|window[.]render)$'

if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
    echo "This needs root and debootstrap (apt-get install debootstrap)." >&2
    exit 2
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# fresh NAME: a Debian without anything but what must be.
fresh() {
    if [ ! -e "$scratch/base" ]; then
        echo "A fresh Debian from $mirror"
        debootstrap --variant=minbase bookworm "$scratch/base" "$mirror" >"$scratch/log" 2>&1 ||
            fail "$(tail -n 20 "$scratch/log")"
    fi
    cp -a "$scratch/base" "$scratch/$1"
    cp /etc/resolv.conf "$scratch/$1/etc/resolv.conf"
}

# inside NAME COMMAND...: the mounts go with the namespace, and no display is known in there.
inside() {
    place=$scratch/$1
    shift
    unshare --mount --pid --fork --mount-proc="$place/proc" env -i \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive \
        chroot "$place" "$@"
}

# All that lies in a root, but for what apt, dpkg and the linker write down of their own work.
files_of() {
    (cd "$scratch/$1" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./tmp -o -path ./var/lib/apt \
        -o -path ./var/lib/dpkg -o -path ./var/cache -o -path ./var/log \) -prune -o -print | sort)
}

packages_of() {
    inside "$1" dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' | sort
}

# ---- package ------------------------------------------------------------------------------------------

build_package() {
    mkdir -p "$scratch/source"
    git -C "$root" archive HEAD | tar -x -C "$scratch/source"
    cmake -S "$scratch/source" -B "$scratch/build" -G Ninja -DCOROSCOPE_TESTS=OFF >"$scratch/log"
    { ninja -C "$scratch/build" && cd "$scratch/build" && cpack -G DEB && cd -; } >>"$scratch/log" 2>&1 ||
        fail "$(tail -n 20 "$scratch/log")"
}

# use NAME: what the installed program is for. The source tree is not in there.
use() {
    lesson=/usr/share/coroscope/scenarios/queues/producer_consumer
    inside "$1" coroscope check /usr/share/coroscope/scenarios >"$scratch/check" || fail "$(cat "$scratch/check")"
    tail -n 1 "$scratch/check"
    inside "$1" coroscope run "$lesson.json" >"$scratch/said" || fail "coroscope run fails"
    [ -s "$scratch/said" ] || fail "coroscope run says nothing"
    inside "$1" coroscope render "$lesson.json" --step 9 --out /tmp/picture.png
    [ "$(wc -c <"$scratch/$1/tmp/picture.png")" -gt 20000 ] || fail "coroscope render draws nothing"
    inside "$1" coroscope handout "$lesson.json" --out /tmp/handout.pdf
    inside "$1" sh -c 'mkdir /tmp/mine && cd /tmp/mine && coroscope new nap && coroscope check nap.json' >/dev/null
}

install_package() {
    inside package sh -c 'apt-get install -y /tmp/coroscope_*.deb' >"$scratch/log" 2>&1 ||
        fail "$(tail -n 20 "$scratch/log")"
}

check_package() {
    build_package
    fresh package
    cp "$scratch"/build/coroscope_*.deb "$scratch/package/tmp/"
    inside package apt-get update >"$scratch/log" 2>&1 || fail "$(tail -n 20 "$scratch/log")"
    packages_of package >"$scratch/packages.before"
    files_of package >"$scratch/files.before"
    install_package
    inside package dpkg -L coroscope | grep -E '/coroscope(/|$)' | sort >"$scratch/ours"
    [ "$(wc -l <"$scratch/ours")" -gt 100 ] || fail "the package is nearly empty: $(cat "$scratch/ours")"
    echo "installed: $(wc -l <"$scratch/ours") files; $(inside package dpkg-query -W -f '${Depends}' coroscope)"
    use package

    inside package apt-get remove -y coroscope >"$scratch/log" 2>&1 || fail "$(tail -n 20 "$scratch/log")"
    while read -r file; do
        [ ! -e "$scratch/package$file" ] || fail "$file is left"
    done <"$scratch/ours"
    if inside package dpkg-query -W coroscope >/dev/null 2>&1; then fail "dpkg still knows the package"; fi
    install_package
    inside package apt-get purge -y --auto-remove coroscope >"$scratch/log" 2>&1 ||
        fail "$(tail -n 20 "$scratch/log")"
    packages_of package >"$scratch/packages.after"
    files_of package >"$scratch/files.after"
    diff "$scratch/packages.before" "$scratch/packages.after" || fail "packages are left"
    diff "$scratch/files.before" "$scratch/files.after" | grep '^>' >"$scratch/left" || true
    ! grep -i coroscope "$scratch/left" || fail "files are left"
    echo "removed: nothing of it is left; $(wc -l <"$scratch/left") files of other packages"
    sed 's/^/    /' "$scratch/left"
}

# ---- The two commands of README -----------------------------------------------------------------------

clone_into() {
    fresh "$1"
    git clone --quiet --no-local "$root" "$scratch/$1/srv/coroscope"
}

check_lesson() {
    clone_into lesson
    inside lesson sh -c 'cd /srv/coroscope && sh app/run.sh' >"$scratch/said" 2>&1 ||
        fail "sh app/run.sh fails: $(tail -n 40 "$scratch/said")"
    grep -q 'There is no display' "$scratch/said" || fail "$(tail -n 20 "$scratch/said")"
    pictures=$(find "$scratch/lesson/srv/coroscope/build/pictures" -name '*.png' -size +10k | wc -l)
    [ "$pictures" -gt 3 ] || fail "only $pictures pictures: $(tail -n 20 "$scratch/said")"
    changed=$(git -C "$scratch/lesson/srv/coroscope" status --short)
    [ -z "$changed" ] || fail "the clone is not clean any more: $changed"
    echo "sh app/run.sh: $(wc -l <"$scratch/said") lines and $pictures pictures"
}

check_tests() {
    clone_into tests
    inside tests sh -c "cd /srv/coroscope && sh tests/run.sh -R '$FEW'" >"$scratch/said" 2>&1 ||
        fail "sh tests/run.sh fails: $(tail -n 40 "$scratch/said")"
    grep '% tests passed' "$scratch/said"
}

for what; do
    case $what in
    package) check_package ;;
    lesson) check_lesson ;;
    tests) check_tests ;;
    *) fail "$what? package, lesson or tests" ;;
    esac
done
