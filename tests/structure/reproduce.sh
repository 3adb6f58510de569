#!/bin/sh
# Two builds of the last commit, in folders of different names, must give the same executable and the same
# Debian package:
#   sh tests/structure/reproduce.sh      (two whole builds: minutes)
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

commit=$(git -C "$root" rev-parse HEAD)
# What a package says of time is the commit's.
SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct "$commit")
export SOURCE_DATE_EPOCH

# build NAME BUILD_FOLDER: builds the commit in a folder NAME and prints the hashes of what comes of it.
build() {
    mkdir -p "$scratch/$1"
    git -C "$root" archive "$commit" | tar -x -C "$scratch/$1"
    cmake -S "$scratch/$1" -B "$scratch/$2" -G Ninja -DCOROSCOPE_TESTS=OFF >"$scratch/log"
    ninja -C "$scratch/$2" coroscope >>"$scratch/log" || { cat "$scratch/log"; exit 1; }
    (cd "$scratch/$2" && cpack -G DEB) >>"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
    (cd "$scratch/$2" && sha256sum coroscope coroscope_*.deb)
}

first=$(build one one/build)
second=$(build another/place elsewhere)
if [ "$first" != "$second" ]; then
    printf 'two builds of one commit differ:\n%s\n%s\n' "$first" "$second" >&2
    exit 1
fi
printf 'both builds:\n%s\n' "$first"
