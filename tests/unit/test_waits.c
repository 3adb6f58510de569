/* Who waits for whom, as data; signals that come from outside at a virtual time. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "support/programs.h"

static CsEngine *record(const char *source, const CsValue *world) {
    return record_program("program.py", source, world);
}

static const char two_locks[] = "import asyncio\n"
                                "async def worker(first, second):\n"
                                "    async with first:\n"
                                "        await asyncio.sleep(1)\n"
                                "        async with second:\n"
                                "            pass\n"
                                "async def main():\n"
                                "    a, b = asyncio.Lock(), asyncio.Lock()\n"
                                "    await asyncio.gather(worker(a, b), worker(b, a))\n"
                                "asyncio.run(main())\n";

static void a_circle_of_two_locks_comes_first(void **state) {
    (void)state;
    CsEngine *e = record(two_locks, NULL);
    assert_int_equal(cs_result(e).end, CS_END_DEADLOCK);
    CsSnapshot *s = cs_snapshot(e);
    assert_non_null(s);
    assert_int_equal(s->wait_count, 3);
    const CsWaitEdge *x = &s->waits[0], *y = &s->waits[1], *main = &s->waits[2];
    assert_int_equal(x->circle, 1);
    assert_int_equal(y->circle, 1);
    assert_int_equal(main->circle, 0);
    assert_true(x->held && y->held && !main->held);
    assert_int_equal(x->holder_count, 1);
    assert_int_equal(x->holders[0], y->waiter);
    assert_int_equal(y->holders[0], x->waiter);
    assert_int_not_equal(x->thing, y->thing);
    assert_int_equal(x->line, 5);
    assert_int_equal(main->holder_count, 2);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void the_message_of_a_deadlock_names_the_circle(void **state) {
    (void)state;
    CsEngine *e = record(two_locks, NULL);
    const char *message = cs_result(e).message;
    const char *circle = strstr(message, "In a circle:");
    assert_non_null(circle);
    assert_non_null(strstr(circle, "Task-2 (worker) waits for"));
    assert_non_null(strstr(circle, ", which Task-3 holds"));
    assert_non_null(strstr(circle, ", which Task-2 holds"));
    cs_destroy(e);
}

static void a_task_that_runs_waits_for_nobody(void **state) {
    (void)state;
    CsEngine *e =
        record("import asyncio\nasync def main():\n    x = 1\nasyncio.run(main())\n", NULL);
    assert_int_equal(cs_result(e).end, CS_END_NORMAL);
    CsSnapshot *s = cs_snapshot(e);
    assert_non_null(s);
    assert_int_equal(s->wait_count, 0);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static const CsValue second_and_half[] = {
    {.kind = CS_VALUE_NUMBER, .key = "at", .number = 1.5},
    {.kind = CS_VALUE_TEXT, .key = "signal", .text = "SIGINT"},
};
static const CsValue one_signal[] = {{.kind = CS_VALUE_MAP, .items = second_and_half, .count = 2}};
static const CsValue signals[] = {
    {.kind = CS_VALUE_LIST, .key = "signals", .items = one_signal, .count = 1}};
static const CsValue interrupted = {.kind = CS_VALUE_MAP, .items = signals, .count = 1};

static void a_signal_from_outside_comes_at_its_time(void **state) {
    (void)state;
    CsEngine *e = record("import asyncio\nasyncio.run(asyncio.sleep(9))\n", &interrupted);
    CsResult r = cs_result(e);
    assert_int_equal(r.end, CS_END_EXCEPTION);
    assert_string_equal(r.exception, "KeyboardInterrupt");
    assert_int_equal(r.exit_status, 130);
    assert_int_equal(r.time_ns, 1500000000);
    cs_destroy(e);
}

static void a_signal_that_nobody_handles_ends_the_run(void **state) {
    (void)state;
    CsEngine *e = record("import signal, time\n"
                         "signal.signal(signal.SIGINT, signal.SIG_DFL)\n"
                         "time.sleep(9)\n"
                         "print('never')\n",
                         &interrupted);
    CsResult r = cs_result(e);
    size_t count;
    cs_outputs(e, &count);
    assert_int_equal(count, 0);
    assert_int_equal(r.end, CS_END_SIGNAL);
    assert_int_equal(r.exit_status, 130);
    assert_int_equal(r.time_ns, 1500000000);
    assert_non_null(strstr(r.message, "SIGINT"));
    cs_destroy(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_circle_of_two_locks_comes_first),
        cmocka_unit_test(the_message_of_a_deadlock_names_the_circle),
        cmocka_unit_test(a_task_that_runs_waits_for_nobody),
        cmocka_unit_test(a_signal_from_outside_comes_at_its_time),
        cmocka_unit_test(a_signal_that_nobody_handles_ends_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
