/* The journey of a cancellation and the conversation of generators: what the model says of real
 * runs, and goldens of the draw lists in tests/app/journeys (COROSCOPE_UPDATE=1 writes them). */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fake_fonts.h"
#include "support/golden.h"
#include "support/lesson_files.h"
#include "window/player.h"

#define FOLDER "tests/app/journeys/"

typedef struct {
    FakeFonts fonts;
    SessionContext context;
    Player player;
    DrawList list;
} Fixture;

static void open_program(Fixture *f, const char *path, ModelView view) {
    Session session;
    assert_true(session_open(&session, &f->context, path));
    session_record_all(&session);
    f->player.view = VIEW_STAGE;
    player_take(&f->player, &session);
    f->player.view = view;
}

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    fake_fonts_init(&f->fonts);
    f->context = (SessionContext){.reader = lesson_files_on_disk(), .language = "en"};
    if (!player_init(&f->player, &f->context, &f->fonts.base)) return -1;
    draw_list_init(&f->list);
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    draw_list_clear(&f->list);
    player_clear(&f->player);
    free(f);
    return 0;
}

static const Model *go(Fixture *f, uint64_t step) {
    assert_true(session_seek_step(&f->player.session, step));
    player_refresh(&f->player, 0);
    return stage_model(f->player.stage);
}

static const ModelCancel *cancel_at(void **state, uint64_t step) {
    Fixture *f = *state;
    open_program(f, FOLDER "one_child_fails.py", VIEW_CANCEL);
    return &go(f, step)->cancel;
}

static const ModelGens *gens_at(void **state, uint64_t step) {
    Fixture *f = *state;
    open_program(f, FOLDER "two_generators.py", VIEW_GENERATORS);
    return &go(f, step)->gens;
}

/* ---- Cancellations --------------------------------------------------------------------------- */

static void nothing_is_told_before_anything_fails(void **state) {
    const ModelCancel *c = cancel_at(state, 5);
    assert_false(c->on);
    assert_int_equal(c->row_count, 0);
}

static void cause_is_the_failed_child_and_its_group(void **state) {
    const ModelCancel *c = cancel_at(state, 21);
    assert_true(c->on);
    assert_string_equal(c->by_name, "login");
    assert_string_equal(c->what, "ValueError");
    assert_string_equal(c->caller_type, "TaskGroup");
    assert_string_equal(c->caller, "tg");
    assert_string_equal(c->calls, "cancel() \u00D73");
}

static void each_task_stands_at_its_station(void **state) {
    const ModelCancel *c = cancel_at(state, 21);
    assert_int_equal(c->row_count, 3);
    assert_string_equal(c->rows[0].name, "fetch news");
    assert_int_equal(c->rows[0].reach[STATION_CLEANUP], REACH_NOW);
    assert_int_equal(c->rows[0].reach[STATION_ENDED], REACH_TO_COME);
    assert_string_equal(c->rows[0].ended, "0.7");
    assert_int_equal(c->rows[1].reach[STATION_READY], REACH_NOW);
    assert_string_equal(c->rows[1].place, "next");
    assert_string_equal(c->rows[2].place, "2nd");
    assert_string_equal(c->rows[2].absorbed, "absorbed by tg");
}

static void exception_stops_at_the_frame_with_finally(void **state) {
    const ModelCancel *c = cancel_at(state, 21);
    assert_int_equal(c->frame_count, 3);
    assert_int_equal(c->frames[0].part, PATH_HEAD);
    assert_string_equal(c->frames[0].clause, "finally:");
    assert_int_equal(c->frames[1].part, PATH_LEFT);
    assert_int_equal(c->frames[2].part, PATH_ORIGIN);
    assert_true(c->runs);
    assert_false(c->out);
}

static void exception_leaves_the_outermost_frame_in_the_end(void **state) {
    Fixture *f = *state;
    open_program(f, FOLDER "one_child_fails.py", VIEW_CANCEL);
    session_go(&f->player.session, GO_END);
    player_refresh(&f->player, 0);
    uint32_t news = f->player.facts.now->tasks[1].id;
    player_select(&f->player, news, 0);
    const ModelCancel *c = &stage_model(f->player.stage)->cancel;
    assert_true(c->out);
    assert_int_equal(c->rows[0].reach[STATION_ENDED], REACH_NOW);
    assert_int_equal(c->rows[0].state, STATE_CANCELLED);
}

static void telling_a_journey_leaves_the_playhead_alone(void **state) {
    cancel_at(state, 21);
    Fixture *f = *state;
    uint64_t hash = cs_hash(f->player.session.engine);
    assert_true(session_seek_step(&f->player.session, 21));
    assert_true(hash == cs_hash(f->player.session.engine));
}

static void caption_names_who_cancelled_whom_and_what_became_of_it(void **state) {
    char text[512];
    const ModelCancel *c = cancel_at(state, 21);
    assert_string_equal(c->frames[0].note, "cancelling() = 1");
    assert_string_equal(c->frames[1].note, "");
    Fixture *f = *state;
    model_text_plain(&stage_model(f->player.stage)->caption, text, sizeof text);
    assert_non_null(strstr(text, "failed, so the group tg cancelled news"));
    assert_non_null(strstr(text, "CancelledError came in at sleep(1.0, None)"));
    assert_non_null(strstr(text, "stopped at finally of fetch('news', 1.0)"));
}

/* ---- Deadlocks, threads, toggles ------------------------------------------------------------- */

static int count_parts(const Fixture *f, LayoutPart part) {
    const StageLayout *layout = stage_layout(f->player.stage);
    int count = 0;
    for (size_t i = 0; i < layout->count; i++) count += layout->items[i].part == part;
    return count;
}

static void a_deadlock_is_dated_and_leads_back_to_the_first_step(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/source/two_locks.py", VIEW_STAGE);
    assert_null(layout_find(stage_layout(f->player.stage), PART_BUTTON, BUTTON_FIRST, 0));
    session_go(&f->player.session, GO_END);
    player_refresh(&f->player, 0);
    const Model *m = stage_model(f->player.stage);
    assert_true(m->graph.dated);
    assert_string_equal(m->graph.certain_text,
                        "Bob waits at step 15: from then on it cannot be avoided");
    assert_false(timeline_before(m->playhead, m->graph.certain));
    assert_non_null(layout_find(stage_layout(f->player.stage), PART_BUTTON, BUTTON_FIRST, 0));
}

static void every_panel_has_a_toggle(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/source/bakery.py", VIEW_STAGE);
    go(f, 5);
    assert_int_equal(count_parts(f, PART_TOGGLE), 7);
    unsigned seen = 0;
    const StageLayout *layout = stage_layout(f->player.stage);
    for (size_t i = 0; i < layout->count; i++)
        if (layout->items[i].part == PART_TOGGLE) seen |= layout->items[i].id;
    assert_int_equal(seen, PANEL_ALL);
}

static void a_finished_thread_says_what_it_returned_and_for_whom(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/blocking.py", VIEW_STAGE);
    assert_true(session_seek_time(&f->player.session, 1000000000));
    player_refresh(&f->player, 0);
    const Model *m = stage_model(f->player.stage);
    char text[128];
    assert_int_equal(m->thread_count, 2);
    assert_string_equal(m->threads[0].call, "returned 'cat is small'");
    model_text_plain(&m->threads[0].doing, text, sizeof text);
    assert_string_equal(text, "at 0.700, for cat");
    assert_string_equal(m->threads[1].call, "shrink('dog', 1.0)");
}

/* ---- Generators ------------------------------------------------------------------------------ */

static void generators_keep_their_seats(void **state) {
    const ModelGens *g = gens_at(state, 45);
    assert_true(g->on);
    assert_int_equal(g->gen_count, 2);
    assert_string_equal(g->gens[0].call, "averager()");
    assert_int_equal(g->gens[0].badge.number % 256, 'A');
    assert_string_equal(g->gens[1].call, "readings()");
    assert_int_equal(g->gens[1].badge.number % 256, 'R');
}

static void sent_value_travels_along_the_link(void **state) {
    const ModelGen *averager = &gens_at(state, 45)->gens[0];
    assert_int_equal(averager->state, TALK_RUNS);
    assert_true(averager->linked);
    assert_string_equal(averager->capsule, "send 20");
    assert_int_equal(averager->line_count, 4);
    assert_string_equal(averager->lines[1].said, "throw(Reset)");
    assert_string_equal(averager->lines[2].answer, "30.0");
    assert_string_equal(averager->lines[3].answer, "");
}

static void parked_generator_keeps_its_frame_and_last_value(void **state) {
    const ModelGen *readings = &gens_at(state, 45)->gens[1];
    assert_int_equal(readings->state, TALK_PARKED);
    assert_false(readings->linked);
    assert_string_equal(readings->capsule, "20");
    assert_int_equal(readings->local_count, 1);
    assert_string_equal(readings->locals[0].value, "20");
}

static void one_arrow_for_each_thing_said(void **state) {
    const ModelGens *g = gens_at(state, 45);
    int arrows = 0, before = 0;
    for (int i = 0; i < g->talk_count; i++) {
        bool arrow = g->talks[i].from != g->talks[i].to;
        arrows += arrow;
        before += arrow && i < g->done;
    }
    assert_int_equal(g->lane_count, 3);
    /* next, None, 3 anext with their values, throw, None, 3 send with their values; the last
       anext finds the end. */
    assert_int_equal(arrows, 18);
    assert_int_equal(before, 11);
}

static void all_wait_while_the_loop_waits(void **state) {
    const ModelGens *g = gens_at(state, 45);
    int waits = 0;
    for (int i = 0; i < g->talk_count; i++) {
        if (!g->talks[i].waits) continue;
        waits++;
        for (int lane = 0; lane < g->lane_count; lane++) {
            int then = g->states[(i + 1) * GEN_LANES + lane];
            assert_true(then != TALK_RUNS && then != TALK_STACK);
        }
    }
    assert_int_equal(waits, 3);
}

static void going_back_tells_the_same_conversation(void **state) {
    Fixture *f = *state;
    const ModelGens *g = gens_at(state, 45);
    int talks = g->talk_count, done = g->done;
    session_go(&f->player.session, GO_END);
    player_refresh(&f->player, 0);
    g = &go(f, 45)->gens;
    assert_int_equal(g->talk_count, talks);
    assert_int_equal(g->done, done);
}

/* ---- Pictures -------------------------------------------------------------------------------- */

typedef struct {
    const char *name, *program;
    ModelView view;
    uint64_t step;
    int width, height;
    ThemeId theme;
} Shot;

static void pictures_are_as_they_were_seen(void **state) {
    static const Shot scenes[] = {
        {"cancel_dark", "one_child_fails", VIEW_CANCEL, 21, 1920, 1080, THEME_DARK},
        {"cancel_small_light", "one_child_fails", VIEW_CANCEL, 23, 1280, 720, THEME_LIGHT},
        {"cancel_nothing", "one_child_fails", VIEW_CANCEL, 5, 1920, 1080, THEME_DARK},
        {"generators_dark", "two_generators", VIEW_GENERATORS, 45, 1920, 1080, THEME_DARK},
        {"generators_small_light", "two_generators", VIEW_GENERATORS, 35, 1280, 720, THEME_LIGHT},
    };
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++) {
        char path[128];
        StageView view = {.width = scenes[i].width,
                          .height = scenes[i].height,
                          .zoom = 1,
                          .theme = scenes[i].theme,
                          .reduced_motion = true,
                          .speed = 1};
        snprintf(path, sizeof path, FOLDER "%s.py", scenes[i].program);
        open_program(f, path, scenes[i].view);
        stage_set_view(f->player.stage, &view);
        go(f, scenes[i].step);
        draw_list_reset(&f->list, stage_background(f->player.stage));
        player_draw(&f->player, &f->list, 0);
        snprintf(path, sizeof path, FOLDER "%s.txt", scenes[i].name);
        assert_golden_list(path, &f->list);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_told_before_anything_fails),
        TEST(cause_is_the_failed_child_and_its_group),
        TEST(each_task_stands_at_its_station),
        TEST(exception_stops_at_the_frame_with_finally),
        TEST(exception_leaves_the_outermost_frame_in_the_end),
        TEST(telling_a_journey_leaves_the_playhead_alone),
        TEST(caption_names_who_cancelled_whom_and_what_became_of_it),
        TEST(a_deadlock_is_dated_and_leads_back_to_the_first_step),
        TEST(every_panel_has_a_toggle),
        TEST(a_finished_thread_says_what_it_returned_and_for_whom),
        TEST(generators_keep_their_seats),
        TEST(sent_value_travels_along_the_link),
        TEST(parked_generator_keeps_its_frame_and_last_value),
        TEST(one_arrow_for_each_thing_said),
        TEST(all_wait_while_the_loop_waits),
        TEST(going_back_tells_the_same_conversation),
        TEST(pictures_are_as_they_were_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
