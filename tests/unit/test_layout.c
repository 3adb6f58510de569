#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "layout/layout.h"
#include "support/fake_fonts.h"
#include "support/stage_fixture.h"

typedef struct {
    FakeFonts fonts;
    Kitchen *kitchen;
    Model model;
    StageLayout layout;
    bool projector;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    fake_fonts_init(&f->fonts);
    f->kitchen = kitchen_create();
    model_build(&f->model, &f->kitchen->facts);
    *state = f;
    return f->kitchen ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    layout_clear(&f->layout);
    model_clear(&f->model);
    kitchen_destroy(f->kitchen);
    free(f);
    return 0;
}

static void lay_out(Fixture *f, const Model *model, float width, float height) {
    LayoutView view = {.width = width,
                       .height = height,
                       .fonts = &f->fonts.base,
                       .type = theme_type(f->projector),
                       .projector = f->projector};
    assert_true(layout_make(&f->layout, model, &view));
}

static bool overlap(DrawRect a, DrawRect b) {
    return a.x < b.x + b.w - 0.01F && b.x < a.x + a.w - 0.01F && a.y < b.y + b.h - 0.01F &&
           b.y < a.y + a.h - 0.01F;
}

static bool inside(DrawRect a, DrawRect b) {
    return a.x >= b.x - 0.01F && a.y >= b.y - 0.01F && a.x + a.w <= b.x + b.w + 0.01F &&
           a.y + a.h <= b.y + b.h + 0.01F;
}

/* Things that stand side by side in a region; what lies in what. */
static bool stands_alone(const LayoutItem *item) {
    switch ((LayoutPart)item->part) {
    case PART_RUNNING:
    case PART_CARD:
    case PART_STACK:
    case PART_SEAT:
    case PART_FUTURES:
    case PART_SYNC:
    case PART_TIMERS:
    case PART_TABS:
    case PART_CAPTION:
    case PART_TIMELINE:
    case PART_BUTTON:
    case PART_SPEED:
    case PART_SOURCE_PANEL:
    case PART_OUTPUT_PANEL:
    case PART_TOPBAR: return true;
    default: return false;
    }
}

static void assert_nothing_overlaps(const StageLayout *layout) {
    DrawRect window = {0, 0, layout->width, layout->height};
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *a = &layout->items[i];
        if (!stands_alone(a)) continue;
        if (!inside(a->rect, window)) fail_msg("part %u leaves the window", a->part);
        for (size_t k = i + 1; k < layout->count; k++) {
            const LayoutItem *b = &layout->items[k];
            bool tabs = a->part == PART_TABS && b->part != PART_SEAT && b->part <= PART_TIMER;
            if (stands_alone(b) && !tabs && overlap(a->rect, b->rect))
                fail_msg("parts %u and %u overlap", a->part, b->part);
        }
    }
}

static const float sizes[][2] = {{1920, 1080}, {1463, 823}, {1700, 980}, {2560, 1440},
                                 {1920, 1200}, {1280, 823}, {1600, 900}, {2200, 990}};

static void nothing_overlaps_in_windows_of_all_sizes(void **state) {
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        lay_out(f, &f->model, sizes[i][0], sizes[i][1]);
        assert_nothing_overlaps(&f->layout);
    }
}

static void nothing_overlaps_with_any_number_of_tasks(void **state) {
    Fixture *f = *state;
    static const int counts[] = {1, 2, 6, 7, 8, 12, 13, 20, 33, 60, 64, 65, 200};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        Crowd *crowd = crowd_create(counts[i] < 6 ? 6 : counts[i]);
        Model model = {0};
        model_build(&model, &crowd->facts);
        for (size_t k = 0; k < 3; k++) {
            lay_out(f, &model, sizes[k][0], sizes[k][1]);
            assert_nothing_overlaps(&f->layout);
        }
        model_clear(&model);
        crowd_destroy(crowd);
    }
}

static void regions_stand_where_the_design_has_them(void **state) {
    Fixture *f = *state;
    static const struct {
        LayoutPart part;
        DrawRect rect;
    } expected[] = {
        {PART_TOPBAR, {0, 0, 1920, 64}},          {PART_SOURCE_PANEL, {16, 76, 592, 816}},
        {PART_OUTPUT_PANEL, {16, 904, 592, 160}}, {PART_RUNNING, {650, 128, 486, 216}},
        {PART_READY, {1160, 128, 720, 216}},      {PART_SEATS, {650, 368, 1228, 104}},
        {PART_CAPTION, {624, 690, 1280, 80}},     {PART_TIMELINE, {624, 782, 1280, 218}},
        {PART_TRANSPORT, {624, 1010, 1280, 52}},
    };
    lay_out(f, &f->model, 1920, 1080);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        DrawRect r = layout_part(&f->layout, expected[i].part)->rect, e = expected[i].rect;
        assert_float_equal(r.x, e.x, 1);
        assert_float_equal(r.y, e.y, 1);
        assert_float_equal(r.w, e.w, 1);
        assert_float_equal(r.h, e.h, 1);
    }
    assert_false(f->layout.compact);
}

static void small_windows_become_compact_with_tabs(void **state) {
    Fixture *f = *state;
    assert_float_equal(layout_scale(1280, 720, 1), 0.875F, 0.001F);
    assert_float_equal(layout_scale(3840, 2160, 1), 2, 0.001F);
    lay_out(f, &f->model, 1463, 823);
    assert_true(f->layout.compact);
    assert_null(layout_part(&f->layout, PART_TIMERS));
    /* This step touched the queue. */
    assert_non_null(layout_find(&f->layout, PART_SYNC, KITCHEN_QUEUE, 0));
    assert_float_equal(layout_find(&f->layout, PART_TAB, 1, 0)->value, 1, 0);
}

static void things_keep_their_place_from_step_to_step(void **state) {
    Fixture *f = *state;
    lay_out(f, &f->model, 1920, 1080);
    Model before = {0};
    StageLayout layout = {0};
    ModelFacts facts = f->kitchen->facts;
    facts.now = &f->kitchen->before;
    facts.before = NULL;
    model_build(&before, &facts);
    LayoutView view = {
        .width = 1920, .height = 1080, .fonts = &f->fonts.base, .type = theme_type(false)};
    assert_true(layout_make(&layout, &before, &view));
    static const LayoutPart stable[] = {PART_SEAT, PART_LANE, PART_SLOT, PART_SYNC, PART_TIMER};
    for (size_t i = 0; i < layout.count; i++) {
        const LayoutItem *a = &layout.items[i];
        for (size_t k = 0; k < sizeof stable / sizeof *stable; k++) {
            if (a->part != stable[k]) continue;
            const LayoutItem *b = layout_find(&f->layout, stable[k], a->id, a->sub);
            assert_non_null(b);
            assert_memory_equal(&a->rect, &b->rect, sizeof a->rect);
        }
    }
    layout_clear(&layout);
    model_clear(&before);
}

static void tasks_that_are_not_made_yet_leave_their_seats_free(void **state) {
    Fixture *f = *state;
    lay_out(f, &f->model, 1920, 1080);
    DrawRect first = layout_find(&f->layout, PART_SEAT, KITCHEN_TASK + 1, 0)->rect;
    f->kitchen->now.task_count = 1;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    lay_out(f, &f->model, 1920, 1080);
    DrawRect alone = layout_find(&f->layout, PART_SEAT, KITCHEN_TASK + 1, 0)->rect;
    assert_memory_equal(&first, &alone, sizeof first);
    assert_null(layout_find(&f->layout, PART_SEAT, KITCHEN_TASK + 2, 0));
}

static void many_cards_become_a_stack_between_the_next_and_the_newest(void **state) {
    Fixture *f = *state;
    Crowd *crowd = crowd_create(12);
    Model model = {0};
    model_build(&model, &crowd->facts);
    lay_out(f, &model, 1920, 1080);
    assert_non_null(layout_find(&f->layout, PART_CARD, 9000, 0));
    assert_non_null(layout_find(&f->layout, PART_CARD, 9005, 0));
    assert_null(layout_find(&f->layout, PART_CARD, 9003, 0));
    const LayoutItem *stack = layout_part(&f->layout, PART_STACK);
    assert_float_equal(stack->value, 3, 0);
    DrawRect newest = layout_find(&f->layout, PART_CARD, 9005, 0)->rect;
    assert_true(newest.x + newest.w <= f->layout.grid.ready.x + f->layout.grid.ready.w + 0.5F);
    model_clear(&model);
    crowd_destroy(crowd);
}

static void projected_queue_above_many_chips_still_shows_its_cards(void **state) {
    Fixture *f = *state;
    Crowd *crowd = crowd_create(60);
    Model model = {0};
    model_build(&model, &crowd->facts);
    f->projector = true;
    lay_out(f, &model, 1422, 800);
    const LayoutItem *card = layout_part(&f->layout, PART_CARD);
    assert_non_null(card);
    assert_true(inside(card->rect, f->layout.grid.ready));
    model_clear(&model);
    crowd_destroy(crowd);
}

static void token_of_a_waiting_loop_stands_beside_the_words(void **state) {
    Fixture *f = *state;
    f->kitchen->now.phase = CS_PHASE_WAIT;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        lay_out(f, &f->model, sizes[i][0], sizes[i][1]);
        DrawRect token = layout_part(&f->layout, PART_TOKEN)->rect;
        for (uint32_t pill = 1; pill <= 3; pill++)
            assert_false(overlap(token, layout_find(&f->layout, PART_PILL, pill, 0)->rect));
    }
}

static void speed_in_use_is_shown_where_not_all_have_room(void **state) {
    Fixture *f = *state;
    f->model.speed = 2;
    lay_out(f, &f->model, 1463, 823);
    for (uint32_t i = 1; i <= 5; i++) assert_non_null(layout_find(&f->layout, PART_SPEED, i, 0));
    lay_out(f, &f->model, 731, 411);
    assert_non_null(layout_find(&f->layout, PART_SPEED, 3, 0));
    assert_null(layout_find(&f->layout, PART_SPEED, 5, 0));
}

/* The badges beside a line from left to right; how many there are. */
static int badges_beside(const Fixture *f, int mark, DrawRect *rects) {
    int count = 0;
    for (size_t i = 0; i < f->layout.count; i++) {
        const LayoutItem *item = &f->layout.items[i];
        if (item->part == PART_GUTTER && item->index == mark) rects[count++] = item->rect;
    }
    return count;
}

static void two_badges_in_a_narrow_gutter_stand_apart_or_are_counted(void **state) {
    Fixture *f = *state;
    ModelLineMark *mark = &f->model.source.marks[3];
    DrawRect rects[4];
    mark->count = 2;
    mark->badges[1] = (ModelBadge){.who = WHO_TASK, .number = 3};
    lay_out(f, &f->model, 1463, 823);
    assert_int_equal(badges_beside(f, 3, rects), 2);
    assert_false(overlap(rects[0], rects[1]));
    assert_true(rects[1].x >= f->layout.grid.source.x);
    mark->badges[1].number = 12;
    lay_out(f, &f->model, 1463, 823);
    assert_int_equal(badges_beside(f, 3, rects), 1);
}

static void source_follows_the_next_line_with_lines_above_it(void **state) {
    Fixture *f = *state;
    f->kitchen->now.line_next = 31;
    model_reset(&f->model);
    model_build(&f->model, &f->kitchen->facts);
    lay_out(f, &f->model, 1463, 823);
    assert_non_null(layout_part(&f->layout, PART_NEXT_BOX));
    assert_true(f->layout.first_line > 0 && f->layout.first_line <= 31 - 1 - 3);
    assert_non_null(layout_part(&f->layout, PART_SOURCE_FOOT));
}

static void points_hit_what_is_drawn_there(void **state) {
    Fixture *f = *state;
    lay_out(f, &f->model, 1920, 1080);
    LayoutHit seat = layout_hit(&f->layout, &f->model, 700, 400);
    assert_int_equal(seat.part, PART_SEAT);
    assert_int_equal(seat.id, KITCHEN_TASK + 1);
    LayoutHit card = layout_hit(&f->layout, &f->model, 1200, 250);
    assert_int_equal(card.part, PART_CARD);
    assert_int_equal(card.id, KITCHEN_HANDLE + 1);
    assert_int_equal(layout_hit(&f->layout, &f->model, 300, 300).line, 8);
    LayoutHit lane = layout_hit(&f->layout, &f->model, 1400, 885);
    assert_int_equal(lane.part, PART_LANE);
    assert_true(lane.step > 0);
    LayoutHit play = layout_hit(&f->layout, &f->model, 800, 1036);
    assert_int_equal(play.part, PART_BUTTON);
    assert_int_equal(play.id, BUTTON_PLAY);
}

static void hidden_panels_give_their_room_away(void **state) {
    Fixture *f = *state;
    f->model.panels = PANEL_STAGE | PANEL_TIMELINE;
    lay_out(f, &f->model, 1920, 1080);
    assert_null(layout_part(&f->layout, PART_SOURCE_PANEL));
    assert_float_equal(layout_part(&f->layout, PART_TIMELINE)->rect.x, 16, 0.1F);
    f->model.panels = PANEL_SOURCE | PANEL_STAGE;
    lay_out(f, &f->model, 1920, 1080);
    assert_null(layout_part(&f->layout, PART_TIMELINE));
    assert_float_equal(layout_part(&f->layout, PART_SOURCE_PANEL)->rect.h, 942, 0.1F);
    assert_nothing_overlaps(&f->layout);
}

static void hidden_panels_leave_their_headings_at_the_foot(void **state) {
    static const float windows[][2] = {{1920, 1080}, {1463, 823}, {1234, 2194}};
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        f->model.panels = PANEL_ALL;
        lay_out(f, &f->model, windows[i][0], windows[i][1]);
        assert_null(layout_part(&f->layout, PART_SHELF));
        f->model.panels = PANEL_STAGE | PANEL_FOOT;
        lay_out(f, &f->model, windows[i][0], windows[i][1]);
        const LayoutItem *source = layout_find(&f->layout, PART_SHELF, PANEL_SOURCE, 0);
        const LayoutItem *boxes = layout_find(&f->layout, PART_SHELF, PANEL_BOXES, 0);
        assert_non_null(source);
        assert_non_null(boxes);
        assert_non_null(layout_find(&f->layout, PART_SHELF, PANEL_OUTPUT, 0));
        assert_non_null(layout_find(&f->layout, PART_SHELF, PANEL_TIMELINE, 0));
        assert_null(layout_find(&f->layout, PART_SHELF, PANEL_STAGE, 0));
        assert_true(source->rect.y + source->rect.h < windows[i][1]);
        LayoutHit hit = layout_hit(&f->layout, &f->model, boxes->rect.x + 9, boxes->rect.y + 9);
        assert_int_equal(hit.part, PART_SHELF);
        assert_int_equal(hit.id, PANEL_BOXES);
        assert_nothing_overlaps(&f->layout);
    }
}

static void without_a_stage_the_source_has_the_whole_width(void **state) {
    Fixture *f = *state;
    f->model.panels = PANEL_SOURCE | PANEL_TIMELINE | PANEL_FOOT;
    lay_out(f, &f->model, 1920, 1080);
    const LayoutItem *source = layout_part(&f->layout, PART_SOURCE_PANEL);
    assert_float_equal(source->rect.w, 1888, 0.1F);
    assert_true(source->rect.y + source->rect.h < layout_part(&f->layout, PART_CAPTION)->rect.y);
    assert_nothing_overlaps(&f->layout);
}

static void caption_and_controls_leave_their_room_to_the_stage(void **state) {
    static const struct {
        float width, height;
        bool projector;
    } windows[] = {{1920, 1080, false},
                   {1463, 823, false},
                   {1422, 800, true},
                   {1080, 1920, false},
                   {1000, 600, false}};
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        float before = 0;
        f->projector = windows[i].projector;
        for (int hidden = 0; hidden < 3; hidden++) {
            f->model.panels = PANEL_ALL & ~(unsigned)(hidden ? PANEL_CAPTION : 0) &
                              ~(unsigned)(hidden == 2 ? PANEL_CONTROLS : 0);
            if (windows[i].projector) f->model.panels &= ~(unsigned)PANEL_TIMELINE;
            lay_out(f, &f->model, windows[i].width, windows[i].height);
            float high = f->layout.grid.track.h;
            assert_true(high > before);
            bool shelf = hidden > 0 && f->layout.grid.shelf.w > 0;
            assert_true((layout_find(&f->layout, PART_SHELF, PANEL_CAPTION, 0) != NULL) == shelf);
            if (!windows[i].projector && !f->layout.single) assert_true(hidden == 0 || shelf);
            assert_true((layout_part(&f->layout, PART_CAPTION) == NULL) == (hidden > 0));
            bool controls =
                layout_part(&f->layout, PART_TRANSPORT) || layout_part(&f->layout, PART_HINT);
            assert_true(controls == (hidden < 2));
            assert_null(hidden == 2 ? layout_part(&f->layout, PART_SCRUB) : NULL);
            assert_nothing_overlaps(&f->layout);
            before = high;
        }
    }
}

static void a_question_has_the_place_of_a_hidden_caption(void **state) {
    Fixture *f = *state;
    f->model.panels = PANEL_ALL & ~(unsigned)PANEL_FOOT;
    f->model.view = VIEW_PREDICT;
    lay_out(f, &f->model, 1920, 1080);
    assert_true(f->layout.grid.caption.w > 0);
    assert_true(f->layout.grid.transport.w > 0);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(nothing_overlaps_in_windows_of_all_sizes),
        T(nothing_overlaps_with_any_number_of_tasks),
        T(regions_stand_where_the_design_has_them),
        T(small_windows_become_compact_with_tabs),
        T(things_keep_their_place_from_step_to_step),
        T(tasks_that_are_not_made_yet_leave_their_seats_free),
        T(many_cards_become_a_stack_between_the_next_and_the_newest),
        T(projected_queue_above_many_chips_still_shows_its_cards),
        T(token_of_a_waiting_loop_stands_beside_the_words),
        T(speed_in_use_is_shown_where_not_all_have_room),
        T(two_badges_in_a_narrow_gutter_stand_apart_or_are_counted),
        T(source_follows_the_next_line_with_lines_above_it),
        T(points_hit_what_is_drawn_there),
        T(hidden_panels_give_their_room_away),
        T(hidden_panels_leave_their_headings_at_the_foot),
        T(without_a_stage_the_source_has_the_whole_width),
        T(caption_and_controls_leave_their_room_to_the_stage),
        T(a_question_has_the_place_of_a_hidden_caption),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
