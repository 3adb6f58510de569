/* Threads on the stage: who runs, who sleeps, a loop that stands still, who waits for whom. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "support/programs.h"

static CsEngine *run(const char *program) {
    return record_program("program.py", program, NULL);
}

/* Goes to the n-th time that the line is about to run. */
static CsSnapshot *at_line(CsEngine *e, int line, int hit) {
    for (uint64_t s = 1; s <= cs_step_count(e); s++) {
        if (cs_step_line(e, s) != line || !cs_step_is_hit(e, s) || --hit > 0) continue;
        assert_true(cs_seek_step(e, s));
        CsSnapshot *shot = cs_snapshot(e);
        assert_non_null(shot);
        return shot;
    }
    fail_msg("line %d never runs", line);
    return NULL;
}

static const CsThread *thread_named(const CsSnapshot *s, const char *name) {
    for (int i = 0; i < s->thread_count; i++) {
        if (strcmp(s->threads[i].name, name) == 0) return &s->threads[i];
    }
    fail_msg("no thread is named %s", name);
    return NULL;
}

static const char frozen[] = "import asyncio, time\n"
                             "def work():\n"
                             "    time.sleep(1)\n"
                             "    print('work')\n"
                             "async def main():\n"
                             "    future = asyncio.to_thread(work)\n"
                             "    task = asyncio.create_task(future)\n"
                             "    await asyncio.sleep(0.5)\n"
                             "    time.sleep(2)\n"
                             "    await task\n"
                             "asyncio.run(main())\n";

/* Right after the n-th record of the kind. */
static CsSnapshot *at_event(CsEngine *e, EventKind kind, int hit) {
    size_t count;
    const CsEvent *events = cs_events(e, &count);
    for (size_t i = 0; i < count; i++) {
        if (events[i].kind != kind || --hit > 0) continue;
        int64_t time = events[i].time;
        assert_true(cs_seek_end(e) && cs_seek_event(e, events[i].id));
        uint64_t from_behind = cs_hash(e);
        assert_true(cs_seek_step(e, 0) && cs_seek_event(e, events[i].id));
        assert_true(cs_hash(e) == from_behind);
        CsSnapshot *shot = cs_snapshot(e);
        assert_non_null(shot);
        assert_int_equal(shot->time_ns, time);
        return shot;
    }
    fail_msg("there is no such record");
    return NULL;
}

static void a_thread_falls_asleep_at_the_time_it_does_and_not_when_it_wakes(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio, time\n"
                      "def work():\n"
                      "    time.sleep(2)\n"
                      "async def main():\n"
                      "    await asyncio.to_thread(work)\n"
                      "asyncio.run(main())\n");
    CsSnapshot *s = at_event(e, EVENT_THREAD_SLEPT, 1);
    assert_int_equal(s->time_ns, 0);
    assert_int_equal(s->thread_count, 2);
    assert_int_equal(s->threads[1].state, CS_THREAD_SLEEPING);
    assert_int_equal(s->threads[1].wake_ns, 2000000000);
    cs_snapshot_free(s);
    s = at_event(e, EVENT_THREAD_FINISHED, 1);
    assert_int_equal(s->time_ns, 2000000000);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void a_thread_waits_from_the_time_on_at_which_it_finds_a_lock_taken(void **state) {
    (void)state;
    CsEngine *e = run("import asyncio, threading\n"
                      "lock = threading.Lock()\n"
                      "lock.acquire()\n"
                      "def work():\n"
                      "    print(lock.acquire(timeout=1.5))\n"
                      "async def main():\n"
                      "    await asyncio.to_thread(work)\n"
                      "asyncio.run(main())\n");
    CsSnapshot *s = at_event(e, EVENT_THREAD_WAITED, 1);
    assert_int_equal(s->time_ns, 0);
    assert_int_equal(s->threads[1].state, CS_THREAD_BLOCKED);
    assert_int_equal(s->threads[1].wake_ns, 1500000000);
    assert_true(s->threads[1].waits_for != 0);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void a_program_without_threads_shows_none(void **state) {
    (void)state;
    CsEngine *e = run("import time\ntime.sleep(1)\nprint(1)\n");
    CsSnapshot *s = at_line(e, 3, 1);
    assert_int_equal(s->thread_count, 0);
    assert_int_equal(s->running_thread, 0);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void a_worker_runs_while_the_loop_waits(void **state) {
    (void)state;
    CsEngine *e = run(frozen);
    CsSnapshot *s = at_line(e, 3, 1);
    const CsThread *worker = thread_named(s, "asyncio_0"), *main = thread_named(s, "MainThread");
    assert_int_equal(s->thread_count, 2);
    assert_int_equal(worker->state, CS_THREAD_RUNNING);
    assert_int_equal(s->running_thread, worker->id);
    assert_string_equal(worker->function, "work");
    assert_int_equal(worker->frames[worker->frame_count - 1].line, 3);
    assert_int_equal(main->state, CS_THREAD_LOOP);
    assert_true(main->main && !worker->main);
    assert_int_equal(main->wake_ns, 500000000);
    assert_int_equal(s->phase, CS_PHASE_WAIT);
    assert_int_equal(s->timer_count, 1);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void a_sleeping_worker_says_when_it_wakes(void **state) {
    (void)state;
    CsEngine *e = run(frozen);
    CsSnapshot *s = at_line(e, 9, 1);
    const CsThread *worker = thread_named(s, "asyncio_0");
    assert_int_equal(worker->state, CS_THREAD_SLEEPING);
    assert_int_equal(worker->wake_ns, 1000000000);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void a_sleep_in_the_main_thread_freezes_the_loop(void **state) {
    (void)state;
    CsEngine *e = run(frozen);
    CsSnapshot *s = at_line(e, 4, 1);
    const CsThread *main = thread_named(s, "MainThread");
    assert_int_equal(main->state, CS_THREAD_SLEEPING);
    assert_int_equal(main->wake_ns, 2500000000);
    assert_int_equal(s->time_ns, 1000000000);
    assert_int_equal(s->phase, CS_PHASE_RUN); /* the handle that sleeps still runs */
    assert_true(s->running.task != 0);
    assert_int_equal(s->frame_count, 1);
    assert_int_equal(s->frames[0].line, 9);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static void records_tell_what_a_thread_does(void **state) {
    (void)state;
    CsEngine *e = run(frozen);
    size_t count, seen = 0;
    const CsEvent *events = cs_events(e, &count);
    const struct {
        int kind;
        uint32_t arg;
    } wanted[] = {{EVENT_THREAD_STARTED, 0},  {EVENT_THREAD_SLEPT, 1000}, {EVENT_THREAD_WOKEN, 0},
                  {EVENT_THREAD_FINISHED, 0}, {EVENT_TIME_SLEPT, 2000},   {EVENT_THREAD_STARTED, 0},
                  {EVENT_THREAD_FINISHED, 0}};
    for (size_t i = 0; i < count; i++) {
        const char *name = event_info[events[i].kind].name;
        bool told = strncmp(name, "thread.", 7) == 0 || events[i].kind == EVENT_TIME_SLEPT;
        if (!told) continue;
        assert_true(seen < sizeof wanted / sizeof *wanted);
        assert_int_equal(events[i].kind, wanted[seen].kind);
        if (wanted[seen].arg) assert_int_equal(events[i].arg, wanted[seen].arg);
        seen++;
    }
    assert_int_equal(seen, sizeof wanted / sizeof *wanted);
    cs_destroy(e);
}

static void a_deadlock_of_threads_names_its_circle(void **state) {
    (void)state;
    CsEngine *e = run("import threading, time\n"
                      "a, b = threading.Lock(), threading.Lock()\n"
                      "def work(first, second):\n"
                      "    with first:\n"
                      "        time.sleep(1)\n"
                      "        with second: pass\n"
                      "threading.Thread(target=work, args=(a, b), name='one').start()\n"
                      "threading.Thread(target=work, args=(b, a), name='two').start()\n");
    CsResult result = cs_result(e);
    assert_int_equal(result.end, CS_END_DEADLOCK);
    assert_non_null(strstr(result.message, "thread one waits for b at line 6"));
    assert_non_null(strstr(result.message, "which thread two holds"));
    assert_non_null(strstr(result.message, "In a circle"));
    cs_destroy(e);
}

static void a_thread_cannot_change_inside_a_hash(void **state) {
    (void)state;
    CsEngine *e = run("import threading, time\n"
                      "class Slow:\n"
                      "    def __hash__(self):\n"
                      "        time.sleep(1)\n"
                      "        return 1\n"
                      "threading.Thread(target=time.sleep, args=(3,)).start()\n"
                      "{Slow(): 1}\n");
    CsResult result = cs_result(e);
    assert_int_equal(result.end, CS_END_EXCEPTION);
    assert_string_equal(result.exception,
                        "RuntimeError: Coroscope cannot let other threads run inside __hash__, "
                        "__eq__ or __repr__");
    assert_int_equal(result.time_ns, 3000000000); /* the other thread ran out */
    cs_destroy(e);
}

static void waiting_by_polling_ends_by_the_budget(void **state) {
    (void)state;
    CsEngine *e = run("import threading\n"
                      "done = []\n"
                      "threading.Thread(target=done.append, args=(1,)).start()\n"
                      "while not done:\n"
                      "    pass\n");
    assert_int_equal(cs_result(e).end, CS_END_INSTRUCTIONS);
    cs_destroy(e);
}

static void memory_that_runs_out_in_a_thread_ends_only_the_thread(void **state) {
    (void)state;
    CsEngine *e = run("import threading\n"
                      "def work():\n"
                      "    kept = []\n"
                      "    while True:\n"
                      "        kept.append('x' * 10000 + str(len(kept)))\n"
                      "t = threading.Thread(target=work)\n"
                      "t.start()\n"
                      "t.join()\n"
                      "print('main goes on')\n");
    size_t count;
    const CsOutput *outputs = cs_outputs(e, &count);
    assert_int_equal(cs_result(e).end, CS_END_NORMAL);
    assert_true(count > 0 && strcmp(outputs[count - 1].text, "main goes on\n") == 0);
    cs_destroy(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_program_without_threads_shows_none),
        cmocka_unit_test(a_thread_falls_asleep_at_the_time_it_does_and_not_when_it_wakes),
        cmocka_unit_test(a_thread_waits_from_the_time_on_at_which_it_finds_a_lock_taken),
        cmocka_unit_test(a_worker_runs_while_the_loop_waits),
        cmocka_unit_test(a_sleeping_worker_says_when_it_wakes),
        cmocka_unit_test(a_sleep_in_the_main_thread_freezes_the_loop),
        cmocka_unit_test(records_tell_what_a_thread_does),
        cmocka_unit_test(a_deadlock_of_threads_names_its_circle),
        cmocka_unit_test(a_thread_cannot_change_inside_a_hash),
        cmocka_unit_test(waiting_by_polling_ends_by_the_budget),
        cmocka_unit_test(memory_that_runs_out_in_a_thread_ends_only_the_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
