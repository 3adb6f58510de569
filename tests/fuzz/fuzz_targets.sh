#!/bin/sh
# Fuzzes each target for some seconds of a processor, two at a time, with clang's libFuzzer or with
# AFL++, in build folders of their own:
#   fuzz_targets.sh [--afl] [SECONDS [TARGET...]]     20 s each by default
# What is found lies in the folder `found` beside the log. From 120 s on, the programs and lessons of the
# tests are seeds beside the corpora. It installs what is missing, if it can.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
# shellcheck source=app/build.sh
. "$root/app/build.sh"

with=libfuzzer compiler=clang
if [ "${1-}" = --afl ]; then
    with=afl compiler=afl-clang-fast
    shift
fi
seconds=${1:-20}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- events run lesson compile schema settings seek
base=${COROSCOPE_BUILD:-build}
mkdir -p "$base/$with/logs"
folder=$(cd "$base" && pwd)/$with

# From a file: AFL++ adds a library to the line, which must not be taken for source, too.
builds_fuzzers() {
    echo 'int LLVMFuzzerTestOneInput(const char *d, unsigned long n) { return d && n > 9; }' >"$folder/probe.c"
    AFL_QUIET=1 $compiler -fsanitize=fuzzer,address "$folder/probe.c" -o "$folder/probe" >"$folder/logs/probe" 2>&1
}

provide python3=python3 clang-format=clang-format -- libcmocka-dev
if ! builds_fuzzers; then
    # What clang only recommends is not taken by itself; in older Debians it is a part of clang.
    more=
    [ $with = libfuzzer ] || more=afl++
    # shellcheck disable=SC2086 # nothing or one word
    install clang libclang-rt-dev $more || install clang $more || true
fi
if ! builds_fuzzers; then
    say "NOT FUZZED: $compiler with its fuzzer is not here and cannot be installed." >&2
    exit 77
fi

if [ ! -e "$folder/CMakeCache.txt" ]; then
    options=
    if have ninja; then options='-G Ninja'; fi
    if have ccache; then options="$options -DCMAKE_C_COMPILER_LAUNCHER=ccache"; fi
fi
targets=
for name; do targets="$targets fuzz_$name"; done
export AFL_QUIET=1
# shellcheck disable=SC2086 # lists of words
if ! {
    cmake -S . -B "$folder" ${options-} -DCMAKE_C_COMPILER=$compiler -DCOROSCOPE_FUZZ=ON -DCOROSCOPE_TESTS=ON &&
        cmake --build "$folder" --parallel "$(processors)" --target $targets
} >"$folder/build.log" 2>&1; then
    tail -n 30 "$folder/build.log"
    exit 1
fi

# The settings are written many times, and through to the disk where there is no better place.
TMPDIR=$(if [ -w /dev/shm ]; then mktemp -d /dev/shm/fuzz-XXXXXX; else mktemp -d; fi)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

# The words that a target's input is made of.
dictionaries() {
    case $1 in
    compile) say python ;;
    run) say python library ;;
    lesson | schema) say lesson ;;
    settings) say settings ;;
    esac
}

# seeds TARGET FOLDER: what a search begins with, in one folder.
seeds() {
    mkdir -p "$2"
    cp tests/fuzz/corpus/"$1"/* "$2"
    [ "$seconds" -ge 120 ] || return 0
    case $1 in
    compile) files=$(find scenarios tests/lang tests/aio tests/broken -name '*.py' -size -5k) ;;
    run) files=$(find scenarios tests/lang tests/aio -name '*.py' -size -3k | sort | awk 'NR % 4 == 0') ;;
    lesson) files=$(find scenarios tests/lessons -name '*.json' -size -13k) ;;
    *) return 0 ;;
    esac
    for file in $files; do cp "$file" "$2/$(say "$file" | tr / _)"; done
}

# A hang is told after minutes only, since the machine may be busy. Leaks of libraries are told by the
# other tests; here they would stop the search.
libfuzzer_once() {
    options="-max_total_time=$2 -timeout=300 -report_slow_units=100 -rss_limit_mb=3000 -print_final_stats=1"
    [ ! -s "$folder/$1.dict" ] || options="$options -dict=$folder/$1.dict"
    # A short search is the same each time, so that a finding can be had again.
    [ "$seconds" -ge 120 ] || options="$options -seed=1"
    [ "$1" != events ] || options="$options -max_len=100" # three bytes an event, and each paints a frame
    # shellcheck disable=SC2086 # a list of words
    ASAN_OPTIONS=detect_leaks=0 "$folder/tests/fuzz_$1" $options -artifact_prefix="$folder/found/$1/" \
        "$folder/found/$1" "$folder/seeds/$1" >"$folder/logs/$1" 2>&1
}

afl_once() {
    options="-V $2 -m none -t 20000 -i $folder/seeds/$1 -o $folder/afl/$1"
    [ ! -s "$folder/$1.dict" ] || options="$options -x $folder/$1.dict"
    # shellcheck disable=SC2086 # a list of words
    AFL_MAP_SIZE=200000 AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_SKIP_CPUFREQ=1 AFL_AUTORESUME=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 \
        AFL_IGNORE_PROBLEMS=1 AFL_SKIP_BIN_CHECK=1 ASAN_OPTIONS=detect_leaks=0:abort_on_error=1:symbolize=0 \
        afl-fuzz $options -- "$folder/tests/fuzz_$1" >"$folder/logs/$1" 2>&1 || return 1
    for crash in "$folder/afl/$1"/default/crashes/id* "$folder/afl/$1"/default/hangs/id*; do
        [ ! -e "$crash" ] || { cp "$crash" "$folder/found/$1/" && return 1; }
    done
}

# One target, again and again until it has had its time of a processor.
fuzz() {
    mkdir -p "$folder/found/$1"
    rm -rf "$folder/seeds/$1"
    seeds "$1" "$folder/seeds/$1"
    for words in $(dictionaries "$1"); do cat "tests/fuzz/dict/$words"; done >"$folder/$1.dict"
    spent=0
    while [ "$spent" -lt "$seconds" ]; do
        if [ $with = afl ]; then
            afl_once "$1" $((seconds - spent)) || return 1
        else
            libfuzzer_once "$1" $((seconds - spent)) || return 1
        fi
        times >"$folder/$1.times" # of this shell, and in the second line of its children
        spent=$(awk 'NR == 2 { split($0, a, /[ms ]+/); print int(a[1] * 60 + a[2] + a[3] * 60 + a[4]) }' "$folder/$1.times")
    done
    say "$1: nothing found in $spent s of a processor"
}

report() {
    say "FOUND by $with in $1 (the input is in $folder/found/$1, all of the log in $folder/logs/$1):"
    grep -vE '^#[0-9]|^INFO|NEW_FUNC|^Dictionary' "$folder/logs/$1" | head -n 45
}

# Every second target in each of two lanes.
lane() {
    failed=0 at=0
    first=$1
    shift
    for name; do
        at=$((at + 1))
        [ $((at % 2)) -eq "$first" ] || continue
        (fuzz "$name") || { report "$name" && failed=1; }
    done
    return $failed
}
lane 1 "$@" &
other=$!
failed=0
lane 0 "$@" || failed=1
wait $other || failed=1
exit $failed
