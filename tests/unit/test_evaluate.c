/* Values of expressions at a moment: in whose frame, and that nothing remains of the asking. */

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

static const char shop[] = "import asyncio\n"
                           "limit = 2\n"
                           "async def sell(name, q):\n"
                           "    loaf = await q.get()\n"
                           "    print(name, loaf)\n"
                           "async def main():\n"
                           "    q = asyncio.Queue(limit)\n"
                           "    t = asyncio.create_task(sell('Tom', q), name='Tom')\n"
                           "    await asyncio.sleep(1)\n"
                           "    await q.put('rye')\n"
                           "    await t\n"
                           "asyncio.run(main())\n";

static CsEngine *record(const char *text) {
    return record_program("shop.py", text, NULL);
}

static void go_to_line(CsEngine *e, int line) {
    uint64_t step = 1;
    while (step <= cs_step_count(e) && cs_step_line(e, step) != line) step++;
    assert_true(cs_seek_step(e, step));
}

static void assert_gives(CsEngine *e, const char *in, const char *expression, bool good,
                         const char *expected) {
    char text[128];
    uint64_t hash = cs_hash(e);
    bool given = cs_evaluate(e, in, expression, text, sizeof text);
    assert_string_equal(text, expected);
    assert_int_equal(given, good);
    assert_true(cs_hash(e) == hash);
}

static void names_are_those_of_the_running_frame(void **state) {
    (void)state;
    CsEngine *e = record(shop);
    go_to_line(e, 10);
    assert_gives(e, NULL, "q.qsize()", true, "0");
    assert_gives(e, NULL, "[limit + n for n in range(3)]", true, "[2, 3, 4]");
    assert_gives(e, NULL, "name", false, "NameError: name 'name' is not defined");
    cs_destroy(e);
}

static void names_are_those_of_the_named_task_or_function(void **state) {
    (void)state;
    CsEngine *e = record(shop);
    go_to_line(e, 10);
    assert_gives(e, "Tom", "name * limit", true, "'TomTom'");
    assert_gives(e, "sell", "name", true, "'Tom'");
    assert_gives(e, "Ann", "name", false, "no task and no running function is called \"Ann\" now");
    cs_destroy(e);
}

static void what_an_expression_does_is_undone(void **state) {
    (void)state;
    CsEngine *e = record(shop);
    size_t events, outputs, count;
    cs_events(e, &events);
    cs_outputs(e, &outputs);
    go_to_line(e, 10);
    assert_gives(e, NULL, "q.put_nowait('bun')", true, "None");
    assert_gives(e, NULL, "print('heard by nobody')", true, "None");
    assert_gives(e, NULL, "t.cancel()", true, "True");
    assert_gives(e, NULL, "q.qsize()", true, "0");
    cs_events(e, &count);
    assert_int_equal(count, events);
    cs_outputs(e, &count);
    assert_int_equal(count, outputs);
    assert_true(cs_seek_end(e));
    assert_gives(e, NULL, "limit", true, "None"); /* the module's names are cleared at the end */
    cs_destroy(e);
}

static void what_has_no_value_says_why(void **state) {
    (void)state;
    CsEngine *e = record(shop);
    go_to_line(e, 10);
    assert_gives(e, NULL, "1 / 0", false, "ZeroDivisionError: division by zero");
    assert_gives(e, NULL, "all(iter(int, 1)) or [0 for _ in iter(int, 1)]", false,
                 "it takes too long");
    char text[128];
    assert_false(cs_evaluate(e, NULL, "limit = 3", text, sizeof text));
    assert_false(cs_evaluate(e, NULL, "(", text, sizeof text));
    assert_true(*text);
    cs_destroy(e);
}

static void asking_before_all_is_recorded_keeps_the_run(void **state) {
    (void)state;
    CsEngine *whole = record(shop);
    CsEngine *e = load_program("shop.py", shop, strlen(shop), NULL);
    assert_non_null(e);
    while (cs_record(e, 2000) == CS_RUNNING) {
        char text[64];
        cs_evaluate(e, NULL, "limit + 1", text, sizeof text);
    }
    size_t a, b;
    cs_events(e, &a);
    cs_events(whole, &b);
    assert_int_equal(a, b);
    assert_true(cs_seek_end(e) && cs_seek_end(whole));
    cs_destroy(e);
    cs_destroy(whole);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_those_of_the_running_frame),
        cmocka_unit_test(names_are_those_of_the_named_task_or_function),
        cmocka_unit_test(what_an_expression_does_is_undone),
        cmocka_unit_test(what_has_no_value_says_why),
        cmocka_unit_test(asking_before_all_is_recorded_keeps_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
