#!/bin/sh
# Which of the engine's lines and branches the tests run: sh tests/coverage.sh [BUILD_FOLDER]
# Builds with counters, runs the tests, and writes coverage.txt (a line each file) and coverage.html into
# the build folder; takes some ten minutes. Fails below 90 % of the lines or 80 % of the branches.
#
# Left out of the figures: lines with ASSERT, whose other branch is a bug of ours. Nothing else: what a
# function does where there is no memory is counted, and so are the programs that make tables for the build.
# Left out of the tests: those of the window and of times, which take long and run the same engine; the
# sources' structure; and those that watch with strace which files are written, as counters are.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 1
# shellcheck source=app/build.sh
. "$root/app/build.sh"

folder=${1-$root/build/coverage}
provide gcovr=gcovr python3=python3 Xvfb=xvfb xdotool=xdotool clang-format=clang-format pdftotext=poppler-utils \
    strace=strace -- libcmocka-dev python3-jsonschema
# What makes the engine's own modules and tables is a part of it: it runs in the build.
rm -rf "$folder/generated"
find "$folder" -name '*.gcda' -delete 2>/dev/null
build "$folder" -DCOROSCOPE_COVERAGE=ON -DCOROSCOPE_TESTS=ON
say "Running the tests"
ctest --test-dir "$folder" --parallel "$(processors)" -E '^(bench|structure|window|package|safety\.confined)' \
    >"$folder/ctest.log" 2>&1 || say "Some tests failed: $folder/ctest.log"
cd "$folder" || exit 1
gcovr --root "$root" --filter "$root/engine/" --object-directory "$folder" --gcov-ignore-parse-errors \
    --exclude-throw-branches --exclude-lines-by-pattern '.*ASSERT\(.*' -j "$(processors)" \
    --txt coverage.txt --html-details coverage.html --print-summary --fail-under-line 90 --fail-under-branch 80
