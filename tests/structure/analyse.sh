#!/bin/sh
# cppcheck and clang-tidy over the engine and the program; neither may find anything. By hand, as it takes
# minutes: sh tests/structure/analyse.sh [BUILD_FOLDER]
# What they are told to leave out stands, with reasons, in .clang-tidy and in cppcheck.txt beside this file.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1-$root/build}
cd "$root" || exit 1
status=0

for tool in cppcheck clang-tidy; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install $tool" >&2; exit 2; }
done
if [ ! -f "$build/compile_commands.json" ]; then
    echo "$build has no compile_commands.json: give a build folder" >&2
    exit 2
fi

cppcheck -q -j "$(nproc)" --std=c11 --enable=warning,performance,portability --error-exitcode=1 \
    --suppressions-list=tests/structure/cppcheck.txt -I engine -I app engine app || status=1
find app engine -name '*.c' | sort | xargs -P "$(nproc)" -n 20 clang-tidy -p "$build" --quiet 2>/dev/null || status=1
[ $status -ne 0 ] || echo "cppcheck and clang-tidy find nothing"
exit $status
