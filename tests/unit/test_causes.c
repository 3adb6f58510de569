/* Why things happen: every record of every asyncio program has its cause, and chains of causes lead
 * back to the program's start by the way that a person would tell it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "support/lesson_files.h"
#include "support/programs.h"

enum { MOST_CAUSES = 8 };

/* What may be the cause of a record; kinds that are not listed may be caused by anything. */
static const struct {
    EventKind kind, causes[MOST_CAUSES];
} allowed[] = {
    {EVENT_LOOP_STOPPED,
     {EVENT_HANDLE_RUN, EVENT_TASK_STEP, EVENT_TASK_DONE, EVENT_ITERATION_BEGUN,
      EVENT_PROGRAM_STARTED, EVENT_TASK_SUSPENDED}},
    {EVENT_ITERATION_BEGUN, {EVENT_LOOP_STARTED}},
    /* what runs a handle that is in no queue calls its _run() */
    {EVENT_HANDLE_RUN,
     {EVENT_HANDLE_SCHEDULED, EVENT_TASK_STEP, EVENT_HANDLE_RUN, EVENT_PROGRAM_STARTED}},
    {EVENT_TIMER_FIRED, {EVENT_TIMER_SET}},
    {EVENT_TASK_STEP, {EVENT_HANDLE_RUN, EVENT_TASK_CREATED}},
    {EVENT_TASK_SUSPENDED, {EVENT_TASK_STEP, EVENT_TASK_CREATED}},
    {EVENT_EXCEPTION_LEFT_TASK, {EVENT_TASK_STEP}},
    {EVENT_TASK_DONE, {EVENT_TASK_STEP, EVENT_EXCEPTION_LEFT_TASK}},
    {EVENT_TASK_CANCEL_DELIVERED, {EVENT_TASK_STEP, EVENT_TASK_CANCEL_REQUESTED}},
    {EVENT_QUEUE_PUT, {EVENT_TASK_STEP, EVENT_HANDLE_RUN, EVENT_PROGRAM_STARTED}},
    {EVENT_QUEUE_GOT, {EVENT_TASK_STEP, EVENT_HANDLE_RUN, EVENT_PROGRAM_STARTED}},
    {EVENT_QUEUE_FULL, {EVENT_TASK_STEP}},
    {EVENT_QUEUE_EMPTY, {EVENT_TASK_STEP}},
    {EVENT_LOCK_WAITED, {EVENT_TASK_STEP}},
    {EVENT_EVENT_WAITED, {EVENT_TASK_STEP}},
};

static bool is_allowed(uint16_t kind, uint16_t cause) {
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        if (allowed[i].kind != kind) continue;
        for (int k = 0; k < MOST_CAUSES; k++)
            if (allowed[i].causes[k] == cause) return true;
        /* What ran when its thread had to wait goes on because the thread goes on. */
        return cause == EVENT_THREAD_WOKEN;
    }
    return true;
}

static bool is_about_the_same(const CsEvent *e, const CsEvent *cause) {
    bool run = e->kind == EVENT_HANDLE_RUN && cause->kind == EVENT_HANDLE_SCHEDULED;
    bool fired = e->kind == EVENT_TIMER_FIRED && cause->kind == EVENT_TIMER_SET;
    bool due = e->kind == EVENT_HANDLE_SCHEDULED && cause->kind == EVENT_TIMER_FIRED;
    bool told = e->kind == EVENT_FUTURE_RESOLVED && cause->kind == EVENT_TASK_DONE;
    return !(run || fired || due || told) || e->subject == cause->subject;
}

static size_t records; /* that were looked at: a program that fails at once proves nothing */

static void check_program(const char *path) {
    size_t length, count;
    char *text = lesson_files_read(path, &length);
    assert_non_null(text);
    CsEngine *e = load_program(path, text, length, NULL);
    free(text);
    if (!e) return; /* a program that is refused has no run */
    cs_record_all(e);
    const CsEvent *events = cs_events(e, &count);
    assert_true(count > 0);
    records += count;
    assert_int_equal(events[0].kind, EVENT_PROGRAM_STARTED);
    assert_int_equal(events[0].cause, 0);
    for (size_t i = 1; i < count; i++) {
        const CsEvent *r = &events[i];
        const char *name = event_info[r->kind].name;
        if (r->cause == 0 || r->cause >= r->id)
            fail_msg("%s: %s (%u) has the cause %u", path, name, r->id, r->cause);
        const CsEvent *cause = &events[r->cause - 1];
        if (!is_allowed(r->kind, cause->kind) || !is_about_the_same(r, cause))
            fail_msg("%s: %s (%u) is caused by %s (%u)", path, name, r->id,
                     event_info[cause->kind].name, cause->id);
    }
    cs_destroy(e);
}

static void every_record_of_every_lesson_has_its_cause(void **state) {
    (void)state;
    records = 0;
    assert_true(each_program("scenarios", check_program) >= 3);
    assert_true(records > 300);
}

static void every_record_of_every_asyncio_program_has_its_cause(void **state) {
    (void)state;
    records = 0;
    assert_true(each_program("tests/aio", check_program) >= 100);
    assert_true(records > 10000);
}

/* ---- Chains -------------------------------------------------------------------------------- */

static CsEngine *run(const char *text) {
    return record_program("chain.py", text, NULL);
}

/* The n-th record of a kind about the task of that name, or about anything where it is NULL. */
static uint32_t find(CsEngine *e, EventKind kind, const char *task, int nth) {
    size_t count;
    const CsEvent *events = cs_events(e, &count);
    for (size_t i = 0; i < count; i++) {
        CsTaskInfo info;
        if (events[i].kind != kind) continue;
        bool is_it =
            !task || (cs_task_info(e, events[i].subject, &info) && strcmp(info.name, task) == 0);
        if (is_it && --nth == 0) return events[i].id;
    }
    fail_msg("no %s of %s", event_info[kind].name, task ? task : "anything");
    return 0;
}

/* Goes up from a record; `kinds` are the names from there on, the last one an ellipsis or the root.
 */
static void assert_chain(CsEngine *e, uint32_t from, const char *const *kinds) {
    size_t count;
    const CsEvent *events = cs_events(e, &count);
    for (uint32_t id = from; *kinds; kinds++) {
        assert_int_not_equal(id, 0);
        assert_string_equal(event_info[events[id - 1].kind].name, *kinds);
        id = events[id - 1].cause;
    }
}
#define ASSERT_CHAIN(e, from, ...) assert_chain(e, from, (const char *const[]){__VA_ARGS__, NULL})

static void a_sleeper_goes_on_because_its_timer_fired(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\nasyncio.run(asyncio.sleep(1))\n");
    ASSERT_CHAIN(e, find(e, EVENT_TASK_DONE, "Task-1", 1), "task.done", "task.step", "handle.run",
                 "handle.scheduled", "future.resolved", "handle.run", "handle.scheduled",
                 "timer.fired", "timer.set", "task.step", "handle.run", "handle.scheduled",
                 "task.created", "program.started");
    cs_destroy(e);
}

static void a_getter_goes_on_because_an_item_was_put(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\n"
                      "async def take(q):\n    await q.get()\n"
                      "async def main():\n"
                      "    q = asyncio.Queue()\n"
                      "    t = asyncio.create_task(take(q), name='taker')\n"
                      "    await asyncio.sleep(0)\n"
                      "    q.put_nowait(1)\n"
                      "    await t\n"
                      "asyncio.run(main())\n");
    ASSERT_CHAIN(e, find(e, EVENT_TASK_STEP, "taker", 2), "task.step", "handle.run",
                 "handle.scheduled", "future.resolved", "queue.put", "task.step", "handle.run",
                 "handle.scheduled", "task.suspended", "task.step");
    cs_destroy(e);
}

static void a_lock_goes_to_the_next_because_it_was_released(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\n"
                      "async def hold(lock):\n"
                      "    async with lock:\n        await asyncio.sleep(1)\n"
                      "async def main():\n"
                      "    lock = asyncio.Lock()\n"
                      "    a = asyncio.create_task(hold(lock), name='first')\n"
                      "    b = asyncio.create_task(hold(lock), name='second')\n"
                      "    await a\n    await b\n"
                      "asyncio.run(main())\n");
    ASSERT_CHAIN(e, find(e, EVENT_TASK_STEP, "second", 2), "task.step", "handle.run",
                 "handle.scheduled", "future.resolved", "lock.released", "task.step", "handle.run",
                 "handle.scheduled", "future.resolved", "handle.run", "handle.scheduled",
                 "timer.fired", "timer.set", "task.step");
    cs_destroy(e);
}

static void gather_wakes_its_caller_because_the_last_child_is_done(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\n"
                      "async def child():\n    pass\n"
                      "async def main():\n    await asyncio.gather(child())\n"
                      "asyncio.run(main())\n");
    ASSERT_CHAIN(e, find(e, EVENT_TASK_STEP, "Task-1", 2), "task.step", "handle.run",
                 "handle.scheduled", "future.resolved", "handle.run", "handle.scheduled",
                 "future.resolved", "task.done", "task.step", "handle.run", "handle.scheduled",
                 "task.created", "task.step");
    cs_destroy(e);
}

static const char cancelling[] = "import asyncio\n"
                                 "async def nap():\n    await asyncio.sleep(9)\n"
                                 "async def main():\n"
                                 "    t = asyncio.create_task(nap(), name='nap')\n"
                                 "    %s\n"
                                 "    t.cancel()\n"
                                 "    try:\n        await t\n"
                                 "    except asyncio.CancelledError:\n        pass\n"
                                 "asyncio.run(main())\n";

static void a_sleeper_is_cancelled_through_the_future_that_it_awaits(void **state) {
    (void)state;
    char text[512];
    snprintf(text, sizeof text, cancelling, "await asyncio.sleep(0)");
    CsEngine *e = run(text);
    ASSERT_CHAIN(e, find(e, EVENT_TASK_CANCEL_DELIVERED, "nap", 1), "task.cancel_delivered",
                 "task.step", "handle.run", "handle.scheduled", "future.resolved",
                 "task.cancel_requested", "task.step");
    cs_destroy(e);
}

static void a_task_that_has_not_run_is_cancelled_by_the_request_itself(void **state) {
    (void)state;
    char text[512];
    snprintf(text, sizeof text, cancelling, "pass");
    CsEngine *e = run(text);
    ASSERT_CHAIN(e, find(e, EVENT_TASK_CANCEL_DELIVERED, "nap", 1), "task.cancel_delivered",
                 "task.cancel_requested", "task.step", "handle.run", "handle.scheduled",
                 "task.created", "program.started");
    cs_destroy(e);
}

static void the_second_run_of_a_loop_is_caused_by_the_program(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\n"
                      "loop = asyncio.new_event_loop()\n"
                      "loop.run_until_complete(asyncio.sleep(1))\n"
                      "loop.run_until_complete(asyncio.sleep(1))\n"
                      "loop.close()\n");
    ASSERT_CHAIN(e, find(e, EVENT_TASK_CREATED, NULL, 2), "task.created", "program.started");
    ASSERT_CHAIN(e, find(e, EVENT_LOOP_STOPPED, NULL, 1), "loop.stopped", "handle.run",
                 "handle.scheduled", "future.resolved", "task.done");
    cs_destroy(e);
}

/* ---- Names that outlive what they name ------------------------------------------------------ */

static void things_keep_their_names_when_they_are_gone(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\n"
                      "async def main():\n"
                      "    jobs = asyncio.Queue(2)\n"
                      "    asyncio.Queue()\n"
                      "    jobs.put_nowait(1)\n"
                      "asyncio.run(main())\n");
    size_t count;
    const CsThing *things = cs_things(e, &count);
    assert_int_equal(count, 2);
    assert_string_equal(things[0].kind, "queue");
    assert_string_equal(things[0].name, "jobs");
    assert_string_equal(things[1].name, "queue#2");
    cs_destroy(e);
}

static void what_a_suspension_waits_for_is_known(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio\nasyncio.run(asyncio.sleep(1.5))\n");
    size_t count;
    const CsWait *waits = cs_waits(e, &count);
    assert_int_equal(count, 1);
    assert_int_equal(waits[0].event, find(e, EVENT_TASK_SUSPENDED, "Task-1", 1));
    assert_int_equal(waits[0].reason.what, CS_WHAT_SLEEP);
    assert_true(waits[0].reason.seconds == 1.5);
    cs_destroy(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_record_of_every_lesson_has_its_cause),
        cmocka_unit_test(every_record_of_every_asyncio_program_has_its_cause),
        cmocka_unit_test(a_sleeper_goes_on_because_its_timer_fired),
        cmocka_unit_test(a_getter_goes_on_because_an_item_was_put),
        cmocka_unit_test(a_lock_goes_to_the_next_because_it_was_released),
        cmocka_unit_test(gather_wakes_its_caller_because_the_last_child_is_done),
        cmocka_unit_test(a_sleeper_is_cancelled_through_the_future_that_it_awaits),
        cmocka_unit_test(a_task_that_has_not_run_is_cancelled_by_the_request_itself),
        cmocka_unit_test(the_second_run_of_a_loop_is_caused_by_the_program),
        cmocka_unit_test(things_keep_their_names_when_they_are_gone),
        cmocka_unit_test(what_a_suspension_waits_for_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
