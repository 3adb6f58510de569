#!/bin/sh
# Going back equals running again, also in random asyncio programs: at every line, and at every event
# with what-if runs among the seeks.
#   check_replay.sh [COUNT [SEED]]    so many programs (20), of the seeds from SEED (0) on
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 tests/fuzz/aio_fuzz.py write --seed "${2:-0}" --count "${1:-20}" "$folder"
# Warns of a coroutine that was never awaited while a value is dropped in the middle of a line.
python3 tests/fuzz/aio_fuzz.py write --seed 1425 --count 1 "$folder"
"$COROSCOPE_BUILD/tests/test_replay" "$folder"
"$COROSCOPE_BUILD/tests/replay_events" "$folder"
