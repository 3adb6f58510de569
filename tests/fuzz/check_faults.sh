#!/bin/sh
# A few of the faults that the asyncio fuzzer has to find; python3 tests/fuzz/faults.py tries them all.
set -eu
python3 tests/fuzz/faults.py --build "$COROSCOPE_BUILD/faults" \
    a_cancel_before_the_next_step_is_forgotten a_lock_is_not_passed_on_by_a_cancelled_waiter \
    a_cancelled_getter_keeps_its_turn a_group_does_not_uncancel_its_parent
