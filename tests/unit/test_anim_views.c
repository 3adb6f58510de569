/* Motions of what does not stand in the loop's own places, on pictures made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "anim/anim.h"
#include "window/mode.h"

enum { MS = 1000000, TASK = 7, OTHER = 8, LOCK = 9, CALLER = 1, FRAME = 20, CALLEE = 21 };

/* The pictures before and after a step, and what moves between them. */
typedef struct {
    Model before, after;
    StageLayout from, to, moving;
    Anim anim;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    f->from.grid.track = f->to.grid.track = (DrawRect){0, 0, 1000, 500};
    *state = f;
    return f ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    anim_clear(&f->anim);
    layout_clear(&f->from);
    layout_clear(&f->to);
    layout_clear(&f->moving);
    free(f);
    return 0;
}

static LayoutItem *put(StageLayout *layout, LayoutPart part, uint32_t id, float x, float y) {
    return layout_add(layout, part, id, 0, (DrawRect){x, y, 40, 20});
}

static bool start(Fixture *f, bool reduced) {
    AnimOptions options = {.change = CHANGE_STEP, .speed = 1, .reduced = reduced};
    assert_true(layout_copy(&f->moving, &f->to));
    return anim_start(&f->anim, (AnimPicture){&f->before, &f->from},
                      (AnimPicture){&f->after, &f->to}, &options, 0);
}

static const LayoutItem *at(Fixture *f, int ms, LayoutPart part, uint32_t id) {
    float share;
    assert_true(anim_frame(&f->anim, (uint64_t)ms * MS, &f->moving, &share));
    for (size_t i = 0; i < f->moving.count; i++)
        if (f->moving.items[i].part == part && f->moving.items[i].id == id)
            return &f->moving.items[i];
    return NULL;
}

static void timer_that_fires_fills_and_pulses_once(void **state) {
    Fixture *f = *state;
    put(&f->from, PART_TIMER, TASK, 100, 100)->value = 0.2F;
    f->to.time_ns = 1000 * (int64_t)MS;
    assert_true(start(f, false));
    float clock = f->anim.clock_start + f->anim.clock_length, most = 0;
    assert_true(at(f, (int)clock / 2, PART_TIMER, TASK)->value < 1);
    for (int ms = (int)clock; ms < (int)f->anim.length; ms += 10) {
        float value = at(f, ms, PART_TIMER, TASK)->value;
        if (value > most) most = value;
    }
    assert_true(most > 1.1F && most < 1.125F);
}

static void timer_that_is_cancelled_does_not_pulse(void **state) {
    Fixture *f = *state;
    put(&f->from, PART_TIMER, TASK, 100, 100)->value = 0.2F;
    assert_true(start(f, false));
    for (int ms = 10; ms < 290; ms += 20) assert_true(at(f, ms, PART_TIMER, TASK)->value < 0.21F);
}

static void sign_of_a_future_grows_where_it_is_done(void **state) {
    Fixture *f = *state;
    put(&f->from, PART_FUTURE, TASK, 100, 100)->value = 0;
    put(&f->to, PART_FUTURE, TASK, 100, 100)->value = 1;
    assert_true(start(f, false));
    float early = at(f, 20, PART_FUTURE, TASK)->value, late = at(f, 120, PART_FUTURE, TASK)->value;
    assert_true(early > 0 && early < late && late < 1);
    assert_true(f->anim.length < 161);
}

static void in_a_deadlock_tasks_come_from_their_seats_and_things_from_their_boxes(void **state) {
    Fixture *f = *state;
    put(&f->from, PART_SEAT, TASK, 100, 300);
    put(&f->from, PART_SYNC, LOCK, 600, 400);
    put(&f->to, PART_NODE, TASK, 500, 80);
    put(&f->to, PART_NODE, LOCK, 20, 80);
    assert_true(start(f, false));
    assert_float_equal(at(f, 0, PART_NODE, TASK)->rect.x, 100, 0.01F);
    assert_float_equal(at(f, 0, PART_NODE, LOCK)->rect.y, 400, 0.01F);
    assert_float_equal(at(f, 319, PART_NODE, TASK)->rect.x, 500, 1);
}

static void edges_of_the_circle_come_one_after_another_when_the_boxes_stand(void **state) {
    Fixture *f = *state;
    ModelEdge edges[] = {{.circle = 1}, {.circle = 1}, {.circle = 0}};
    f->after.graph.edges = edges;
    f->after.graph.edge_count = 3;
    for (uint32_t i = 0; i < 3; i++) put(&f->to, PART_EDGE, i + 1, 0, 0)->index = (int)i;
    assert_true(start(f, false));
    assert_float_equal(at(f, 319, PART_EDGE, 1)->alpha, 0, 0.01F);
    assert_true(at(f, 319, PART_EDGE, 3)->alpha > 0.9F);
    assert_true(at(f, 430, PART_EDGE, 1)->alpha > 0.9F);
    assert_float_equal(at(f, 430, PART_EDGE, 2)->alpha, 0, 0.01F);
    assert_true(f->anim.length <= 600.01F);
}

static void marks_fly_from_the_caller_to_each_task_sixty_ms_apart(void **state) {
    Fixture *f = *state;
    f->before.running.badge.id = CALLER;
    put(&f->from, PART_SEAT, CALLER, 10, 10);
    put(&f->to, PART_SLASH, TASK, 300, 10)->value = 1;
    put(&f->to, PART_SLASH, OTHER, 600, 10)->value = 1;
    assert_true(start(f, false));
    assert_float_equal(at(f, 0, PART_SLASH, TASK)->rect.x, 10, 0.01F);
    assert_true(at(f, 59, PART_SLASH, TASK)->rect.x > 10);
    assert_float_equal(at(f, 59, PART_SLASH, OTHER)->rect.x, 10, 0.01F);
    assert_true(at(f, 120, PART_SLASH, OTHER)->rect.x > 10);
    assert_float_equal(at(f, 330, PART_SLASH, TASK)->value, 1, 0.001F);
}

static void a_mark_that_was_there_before_stays(void **state) {
    Fixture *f = *state;
    put(&f->from, PART_SLASH, TASK, 300, 10)->value = 1;
    put(&f->to, PART_SLASH, TASK, 300, 10)->value = 1;
    assert_false(start(f, false));
}

static void a_returned_value_goes_from_its_frame_to_the_caller(void **state) {
    Fixture *f = *state;
    ModelFrame frames[] = {{.id = FRAME}, {.id = CALLEE}};
    f->before.running = (ModelRunning){.id = 3, .frames = frames, .frame_count = 2};
    f->after.running = (ModelRunning){.id = 3, .frames = frames, .frame_count = 1};
    put(&f->from, PART_FRAME, CALLEE, 50, 90);
    put(&f->to, PART_CAPSULE, FRAME, 20, 40)->value = 1;
    assert_true(start(f, false));
    assert_float_equal(at(f, 0, PART_CAPSULE, FRAME)->rect.y, 90, 0.01F);
    assert_true(at(f, 110, PART_CAPSULE, FRAME)->value < 1);
    assert_float_equal(at(f, 219, PART_CAPSULE, FRAME)->rect.y, 40, 0.5F);
}

static void without_a_return_no_value_flies(void **state) {
    Fixture *f = *state;
    ModelFrame frames[] = {{.id = FRAME}};
    f->before.running = f->after.running =
        (ModelRunning){.id = 3, .frames = frames, .frame_count = 1};
    put(&f->to, PART_CAPSULE, FRAME, 20, 40)->value = 1;
    assert_false(start(f, false));
}

static void an_exception_climbs_frame_by_frame(void **state) {
    Fixture *f = *state;
    put(&f->from, PART_PATH, 0, 0, 0)->value = 0;
    put(&f->to, PART_PATH, 0, 0, 0)->value = 2;
    assert_true(start(f, false));
    assert_float_equal(f->anim.length, 320, 0.5F);
    assert_float_equal(at(f, 160, PART_PATH, 0)->value, 1, 0.05F);
    f->to.items[0].value = 9; /* not longer for a deep stack */
    assert_true(start(f, false));
    assert_float_equal(f->anim.length, 480, 0.5F);
}

static void a_link_between_generators_turns(void **state) {
    Fixture *f = *state;
    ModelGen parked[] = {{.id = 5}}, linked[] = {{.id = 5, .linked = true}};
    f->before.gens.gens = parked;
    f->after.gens.gens = linked;
    f->before.gens.gen_count = f->after.gens.gen_count = 1;
    put(&f->from, PART_DRIVER, 2, 0, 0)->value = 1;
    put(&f->to, PART_DRIVER, 2, 0, 0)->value = 1;
    assert_true(start(f, false));
    assert_float_equal(at(f, 0, PART_DRIVER, 2)->value, 0, 0.01F);
    assert_float_equal(f->anim.length, 380, 0.5F);
}

static void the_cap_of_a_lane_pops_where_its_task_ends(void **state) {
    Fixture *f = *state;
    put(&f->from, PART_LANE, TASK, 0, 0)->value = 0;
    put(&f->to, PART_LANE, TASK, 0, 0)->value = 1;
    assert_true(start(f, false));
    float middle = at(f, 40, PART_LANE, TASK)->value;
    assert_true(middle > 0 && middle < 1);
    assert_float_equal(f->anim.length, 160, 0.5F);
}

static void the_newest_part_comes_from_above_within_a_tenth_of_a_second(void **state) {
    Fixture *f = *state;
    put(&f->to, PART_NEWEST, 3, 0, 50);
    assert_true(start(f, false));
    assert_float_equal(at(f, 0, PART_NEWEST, 3)->rect.y, 46, 0.01F);
    assert_float_equal(f->anim.length, 100, 0.5F);
}

/* The inspector comes: caption and pill go down, the lanes are gone before. */
static void the_stages_foot_goes_to_its_new_place_within_200_ms(void **state) {
    Fixture *f = *state;
    AnimOptions options = {.change = CHANGE_VIEW, .speed = 1};
    put(&f->from, PART_CAPTION, 0, 600, 690);
    put(&f->to, PART_CAPTION, 0, 600, 932);
    put(&f->from, PART_TIMELINE, 0, 600, 782);
    put(&f->to, PART_RUNNING, 3, 650, 128)->style = STYLE_SHORT;
    put(&f->from, PART_RUNNING, 3, 650, 140);
    assert_true(layout_copy(&f->moving, &f->to));
    AnimPicture from = {&f->before, &f->from}, to = {&f->after, &f->to};
    assert_true(anim_start(&f->anim, from, to, &options, 0));
    assert_float_equal(at(f, 0, PART_CAPTION, 0)->rect.y, 690, 0.01F);
    float last = 690;
    for (int ms = 20; ms < 200; ms += 20) {
        float y = at(f, ms, PART_CAPTION, 0)->rect.y;
        assert_true(y > last);
        last = y;
    }
    assert_true(last > 925);
    assert_float_equal(at(f, 100, PART_TIMELINE, 0)->alpha, 0, 0.01F);
    /* What is set in another way stands at once: its texts would not fit on the way. */
    assert_float_equal(at(f, 10, PART_RUNNING, 3)->rect.y, 128, 0.01F);
    assert_float_equal(f->anim.length, 200, 0.01F);
    options.reduced = true;
    assert_false(anim_start(&f->anim, from, to, &options, 0));
}

static void reduced_motion_shows_all_of_it_at_once(void **state) {
    Fixture *f = *state;
    put(&f->from, PART_SEAT, TASK, 100, 300);
    put(&f->to, PART_NODE, TASK, 500, 80);
    put(&f->to, PART_NEWEST, 3, 0, 50);
    assert_false(start(f, true));
}

static void a_popover_comes_within_its_time(void **state) {
    (void)state;
    Mode mode = {.kind = MODE_WHY};
    const uint64_t now = 1000 * (uint64_t)MS;
    assert_true(mode_motion(&mode, now, false));
    assert_float_equal(mode.motion.coming, 1, 0.001F);
    assert_true(mode_motion(&mode, now + 70 * MS, false));
    assert_true(mode.motion.coming > 0 && mode.motion.coming < 0.5F);
    assert_false(mode_motion(&mode, now + 141 * MS, false));
    mode.kind = MODE_INSPECT;
    assert_true(mode_motion(&mode, now + 200 * MS, false));
    assert_true(mode_motion(&mode, now + 390 * MS, false));
    assert_false(mode_motion(&mode, now + 401 * MS, false));
}

static void the_right_card_flies_when_the_answer_is_shown(void **state) {
    (void)state;
    Mode mode = {.kind = MODE_PREDICT};
    const uint64_t now = 1000 * (uint64_t)MS;
    assert_false(mode_motion(&mode, now, false));
    mode.round.shown = true;
    assert_true(mode_motion(&mode, now, false));
    assert_float_equal(mode.motion.flying, 1, 0.001F);
    assert_true(mode_motion(&mode, now + 140 * MS, false));
    assert_float_equal(mode.motion.flying, 0.5F, 0.01F);
    assert_false(mode_motion(&mode, now + 281 * MS, false));
    assert_float_equal(mode.motion.flying, 0, 0);
}

static void with_reduced_motion_popovers_and_answers_stand_at_once(void **state) {
    (void)state;
    Mode mode = {.kind = MODE_WHY};
    assert_false(mode_motion(&mode, 1000 * (uint64_t)MS, true));
    assert_float_equal(mode.motion.coming, 0, 0);
}

#define T(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        T(timer_that_fires_fills_and_pulses_once),
        T(timer_that_is_cancelled_does_not_pulse),
        T(sign_of_a_future_grows_where_it_is_done),
        T(in_a_deadlock_tasks_come_from_their_seats_and_things_from_their_boxes),
        T(edges_of_the_circle_come_one_after_another_when_the_boxes_stand),
        T(marks_fly_from_the_caller_to_each_task_sixty_ms_apart),
        T(a_mark_that_was_there_before_stays),
        T(a_returned_value_goes_from_its_frame_to_the_caller),
        T(without_a_return_no_value_flies),
        T(an_exception_climbs_frame_by_frame),
        T(a_link_between_generators_turns),
        T(the_cap_of_a_lane_pops_where_its_task_ends),
        T(the_newest_part_comes_from_above_within_a_tenth_of_a_second),
        T(the_stages_foot_goes_to_its_new_place_within_200_ms),
        T(reduced_motion_shows_all_of_it_at_once),
        T(a_popover_comes_within_its_time),
        T(the_right_card_flies_when_the_answer_is_shown),
        T(with_reduced_motion_popovers_and_answers_stand_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
