#!/bin/sh
# Going back equals running again, also in random asyncio programs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 tests/fuzz/aio_fuzz.py write --seed 0 --count 20 "$folder"
"$COROSCOPE_BUILD/tests/test_replay" "$folder"
