#!/bin/sh
# Fuzzes each target for some seconds, where clang and libFuzzer are: those in a build folder of their own.
#   fuzz_targets.sh [SECONDS [TARGET...]]     20 s each by default; findings are kept beside the build
set -eu
seconds=${1:-20}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- lesson schema compile run seek settings events
folder=${COROSCOPE_BUILD:-build}/fuzz
root=$PWD

if ! command -v clang >/dev/null 2>&1 ||
    ! echo 'int LLVMFuzzerTestOneInput(const char *d, unsigned long n) { return d && n > 9; }' |
        clang -x c -fsanitize=fuzzer,address - -o /dev/null 2>/dev/null; then
    echo "clang with libFuzzer is not here: the corpora alone are tried (fuzz.lesson and the others)"
    exit 0
fi
if command -v ninja >/dev/null 2>&1; then generator=Ninja; else generator='Unix Makefiles'; fi
if command -v ccache >/dev/null 2>&1; then launcher=-DCMAKE_C_COMPILER_LAUNCHER=ccache; else launcher=-UNONE; fi
mkdir -p "$folder"
if ! {
    cmake -S . -B "$folder" -G "$generator" "$launcher" -DCMAKE_C_COMPILER=clang -DCOROSCOPE_FUZZ=ON -DCOROSCOPE_TESTS=ON
    for name; do cmake --build "$folder" --parallel 2 --target "fuzz_$name"; done
} >"$folder/build.log" 2>&1; then
    tail -n 30 "$folder/build.log"
    exit 1
fi
for name; do
    mkdir -p "$folder/found/$name"
    echo "$name, $seconds s"
    # Leaks of libraries are told by the other tests; here they would stop the search.
    ASAN_OPTIONS=detect_leaks=0 "$folder/tests/fuzz_$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 \
        -print_final_stats=1 -artifact_prefix="$folder/found/$name/" "$folder/found/$name" "$root/tests/fuzz/corpus/$name" \
        >"$folder/$name.log" 2>&1 || { grep -v '^#' "$folder/$name.log" | tail -n 60; exit 1; }
done
