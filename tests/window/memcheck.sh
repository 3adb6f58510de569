#!/bin/sh
# A person's hands in a real window under valgrind's memcheck, which may find nothing; by hand, as it takes
# minutes: COROSCOPE=EXECUTABLE sh tests/window/memcheck.sh [CHECK...]
# (a build without sanitizers; the checks are those of check_window.py)
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
command -v valgrind >/dev/null || { echo "valgrind is missing: apt-get install valgrind" >&2; exit 2; }
[ $# -gt 0 ] || set -- check_keys_of_the_stage check_playing check_the_inspector_follows_the_run check_mistakes
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cat >"$scratch/program" <<END
#!/bin/sh
exec valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \\
    --show-leak-kinds=definite --num-callers=30 --log-file="$scratch/found.%p" \\
    --suppressions="$root/tests/support/valgrind.txt" "$COROSCOPE" "\$@"
END
chmod +x "$scratch/program"
cd "$root" || exit 1
COROSCOPE=$scratch/program PATIENCE=600 python3 tests/window/check_window.py "$@"
status=$?
cat "$scratch"/found.* 2>/dev/null
[ $status -eq 0 ] && echo "memcheck finds nothing in: $*"
exit $status
