/* What a run's record may take: the count is right, the limit holds, and a run that reaches it ends
 * there with all that was recorded in reach. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/engine_api.h"
#include "base/block.h"

#define MIB ((size_t)1 << 20)

/* A record of some 30 MiB. */
static const char LONG_PROGRAM[] = "import asyncio\n"
                                   "async def worker(n):\n"
                                   "    for turn in range(1000):\n"
                                   "        await asyncio.sleep(0)\n"
                                   "        print(n, turn) if turn % 100 == 0 else None\n"
                                   "async def main():\n"
                                   "    await asyncio.gather(*[worker(n) for n in range(100)])\n"
                                   "    print('all done')\n"
                                   "asyncio.run(main())\n";

/* ---- Counting ------------------------------------------------------------------------------ */

static void a_block_keeps_its_bytes_while_it_grows_and_gives_all_back(void **state) {
    (void)state;
    Ledger ledger;
    ledger_init(&ledger, 64 * MIB);
    Block b = {0};
    for (size_t size = 1; size < 40 * MIB; size += size / 3 + 1) {
        assert_true(block_grow(&b, &ledger, size));
        assert_int_equal(ledger.used, b.size);
        b.bytes[size - 1] = (unsigned char)size;
        b.bytes[0] = 7;
    }
    assert_int_equal(b.bytes[0], 7);
    size_t last = 1;
    for (size_t size = 1; size < 40 * MIB; size += size / 3 + 1) last = size;
    assert_int_equal(b.bytes[last - 1], (unsigned char)last);
    block_fit(&b, &ledger, 3 * MIB);
    assert_in_range(b.size, 3 * MIB, 4 * MIB);
    assert_int_equal(ledger.used, b.size);
    assert_true(block_grow(&b, &ledger, 20 * MIB));
    memset(b.bytes, 1, 20 * MIB);
    block_clear(&b, &ledger);
    assert_int_equal(ledger.used, 0);
    assert_false(ledger.refused);
}

static void what_does_not_fit_is_refused_and_changes_nothing(void **state) {
    (void)state;
    Ledger ledger;
    ledger_init(&ledger, MIB);
    Block b = {0};
    assert_true(block_grow(&b, &ledger, MIB / 2));
    b.bytes[5] = 9;
    assert_false(block_grow(&b, &ledger, 2 * MIB));
    assert_true(ledger.refused);
    assert_true(ledger.used <= MIB);
    assert_int_equal(b.bytes[5], 9);
    assert_true(block_grow(&b, &ledger, MIB));
    void *items = NULL;
    size_t capacity = 0;
    assert_false(ledger_grow(&ledger, &items, &capacity, 1, 4096));
    assert_null(items);
    block_clear(&b, &ledger);
    assert_true(ledger_grow(&ledger, &items, &capacity, 200, 4096));
    assert_in_range(capacity, 200, 256);
    free(items);
}

static void spare(void *owner, size_t bytes) {
    Ledger *l = owner;
    ledger_give(l, bytes);
}

static void whoever_can_spare_something_is_asked_before_a_refusal(void **state) {
    (void)state;
    Ledger ledger;
    ledger_init(&ledger, 1000);
    ledger.make_room = spare;
    ledger.owner = &ledger;
    assert_true(ledger_take(&ledger, 900));
    assert_true(ledger_take(&ledger, 500));
    assert_int_equal(ledger.used, 900);
    assert_false(ledger.refused);
}

/* ---- Runs ---------------------------------------------------------------------------------- */

static CsEngine *run_within(size_t bytes) {
    CsConfig config;
    cs_config_init(&config);
    config.record_bytes = bytes;
    CsEngine *e = cs_create(&config);
    Diag diag = {0};
    assert_non_null(e);
    assert_true(cs_load(e, "long.py", LONG_PROGRAM, sizeof LONG_PROGRAM - 1, &diag));
    do { assert_true(API(e)->ledger.used <= bytes); } while (cs_record(e, 20000) == CS_RUNNING);
    assert_true(API(e)->ledger.used <= bytes);
    return e;
}

static void a_run_whose_record_fits_is_recorded_to_its_end(void **state) {
    (void)state;
    CsEngine *e = run_within(64 * MIB);
    assert_int_equal(cs_result(e).end, CS_END_NORMAL);
    cs_destroy(e);
}

static void a_record_that_is_full_ends_the_run_and_says_so(void **state) {
    (void)state;
    CsEngine *e = run_within(16 * MIB);
    assert_int_equal(cs_result(e).end, CS_END_RECORD);
    assert_non_null(strstr(cs_result(e).message, "no more than 16 MiB"));
    size_t count;
    cs_events(e, &count);
    size_t last = cs_handle_run_count(e);
    assert_true(last > 10000);
    assert_true(cs_handle_run(e, last - 1).event <= count);
    cs_destroy(e);
}

/* As one engine recorded it, and as the same engine finds it when it comes back. */
static void a_full_record_can_be_walked_in_any_order(void **state) {
    (void)state;
    CsEngine *e = run_within(16 * MIB);
    uint64_t end = cs_hash(e), steps = cs_step_count(e);
    enum { PLACES = 40 };
    uint64_t hashes[PLACES];
    for (size_t i = 0; i < PLACES; i++) {
        assert_true(cs_seek_step(e, steps * i / (PLACES - 1)));
        hashes[i] = cs_hash(e);
    }
    for (size_t i = 0; i < PLACES; i++) {
        size_t n = i * 7 % PLACES;
        assert_true(cs_seek_step(e, steps * n / (PLACES - 1)));
        assert_true(cs_hash(e) == hashes[n]);
    }
    size_t count;
    cs_events(e, &count);
    for (uint32_t event = (uint32_t)count - 200; event <= count; event++) {
        assert_true(cs_seek_event(e, event));
    }
    assert_true(cs_seek_end(e));
    assert_true(cs_hash(e) == end);
    cs_destroy(e);
}

/* What is recorded is the beginning of the whole run. */
static void a_full_record_is_the_beginning_of_the_whole_one(void **state) {
    (void)state;
    CsEngine *whole = run_within(64 * MIB), *part = run_within(16 * MIB);
    size_t all, some;
    const CsEvent *a = cs_events(whole, &all), *b = cs_events(part, &some);
    assert_in_range(some, 1000, all - 1000);
    size_t same = 0;
    while (same < some && memcmp(&a[same], &b[same], sizeof *a) == 0) same++;
    assert_true(some - same <= 20); /* only those of the run's end differ */
    cs_destroy(whole);
    cs_destroy(part);
}

/* Whatever the cap: it is never exceeded, neither by recording nor by seeks, what ended the run is
 * said, and every moment that was recorded can be gone to. */
static void no_cap_is_ever_exceeded(void **state) {
    (void)state;
    static const size_t caps[] = {6, 9, 13, 18, 24, 40};
    for (size_t i = 0; i < COUNT_OF(caps); i++) {
        size_t bytes = caps[i] * MIB;
        CsEngine *e = run_within(bytes);
        char said[32];
        snprintf(said, sizeof said, "no more than %zu MiB", caps[i]);
        bool whole = cs_result(e).end == CS_END_NORMAL;
        assert_true(whole || strstr(cs_result(e).message, said));
        uint64_t steps = cs_step_count(e), random = i + 1;
        assert_true(steps > 1000);
        for (int k = 0; k < 30; k++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            uint64_t step = 1 + (random >> 33) % steps;
            assert_true(cs_seek_step(e, step));
            assert_int_equal(cs_now(e).step, step);
            assert_true(API(e)->ledger.used <= bytes);
            assert_true(cs_seek_step(e, step - 1));
            assert_true(API(e)->ledger.used <= bytes);
        }
        cs_destroy(e);
    }
}

/* From a record that has no room for the first keyframe to one with room for a few. */
static void tiny_limits_end_in_a_message_too(void **state) {
    (void)state;
    for (size_t bytes = 1024; bytes <= 8 * MIB; bytes *= 2) {
        CsConfig config;
        cs_config_init(&config);
        config.record_bytes = bytes;
        CsEngine *e = cs_create(&config);
        Diag diag = {0};
        assert_non_null(e);
        if (!cs_load(e, "long.py", LONG_PROGRAM, sizeof LONG_PROGRAM - 1, &diag)) {
            assert_non_null(strstr(diag.text, "not enough memory"));
        } else {
            cs_record_all(e);
            assert_int_equal(cs_result(e).end, CS_END_RECORD);
            assert_true(API(e)->ledger.used <= bytes);
        }
        cs_destroy(e);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_block_keeps_its_bytes_while_it_grows_and_gives_all_back),
        cmocka_unit_test(what_does_not_fit_is_refused_and_changes_nothing),
        cmocka_unit_test(whoever_can_spare_something_is_asked_before_a_refusal),
        cmocka_unit_test(a_run_whose_record_fits_is_recorded_to_its_end),
        cmocka_unit_test(a_record_that_is_full_ends_the_run_and_says_so),
        cmocka_unit_test(a_full_record_can_be_walked_in_any_order),
        cmocka_unit_test(a_full_record_is_the_beginning_of_the_whole_one),
        cmocka_unit_test(no_cap_is_ever_exceeded),
        cmocka_unit_test(tiny_limits_end_in_a_message_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
