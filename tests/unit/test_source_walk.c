/* Going by parts, frames, tasks and lines; breakpoints; values under the pointer. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "session/breaks.h"
#include "session/session_facts.h"
#include "session/session_look.h"
#include "session/session_parts.h"
#include "session/session_walk.h"

enum { MOST_PLACES = 2000 };

static Session bakery(void) {
    Session s;
    SessionContext context = command_context("en");
    assert_true(session_open(&s, &context, "tests/app/source/bakery.py"));
    session_record_all(&s);
    return s;
}

static int line_of(const Session *s) {
    return cs_step_line(s->engine, s->playhead.step);
}

static void go_to(Session *s, int line, int hit) {
    session_go(s, GO_START);
    while (hit-- > 0) assert_true(session_walk_line(s, line, 1));
}

static void assert_goes(Session *s, SessionGo where, int line) {
    assert_true(session_go(s, where));
    assert_int_equal(line_of(s), line);
}

/* ---- Parts ---------------------------------------------------------------------------------- */

static void going_by_parts_leads_back_over_the_same_places(void **state) {
    (void)state;
    static Playhead out[MOST_PLACES];
    Session s = bakery();
    size_t count = 0, parts = 0;
    do {
        assert_true(count < MOST_PLACES);
        parts += s.playhead.instruction != 0;
        out[count++] = s.playhead;
    } while (session_go(&s, GO_PART));
    assert_true(s.playhead.end);
    assert_true(parts > 80);
    while (count-- > 1) {
        assert_true(session_same_place(s.playhead, out[count]));
        assert_true(session_go(&s, GO_PART_BACK));
    }
    assert_false(session_go(&s, GO_PART_BACK));
    session_close(&s);
}

static void every_line_is_stopped_at_between_its_parts(void **state) {
    (void)state;
    Session s = bakery();
    uint64_t lines = 0, records = 0;
    while (session_go(&s, GO_PART)) {
        assert_true(session_order(&s) >= records);
        records = session_order(&s);
        if (s.playhead.instruction || s.playhead.end) continue;
        assert_int_equal(s.playhead.step, ++lines);
    }
    assert_int_equal(lines, cs_step_count(s.engine));
    session_close(&s);
}

static void the_statement_in_hand_is_that_of_the_part(void **state) {
    (void)state;
    Session s = bakery();
    go_to(&s, 20, 1); /* cost = price(2) + price(len(order)) */
    SessionStatement at = session_statement(&s);
    assert_int_equal(at.done, 0);
    assert_int_equal(at.parts->count, 8);
    session_go(&s, GO_PART); /* price */
    session_go(&s, GO_PART); /* its first line */
    assert_int_equal(line_of(&s), 5);
    assert_int_equal(session_statement(&s).parts->line, 5);
    while (session_statement(&s).parts->line != 20) assert_true(session_go(&s, GO_PART));
    at = session_statement(&s);
    assert_int_equal(at.done, 2);
    assert_string_equal(at.parts->items[1].value, "1");
    assert_int_equal(at.parts->count, 8);
    session_close(&s);
}

static void a_line_back_from_a_part_is_its_own_line(void **state) {
    (void)state;
    Session s = bakery();
    go_to(&s, 13, 1);
    uint64_t step = s.playhead.step;
    session_go(&s, GO_PART);
    assert_true(s.playhead.instruction > 0);
    assert_true(session_go(&s, GO_STEP_BACK));
    assert_int_equal(s.playhead.step, step);
    assert_int_equal(s.playhead.instruction, 0);
    session_close(&s);
}

/* ---- Frames and tasks ----------------------------------------------------------------------- */

static void over_passes_calls_and_ends_in_the_caller(void **state) {
    (void)state;
    Session s = bakery();
    go_to(&s, 20, 1);
    assert_goes(&s, GO_OVER, 21);
    assert_goes(&s, GO_OVER_BACK, 20);
    assert_goes(&s, GO_STEP, 5);
    assert_goes(&s, GO_OVER, 6);
    assert_goes(&s, GO_OUT, 21);
    go_to(&s, 8, 1); /* return: on in the line that called, which has no line left but 21 */
    assert_goes(&s, GO_OVER, 21);
    session_close(&s);
}

static void over_an_await_others_run_in_between(void **state) {
    (void)state;
    Session s = bakery();
    go_to(&s, 18, 1);
    uint32_t task = cs_step_task(s.engine, s.playhead.step);
    uint64_t from = s.playhead.step;
    assert_goes(&s, GO_OVER, 19);
    assert_int_equal(cs_step_task(s.engine, s.playhead.step), task);
    assert_true(s.playhead.step > from + 3);
    session_close(&s);
}

static void into_follows_the_task_down_and_out_leads_up_again(void **state) {
    (void)state;
    Session s = bakery();
    go_to(&s, 18, 1);
    assert_goes(&s, GO_INTO, 12);
    assert_goes(&s, GO_INTO, 13); /* the other tasks' lines are passed over */
    assert_goes(&s, GO_OUT, 19);
    assert_goes(&s, GO_INTO_BACK, 14);
    assert_goes(&s, GO_OUT_BACK, 18);
    session_close(&s);
}

static void out_of_a_task_is_what_runs_when_it_is_over(void **state) {
    (void)state;
    Session s = bakery();
    go_to(&s, 21, 1);
    uint32_t task = cs_step_task(s.engine, s.playhead.step);
    assert_true(session_go(&s, GO_OUT));
    assert_int_not_equal(cs_step_task(s.engine, s.playhead.step), task);
    assert_false(session_walk_task(&s, task, 1));
    session_close(&s);
}

static void one_task_alone_is_followed_to_its_end(void **state) {
    (void)state;
    static const int lines[] = {18, 12, 13, 14, 19, 20};
    Session s = bakery();
    go_to(&s, 18, 2);
    uint32_t bob = cs_step_task(s.engine, s.playhead.step);
    session_go(&s, GO_START);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_true(session_walk_task(&s, bob, 1));
        assert_int_equal(line_of(&s), lines[i]);
        assert_int_equal(cs_step_task(s.engine, s.playhead.step), bob);
    }
    while (session_walk_task(&s, bob, 1)) {}
    assert_int_equal(line_of(&s), 21);
    while (session_walk_task(&s, bob, -1)) {}
    assert_int_equal(line_of(&s), 18);
    session_close(&s);
}

static void exceptions_and_outputs_are_found_both_ways(void **state) {
    (void)state;
    Session s = bakery();
    size_t count;
    int outputs = 0, back = 0;
    const CsEvent *events = cs_events(s.engine, &count);
    while (session_go(&s, GO_OUTPUT)) {
        outputs++;
        assert_int_equal(events[s.playhead.event - 1].kind, EVENT_OUTPUT);
    }
    assert_int_equal(outputs, 4);
    session_go(&s, GO_END);
    while (session_go(&s, GO_OUTPUT_BACK)) back++;
    assert_int_equal(back, outputs);
    session_go(&s, GO_START);
    assert_true(session_go(&s, GO_EXCEPTION)); /* it comes up */
    assert_int_equal(session_raise_here(&s)->line, 26);
    assert_true(session_go(&s, GO_EXCEPTION)); /* and leaves the task */
    assert_int_equal(events[s.playhead.event - 1].kind, EVENT_EXCEPTION_LEFT_TASK);
    session_go(&s, GO_END);
    assert_true(session_go(&s, GO_EXCEPTION_BACK)); /* where the task is awaited */
    assert_int_equal(session_raise_here(&s)->line, 38);
    session_close(&s);
}

/* Generators end without a word; what is handed up from a library's function comes up once. */
static void every_exception_is_found_also_one_that_is_caught(void **state) {
    (void)state;
    static const struct {
        const char *type, *function, *caught_by;
        int line;
        bool escaped, cancels;
    } expected[] = {
        {"ValueError", "weigh", "careful", 5, false, false},
        {"KeyError", "careless", "", 30, true, false},
        {"CancelledError", "tidy", "", 18, true, true},
    };
    Session s;
    SessionContext context = command_context("en");
    assert_true(session_open(&s, &context, "tests/app/source/raises.py"));
    session_record_all(&s);
    size_t count;
    const CsRaise *raises = cs_raises(s.engine, &count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(raises[i].type, expected[i].type);
        assert_string_equal(raises[i].function, expected[i].function);
        assert_string_equal(raises[i].caught_by, expected[i].caught_by);
        assert_int_equal(raises[i].line, expected[i].line);
        assert_int_equal(raises[i].escaped, expected[i].escaped);
        assert_int_equal(raises[i].cancels, expected[i].cancels);
    }
    Playhead out[16];
    int stops = 0, found = 0;
    while (session_go(&s, GO_EXCEPTION)) {
        assert_true(stops < 16);
        found += session_raise_here(&s) != NULL;
        out[stops++] = s.playhead;
    }
    assert_int_equal(found, 3);
    session_go(&s, GO_END);
    while (stops-- > 0) {
        assert_true(session_go(&s, GO_EXCEPTION_BACK));
        assert_true(session_same_place(s.playhead, out[stops]));
    }
    assert_false(session_go(&s, GO_EXCEPTION_BACK));
    cs_raises(s.engine, &count);
    assert_int_equal(count, 3); /* going about records nothing */
    session_close(&s);
}

/* ---- Breakpoints ---------------------------------------------------------------------------- */

static void a_breakpoint_stops_each_time_and_both_ways(void **state) {
    (void)state;
    Session s = bakery();
    Breaks breaks = {0};
    char text[128];
    assert_true(breaks_set(&breaks, 19, ""));
    assert_true(breaks_set(&breaks, 13, ""));
    assert_int_equal(breaks.items[0].line, 13);
    static const int lines[] = {13, 19, 13, 19};
    for (int i = 0; i < 4; i++) {
        assert_true(breaks_go(&s, &breaks, 1, text, sizeof text));
        assert_int_equal(line_of(&s), lines[i]);
    }
    assert_false(breaks_go(&s, &breaks, 1, text, sizeof text));
    for (int i = 3; i-- > 0;) {
        assert_true(breaks_go(&s, &breaks, -1, text, sizeof text));
        assert_int_equal(line_of(&s), lines[i]);
    }
    assert_true(breaks_remove(&breaks, 13));
    assert_false(breaks_remove(&breaks, 13));
    assert_null(breaks_find(&breaks, 13));
    session_close(&s);
}

static void a_condition_decides_and_changes_nothing(void **state) {
    (void)state;
    Session s = bakery();
    Breaks breaks = {0};
    char text[128];
    uint64_t hash = cs_hash(s.engine);
    breaks_set(&breaks, 7, "n == 2");
    assert_true(breaks_go(&s, &breaks, 1, text, sizeof text));
    assert_string_equal(text, "");
    CsSnapshot *now = cs_snapshot(s.engine);
    const CsFrame *f = &now->frames[now->frame_count - 1];
    assert_string_equal(f->function, "price");
    assert_string_equal(f->locals[1].name, "n");
    assert_string_equal(f->locals[1].value, "2");
    cs_snapshot_free(now);
    session_go(&s, GO_START);
    breaks_set(&breaks, 7, "n.append(1)"); /* has no value: stops, and says why */
    assert_true(breaks_go(&s, &breaks, 1, text, sizeof text));
    assert_string_equal(text, "AttributeError: 'int' object has no attribute 'append'");
    breaks_set(&breaks, 7, "");
    breaks_set(&breaks, 13, "q.put_nowait('more') or False");
    breaks_remove(&breaks, 7);
    session_go(&s, GO_START);
    assert_false(breaks_go(&s, &breaks, 1, text, sizeof text));
    assert_true(session_go(&s, GO_END));
    assert_true(session_go(&s, GO_START));
    assert_true(cs_hash(s.engine) == hash);
    session_close(&s);
}

static void breakpoints_lie_on_lines_with_code(void **state) {
    (void)state;
    Session s = bakery();
    assert_int_equal(breaks_line(&s, 2), 4);
    assert_int_equal(breaks_line(&s, 13), 13);
    assert_int_equal(breaks_line(&s, 500), 0);
    Breaks breaks = {0};
    for (int i = 0; i < BREAKS_MOST; i++) assert_true(breaks_set(&breaks, i + 1, ""));
    assert_false(breaks_set(&breaks, BREAKS_MOST + 1, ""));
    assert_true(breaks_set(&breaks, 5, "n"));
    session_close(&s);
}

/* ---- Values under the pointer --------------------------------------------------------------- */

static void assert_look(Session *s, int line, int column, const char *name, const char *value) {
    SessionLook look;
    assert_true(session_look(s, line, column, &look));
    assert_string_equal(look.name, name);
    assert_string_equal(look.value, value);
}

static void a_name_shows_its_value_where_its_function_stands(void **state) {
    (void)state;
    Session s = bakery();
    SessionLook look;
    go_to(&s, 13, 1);
    Playhead here = s.playhead;
    assert_look(&s, 13, 28, "order", "'rye'");
    assert_look(&s, 12, 5, "order", "'rye'");
    assert_look(&s, 18, 25, "name", "'Ann'");
    assert_look(&s, 31, 5, "ann", "Task-2");
    assert_look(&s, 35, 16, "q.put", "Queue.put");
    assert_false(session_look(&s, 5, 6, &look)); /* price does not run */
    assert_false(session_look(&s, 13, 2, &look));
    assert_false(session_look(&s, 400, 2, &look));
    assert_true(session_same_place(s.playhead, here));
    session_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(going_by_parts_leads_back_over_the_same_places),
        cmocka_unit_test(every_line_is_stopped_at_between_its_parts),
        cmocka_unit_test(the_statement_in_hand_is_that_of_the_part),
        cmocka_unit_test(a_line_back_from_a_part_is_its_own_line),
        cmocka_unit_test(over_passes_calls_and_ends_in_the_caller),
        cmocka_unit_test(over_an_await_others_run_in_between),
        cmocka_unit_test(into_follows_the_task_down_and_out_leads_up_again),
        cmocka_unit_test(out_of_a_task_is_what_runs_when_it_is_over),
        cmocka_unit_test(one_task_alone_is_followed_to_its_end),
        cmocka_unit_test(exceptions_and_outputs_are_found_both_ways),
        cmocka_unit_test(every_exception_is_found_also_one_that_is_caught),
        cmocka_unit_test(a_breakpoint_stops_each_time_and_both_ways),
        cmocka_unit_test(a_condition_decides_and_changes_nothing),
        cmocka_unit_test(breakpoints_lie_on_lines_with_code),
        cmocka_unit_test(a_name_shows_its_value_where_its_function_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
