#!/bin/sh
# A fixed handful of random programs against CPython, where that is found, and of broken ones.
set -eu
if python3 tests/oracle/golden.py find >/dev/null 2>&1; then
    python3 tests/fuzz/lang_fuzz.py --engine "$COROSCOPE" --seed 0 --count 80
    python3 tests/fuzz/int_fuzz.py --engine "$COROSCOPE" --seed 0 --count 20
fi
python3 tests/fuzz/lang_fuzz.py --engine "$COROSCOPE" --mutate tests/lang --seed 0 --count 120
python3 tests/fuzz/lang_fuzz.py --engine "$COROSCOPE" --mutate tests/aio --seed 0 --count 60
