#!/bin/sh
# Installs what is missing, builds, and opens Coroscope: sh app/run.sh [LESSON.json | PROGRAM.py]...
# Other arguments go to build/coroscope as they are. Without a display the lesson is told in words
# and pictures instead.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 1
# shellcheck source=app/build.sh
. "$root/app/build.sh"

coroscope=$root/build/coroscope

# The path of the first lesson that the index names.
first_lesson() {
    name=$(grep -o '"[^"]*/[^"]*\.json"' "$root/scenarios/index.json" | grep -v schema | head -n 1 | tr -d '"')
    say "$root/scenarios/$name"
}

# tell LESSON: the walk-through, and a picture of every moment in a folder of its own.
tell() {
    name=$(basename "$1")
    pictures=$root/build/pictures/${name%.*}
    mkdir -p "$pictures" || return 1
    "$coroscope" transcript "$1" || return 1
    "$coroscope" render "$1" --moments --out-dir "$pictures" || return 1
    say "The pictures are in $pictures"
}

provide --
build "$root/build"

case ${1-lesson.json} in
*.json | *.py) ;;
*) exec "$coroscope" "$@" ;;
esac
if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    exec "$coroscope" "$@"
fi

say "There is no display (DISPLAY and WAYLAND_DISPLAY are empty): here is the lesson in words and pictures."
[ $# -gt 0 ] || set -- "$(first_lesson)"
status=0
for lesson; do
    tell "$lesson" || status=1
done
exit $status
