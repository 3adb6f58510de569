/* What a lesson's view asks for, what a person chooses against it, and which task stays in sight.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/check_run.h"
#include "scene/stage.h"
#include "support/fake_fonts.h"
#include "support/stage_fixture.h"
#include "window/viewing.h"

/* ---- Panels and zoom ------------------------------------------------------------------------- */

static const char *two_panels[] = {"source", "boxes"};
static const char *three_panels[] = {"stage", "output", "timeline"};
static const LessonView plain = {.zoom = 1};
static const LessonView small = {.panels = {two_panels, 2}, .zoom = 1.25};
static const LessonView other = {.panels = {three_panels, 3}, .zoom = 1};

static void assert_zoom(const Viewing *v, float zoom) {
    assert_float_equal(viewing_zoom(v, true), zoom, 0.001F);
}

/* Those that a lesson may ask for. */
static void assert_panels(const Viewing *v, unsigned panels) {
    assert_int_equal(viewing_panels(v) & ~(unsigned)PANEL_FOOT, panels);
}

static void a_lessons_panels_and_zoom_hold_when_it_is_opened(void **state) {
    (void)state;
    Viewing v = viewing_default();
    viewing_open(&v, &small);
    assert_panels(&v, PANEL_SOURCE | PANEL_BOXES);
    assert_zoom(&v, 1.25F);
    viewing_open(&v, &other);
    assert_panels(&v, PANEL_STAGE | PANEL_OUTPUT | PANEL_TIMELINE);
    assert_zoom(&v, 1);
}

static void a_lesson_without_a_view_is_shown_as_the_person_likes_it(void **state) {
    (void)state;
    Viewing v = viewing_default();
    v.own = (ViewingChoice){1.5F, PANEL_ALL & ~(unsigned)PANEL_OUTPUT};
    viewing_open(&v, &plain);
    assert_int_equal(viewing_panels(&v), PANEL_ALL & ~(unsigned)PANEL_OUTPUT);
    assert_zoom(&v, 1.5F);
}

static void what_is_chosen_in_a_lesson_wins_and_is_not_kept(void **state) {
    (void)state;
    Viewing v = viewing_default();
    viewing_open(&v, &small);
    viewing_toggle_panel(&v, PANEL_OUTPUT);
    viewing_set_zoom(&v, true, 1.75F);
    assert_panels(&v, PANEL_SOURCE | PANEL_BOXES | PANEL_OUTPUT);
    assert_zoom(&v, 1.75F);
    assert_int_equal(v.own.panels, PANEL_ALL);
    assert_float_equal(v.own.zoom, 1, 0.001F);
    assert_float_equal(viewing_zoom(&v, false), 1, 0.001F); /* the list of lessons */
}

static void what_the_lesson_does_not_ask_for_is_the_persons_own_and_kept(void **state) {
    (void)state;
    Viewing v = viewing_default();
    viewing_open(&v, &other);
    viewing_set_zoom(&v, true, 1.5F);
    viewing_toggle_panel(&v, PANEL_SOURCE);
    assert_float_equal(v.own.zoom, 1.5F, 0.001F);
    assert_int_equal(v.own.panels, PANEL_ALL);
    viewing_open(&v, &plain);
    viewing_toggle_panel(&v, PANEL_TIMELINE);
    assert_int_equal(v.own.panels, PANEL_ALL & ~(unsigned)PANEL_TIMELINE);
}

static void the_next_lesson_finds_the_persons_own_again(void **state) {
    (void)state;
    Viewing v = viewing_default();
    viewing_open(&v, &small);
    viewing_set_zoom(&v, true, 2);
    viewing_toggle_panel(&v, PANEL_SOURCE);
    viewing_open(&v, &plain);
    assert_int_equal(viewing_panels(&v), PANEL_ALL);
    assert_zoom(&v, 1);
    viewing_open(&v, &small); /* and the lesson its own */
    assert_panels(&v, PANEL_SOURCE | PANEL_BOXES);
    assert_zoom(&v, 1.25F);
}

static void the_foot_is_the_persons_in_every_lesson(void **state) {
    (void)state;
    Viewing v = viewing_default();
    viewing_open(&v, &small);
    assert_int_equal(viewing_panels(&v) & PANEL_FOOT, PANEL_FOOT);
    viewing_toggle_panel(&v, PANEL_CAPTION);
    viewing_open(&v, &other);
    assert_int_equal(viewing_panels(&v) & PANEL_FOOT, PANEL_CONTROLS);
    assert_int_equal(v.own.panels, PANEL_ALL & ~(unsigned)PANEL_CAPTION);
}

static void a_lesson_read_again_takes_only_what_it_now_asks_for_otherwise(void **state) {
    (void)state;
    Viewing v = viewing_default();
    LessonView edited = small;
    viewing_open(&v, &small);
    viewing_set_zoom(&v, true, 2);
    viewing_toggle_panel(&v, PANEL_OUTPUT);
    viewing_reload(&v, &small);
    assert_panels(&v, PANEL_SOURCE | PANEL_BOXES | PANEL_OUTPUT);
    assert_zoom(&v, 2);
    edited.zoom = 0.875;
    viewing_reload(&v, &edited);
    assert_panels(&v, PANEL_SOURCE | PANEL_BOXES | PANEL_OUTPUT);
    assert_zoom(&v, 0.875F);
    edited.panels = other.panels;
    viewing_reload(&v, &edited);
    assert_panels(&v, PANEL_STAGE | PANEL_OUTPUT | PANEL_TIMELINE);
    viewing_reload(&v, &plain);
    assert_int_equal(viewing_panels(&v), PANEL_ALL);
    assert_zoom(&v, 1);
}

static void a_lessons_zoom_is_a_multiple_of_the_persons_within_the_bounds(void **state) {
    (void)state;
    Viewing v = viewing_default();
    v.own.zoom = 1.5F;
    viewing_open(&v, &small);
    assert_zoom(&v, 1.875F);
    v.own.zoom = 1.75F;
    viewing_open(&v, &small);
    assert_zoom(&v, VIEWING_MOST_ZOOM);
}

static void a_projector_keeps_its_own_panels_and_the_persons_zoom(void **state) {
    (void)state;
    Viewing v = viewing_default();
    v.projector = true;
    viewing_open(&v, &small);
    assert_int_equal(viewing_panels(&v), PANEL_PROJECTOR);
    assert_zoom(&v, 1);
    viewing_toggle_panel(&v, PANEL_OUTPUT);
    viewing_open(&v, &other);
    assert_int_equal(viewing_panels(&v), PANEL_PROJECTOR | PANEL_OUTPUT);
    v.projector = false;
    viewing_open(&v, &small);
    assert_panels(&v, PANEL_SOURCE | PANEL_BOXES);
}

/* ---- The followed task ----------------------------------------------------------------------- */

typedef struct {
    FakeFonts fonts;
    Stage *stage;
    Crowd *crowd;
    Lesson lesson;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    if (!f) return -1;
    fake_fonts_init(&f->fonts);
    f->stage = stage_create(&f->fonts.base);
    f->crowd = crowd_create(20);
    f->crowd->facts.lesson = &f->lesson;
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    crowd_destroy(f->crowd);
    stage_destroy(f->stage);
    free(f);
    return 0;
}

/* Task 100 + n is called "fetch n". */
static void show_following(Fixture *f, const char *name) {
    f->lesson.view.follow = name;
    assert_true(stage_show(f->stage, &f->crowd->facts, CHANGE_CUT, 0));
}

static bool has_part(const Fixture *f, LayoutPart part, uint32_t id) {
    return layout_find(stage_layout(f->stage), part, id, 0) != NULL;
}

static void the_followed_tasks_lane_is_in_sight(void **state) {
    Fixture *f = *state;
    show_following(f, NULL);
    assert_true(has_part(f, PART_LANE, 101));
    assert_false(has_part(f, PART_LANE, 117));
    show_following(f, "fetch 17");
    assert_true(has_part(f, PART_LANE, 117));
    show_following(f, "fetch 3");
    assert_true(has_part(f, PART_LANE, 101) && has_part(f, PART_LANE, 103));
}

static void lanes_chosen_by_hand_stay_until_another_program_is_shown(void **state) {
    Fixture *f = *state;
    show_following(f, "fetch 17");
    for (int i = 0; i < 20; i++) stage_timeline_lanes(f->stage, -1);
    assert_true(has_part(f, PART_LANE, 101));
    show_following(f, "fetch 17");
    assert_true(has_part(f, PART_LANE, 101));
    assert_false(has_part(f, PART_LANE, 117));
    stage_forget(f->stage);
    show_following(f, "fetch 17");
    assert_true(has_part(f, PART_LANE, 117));
}

static void another_program_begins_with_its_first_lanes(void **state) {
    Fixture *f = *state;
    show_following(f, NULL);
    assert_true(stage_timeline_lanes(f->stage, 6));
    stage_forget(f->stage);
    show_following(f, NULL);
    assert_int_equal(stage_layout(f->stage)->first_lane, 0);
}

/* Six cards are in the queue, of tasks 20 down to 15; in the middle they lie in a stack. */
static void the_followed_tasks_card_is_not_hidden_in_the_stack(void **state) {
    Fixture *f = *state;
    show_following(f, NULL);
    assert_true(has_part(f, PART_CARD, 9005));
    assert_false(has_part(f, PART_CARD, 9003));
    show_following(f, "fetch 17");
    assert_true(has_part(f, PART_CARD, 9003));
    const StageLayout *layout = stage_layout(f->stage);
    float hidden = 0, end = layout->grid.ready.x + layout->grid.ready.w;
    int cards = 0;
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *item = &layout->items[i];
        if (item->part == PART_STACK) hidden += item->value;
        cards += item->part == PART_CARD;
        if (item->part == PART_STACK || item->part == PART_CARD)
            assert_true(item->rect.x + item->rect.w <= end + 0.5F);
    }
    assert_int_equal(cards + (int)hidden, 6);
}

static void a_follow_that_no_task_is_called_is_told_with_the_nearest_name(void **state) {
    (void)state;
    CheckRun run = {0};
    CommandOptions options = {.language = "en"};
    assert_false(check_run_open(&run, "tests/lessons/view/follow_unknown.json", &options, NULL));
    assert_int_equal(run.session.problems.count, 1);
    const LessonProblem *p = &run.session.problems.items[0];
    assert_string_equal(p->path, "view.follow");
    assert_string_equal(p->text, "the run has no task named \"Anne\"");
    assert_string_equal(p->nearest, "Ann");
    check_run_close(&run);
}

static void a_light_on_a_panel_that_the_view_leaves_out_is_told(void **state) {
    (void)state;
    CheckRun run = {0};
    CommandOptions options = {.language = "en"};
    assert_false(check_run_open(&run, "tests/lessons/view/spot_hidden.json", &options, NULL));
    assert_int_equal(run.session.problems.count, 1);
    const LessonProblem *p = &run.session.problems.items[0];
    assert_string_equal(p->path, "moments[1].spotlight");
    assert_non_null(strstr(p->hint, "\"boxes\""));
    check_run_close(&run);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lessons_panels_and_zoom_hold_when_it_is_opened),
        cmocka_unit_test(a_lesson_without_a_view_is_shown_as_the_person_likes_it),
        cmocka_unit_test(what_is_chosen_in_a_lesson_wins_and_is_not_kept),
        cmocka_unit_test(what_the_lesson_does_not_ask_for_is_the_persons_own_and_kept),
        cmocka_unit_test(the_next_lesson_finds_the_persons_own_again),
        cmocka_unit_test(the_foot_is_the_persons_in_every_lesson),
        cmocka_unit_test(a_lesson_read_again_takes_only_what_it_now_asks_for_otherwise),
        cmocka_unit_test(a_lessons_zoom_is_a_multiple_of_the_persons_within_the_bounds),
        cmocka_unit_test(a_projector_keeps_its_own_panels_and_the_persons_zoom),
        T(the_followed_tasks_lane_is_in_sight),
        T(lanes_chosen_by_hand_stay_until_another_program_is_shown),
        T(another_program_begins_with_its_first_lanes),
        T(the_followed_tasks_card_is_not_hidden_in_the_stack),
        cmocka_unit_test(a_light_on_a_panel_that_the_view_leaves_out_is_told),
        cmocka_unit_test(a_follow_that_no_task_is_called_is_told_with_the_nearest_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
