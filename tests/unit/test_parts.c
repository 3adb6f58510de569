/* The parts of a line: which there are, in what order, and what each gave. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "support/programs.h"

static CsEngine *record(const char *text) {
    return record_program("parts.py", text, NULL);
}

static uint64_t step_of(CsEngine *e, int line, int hit) {
    for (uint64_t step = 1; step <= cs_step_count(e); step++)
        if (cs_step_line(e, step) == line && --hit == 0) return step;
    fail_msg("line %d does not run so often", line);
    return 0;
}

/* "3-8 'Bob' | 3-20 ...": columns and values. */
static void say_parts(const CsParts *parts, char *out, size_t size) {
    size_t used = 0;
    out[0] = 0;
    for (int i = 0; i < parts->count; i++) {
        const CsPart *p = &parts->items[i];
        used += (size_t)snprintf(out + used, size - used, "%s%d-%d %s", i ? " | " : "", p->column,
                                 p->end_column, p->value);
    }
}

static void assert_parts(CsEngine *e, int line, int hit, bool own, const char *expected) {
    char text[2048];
    uint64_t step = step_of(e, line, hit), hash = cs_hash(e);
    CsParts *parts = cs_parts(e, step, own ? cs_step_frame(e, step) : 0);
    assert_non_null(parts);
    say_parts(parts, text, sizeof text);
    assert_string_equal(text, expected);
    assert_int_equal(parts->line, line);
    assert_false(parts->more);
    cs_parts_free(parts);
    assert_true(cs_hash(e) == hash);
}

static void parts_come_in_the_order_of_evaluation(void **state) {
    (void)state;
    CsEngine *e = record("a = 3\n"
                         "b = [4, a]\n"
                         "c = a + len(b) * -b[0]\n"
                         "d = a < 5 and not c == 2\n"
                         "print(f\"{a} and {b!r}\", end='')\n");
    assert_parts(e, 1, 1, false, "");
    assert_parts(e, 2, 1, false, "8-9 3 | 4-10 [4, 3]");
    assert_parts(e, 3, 1, false,
                 "4-5 3 | 8-11 len | 12-13 [4, 3] | 8-14 2 | 18-19 [4, 3] | 18-22 4 | 17-22 -4 | "
                 "8-22 -8 | 4-22 -5");
    assert_parts(e, 4, 1, false,
                 "4-5 3 | 4-9 True | 18-19 -5 | 18-24 False | 14-24 True | 4-24 True");
    assert_parts(e, 5, 1, false,
                 "0-5 print | 8-11 '3' | 16-21 '[4, 3]' | 6-22 '3 and [4, 3]' | 0-31 None");
    cs_destroy(e);
}

/* No instruction makes these values: they are there where two ways meet. */
static void what_is_chosen_or_cut_short_is_a_part_with_its_value(void **state) {
    (void)state;
    CsEngine *e = record("a, b, c = 0, 5, 9\n"
                         "d = a and b\n"
                         "d = a or b and c\n"
                         "d = b if a else c + 1\n"
                         "d = b if c else a\n"
                         "d = a < b < c\n"
                         "d = b < a < c\n"
                         "d = {n: -n for n in (a, b) if n}\n"
                         "print(f'{b:>3}|{c!r}', a if b else c)\n"
                         "while a < b and c:\n"
                         "    b = 0 if True else 1\n");
    assert_parts(e, 2, 1, false, "4-5 0 | 4-11 0");
    assert_parts(e, 3, 1, false, "4-5 0 | 9-10 5 | 15-16 9 | 4-16 9");
    assert_parts(e, 4, 1, false, "9-10 0 | 16-17 9 | 16-21 10 | 4-21 10");
    assert_parts(e, 5, 1, false, "9-10 9 | 4-5 5 | 4-17 5");
    assert_parts(e, 6, 1, false, "4-5 0 | 8-9 5 | 4-9 True | 12-13 9 | 4-13 True");
    assert_parts(e, 7, 1, false, "4-5 5 | 8-9 0 | 4-9 False | 4-13 False");
    assert_parts(e, 9, 1, false,
                 "0-5 print | 9-10 5 | 8-14 '  5' | 15-20 '9' | 6-21 '  5|9' | 28-29 5 | 23-24 0 | "
                 "23-36 0 | 0-37 None");
    assert_parts(e, 10, 1, false, "6-7 0 | 10-11 5 | 6-11 True | 16-17 9");
    cs_destroy(e);
}

static const char bread[] = "import asyncio\n"
                            "def double(n):\n"
                            "    return n + n\n"
                            "async def give():\n"
                            "    await asyncio.sleep(1)\n"
                            "    return 7\n"
                            "async def main():\n"
                            "    x = double(2) + await give()\n"
                            "    async with asyncio.Lock() as lock:\n"
                            "        for n in range(2):\n"
                            "            y = [n * k for k in range(2) if k]\n"
                            "    try:\n"
                            "        {}['no'] + double(1)\n"
                            "    except KeyError:\n"
                            "        pass\n"
                            "asyncio.run(main())\n";

static void a_statement_goes_on_behind_calls_and_awaits(void **state) {
    (void)state;
    CsEngine *e = record(bread);
    assert_parts(e, 8, 1, true,
                 "8-14 double | 8-17 4 | 26-30 give | 26-32 give() | 20-32 7 | 8-32 11");
    assert_parts(e, 8, 1, false, "8-14 double"); /* then line 3 begins */
    assert_parts(e, 3, 1, false,
                 "11-12 2 | 15-16 2 | 11-16 4 | 8-17 4 | 26-30 give | 26-32 give()");
    assert_parts(e, 3, 1, true, "11-12 2 | 15-16 2 | 11-16 4");
    assert_parts(e, 5, 1, true, "10-23 sleep | 10-26 sleep() | 4-26 None");
    assert_parts(e, 6, 1, false, "20-32 7 | 8-32 11");
    cs_destroy(e);
}

static void loops_give_their_variable_and_blocks_give_nothing(void **state) {
    (void)state;
    CsEngine *e = record(bread);
    assert_parts(e, 9, 1, false, "15-27 Lock | 15-29 <Lock>");
    assert_parts(e, 10, 1, false, "17-22 range | 17-25 range(0, 2) | 12-13 0");
    assert_parts(e, 10, 2, false, "12-13 1");
    assert_parts(e, 10, 3, false, "");
    assert_parts(e, 11, 2, false,
                 "32-37 range | 32-40 range(0, 2) | 27-28 0 | 44-45 0 | 27-28 1 | 44-45 1 | "
                 "17-18 1 | 21-22 1 | 17-22 1 | 16-46 [1]");
    cs_destroy(e);
}

static void what_raises_ends_the_parts(void **state) {
    (void)state;
    CsEngine *e = record(bread);
    assert_parts(e, 13, 1, true, "");
    assert_parts(e, 14, 1, true, "11-19 KeyError");
    cs_destroy(e);
}

static void a_part_can_be_gone_to_and_left_again(void **state) {
    (void)state;
    CsEngine *e = record(bread);
    uint64_t step = step_of(e, 8, 1);
    CsParts *parts = cs_parts(e, step, cs_step_frame(e, step));
    uint64_t last = 0;
    for (int i = 0; i < parts->count; i++) {
        const CsPart *p = &parts->items[i];
        assert_true(p->instruction > last);
        assert_true(cs_seek_instruction(e, p->instruction));
        CsMoment now = cs_now(e);
        assert_int_equal(now.instruction, p->instruction);
        assert_int_equal(now.step, p->step);
        assert_int_equal(now.event, p->event);
        uint64_t hash = cs_hash(e);
        cs_seek_end(e);
        cs_seek_instruction(e, p->instruction);
        assert_true(cs_hash(e) == hash);
        last = p->instruction;
    }
    cs_parts_free(parts);
    cs_destroy(e);
}

static void there_are_none_beyond_the_record(void **state) {
    (void)state;
    CsEngine *e = record("x = 1\n");
    CsParts *parts = cs_parts(e, 1, 0);
    assert_int_equal(parts->count, 0);
    cs_parts_free(parts);
    assert_null(cs_parts(e, 2, 0));
    assert_false(cs_seek_instruction(e, cs_frontier(e).instruction + 1));
    cs_destroy(e);
}

static void an_expression_is_told_from_what_is_none(void **state) {
    (void)state;
    char text[128];
    assert_true(cs_check_expression("n > 3 and name", text, sizeof text));
    assert_string_equal(text, "");
    assert_false(cs_check_expression("n >", text, sizeof text));
    assert_true(*text);
    assert_false(cs_check_expression("n = 3", text, sizeof text));
    assert_false(cs_check_expression("1) or (2", text, sizeof text));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_come_in_the_order_of_evaluation),
        cmocka_unit_test(what_is_chosen_or_cut_short_is_a_part_with_its_value),
        cmocka_unit_test(a_statement_goes_on_behind_calls_and_awaits),
        cmocka_unit_test(loops_give_their_variable_and_blocks_give_nothing),
        cmocka_unit_test(what_raises_ends_the_parts),
        cmocka_unit_test(a_part_can_be_gone_to_and_left_again),
        cmocka_unit_test(there_are_none_beyond_the_record),
        cmocka_unit_test(an_expression_is_told_from_what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
