/* Stepping into what something else drives: generators, special methods, decorators, callbacks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "command/command.h"
#include "session/session_facts.h"
#include "session/session_walk.h"

/* From the line that drives, into the first line of what is driven. `after`: where stepping over
 * it leads; 0 where what is driven runs later, when the loop calls it. */
typedef struct {
    const char *what;
    int from, inside, after;
} Driven;

static const Driven cases[] = {
    {"list() drives a generator", 62, 8, 63},
    {"sum() drives a generator", 63, 8, 64},
    {"sorted() drives a generator", 64, 8, 65},
    {"a star in a list drives a generator", 65, 8, 66},
    {"a star in a call drives a generator", 66, 8, 67},
    {"a comprehension drives a generator", 67, 8, 68},
    {"an unpacking drives a generator", 68, 8, 69},
    {"a for loop drives a generator", 70, 8, 71},
    {"sorted() calls its key", 72, 13, 73},
    {"map() calls its function", 73, 13, 74},
    {"a class calls __init__", 75, 27, 76},
    {"len() calls __len__", 76, 36, 77},
    {"== calls __eq__", 77, 39, 78},
    {"print() calls __repr__", 78, 42, 79},
    {"an attribute calls its property", 79, 58, 80},
    {"with calls __init__ and __enter__", 80, 27, 81},
    {"with enters a context manager's generator", 82, 22, 83},
    {"async for calls __aiter__", 84, 45, 86},
    {"async with calls __aenter__", 86, 51, 87},
    {"a decorator is called", 88, 17, 89},
    {"the loop calls a callback", 91, 13, 0},
};

static Session recorded(void) {
    Session s;
    SessionContext context = command_context("en");
    assert_true(session_open(&s, &context, "tests/app/driven/driven.py"));
    session_record_all(&s);
    return s;
}

static int line_of(const Session *s) {
    return cs_step_line(s->engine, s->playhead.step);
}

static void check_goes(Session *s, const Driven *d, SessionGo where, int line) {
    if (!session_go(s, where) || line_of(s) != line) {
        fail_msg("%s: from line %d to %d, not %d", d->what, d->from, line_of(s), line);
    }
}

static void a_step_leads_inside_and_back_out(void **state) {
    (void)state;
    Session s = recorded();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Driven *d = &cases[i];
        session_go(&s, GO_START);
        assert_true(session_walk_line(&s, d->from, 1));
        Playhead from = s.playhead;
        check_goes(&s, d, GO_STEP, d->inside);
        check_goes(&s, d, GO_STEP_BACK, d->from);
        assert_true(session_same_place(s.playhead, from));
        if (d->after) check_goes(&s, d, GO_OVER, d->after);
    }
    session_close(&s);
}

static void each_item_is_one_more_step_inside(void **state) {
    (void)state;
    static const int lines[] = {8, 9, 63, 8, 9, 64, 8, 9, 65, 8, 9, 66, 8, 9, 67};
    Session s = recorded();
    session_go(&s, GO_START);
    assert_true(session_walk_line(&s, 62, 1));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_true(session_go(&s, GO_STEP));
        assert_int_equal(line_of(&s), lines[i]);
    }
    session_close(&s);
}

static void no_step_stops_in_the_library(void **state) {
    (void)state;
    Session s = recorded();
    int stops = 0;
    session_go(&s, GO_START);
    while (session_go(&s, GO_STEP) && !s.playhead.end) {
        CsSnapshot *now = cs_snapshot(s.engine);
        assert_non_null(now);
        if (now->frame_count > 0) assert_false(now->frames[now->frame_count - 1].library);
        stops += now->frame_count > 0;
        cs_snapshot_free(now);
    }
    assert_true(stops > 50);
    assert_true(s.playhead.end);
    session_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_leads_inside_and_back_out),
        cmocka_unit_test(each_item_is_one_more_step_inside),
        cmocka_unit_test(no_step_stops_in_the_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
