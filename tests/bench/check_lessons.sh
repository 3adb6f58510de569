#!/bin/sh
# Each lesson is loaded and recorded in under 50 ms.
exec "$COROSCOPE_BUILD/tests/bench_lessons" -n "${1:-5}" scenarios/*/*.json
