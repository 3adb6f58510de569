/* Going through a run: every way there leads back again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "session/session_facts.h"

enum { MOST_PLACES = 4000 };

static const char *const lessons[] = {
    "scenarios/basics/first_coroutine.json",
    "scenarios/tasks/three_sleepers.json",
    "scenarios/queues/producer_consumer.json",
};

enum { LESSONS = sizeof lessons / sizeof *lessons };

static void open_recorded(Session *s, const char *path) {
    SessionContext context = command_context("en");
    assert_true(session_open(s, &context, path));
    session_record_all(s);
}

/* Where the playhead stops on the way, its start included. */
static size_t walk(Session *s, SessionGo go, Playhead *places) {
    size_t count = 0;
    do {
        assert_true(count < MOST_PLACES);
        places[count++] = s->playhead;
    } while (session_go(s, go));
    return count;
}

static void check_there_and_back(Session *s, SessionGo there, SessionGo back) {
    static Playhead out[MOST_PLACES], home[MOST_PLACES];
    session_go(s, GO_START);
    size_t count = walk(s, there, out);
    assert_true(count > 2);
    assert_int_equal(walk(s, back, home), count);
    for (size_t i = 0; i < count; i++) {
        Playhead a = out[i], b = home[count - 1 - i];
        if (!session_same_place(a, b))
            fail_msg("place %zu is %d/%d there and %d/%d back", i, (int)a.step, (int)a.event,
                     (int)b.step, (int)b.event);
    }
}

static void every_way_of_going_leads_back_over_the_same_places(void **state) {
    (void)state;
    for (int i = 0; i < LESSONS; i++) {
        Session s;
        open_recorded(&s, lessons[i]);
        check_there_and_back(&s, GO_STEP, GO_STEP_BACK);
        check_there_and_back(&s, GO_HANDLE, GO_HANDLE_BACK);
        check_there_and_back(&s, GO_ITERATION, GO_ITERATION_BACK);
        session_close(&s);
    }
}

static void a_callback_that_runs_lines_is_shown_at_its_first_line(void **state) {
    (void)state;
    Session s;
    int with_lines = 0;
    open_recorded(&s, lessons[2]);
    while (session_go(&s, GO_HANDLE) && !s.playhead.end) {
        CsSnapshot *now = cs_snapshot(s.engine);
        assert_non_null(now);
        assert_int_not_equal(now->running.id, 0);
        if (s.playhead.event == 0) {
            with_lines++;
            assert_true(now->frame_count > 0);
            assert_int_not_equal(now->line_next, 0);
        }
        cs_snapshot_free(now);
    }
    assert_true(with_lines > 10);
    session_close(&s);
}

static void an_iteration_begins_before_anything_of_it_happens(void **state) {
    (void)state;
    for (int i = 0; i < LESSONS; i++) {
        Session s;
        int waiting = 0;
        open_recorded(&s, lessons[i]);
        while (session_go(&s, GO_ITERATION) && !s.playhead.end) {
            CsSnapshot *now = cs_snapshot(s.engine);
            assert_non_null(now);
            assert_int_equal(now->event, s.playhead.event);
            assert_int_equal(now->running.id, 0);
            assert_int_equal(now->ran_count, 0);
            if (now->ready_count == 0) assert_int_not_equal(now->phase, CS_PHASE_RUN);
            waiting += now->phase == CS_PHASE_WAIT;
            cs_snapshot_free(now);
        }
        assert_true(waiting > 0);
        session_close(&s);
    }
}

/* What is told of a moment between two lines is what happened since the loop stood still before. */
static void between_two_lines_the_moment_before_is_the_loops_last_stop(void **state) {
    (void)state;
    Session s;
    SessionFacts facts = {0};
    size_t count, checked = 0;
    open_recorded(&s, lessons[1]);
    const CsEvent *events = cs_events(s.engine, &count);
    for (size_t i = 0; i + 1 < count; i++) {
        if (events[i].kind != EVENT_ITERATION_WAITED) continue;
        assert_true(session_seek(&s, (Playhead){.step = events[i].step, .event = events[i].id}));
        assert_true(session_facts_update(&facts, &s));
        assert_int_equal(facts.before->event, events[i].id - 1);
        assert_int_equal(facts.before->time_ns, events[i].time);
        assert_int_equal(facts.now->event, events[i].id);
        assert_int_equal(facts.now->time_ns, events[i + 1].time);
        checked++;
    }
    assert_true(checked > 1);
    session_facts_clear(&facts);
    session_close(&s);
}

static void facts_are_the_same_however_a_place_was_reached(void **state) {
    (void)state;
    Session s;
    SessionFacts walked = {0}, jumped = {0};
    open_recorded(&s, lessons[2]);
    while (session_go(&s, GO_STEP)) {
        Playhead here = s.playhead;
        assert_true(session_facts_update(&walked, &s));
        session_go(&s, GO_START);
        session_seek(&s, here);
        session_facts_clear(&jumped);
        assert_true(session_facts_update(&jumped, &s));
        assert_true(session_same_place(s.playhead, here));
        assert_int_equal(walked.now->event, jumped.now->event);
        assert_int_equal(walked.now->step, jumped.now->step);
        assert_int_equal(walked.now->line_next, jumped.now->line_next);
        assert_int_equal(walked.before->event, jumped.before->event);
        assert_int_equal(walked.before->line_next, jumped.before->line_next);
    }
    session_facts_clear(&walked);
    session_facts_clear(&jumped);
    session_close(&s);
}

static void last_change_walks_back_through_a_things_records(void **state) {
    (void)state;
    Session s;
    size_t count;
    open_recorded(&s, lessons[2]);
    session_go(&s, GO_END);
    const CsEvent *events = cs_events(s.engine, &count);
    uint32_t task = 0, event;
    for (size_t i = 0; i < count && !task; i++)
        if (events[i].kind == EVENT_TASK_CREATED) task = events[i].subject;
    int changes = 0;
    uint32_t last = UINT32_MAX;
    while ((event = session_last_change(&s, task)) != 0) {
        Playhead at;
        assert_true(event < last);
        assert_int_equal(events[event - 1].subject, task);
        assert_true(session_place_of(&s, event, &at));
        assert_true(session_seek(&s, at));
        last = event;
        changes++;
    }
    assert_true(changes > 3);
    assert_int_equal(events[last - 1].kind, EVENT_TASK_CREATED);
    session_close(&s);
}

static void output_is_what_was_written_up_to_the_playhead(void **state) {
    (void)state;
    Session s;
    open_recorded(&s, lessons[2]);
    char *text = session_output(&s);
    assert_string_equal(text, "");
    free(text);
    session_go(&s, GO_END);
    text = session_output(&s);
    assert_string_equal(text, s.lesson.expect.stdout_text);
    free(text);
    session_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_of_going_leads_back_over_the_same_places),
        cmocka_unit_test(a_callback_that_runs_lines_is_shown_at_its_first_line),
        cmocka_unit_test(an_iteration_begins_before_anything_of_it_happens),
        cmocka_unit_test(between_two_lines_the_moment_before_is_the_loops_last_stop),
        cmocka_unit_test(facts_are_the_same_however_a_place_was_reached),
        cmocka_unit_test(last_change_walks_back_through_a_things_records),
        cmocka_unit_test(output_is_what_was_written_up_to_the_playhead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
