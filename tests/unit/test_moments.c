/* What the event loop does between two handles can be stopped at: each record of it has a moment at
 * which what it tells has just happened, and nothing more. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "support/programs.h"

static CsEngine *run(const char *text) {
    return record_program("moments.py", text, NULL);
}

static uint32_t find(CsEngine *e, EventKind kind, int nth) {
    size_t count;
    const CsEvent *events = cs_events(e, &count);
    for (size_t i = 0; i < count; i++)
        if (events[i].kind == kind && --nth == 0) return events[i].id;
    fail_msg("no %s", event_info[kind].name);
    return 0;
}

/* The record after which this one stands, of that kind. */
static uint32_t find_after(CsEngine *e, uint32_t from, EventKind kind) {
    size_t count;
    const CsEvent *events = cs_events(e, &count);
    for (size_t i = from; i < count; i++)
        if (events[i].kind == kind) return events[i].id;
    fail_msg("no %s after %u", event_info[kind].name, from);
    return 0;
}

static CsSnapshot *at_event(CsEngine *e, uint32_t event) {
    assert_true(cs_seek_event(e, event));
    CsSnapshot *s = cs_snapshot(e);
    assert_non_null(s);
    return s;
}

static const char two_sleepers[] = "import asyncio\n"
                                   "async def nap():\n"
                                   "    await asyncio.sleep(2)\n"
                                   "async def main():\n"
                                   "    await asyncio.gather(nap(), nap())\n"
                                   "asyncio.run(main())\n";

static void an_iteration_with_nothing_to_run_begins_at_the_old_time(void **state) {
    (void)state;
    CsEngine *e = run(two_sleepers);
    uint32_t waited = find(e, EVENT_ITERATION_WAITED, 1);
    CsSnapshot *s = at_event(e, waited - 1);
    assert_int_equal(s->event, waited - 1);
    assert_int_equal(s->time_ns, 0);
    assert_int_equal(s->phase, CS_PHASE_WAIT);
    assert_int_equal(s->waits_until_ns, 2000000000);
    assert_int_equal(s->running.id, 0);
    assert_int_equal(s->timer_count, 2);
    assert_int_equal(s->ready_count, 0);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void time_has_passed_before_a_timer_fires(void **state) {
    (void)state;
    CsEngine *e = run(two_sleepers);
    uint32_t waited = find(e, EVENT_ITERATION_WAITED, 1);
    CsSnapshot *s = at_event(e, waited);
    assert_int_equal(s->event, waited);
    assert_int_equal(s->time_ns, 2000000000);
    assert_int_equal(s->phase, CS_PHASE_TIMERS);
    assert_int_equal(s->timer_count, 2);
    assert_int_equal(s->timers[0].when_ns, s->time_ns);
    assert_int_equal(s->ready_count, 0);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void timers_that_are_due_together_fire_one_by_one(void **state) {
    (void)state;
    CsEngine *e = run(two_sleepers);
    for (int fired = 1; fired <= 2; fired++) {
        uint32_t event = find(e, EVENT_TIMER_FIRED, fired);
        CsSnapshot *s = at_event(e, event);
        assert_int_equal(s->event, event + 1); /* its callback has joined the queue */
        assert_int_equal(s->timer_count, 2 - fired);
        assert_int_equal(s->ready_count, fired);
        assert_int_equal(s->phase, CS_PHASE_TIMERS);
        assert_int_equal(s->running.id, 0);
        cs_snapshot_free(s);
    }
    cs_destroy(e);
}

static void a_callback_written_in_c_has_not_run_when_its_turn_comes(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\n"
                      "async def main():\n"
                      "    found = []\n"
                      "    asyncio.get_running_loop().call_soon(found.append, 'pearl')\n"
                      "    await asyncio.sleep(0)\n"
                      "    print(found)\n"
                      "asyncio.run(main())\n");
    size_t count;
    const CsEvent *events = cs_events(e, &count);
    uint32_t turn = find(e, EVENT_HANDLE_RUN, 2);
    assert_int_equal(events[turn - 1].arg, 0);
    const char *const values[] = {"[]", "['pearl']"};
    for (int i = 0; i < 2; i++) {
        CsSnapshot *s = at_event(e, turn + (uint32_t)i); /* handle.run, handle.done */
        assert_int_equal(s->event, turn + (uint32_t)i);
        assert_int_equal(s->running.id != 0, i == 0);
        assert_string_equal(s->tasks[0].frames[0].locals[0].value, values[i]);
        cs_snapshot_free(s);
    }
    cs_destroy(e);
}

static void a_task_whose_turn_has_come_runs_with_its_frames(void **state) {
    (void)state;
    CsEngine *e = run(two_sleepers);
    uint32_t woken = find(e, EVENT_ITERATION_WAITED, 1);
    const EventKind kinds[] = {EVENT_HANDLE_RUN, EVENT_TASK_STEP};
    do woken = find_after(e, woken, EVENT_HANDLE_RUN);
    while (!cs_events(e, &(size_t){0})[woken - 1].arg);
    for (int i = 0; i < 2; i++) {
        uint32_t event = find_after(e, woken - 1, kinds[i]);
        CsSnapshot *s = at_event(e, event);
        assert_int_equal(s->event, event);
        assert_int_equal(s->tasks[1].state, CS_TASK_RUNNING);
        assert_int_equal(s->running.task, s->tasks[1].id);
        assert_int_equal(s->frame_count, 2);
        assert_string_equal(s->frames[0].function, "nap");
        assert_string_equal(s->frames[1].function, "sleep");
        cs_snapshot_free(s);
    }
    cs_destroy(e);
}

static void nothing_runs_any_more_when_a_task_has_given_control_back(void **state) {
    (void)state;
    CsEngine *e = run(two_sleepers);
    const EventKind kinds[] = {EVENT_TASK_SUSPENDED, EVENT_HANDLE_DONE, EVENT_TASK_DONE};
    for (int i = 0; i < 3; i++) {
        CsSnapshot *s = at_event(e, find(e, kinds[i], 1));
        assert_int_equal(s->running.id, 0);
        assert_int_equal(s->frame_count, 0);
        assert_int_not_equal(s->tasks[i == 2].state, CS_TASK_RUNNING);
        cs_snapshot_free(s);
    }
    cs_destroy(e);
}

/* Looking into a moment leads away from it and back by the number of instructions. */
static void every_record_is_found_again_by_its_instructions(void **state) {
    (void)state;
    CsEngine *e = run(two_sleepers);
    size_t count;
    cs_events(e, &count);
    for (uint32_t id = find(e, EVENT_LOOP_STARTED, 1); id < count; id++) {
        assert_true(cs_seek_event(e, id));
        uint64_t instruction = cs_now(e).instruction, hash = cs_hash(e);
        assert_true(cs_seek_end(e) && cs_seek_instruction(e, instruction));
        assert_int_equal(cs_now(e).instruction, instruction);
        if (cs_hash(e) != hash) fail_msg("record %u", id);
    }
    cs_destroy(e);
}

static void a_run_that_is_too_long_ends_between_two_handles_too(void **state) {
    (void)state;
    const char text[] = "import asyncio\n"
                        "def again(loop):\n"
                        "    loop.call_soon(again, loop)\n"
                        "    loop.call_later(0, str)\n"
                        "async def main():\n"
                        "    again(asyncio.get_running_loop())\n"
                        "    await asyncio.Event().wait()\n"
                        "asyncio.run(main())\n";
    CsConfig config;
    cs_config_init(&config);
    for (uint64_t most = 1000; most < 1400; most++) {
        Diag diag = {0};
        config.max_instructions = most;
        CsEngine *e = cs_create(&config);
        assert_true(cs_load(e, "moments.py", text, sizeof text - 1, &diag));
        cs_record_all(e);
        assert_int_equal(cs_result(e).end, CS_END_INSTRUCTIONS);
        cs_destroy(e);
    }
}

static void a_timer_is_known_from_the_time_it_is_set_though_it_never_runs(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\n"
                      "def ring():\n"
                      "    pass\n"
                      "async def main():\n"
                      "    loop = asyncio.get_running_loop()\n"
                      "    loop.call_later(3, ring).cancel()\n"
                      "    loop.call_soon(print).cancel()\n"
                      "    await asyncio.sleep(1)\n"
                      "asyncio.run(main(), debug=False)\n");
    assert_true(cs_handle_note_count(e) >= 2);
    CsHandleNote set = cs_handle_note(e, 0), soon = cs_handle_note(e, 1);
    assert_int_equal(set.event, find(e, EVENT_TIMER_SET, 1));
    assert_int_equal(set.when_ns, 3000000000);
    assert_string_equal(set.label, "ring");
    assert_int_equal(soon.event, find(e, EVENT_HANDLE_CANCELLED, 2));
    assert_string_equal(soon.label, "print");
    cs_destroy(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_iteration_with_nothing_to_run_begins_at_the_old_time),
        cmocka_unit_test(time_has_passed_before_a_timer_fires),
        cmocka_unit_test(timers_that_are_due_together_fire_one_by_one),
        cmocka_unit_test(a_callback_written_in_c_has_not_run_when_its_turn_comes),
        cmocka_unit_test(a_task_whose_turn_has_come_runs_with_its_frames),
        cmocka_unit_test(nothing_runs_any_more_when_a_task_has_given_control_back),
        cmocka_unit_test(every_record_is_found_again_by_its_instructions),
        cmocka_unit_test(a_run_that_is_too_long_ends_between_two_handles_too),
        cmocka_unit_test(a_timer_is_known_from_the_time_it_is_set_though_it_never_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
