/* The timeline's zoom and pan, bookmarks, and runs of very many handles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "scene/stage.h"
#include "support/fake_fonts.h"
#include "support/stage_fixture.h"
#include "window/bookmarks.h"

typedef struct {
    FakeFonts fonts;
    Kitchen *kitchen;
    Stage *stage;
    DrawList list;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    fake_fonts_init(&f->fonts);
    f->kitchen = kitchen_create();
    f->stage = stage_create(&f->fonts.base);
    StageView view = {.width = 1920, .height = 1080, .zoom = 1, .speed = 1};
    stage_set_view(f->stage, &view);
    stage_show(f->stage, &f->kitchen->facts, CHANGE_CUT, 0);
    draw_list_init(&f->list);
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    draw_list_clear(&f->list);
    stage_destroy(f->stage);
    kitchen_destroy(f->kitchen);
    free(f);
    return 0;
}

static float place_of(Fixture *f, TimelineAt at) {
    const StageLayout *layout = stage_layout(f->stage);
    return layout->lanes_x + timeline_x(stage_model(f->stage)->timeline, &layout->fit, at) -
           layout->scroll;
}

static void what_lies_under_the_pointer_stays_there_while_zooming(void **state) {
    Fixture *f = *state;
    TimelineAt instant = {4, 0, 0};
    float x = place_of(f, instant), width = stage_layout(f->stage)->fit.width;
    for (int i = 0; i < 4; i++) {
        assert_true(stage_timeline_zoom(f->stage, 1.5F, x));
        assert_float_equal(place_of(f, instant), x, 2);
    }
    assert_true(stage_layout(f->stage)->fit.width > width * 4);
    for (int i = 0; i < 4; i++) stage_timeline_zoom(f->stage, 1 / 1.5F, x);
    assert_float_equal(stage_layout(f->stage)->fit.width, width, 2);
}

static void zooming_out_ends_where_all_is_in_sight(void **state) {
    Fixture *f = *state;
    assert_false(stage_timeline_zoom(f->stage, 0.5F, 900));
    assert_true(stage_timeline_zoom(f->stage, 2, 900));
    assert_true(stage_timeline_zoom(f->stage, 0.5F, 900));
    assert_false(stage_timeline_zoom(f->stage, 0.5F, 900));
}

static void panning_stops_at_both_ends(void **state) {
    Fixture *f = *state;
    assert_false(stage_timeline_pan(f->stage, 100));
    assert_true(stage_timeline_zoom(f->stage, 4, 900));
    while (stage_timeline_pan(f->stage, -300)) continue;
    assert_float_equal(stage_layout(f->stage)->scroll, 0, 0.5F);
    while (stage_timeline_pan(f->stage, 300)) continue;
    const StageLayout *layout = stage_layout(f->stage);
    assert_float_equal(layout->scroll, layout->fit.width - layout->lanes_width, 0.5F);
}

static void a_panned_timeline_follows_again_when_the_playhead_leaves_it(void **state) {
    Fixture *f = *state;
    assert_true(stage_timeline_zoom(f->stage, 8, 900));
    while (stage_timeline_pan(f->stage, -1000)) continue;
    assert_true(stage_show(f->stage, &f->kitchen->facts, CHANGE_CUT, 0));
    const StageLayout *layout = stage_layout(f->stage);
    float x = layout_part(layout, PART_PLAYHEAD)->rect.x;
    assert_true(x >= layout->lanes_x && x <= layout->lanes_x + layout->lanes_width);
}

static void a_dragged_timeline_stands_still(void **state) {
    Fixture *f = *state;
    assert_true(stage_timeline_zoom(f->stage, 8, 900));
    stage_timeline_hold(f->stage, true);
    float before = stage_layout(f->stage)->scroll;
    ModelFacts facts = f->kitchen->facts;
    facts.now = &f->kitchen->before;
    assert_true(stage_show(f->stage, &facts, CHANGE_CUT, 0));
    assert_float_equal(stage_layout(f->stage)->scroll, before, 0.01F);
    stage_timeline_hold(f->stage, false);
}

/* ---- Very many handles ----------------------------------------------------------------------- */

enum { MANY = 40000 };

/* One task that is woken over and over: a lane of 80000 blocks. */
static CsEvent *many_events(size_t *count) {
    CsEvent *events = calloc(MANY * 3 + 8, sizeof *events);
    size_t n = 0;
    events[n] = (CsEvent){.id = 1, .kind = EVENT_TASK_CREATED, .subject = 101};
    n++;
    for (uint32_t i = 0; i < MANY; i++) {
        const uint16_t kinds[] = {EVENT_HANDLE_SCHEDULED, EVENT_HANDLE_RUN, EVENT_HANDLE_DONE};
        for (int k = 0; k < 3; k++, n++) {
            events[n] = (CsEvent){.id = (uint32_t)n + 1, .subject = 5000 + i, .arg = 101};
            events[n].kind = kinds[k];
            events[n].time = (int64_t)i * 1000000;
            events[n].step = i;
        }
    }
    *count = n;
    return events;
}

static void forty_thousand_handles_in_sight_are_few_commands(void **state) {
    Fixture *f = *state;
    ModelFacts facts = f->kitchen->facts;
    CsSnapshot now = f->kitchen->now;
    facts.events = many_events(&facts.event_count);
    facts.now = &now;
    now.event = (uint32_t)facts.event_count / 2;
    now.time_ns = (int64_t)MANY / 2 * 1000000;
    stage_forget(f->stage);
    assert_true(stage_show(f->stage, &facts, CHANGE_CUT, 0));
    while (stage_timeline_zoom(f->stage, 0.25F, 900)) continue;
    const StageLayout *layout = stage_layout(f->stage);
    assert_true(layout->fit.width < layout->lanes_width * 4);
    draw_list_reset(&f->list, stage_background(f->stage));
    stage_draw(f->stage, &f->list, 0);
    assert_false(f->list.full);
    assert_true(f->list.count < 9000);
    free((void *)(uintptr_t)facts.events);
}

/* ---- Bookmarks ------------------------------------------------------------------------------- */

static void bookmarks_are_set_taken_away_and_found_in_order(void **state) {
    (void)state;
    Bookmarks marks = {0};
    Session s = {0};
    static const uint64_t steps[] = {30, 10, 20};
    for (int i = 0; i < 3; i++) {
        s.playhead = (Playhead){.step = steps[i], .event = 1};
        assert_true(bookmarks_toggle(&marks, &s, 0));
    }
    assert_int_equal(marks.count, 3);
    s.playhead.step = 15;
    assert_int_equal(bookmarks_beside(&marks, &s, 1)->step, 20);
    assert_int_equal(bookmarks_beside(&marks, &s, -1)->step, 10);
    s.playhead.step = 20;
    assert_int_equal(bookmarks_beside(&marks, &s, 1)->step, 30);
    assert_true(bookmarks_toggle(&marks, &s, 0));
    assert_int_equal(marks.count, 2);
    s.playhead.step = 30;
    assert_null(bookmarks_beside(&marks, &s, 1));
}

static void kept_bookmarks_come_back_where_the_run_still_has_them(void **state) {
    (void)state;
    SessionContext context = command_context("en");
    Session s;
    Bookmarks marks = {0}, back = {0};
    assert_true(session_open(&s, &context, "tests/app/source/bakery.py"));
    session_record_all(&s);
    for (uint64_t step = 30; step > 0; step -= 10) {
        assert_true(session_seek_step(&s, step));
        assert_true(bookmarks_toggle(&marks, &s, cs_now(s.engine).time_ns));
    }
    Playhead kept[4] = {marks.at[0], marks.at[1], marks.at[2], {.step = 100000}};
    assert_true(session_seek_step(&s, 7));
    bookmarks_take(&back, &s, kept, 4);
    assert_int_equal(s.playhead.step, 7);
    assert_int_equal(back.count, 3);
    assert_memory_equal(back.places, marks.places, 3 * sizeof *marks.places);
    bookmarks_take(&back, &s, kept, 4); /* once more changes nothing */
    assert_int_equal(back.count, 3);
    session_close(&s);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(what_lies_under_the_pointer_stays_there_while_zooming),
        T(zooming_out_ends_where_all_is_in_sight),
        T(panning_stops_at_both_ends),
        T(a_panned_timeline_follows_again_when_the_playhead_leaves_it),
        T(a_dragged_timeline_stands_still),
        T(forty_thousand_handles_in_sight_are_few_commands),
        cmocka_unit_test(bookmarks_are_set_taken_away_and_found_in_order),
        cmocka_unit_test(kept_bookmarks_come_back_where_the_run_still_has_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
