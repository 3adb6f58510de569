/* What why answers: states, who wakes whom, what comes next, names. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/why.h"
#include "support/programs.h"

/* A run, and a moment of it. */
typedef struct {
    CsEngine *engine;
    ModelPool pool;
    EventFacts facts;
    EventWords words;
    CsSnapshot *now;
    WhyMoment moment;
} Asked;

static void begin(Asked *a, const char *language, const char *text) {
    *a = (Asked){.engine = record_program("why.py", text, NULL)};
    event_facts_build(&a->facts, a->engine, &a->pool);
    a->words = (EventWords){.facts = &a->facts, .words = text_table(language), .pool = &a->pool};
}

static void end(Asked *a) {
    cs_snapshot_free(a->now);
    model_pool_clear(&a->pool);
    cs_destroy(a->engine);
}

/* Right after the n-th record of a kind; 0: at the end. */
static void go(Asked *a, EventKind kind, int nth) {
    uint32_t at = 0;
    for (size_t i = 0; i < a->facts.event_count && !at; i++)
        if (a->facts.events[i].kind == kind && --nth == 0) at = (uint32_t)i + 1;
    if (at)
        assert_true(cs_seek_event(a->engine, at));
    else
        assert_true(cs_seek_end(a->engine));
    cs_snapshot_free(a->now);
    a->now = cs_snapshot(a->engine);
    assert_non_null(a->now);
    a->moment = (WhyMoment){&a->words, a->now, a->now->event, cs_result(a->engine).end};
}

static const Why *ask(Asked *a, const char *of) {
    WhyThing thing;
    if (why_find(&a->moment, of, &thing) != WHY_FOUND) fail_msg("nothing is called %s", of);
    Why *why = model_alloc(&a->pool, sizeof *why);
    why_build(&a->moment, &thing, why);
    return why;
}

static void assert_text(const ModelText *text, const char *expected) {
    char plain[512];
    model_text_plain(text, plain, sizeof plain);
    assert_string_equal(plain, expected);
}

static const char sleeper[] = "import asyncio\n"
                              "async def nap():\n    await asyncio.sleep(2)\n    return 7\n"
                              "async def main():\n"
                              "    t = asyncio.create_task(nap(), name='nap')\n"
                              "    await t\n"
                              "asyncio.run(main())\n";

static void a_sleeper_waits_for_its_timer_and_then_goes_on(void **state) {
    (void)state;
    Asked a;
    begin(&a, "en", sleeper);
    go(&a, EVENT_TASK_SUSPENDED, 2);
    const Why *why = ask(&a, "task:nap");
    assert_string_equal(why->state, "waiting");
    assert_text(&why->is, "Task nap is waiting for sleep(2).");
    assert_int_equal(why->waker_count, 1);
    assert_string_equal(why->wakers[0].kind, "timer");
    assert_text(&why->wakers[0].text, "The timer at 2.000.");
    assert_string_equal(why->chain[0].kind, "program.started");
    assert_string_equal(why->chain[why->chain_count - 1].kind, "task.suspended");
    assert_int_equal(why->chain[why->chain_count - 1].line, 3);
    assert_true(why->has_next);
    assert_string_equal(why->next.kind, "handle.scheduled");
    assert_int_equal(why->next.time_ns, 2000000000);
    end(&a);
}

static void a_task_that_awaits_another_names_it(void **state) {
    (void)state;
    Asked a;
    begin(&a, "en", sleeper);
    go(&a, EVENT_TASK_SUSPENDED, 2);
    const Why *why = ask(&a, "task:Task-1");
    assert_text(&why->is, "Task-1 (main) is waiting for nap.");
    assert_string_equal(why->wakers[0].kind, "task");
    assert_text(&why->wakers[0].text, "Task nap, when it is done; it waits for sleep(2).");
    end(&a);
}

static void a_task_that_is_done_says_what_it_returned(void **state) {
    (void)state;
    Asked a;
    begin(&a, "en", sleeper);
    go(&a, EVENT_NONE, 1);
    const Why *why = ask(&a, "task:nap");
    assert_string_equal(why->state, "done");
    assert_text(&why->is, "Task nap is done and returned 7.");
    assert_int_equal(why->waker_count, 0);
    assert_false(why->has_next);
    end(&a);
}

static void a_future_is_called_after_the_variable_that_is_bound_to_it(void **state) {
    (void)state;
    Asked a;
    begin(&a, "en",
          "import asyncio\n"
          "async def guest(food):\n    return await food\n"
          "async def main():\n"
          "    dish = asyncio.get_running_loop().create_future()\n"
          "    ana = asyncio.create_task(guest(dish), name='Ana')\n"
          "    await asyncio.sleep(1)\n"
          "    dish.set_result('soup')\n"
          "    await ana\n"
          "asyncio.run(main())\n");
    go(&a, EVENT_TASK_SUSPENDED, 2);
    assert_text(&ask(&a, "task:Ana")->is, "Ana is waiting for the future dish.");
    assert_text(&ask(&a, "future:dish")->is, "The future dish is pending.");
    go(&a, EVENT_FUTURE_RESOLVED, 2);
    bool told = false;
    for (int i = 0; i < a.now->future_count; i++)
        told |= a.now->futures[i].named && strcmp(a.now->futures[i].label, "dish") == 0;
    assert_true(told);
    end(&a);
}

static void spanish_has_the_same_answer(void **state) {
    (void)state;
    Asked a;
    begin(&a, "es", sleeper);
    go(&a, EVENT_TASK_SUSPENDED, 2);
    const Why *why = ask(&a, "task:nap");
    assert_text(&why->is, "La tarea nap espera sleep(2).");
    assert_text(&why->wakers[0].text, "El temporizador de 2.000.");
    end(&a);
}

static const char two_locks[] = "import asyncio\n"
                                "async def grab(first, second):\n"
                                "    async with first:\n"
                                "        await asyncio.sleep(1)\n"
                                "        async with second:\n            pass\n"
                                "async def main():\n"
                                "    red, blue = asyncio.Lock(), asyncio.Lock()\n"
                                "    a = asyncio.create_task(grab(red, blue), name='Ann')\n"
                                "    b = asyncio.create_task(grab(blue, red), name='Bob')\n"
                                "    await a\n    await b\n"
                                "asyncio.run(main())\n";

static void a_deadlock_shows_its_circle(void **state) {
    (void)state;
    Asked a;
    begin(&a, "en", two_locks);
    go(&a, EVENT_DEADLOCK, 1);
    const Why *why = ask(&a, "Ann");
    assert_text(&why->is, "Ann is waiting for the lock blue.");
    assert_int_equal(why->waker_count, 3);
    assert_string_equal(why->wakers[0].kind, "holder");
    assert_text(&why->wakers[0].text, "Bob, which holds the lock; it waits for the lock red.");
    assert_string_equal(why->wakers[1].kind, "cycle");
    assert_text(&why->wakers[1].text, "It is a circle: Ann \u2192 Bob \u2192 Ann.");
    assert_string_equal(why->wakers[2].kind, "nobody");
    assert_false(why->has_next);
    end(&a);
}

static void a_lock_says_who_holds_it_and_who_is_in_line(void **state) {
    (void)state;
    Asked a;
    begin(&a, "en", two_locks);
    go(&a, EVENT_DEADLOCK, 1);
    const Why *why = ask(&a, "lock:red");
    assert_string_equal(why->state, "held");
    assert_text(&why->is, "The lock red is held by Ann. In line: Bob.");
    assert_int_equal(ask(&a, "lock#1")->id, why->id);
    end(&a);
}

static const char queue[] = "import asyncio\n"
                            "async def take(q):\n    await q.get()\n"
                            "async def main():\n"
                            "    q = asyncio.Queue()\n"
                            "    t = asyncio.create_task(take(q), name='taker')\n"
                            "    await asyncio.sleep(1)\n"
                            "    await q.put('bun')\n"
                            "    await t\n"
                            "asyncio.run(main())\n";

static void a_getter_is_told_who_will_put(void **state) {
    (void)state;
    Asked a;
    begin(&a, "en", queue);
    go(&a, EVENT_TASK_SUSPENDED, 2);
    const Why *why = ask(&a, "task:taker");
    assert_int_equal(why->waker_count, 2);
    assert_string_equal(why->wakers[0].kind, "queue_get");
    assert_text(&why->wakers[0].text, "Whoever puts an item into q.");
    assert_string_equal(why->wakers[1].kind, "does");
    assert_text(&why->wakers[1].text, "In this run Task-1 (main) does it at 1.000, step 9.");
    assert_text(&ask(&a, "q")->is, "The queue q is empty. In line: taker.");
    end(&a);
}

static void names_are_kinds_with_names_or_numbers(void **state) {
    (void)state;
    Asked a;
    WhyThing thing;
    begin(&a, "en", queue);
    go(&a, EVENT_TASK_SUSPENDED, 2);
    assert_int_equal(why_find(&a.moment, "task:t", &thing), WHY_FOUND); /* a variable */
    assert_string_equal(thing.name, "taker");
    assert_int_equal(why_find(&a.moment, "task#2", &thing), WHY_FOUND);
    assert_string_equal(thing.name, "taker");
    assert_int_equal(why_find(&a.moment, "take", &thing), WHY_FOUND); /* its function */
    assert_int_equal(why_find(&a.moment, "queue:taker", &thing), WHY_UNKNOWN);
    assert_int_equal(why_find(&a.moment, "queue#2", &thing), WHY_UNKNOWN);
    assert_int_equal(why_find(&a.moment, "", &thing), WHY_UNKNOWN);
    size_t count;
    const char **names = why_names(&a.moment, &count);
    bool has_queue = false;
    for (size_t i = 0; i < count; i++) has_queue = has_queue || strcmp(names[i], "queue:q") == 0;
    assert_true(has_queue);
    end(&a);
}

static void what_is_called_alike_is_ambiguous(void **state) {
    (void)state;
    Asked a;
    WhyThing thing;
    begin(&a, "en",
          "import asyncio\n"
          "async def nap():\n    await asyncio.sleep(2)\n"
          "async def main():\n"
          "    await asyncio.gather(*[asyncio.create_task(nap(), name='nap') for _ in '12'])\n"
          "asyncio.run(main())\n");
    go(&a, EVENT_TASK_SUSPENDED, 2);
    assert_int_equal(why_find(&a.moment, "task:nap", &thing), WHY_AMBIGUOUS);
    assert_int_equal(why_find(&a.moment, "task#3", &thing), WHY_FOUND);
    end(&a);
}

static void a_request_to_cancel_is_the_reason(void **state) {
    (void)state;
    Asked a;
    begin(&a, "en",
          "import asyncio\n"
          "async def nap():\n    await asyncio.sleep(9)\n"
          "async def main():\n"
          "    t = asyncio.create_task(nap(), name='Nap')\n"
          "    await asyncio.sleep(1)\n"
          "    t.cancel()\n"
          "    await asyncio.wait([t])\n"
          "asyncio.run(main())\n");
    go(&a, EVENT_TASK_CANCEL_REQUESTED, 1);
    const Why *why = ask(&a, "Nap");
    assert_string_equal(why->state, "cancelling");
    assert_string_equal(why->chain[why->chain_count - 1].kind, "task.cancel_requested");
    assert_text(&why->chain[why->chain_count - 1].text, "Task-1 (main) asks Nap to cancel.");
    end(&a);
}

static void every_record_can_be_told(void **state) {
    (void)state;
    static const char *const programs[] = {sleeper, two_locks, queue};
    for (size_t p = 0; p < sizeof programs / sizeof *programs; p++) {
        Asked a;
        begin(&a, p % 2 ? "es" : "en", programs[p]);
        for (size_t i = 0; i < a.facts.event_count; i++) {
            char plain[512];
            ModelText text = event_words_say(&a.words, &a.facts.events[i]);
            model_text_plain(&text, plain, sizeof plain);
            size_t length = strlen(plain);
            if (length < 5 || strpbrk(plain, "{}") || strstr(plain, "  "))
                fail_msg("record %d: \"%s\"", (int)i + 1, plain);
            if (plain[length - 1] != '.' && a.facts.events[i].kind != EVENT_OUTPUT)
                fail_msg("record %d has no end: \"%s\"", (int)i + 1, plain);
        }
        end(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sleeper_waits_for_its_timer_and_then_goes_on),
        cmocka_unit_test(a_task_that_awaits_another_names_it),
        cmocka_unit_test(a_task_that_is_done_says_what_it_returned),
        cmocka_unit_test(a_future_is_called_after_the_variable_that_is_bound_to_it),
        cmocka_unit_test(spanish_has_the_same_answer),
        cmocka_unit_test(a_deadlock_shows_its_circle),
        cmocka_unit_test(a_lock_says_who_holds_it_and_who_is_in_line),
        cmocka_unit_test(a_getter_is_told_who_will_put),
        cmocka_unit_test(names_are_kinds_with_names_or_numbers),
        cmocka_unit_test(what_is_called_alike_is_ambiguous),
        cmocka_unit_test(a_request_to_cancel_is_the_reason),
        cmocka_unit_test(every_record_can_be_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
