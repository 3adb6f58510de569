#!/bin/sh
# The fixed set of random asyncio programs gives the reports that CPython gave, with or without CPython.
set -eu
python3 tests/fuzz/aio_recorded.py check --engine "$COROSCOPE"
