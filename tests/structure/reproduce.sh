#!/bin/sh
# Two builds of the last commit, in folders of different names, must give the same executable:
#   sh tests/structure/reproduce.sh      (two whole builds: minutes)
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# build NAME BUILD_FOLDER: builds the commit in a folder NAME and prints the executable's hash.
build() {
    mkdir -p "$scratch/$1"
    git -C "$root" archive HEAD | tar -x -C "$scratch/$1"
    cmake -S "$scratch/$1" -B "$scratch/$2" -G Ninja -DCOROSCOPE_TESTS=OFF >"$scratch/log"
    ninja -C "$scratch/$2" coroscope >>"$scratch/log" || { cat "$scratch/log"; exit 1; }
    sha256sum <"$scratch/$2/coroscope"
}

first=$(build one one/build)
second=$(build another/place elsewhere)
if [ "$first" != "$second" ]; then
    echo "two builds of one commit differ: ${first%% *} and ${second%% *}" >&2
    exit 1
fi
echo "both builds: ${first%% *}"
