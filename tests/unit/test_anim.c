#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "anim/anim.h"
#include "support/fake_fonts.h"
#include "support/stage_fixture.h"

enum { MS = 1000000 };

/* The kitchen before Bob took his order, and after. */
typedef struct {
    FakeFonts fonts;
    Kitchen *kitchen;
    Model before, after;
    StageLayout from, to, moving;
    Anim anim;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    fake_fonts_init(&f->fonts);
    f->kitchen = kitchen_create();
    ModelFacts facts = f->kitchen->facts;
    facts.now = &f->kitchen->before;
    facts.before = NULL;
    model_build(&f->before, &facts);
    model_build(&f->after, &f->kitchen->facts);
    LayoutView view = {
        .width = 1920, .height = 1080, .fonts = &f->fonts.base, .type = theme_type(false)};
    bool ok = layout_make(&f->from, &f->before, &view) && layout_make(&f->to, &f->after, &view);
    *state = f;
    return ok ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    anim_clear(&f->anim);
    layout_clear(&f->from);
    layout_clear(&f->to);
    layout_clear(&f->moving);
    model_clear(&f->before);
    model_clear(&f->after);
    kitchen_destroy(f->kitchen);
    free(f);
    return 0;
}

static bool start(Fixture *f, AnimChange change, double speed) {
    AnimOptions options = {.change = change, .speed = speed};
    AnimPicture before = {&f->before, &f->from}, now = {&f->after, &f->to};
    bool back = change == CHANGE_BACK;
    assert_true(layout_copy(&f->moving, back ? &f->from : &f->to));
    return anim_start(&f->anim, back ? now : before, back ? before : now, &options, 0);
}

static const LayoutItem *item_at(Fixture *f, int ms, LayoutPart part, uint32_t id) {
    float share;
    if (!anim_frame(&f->anim, (uint64_t)ms * MS, &f->moving, &share)) return NULL;
    for (size_t i = 0; i < f->moving.count; i++)
        if (f->moving.items[i].part == part && f->moving.items[i].id == id)
            return &f->moving.items[i];
    return NULL;
}

static void eases_begin_at_nought_and_end_at_one(void **state) {
    (void)state;
    for (AnimEase ease = EASE_LINEAR; ease <= EASE_IN_OUT; ease++) {
        assert_float_equal(anim_ease(ease, 0), 0, 0);
        assert_float_equal(anim_ease(ease, 1), 1, 0);
        for (int i = 0; i < 20; i++)
            assert_true(anim_ease(ease, (float)i / 20) <= anim_ease(ease, (float)(i + 1) / 20));
    }
}

static void new_card_comes_from_the_slot_that_woke_its_task(void **state) {
    Fixture *f = *state;
    assert_true(start(f, CHANGE_STEP, 1));
    const LayoutItem *slot = layout_find(&f->to, PART_SLOT, KITCHEN_QUEUE, 1);
    const LayoutItem *card = item_at(f, 0, PART_CARD, KITCHEN_HANDLE + 3);
    assert_float_equal(card->rect.x + card->rect.w / 2, slot->rect.x + slot->rect.w / 2, 1);
    assert_float_equal(card->alpha, 0, 0.001F);
    card = item_at(f, 200, PART_CARD, KITCHEN_HANDLE + 3);
    assert_float_equal(card->alpha, 1, 0.001F);
    const LayoutItem *end = layout_find(&f->to, PART_CARD, KITCHEN_HANDLE + 3, 0);
    card = item_at(f, 319, PART_CARD, KITCHEN_HANDLE + 3);
    assert_float_equal(card->rect.x, end->rect.x, 2);
}

static void items_of_a_queue_move_up_after_a_get(void **state) {
    Fixture *f = *state;
    assert_true(start(f, CHANGE_STEP, 1));
    const LayoutItem *behind = layout_find(&f->from, PART_SLOT, KITCHEN_QUEUE, 1);
    const LayoutItem *first = item_at(f, 0, PART_SLOT, KITCHEN_QUEUE);
    assert_float_equal(first->rect.x, behind->rect.x, 0.01F);
}

static void what_leaves_is_a_ghost_of_the_picture_before(void **state) {
    Fixture *f = *state;
    assert_true(start(f, CHANGE_STEP, 1));
    const LayoutItem *liner = item_at(f, 20, PART_LINER, KITCHEN_TASK + 4);
    assert_non_null(liner);
    assert_true(liner->ghost);
    assert_true(liner->alpha > 0);
}

static void motion_ends_within_its_time(void **state) {
    Fixture *f = *state;
    assert_true(start(f, CHANGE_STEP, 1));
    assert_non_null(item_at(f, 300, PART_CARD, KITCHEN_HANDLE + 3));
    assert_null(item_at(f, 601, PART_CARD, KITCHEN_HANDLE + 3));
    assert_false(f->anim.running);
}

static void speed_divides_the_time(void **state) {
    Fixture *f = *state;
    assert_true(start(f, CHANGE_STEP, 4));
    assert_null(item_at(f, 601 / 4, PART_CARD, KITCHEN_HANDLE + 3));
}

static void step_back_is_the_same_motion_reversed_and_shorter(void **state) {
    Fixture *f = *state;
    assert_true(start(f, CHANGE_STEP, 1));
    float length = f->anim.length;
    DrawRect there = item_at(f, (int)length / 2, PART_CARD, KITCHEN_HANDLE + 3)->rect;
    assert_true(start(f, CHANGE_BACK, 1));
    assert_float_equal(f->anim.length, length, 0.01F);
    const LayoutItem *card = item_at(f, (int)(length / 2 * 0.6F), PART_CARD, KITCHEN_HANDLE + 3);
    assert_true(card->ghost);
    assert_float_equal(card->rect.x, there.x, 12);
    assert_float_equal(card->rect.y, there.y, 12);
    assert_null(item_at(f, (int)(length * 0.6F) + 2, PART_CARD, KITCHEN_HANDLE + 3));
}

static bool cross(DrawRect a, DrawRect b) {
    return a.x < b.x + b.w - 1 && b.x < a.x + a.w - 1 && a.y < b.y + b.h - 1 && b.y < a.y + a.h - 1;
}

static void assert_no_row_crosses_another(Fixture *f) {
    float share;
    int seen = 0;
    for (int ms = 0; anim_frame(&f->anim, (uint64_t)ms * MS, &f->moving, &share); ms += 10) {
        for (size_t i = 0; i < f->moving.count; i++) {
            const LayoutItem *a = &f->moving.items[i];
            for (size_t k = i + 1; a->part == PART_FUTURE && k < f->moving.count; k++) {
                const LayoutItem *b = &f->moving.items[k];
                bool shown = b->part == PART_FUTURE && a->alpha > 0.02F && b->alpha > 0.02F;
                assert_false(shown && cross(a->rect, b->rect));
                seen += shown;
            }
        }
    }
    assert_true(seen > 0);
}

/* The last row becomes the first one, the first one goes, and there is a new one. */
static void rows_of_futures_never_cross_while_they_move(void **state) {
    Fixture *f = *state;
    enum { MOST = 16 };
    LayoutItem *rows[MOST];
    int count = 0;
    for (size_t i = 0; i < f->to.count && count < MOST; i++)
        if (f->to.items[i].part == PART_FUTURE) rows[count++] = &f->to.items[i];
    assert_true(count > 2);
    DrawRect first = rows[0]->rect;
    rows[0]->id = 4711;
    rows[0]->rect = rows[count - 1]->rect;
    rows[count - 1]->rect = first;
    assert_true(start(f, CHANGE_STEP, 1));
    assert_no_row_crosses_another(f);
    assert_true(start(f, CHANGE_BACK, 1));
    assert_no_row_crosses_another(f);
}

static void reduced_motion_and_cuts_do_not_move(void **state) {
    Fixture *f = *state;
    AnimOptions reduced = {.change = CHANGE_STEP, .reduced = true, .speed = 1};
    AnimPicture before = {&f->before, &f->from}, now = {&f->after, &f->to};
    assert_false(anim_start(&f->anim, before, now, &reduced, 0));
    AnimOptions cut = {.change = CHANGE_CUT, .speed = 1};
    assert_false(anim_start(&f->anim, before, now, &cut, 0));
}

static void seek_fades_from_one_picture_to_the_other(void **state) {
    Fixture *f = *state;
    assert_true(start(f, CHANGE_SEEK, 1));
    float share;
    assert_true(anim_frame(&f->anim, 60 * MS, &f->moving, &share));
    assert_float_equal(share, 0.5F, 0.01F);
    assert_false(anim_frame(&f->anim, 121 * MS, &f->moving, &share));
}

static void clock_and_playhead_run_while_time_passes(void **state) {
    Fixture *f = *state;
    f->from.time_ns = 9000000000;
    ((LayoutItem *)layout_part(&f->from, PART_PLAYHEAD))->rect.x -= 100;
    assert_true(start(f, CHANGE_STEP, 1));
    int middle = (int)(f->anim.clock_start + f->anim.clock_length / 2);
    assert_true(f->anim.clock_start > 100); /* Bob comes to rest before time passes */
    const LayoutItem *head = item_at(f, middle, PART_PLAYHEAD, 0);
    float end = layout_part(&f->to, PART_PLAYHEAD)->rect.x;
    assert_true(head->rect.x > end - 99 && head->rect.x < end - 1);
    assert_true(f->moving.time_ns > 9000000000 && f->moving.time_ns < 12000000000);
    assert_true(f->moving.time_runs);
    assert_true(f->anim.length <= 900);
}

static void token_goes_along_the_track(void **state) {
    (void)state;
    DrawRect track = {626, 94, 1276, 566};
    float length = anim_track_length(track);
    DrawPoint left = {626, 300}, bottom = {900, 660}, right = {1902, 400};
    float a = anim_track_distance(track, left), b = anim_track_distance(track, bottom);
    float c = anim_track_distance(track, right);
    assert_true(a < b && b < c && c < length);
    DrawPoint p = anim_track_point(track, a);
    assert_float_equal(p.x, left.x, 0.5F);
    assert_float_equal(p.y, left.y, 0.5F);
    /* On its way it never leaves the edges. */
    for (float d = 0; d < length; d += 20) {
        DrawPoint q = anim_track_point(track, d);
        bool inner = q.x > 640 && q.x < 1888 && q.y > 108 && q.y < 646;
        assert_false(inner);
    }
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(eases_begin_at_nought_and_end_at_one),
        T(new_card_comes_from_the_slot_that_woke_its_task),
        T(items_of_a_queue_move_up_after_a_get),
        T(what_leaves_is_a_ghost_of_the_picture_before),
        T(motion_ends_within_its_time),
        T(speed_divides_the_time),
        T(step_back_is_the_same_motion_reversed_and_shorter),
        T(rows_of_futures_never_cross_while_they_move),
        T(reduced_motion_and_cuts_do_not_move),
        T(seek_fades_from_one_picture_to_the_other),
        T(clock_and_playhead_run_while_time_passes),
        T(token_goes_along_the_track),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
