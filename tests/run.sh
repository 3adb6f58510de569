#!/bin/sh
# Installs what is missing, builds with sanitizers and runs every test: sh tests/run.sh [--force]
# Nothing is run where nothing changed since the last green run, unless --force is given. Other
# arguments go to ctest (-R NAME ...), and then the tests are always run. COROSCOPE_FUZZ_SECONDS=20 lets
# clang's libFuzzer try each fuzz target for that long after all tests.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 1
# shellcheck source=app/build.sh
. "$root/app/build.sh"

folder=$root/build/sanitize
green=$folder/green

# One hash of all sources and tests, of the programs compared live, and of the compiler.
fingerprint() {
    {
        cc --version
        cd "$root" || exit 1
        if ! git ls-files -z --cached --others --exclude-standard 2>/dev/null; then
            find . \( -path ./build -o -path ./.git \) -prune -o -type f -print0
        fi | sort -z | xargs -0 sha256sum 2>/dev/null
        find ../shared/programs/seeds -type f -exec sha256sum {} + 2>/dev/null | sort
    } | sha256sum
}

force=
if [ "${1-}" = --force ]; then
    force=yes
    shift
fi

provide python3=python3 Xvfb=xvfb xdotool=xdotool clang-format=clang-format pdftotext=poppler-utils strace=strace -- libcmocka-dev python3-jsonschema

before=$(fingerprint)
if [ -z "$force" ] && [ $# -eq 0 ] && [ -e "$green" ] && [ "$(head -n 1 "$green")" = "$before" ]; then
    say "Nothing changed since the last green run (--force runs all tests again):"
    tail -n +2 "$green"
    exit 0
fi

build "$folder" -DCOROSCOPE_SANITIZE=ON -DCOROSCOPE_TESTS=ON
say "Running the tests (all of what they say is in $folder/ctest.log)"
all=$([ $# -eq 0 ] && say yes)
ctest --test-dir "$folder" --parallel "$(processors)" --output-on-failure --no-tests=error "$@" \
    >"$folder/ctest.log" 2>&1
status=$?
seconds=${COROSCOPE_FUZZ_SECONDS:-0}
: >"$folder/fuzz.txt"
if [ $status -eq 0 ] && [ "$all" ] && [ "$seconds" -gt 0 ]; then
    say "Fuzzing each target for $seconds s"
    COROSCOPE_BUILD=$folder sh "$root/tests/fuzz/fuzz_targets.sh" "$seconds" >"$folder/fuzz.txt" 2>&1
    status=$?
    cat "$folder/fuzz.txt"
    [ $status -ne 77 ] || status=0 # no clang: the corpora were tried by the tests, and it is said
fi
if [ $status -eq 0 ]; then
    tail -n 4 "$folder/ctest.log"
    [ -z "$all" ] || { say "$before" && tail -n 4 "$folder/ctest.log" && cat "$folder/fuzz.txt"; } >"$green"
else
    rm -f "$green"
    grep -vE ' Passed |^ +Start +[0-9]' "$folder/ctest.log"
fi
exit $status
