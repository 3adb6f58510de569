/* The log of lines: what was put in comes out, in whatever order it is asked for. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "history/step_log.h"

enum { STEPS = 5000 };

static uint32_t next_random(uint64_t *seed) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33);
}

/* Mostly a line or two further in the same frame; now and then anything at all changes. */
static void next_step(StepRecord *s, uint64_t *seed) {
    uint32_t what = next_random(seed) % 16;
    s->line += next_random(seed) % 5 - 2;
    s->inside = what == 0;
    if (what == 1) s->line = next_random(seed);
    if (what == 2 || what == 3) s->frame = s->frame == 7 ? 9 : 7;
    if (what == 4) s->frame = next_random(seed) * 2 + 1;
    if (what > 10) s->event += next_random(seed) % 300;
    if (what == 5) s->task = next_random(seed) % 1000;
    if (what == 6) s->task = UINT32_MAX;
}

static StepRecord *filled(StepLog *l) {
    StepRecord *steps = calloc(STEPS, sizeof *steps), now = {.line = 3, .frame = 7};
    uint64_t seed = 11;
    assert_non_null(steps);
    for (int i = 0; i < STEPS; i++) {
        next_step(&now, &seed);
        steps[i] = now;
        assert_true(step_log_add(l, &now));
    }
    return steps;
}

static void check(StepLog *l, const StepRecord *steps, size_t index) {
    const StepRecord *got = step_log_get(l, index), *wanted = &steps[index];
    assert_int_equal(got->line, wanted->line);
    assert_int_equal(got->frame, wanted->frame);
    assert_int_equal(got->event, wanted->event);
    assert_int_equal(got->task, wanted->task);
    assert_int_equal(got->inside, wanted->inside);
}

static void every_step_is_read_forwards_backwards_and_anywhere(void **state) {
    (void)state;
    Ledger ledger;
    ledger_init(&ledger, SIZE_MAX);
    StepLog l;
    step_log_init(&l, &ledger);
    StepRecord *steps = filled(&l);
    uint64_t seed = 5;
    for (size_t i = 0; i < STEPS; i++) check(&l, steps, i);
    for (size_t i = STEPS; i-- > 0;) check(&l, steps, i);
    for (int i = 0; i < STEPS; i++) check(&l, steps, next_random(&seed) % STEPS);
    free(steps);
    step_log_clear(&l);
    assert_int_equal(ledger.used, 0);
}

static void reading_between_additions_disturbs_neither(void **state) {
    (void)state;
    Ledger ledger;
    ledger_init(&ledger, SIZE_MAX);
    StepLog l, whole;
    step_log_init(&l, &ledger);
    step_log_init(&whole, &ledger);
    StepRecord *steps = filled(&whole);
    uint64_t seed = 17;
    for (size_t i = 0; i < STEPS; i++) {
        assert_true(step_log_add(&l, &steps[i]));
        check(&l, steps, next_random(&seed) % l.count);
        check(&l, steps, i);
    }
    free(steps);
    step_log_clear(&l);
    step_log_clear(&whole);
    assert_int_equal(ledger.used, 0);
}

static void a_fitted_log_takes_more_steps(void **state) {
    (void)state;
    Ledger ledger;
    ledger_init(&ledger, SIZE_MAX);
    StepLog l;
    step_log_init(&l, &ledger);
    StepRecord *steps = filled(&l), more = {.line = 400, .frame = 3, .event = 1, .task = 2};
    size_t before = step_log_memory(&l);
    step_log_fit(&l);
    assert_true(step_log_memory(&l) <= before);
    for (size_t i = 0; i < STEPS; i += 7) check(&l, steps, i);
    for (int i = 0; i < 200; i++) {
        more.line++;
        assert_true(step_log_add(&l, &more));
    }
    assert_int_equal(step_log_get(&l, STEPS + 199)->line, 600);
    check(&l, steps, STEPS - 1);
    free(steps);
    step_log_clear(&l);
    assert_int_equal(ledger.used, 0);
}

static void a_line_takes_few_bytes(void **state) {
    (void)state;
    Ledger ledger;
    ledger_init(&ledger, SIZE_MAX);
    StepLog l;
    step_log_init(&l, &ledger);
    StepRecord step = {.line = 5, .frame = 20, .event = 1, .task = 9};
    for (uint32_t i = 0; i < STEPS; i++) {
        step.line = 5 + i % 4;
        step.frame = 20 + i / 2 % 2;
        assert_true(step_log_add(&l, &step));
    }
    step_log_fit(&l);
    assert_true(step_log_memory(&l) < (size_t)STEPS * 3);
    step_log_clear(&l);
    assert_int_equal(ledger.used, 0);
}

static void a_cut_log_goes_on_as_if_it_had_never_been_longer(void **state) {
    (void)state;
    Ledger ledger;
    ledger_init(&ledger, SIZE_MAX);
    StepLog l;
    step_log_init(&l, &ledger);
    StepRecord *steps = filled(&l);
    static const size_t cuts[] = {STEPS - 1, 4000, 3904, 65, 64, 63, 1, 0};
    for (size_t c = 0; c < sizeof cuts / sizeof *cuts; c++) {
        step_log_cut(&l, cuts[c]);
        assert_int_equal(l.count, cuts[c]);
        for (size_t i = 0; i < cuts[c]; i += 13) check(&l, steps, i);
        for (size_t i = cuts[c]; i < STEPS; i++) assert_true(step_log_add(&l, &steps[i]));
        for (size_t i = 0; i < STEPS; i++) check(&l, steps, i);
    }
    free(steps);
    step_log_clear(&l);
    assert_int_equal(ledger.used, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_step_is_read_forwards_backwards_and_anywhere),
        cmocka_unit_test(reading_between_additions_disturbs_neither),
        cmocka_unit_test(a_fitted_log_takes_more_steps),
        cmocka_unit_test(a_line_takes_few_bytes),
        cmocka_unit_test(a_cut_log_goes_on_as_if_it_had_never_been_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
