#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/model_build.h"
#include "support/stage_fixture.h"

typedef struct {
    Kitchen *kitchen;
    Model model;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    f->kitchen = kitchen_create();
    model_build(&f->model, &f->kitchen->facts);
    *state = f;
    return f->kitchen ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    model_clear(&f->model);
    kitchen_destroy(f->kitchen);
    free(f);
    return 0;
}

static void assert_says(const ModelText *text, const char *expected) {
    char plain[512];
    model_text_plain(text, plain, sizeof plain);
    assert_string_equal(plain, expected);
}

static void top_bar_shows_the_clock_with_three_decimals(void **state) {
    const ModelTop *top = &((Fixture *)*state)->model.top;
    assert_string_equal(top->clock, "12.000");
    assert_string_equal(top->iteration, "21");
    assert_string_equal(top->step, "161");
    assert_string_equal(top->hold[0], "clock stands still");
    assert_false(top->clock_runs);
}

static void waiting_loop_says_until_when_time_passes(void **state) {
    Fixture *f = *state;
    f->kitchen->now.phase = CS_PHASE_WAIT;
    f->kitchen->now.waits_until_ns = 15000000000;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    assert_true(f->model.top.clock_runs);
    assert_string_equal(f->model.top.hold[1], "to 15.000");
}

static void running_frames_show_what_this_step_changed(void **state) {
    const ModelRunning *running = &((Fixture *)*state)->model.running;
    assert_int_equal(running->frame_count, 2);
    assert_string_equal(running->frames[1].call, "take(\"Bob\")");
    assert_true(running->frames[1].current);
    assert_true(running->frames[1].awaited);
    assert_true(running->frames[1].locals[0].changed);
    assert_false(running->frames[0].locals[0].changed);
}

static void cards_say_why_by_whom_and_their_place(void **state) {
    const ModelReady *ready = &((Fixture *)*state)->model.ready;
    assert_int_equal(ready->count, 3);
    assert_string_equal(ready->cards[0].because, "sleep(3) is over");
    assert_string_equal(ready->cards[0].by, "by timer at 12.000");
    assert_string_equal(ready->cards[0].place, "next");
    assert_string_equal(ready->cards[1].because, "Task-5 is done");
    assert_string_equal(ready->cards[1].by, "by clock");
    assert_string_equal(ready->cards[2].because, "a queue slot is free");
    assert_string_equal(ready->cards[2].by, "by Bob, just now");
    assert_string_equal(ready->cards[2].place, "3rd");
    assert_true(ready->cards[2].fresh);
    assert_false(ready->cards[1].fresh);
}

/* gather() and tasks with names of their own make asyncio's numbers differ from the badges. */
static void handles_are_called_as_their_tasks_where_the_numbers_differ(void **state) {
    Fixture *f = *state;
    CsTask *bob = &f->kitchen->now.tasks[2];
    const char *usual = bob->name;
    assert_string_equal(f->model.running.name, "Task-3 wakeup");
    bob->name = "Task-2";
    f->kitchen->now.running.name = "Task-2 wakeup";
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    bob->name = usual;
    assert_string_equal(f->model.running.name, "Bob wakeup");
}

static void cards_of_plain_calls_say_with_what_they_are_called(void **state) {
    Fixture *f = *state;
    CsHandle *handle = &f->kitchen->now.ready[1];
    CsHandle usual = *handle;
    handle->call = "get_on('Rosa')";
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    *handle = usual;
    assert_string_equal(f->model.ready.cards[1].name, "get_on('Rosa')");
}

static void cards_have_shorter_words_for_a_projector(void **state) {
    const ModelReady *ready = &((Fixture *)*state)->model.ready;
    assert_string_equal(ready->cards[0].name_short, "Ann wakes");
    assert_string_equal(ready->cards[1].name_short, "callback");
    assert_string_equal(ready->cards[2].name_short, "waiter wakes");
    assert_string_equal(ready->cards[2].because_short, "slot is free");
}

static void seats_say_what_their_tasks_wait_for(void **state) {
    const Model *m = &((Fixture *)*state)->model;
    assert_says(&m->seats[0].why, "waits for gather of [4][5]");
    assert_string_equal(m->seats[0].chain, "main \u203A gather");
    assert_says(&m->seats[1].why, "ready sleep(3) is over");
    assert_string_equal(m->seats[1].chain, "cook \u203A sleep");
    assert_string_equal(m->seats[2].chain, "cook \u203A take");
    assert_string_equal(m->seats[3].chain, "waiter \u203A Queue.put");
    assert_says(&m->seats[3].why_short, "ready slot is free");
    assert_says(&m->seats[4].why, "done returned None");
}

static void badges_are_filled_where_a_task_is_and_hollow_on_its_outer_lines(void **state) {
    const ModelSource *source = &((Fixture *)*state)->model.source;
    assert_int_equal(source->mark_count, 5);
    const int lines[] = {5, 9, 14, 15, 30}, tasks[] = {4, 3, 3, 2, 1};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(source->marks[i].line, lines[i]);
        assert_int_equal(source->marks[i].badges[0].number, tasks[i]);
        assert_int_equal(source->marks[i].badges[0].hollow, lines[i] == 14);
    }
}

static void queue_marks_the_slot_that_this_step_freed(void **state) {
    const ModelSync *queue = &((Fixture *)*state)->model.syncs[0];
    assert_int_equal(queue->slot_count, 2);
    assert_string_equal(queue->slots[0].text, "order 9");
    assert_false(queue->slots[0].changed);
    assert_int_equal(queue->slots[1].kind, SLOT_FREE);
    assert_true(queue->slots[1].changed);
    assert_string_equal(queue->foot, "3 unfinished");
}

static void pending_futures_stand_before_done_ones_and_the_newest_first(void **state) {
    const Model *m = &((Fixture *)*state)->model;
    assert_int_equal(m->future_count, 4);
    const char *const labels[] = {"gather", "sleep(3)", "q.put()", "Task-5"};
    for (int i = 0; i < 4; i++) assert_string_equal(m->futures[i].label, labels[i]);
    assert_string_equal(m->futures[0].verb, "waits");
    assert_string_equal(m->futures[1].verb, "woken");
    assert_int_equal(m->futures[3].who[0].who, WHO_CALLBACK);
}

static void done_futures_leave_after_one_iteration(void **state) {
    Fixture *f = *state;
    f->kitchen->now.iteration = 23;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    assert_int_equal(f->model.future_count, 1);
}

static void timers_say_how_much_of_their_wait_is_over(void **state) {
    const Model *m = &((Fixture *)*state)->model;
    assert_string_equal(m->timers[0].when, "15.000");
    assert_string_equal(m->timers[0].left, "in 3 s");
    assert_float_equal(m->timers[0].share, 0.8F, 0.001F);
    assert_string_equal(m->timers_fired, "3 fired at 12.000");
}

static void amber_links_lead_from_the_slot_over_the_seat_to_the_card(void **state) {
    const Model *m = &((Fixture *)*state)->model;
    assert_int_equal(m->link_count, 3);
    assert_int_equal(m->links[0].from.kind, END_SLOT);
    assert_int_equal(m->links[0].from.index, 1);
    assert_int_equal(m->links[0].to.id, KITCHEN_TASK + 4);
    assert_int_equal(m->links[1].to.kind, END_CARD);
    assert_int_equal(m->links[2].kind, LINK_WAITS);
    assert_int_equal(m->links[2].to.kind, END_FUTURE);
}

static void caption_tells_what_happened_and_what_follows(void **state) {
    assert_says(&((Fixture *)*state)->model.caption,
                "Bob [3] took order 8, so a slot in the queue is free. Task waiter [4] was stuck "
                "in put(): its wakeup joins the end of the ready queue.");
}

static void lesson_caption_turns_braces_into_names_with_badges(void **state) {
    Fixture *f = *state;
    f->kitchen->facts.say = "{Ann} sleeps, {3} eats, `{n}` and {nobody} stay.";
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    assert_says(&f->model.caption, "Ann [2] sleeps, [3] eats, {n} and {nobody} stay.");
    assert_int_equal(f->model.caption.spans[5].kind, SPAN_CODE);
}

static void output_joins_the_pieces_of_one_line(void **state) {
    Fixture *f = *state;
    static const char *const pieces[] = {"a", " ", "b", "\n", "c\nd"};
    for (size_t i = 0; i < 5; i++) {
        CsOutput *out = &f->kitchen->outputs[i];
        out->text = pieces[i];
        out->size = strlen(pieces[i]);
        out->event = (uint32_t)i + 1;
    }
    f->kitchen->facts.output_count = 5;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    assert_int_equal(f->model.output_count, 3);
    assert_string_equal(f->model.outputs[0].text, "a b");
    assert_string_equal(f->model.outputs[2].text, "d");
}

static void spotlight_names_a_panel_or_one_thing_in_it(void **state) {
    Fixture *f = *state;
    const LessonThing queue = {"queue", "q", 0}, task = {"task", "cook Bob", 0},
                      panel = {"panel", "ready", 0};
    f->kitchen->facts.spotlight = &queue;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    assert_int_equal(f->model.spotlight, SPOT_SYNC);
    assert_int_equal(f->model.spotlight_id, KITCHEN_QUEUE);
    f->kitchen->facts.spotlight = &task;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    assert_int_equal(f->model.spotlight_id, KITCHEN_TASK + 3);
    f->kitchen->facts.spotlight = &panel;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    assert_int_equal(f->model.spotlight, SPOT_READY);
    assert_int_equal(f->model.spotlight_id, 0);
}

static void spanish_says_the_same(void **state) {
    Fixture *f = *state;
    f->kitchen->facts.words = text_table("es-MX");
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    assert_string_equal(f->model.ready.cards[2].by, "por Bob, ahora mismo");
}

/* ---- Timeline ------------------------------------------------------------------------------ */

static void lanes_alternate_as_their_tasks_did(void **state) {
    const Timeline *t = &((Fixture *)*state)->kitchen->timeline;
    assert_int_equal(t->lane_count, 5);
    const TimelineLane *main_lane = &t->lanes[0];
    static const uint8_t kinds[] = {BLOCK_CREATED, BLOCK_READY, BLOCK_RUNNING,
                                    BLOCK_WAITING, BLOCK_READY, BLOCK_RUNNING};
    for (size_t i = 0; i < 6; i++) assert_int_equal(main_lane->blocks[i].kind, kinds[i]);
    assert_int_equal(t->lanes[4].end, LANE_DONE);
    assert_int_equal(t->lanes[1].end, LANE_CANCELLED);
}

static void instants_hold_a_cell_for_each_handle_and_gaps_grow_with_time(void **state) {
    const Timeline *t = &((Fixture *)*state)->kitchen->timeline;
    assert_int_equal(t->instants[0].cells, 8);
    assert_int_equal(t->instants[1].time_ns, 3000000000);
    TimelineFit fit = {0};
    assert_true(timeline_fit(t, 1080, 1, &fit));
    assert_float_equal(fit.cell, 11, 0.001F);
    assert_float_equal(fit.width, 1080, 1);
    float first = fit.x[1] - (fit.x[0] + 4 + 8 * 11 + 4),
          second = fit.x[2] - (fit.x[1] + 4 + 3 * 11 + 4);
    assert_true(first > 3 * 24);
    assert_float_equal(second, first / 3 > 24 ? first / 3 : 24, 0.5F);
    timeline_fit_clear(&fit);
}

static void long_runs_have_small_cells_and_are_wider_than_the_window(void **state) {
    const Timeline *t = &((Fixture *)*state)->kitchen->timeline;
    TimelineFit fit = {0};
    assert_true(timeline_fit(t, 300, 1, &fit));
    assert_float_equal(fit.cell, 4, 0.001F);
    assert_true(fit.width > 300);
    timeline_fit_clear(&fit);
}

static void scrubbing_back_and_forth_finds_the_same_step(void **state) {
    Fixture *f = *state;
    const Timeline *t = &f->kitchen->timeline;
    TimelineFit fit = {0};
    assert_true(timeline_fit(t, 1080, 1, &fit));
    for (size_t i = 0; i < t->run_count; i++) {
        const TimelineRun *run = &t->runs[i];
        if (run->step_end == run->step) continue;
        float x = timeline_x(t, &fit, run->to) - 1;
        uint64_t step = timeline_step(t, &fit, x);
        assert_true(step > run->step && step <= run->step_end);
    }
    timeline_fit_clear(&fit);
}

static CsEvent record(uint32_t id, EventKind kind, uint32_t subject, uint32_t arg, int64_t time) {
    return (CsEvent){
        .id = id, .kind = (uint16_t)kind, .subject = subject, .arg = arg, .time = time};
}

static void handle_that_blocks_runs_across_the_gap(void **state) {
    (void)state;
    const CsEvent events[] = {
        record(1, EVENT_TASK_CREATED, 7, 0, 0),
        record(2, EVENT_HANDLE_RUN, 9, 7, 0),
        record(3, EVENT_OUTPUT, 7, 1, 2000000000),
        record(4, EVENT_HANDLE_DONE, 9, 7, 2000000000),
    };
    Timeline t = {0};
    assert_true(timeline_extend(&t, events, 4));
    assert_int_equal(t.instant_count, 2);
    assert_true(t.runs[0].blocks);
    const TimelineBlock *block = &t.lanes[0].blocks[1];
    assert_int_equal(block->kind, BLOCK_RUNNING);
    assert_int_equal(block->from.instant, 0);
    assert_int_equal(block->to.instant, 1);
    timeline_clear(&t);
}

static void timeline_in_pieces_equals_the_timeline_at_once(void **state) {
    Fixture *f = *state;
    Timeline pieces = {0};
    for (size_t n = 0; n <= f->kitchen->event_count; n += 7)
        assert_true(timeline_extend(&pieces, f->kitchen->events, n));
    assert_true(timeline_extend(&pieces, f->kitchen->events, f->kitchen->event_count));
    const Timeline *whole = &f->kitchen->timeline;
    assert_int_equal(pieces.run_count, whole->run_count);
    for (size_t i = 0; i < whole->lane_count; i++) {
        assert_int_equal(pieces.lanes[i].count, whole->lanes[i].count);
        for (size_t k = 0; k < whole->lanes[i].count; k++) {
            assert_int_equal(pieces.lanes[i].blocks[k].kind, whole->lanes[i].blocks[k].kind);
            assert_false(
                timeline_before(pieces.lanes[i].blocks[k].to, whole->lanes[i].blocks[k].to));
            assert_false(
                timeline_before(whole->lanes[i].blocks[k].to, pieces.lanes[i].blocks[k].to));
        }
    }
    timeline_clear(&pieces);
}

/* ---- Source -------------------------------------------------------------------------------- */

static int class_of(const SourceText *s, int line, const char *word) {
    const SourceLine *l = &s->lines[line - 1];
    for (uint32_t i = 0; i < l->span_count; i++) {
        const CodeSpan *span = &s->spans[l->first_span + i];
        size_t length = span->end - span->start;
        if (length == strlen(word) && memcmp(l->text + span->start, word, length) == 0)
            return span->class;
    }
    return -1;
}

static void source_is_coloured_by_what_its_words_are(void **state) {
    (void)state;
    static const char text[] = "async def f(a=1):  # hello\r\n"
                               "    return f\"x {a!r:>{w}} y\" + '''one\r\n"
                               "two''' + g(None)\r\n";
    SourceText *s = source_text_create(text, sizeof text - 1);
    assert_non_null(s);
    assert_int_equal(s->line_count, 3);
    assert_int_equal(class_of(s, 1, "async"), CODE_KEYWORD);
    assert_int_equal(class_of(s, 1, "f"), CODE_CALL);
    assert_int_equal(class_of(s, 1, "1"), CODE_NUMBER);
    assert_int_equal(class_of(s, 1, "# hello"), CODE_COMMENT);
    assert_int_equal(class_of(s, 2, "a"), CODE_NUMBER);
    assert_int_equal(class_of(s, 2, " y"), CODE_STRING);
    assert_int_equal(class_of(s, 2, "'''one"), CODE_STRING);
    assert_int_equal(class_of(s, 3, "two'''"), CODE_STRING);
    assert_int_equal(class_of(s, 3, "g"), CODE_CALL);
    assert_int_equal(class_of(s, 3, "None"), CODE_KEYWORD);
    source_text_destroy(s);
}

static void broken_source_keeps_all_its_lines(void **state) {
    (void)state;
    static const char text[] = "x = 1\ny = $ 'abc\n\nz\n";
    SourceText *s = source_text_create(text, sizeof text - 1);
    assert_non_null(s);
    assert_int_equal(s->line_count, 4);
    assert_int_equal(class_of(s, 1, "1"), CODE_NUMBER);
    source_text_destroy(s);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(top_bar_shows_the_clock_with_three_decimals),
        T(waiting_loop_says_until_when_time_passes),
        T(running_frames_show_what_this_step_changed),
        T(cards_say_why_by_whom_and_their_place),
        T(handles_are_called_as_their_tasks_where_the_numbers_differ),
        T(cards_of_plain_calls_say_with_what_they_are_called),
        T(cards_have_shorter_words_for_a_projector),
        T(seats_say_what_their_tasks_wait_for),
        T(badges_are_filled_where_a_task_is_and_hollow_on_its_outer_lines),
        T(queue_marks_the_slot_that_this_step_freed),
        T(pending_futures_stand_before_done_ones_and_the_newest_first),
        T(done_futures_leave_after_one_iteration),
        T(timers_say_how_much_of_their_wait_is_over),
        T(amber_links_lead_from_the_slot_over_the_seat_to_the_card),
        T(caption_tells_what_happened_and_what_follows),
        T(lesson_caption_turns_braces_into_names_with_badges),
        T(output_joins_the_pieces_of_one_line),
        T(spotlight_names_a_panel_or_one_thing_in_it),
        T(spanish_says_the_same),
        T(lanes_alternate_as_their_tasks_did),
        T(instants_hold_a_cell_for_each_handle_and_gaps_grow_with_time),
        T(long_runs_have_small_cells_and_are_wider_than_the_window),
        T(scrubbing_back_and_forth_finds_the_same_step),
        T(handle_that_blocks_runs_across_the_gap),
        T(timeline_in_pieces_equals_the_timeline_at_once),
        T(source_is_coloured_by_what_its_words_are),
        T(broken_source_keeps_all_its_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
