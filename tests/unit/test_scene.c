#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scene/stage.h"
#include "support/fake_fonts.h"
#include "support/golden.h"
#include "support/stage_fixture.h"

/* Goldens lie in tests/app; with COROSCOPE_UPDATE=1 they are written anew. */

typedef struct {
    FakeFonts fonts;
    Kitchen *kitchen;
    Stage *stage;
    StageView view;
    DrawList list;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    fake_fonts_init(&f->fonts);
    f->kitchen = kitchen_create();
    f->kitchen->lesson.program.text = f->kitchen->source->text;
    f->kitchen->lesson.program.length = strlen(f->kitchen->source->text);
    f->stage = stage_create(&f->fonts.base);
    f->view = (StageView){.width = 1920, .height = 1080, .zoom = 1, .speed = 1};
    stage_set_view(f->stage, &f->view);
    draw_list_init(&f->list);
    *state = f;
    return f->stage ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    draw_list_clear(&f->list);
    stage_destroy(f->stage);
    kitchen_destroy(f->kitchen);
    free(f);
    return 0;
}

static bool draw(Fixture *f, uint64_t now_ms) {
    draw_list_reset(&f->list, stage_background(f->stage));
    bool moving = stage_draw(f->stage, &f->list, now_ms * 1000000);
    assert_false(f->list.full);
    assert_int_equal(f->list.clips, 0);
    assert_int_equal(f->list.alphas, 0);
    return moving;
}

static void show(Fixture *f) {
    assert_true(stage_show(f->stage, &f->kitchen->facts, CHANGE_CUT, 0));
    assert_false(draw(f, 0));
}

/* ---- Goldens ------------------------------------------------------------------------------- */

static void texts_of_the_kitchen_are_as_recorded(void **state) {
    Fixture *f = *state;
    show(f);
    FILE *out = tmpfile();
    draw_list_print_texts(&f->list, out);
    assert_golden("tests/app/kitchen_texts.txt", out);
}

/* Commands whose place lies in the rectangle, of a list without the others. */
static void print_region(const DrawList *list, DrawRect r, FILE *out) {
    DrawList part = *list;
    part.commands = calloc(list->count, sizeof *part.commands);
    part.count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const DrawCommand *c = &list->commands[i];
        bool points = c->kind == DRAW_LINE || c->kind == DRAW_POLYGON || c->kind == DRAW_CURVE;
        float x = points ? list->points[c->first].x : c->x;
        float y = points ? list->points[c->first].y : c->y;
        bool group = c->kind >= DRAW_CLIP_PUSH;
        if (!group && draw_rect_has(r, x, y)) part.commands[part.count++] = *c;
    }
    draw_list_print(&part, out);
    free(part.commands);
}

static void commands_of_the_running_slot_are_as_recorded(void **state) {
    Fixture *f = *state;
    show(f);
    FILE *out = tmpfile();
    print_region(&f->list, layout_part(stage_layout(f->stage), PART_RUNNING)->rect, out);
    assert_golden("tests/app/running_slot.txt", out);
}

static void commands_of_the_queue_are_as_recorded_in_light(void **state) {
    Fixture *f = *state;
    f->view.theme = THEME_LIGHT;
    stage_set_view(f->stage, &f->view);
    show(f);
    FILE *out = tmpfile();
    print_region(&f->list, layout_part(stage_layout(f->stage), PART_SYNC)->rect, out);
    assert_golden("tests/app/queue_light.txt", out);
}

static void texts_of_a_small_window_are_as_recorded(void **state) {
    Fixture *f = *state;
    f->view.width = 1280;
    f->view.height = 720;
    stage_set_view(f->stage, &f->view);
    show(f);
    FILE *out = tmpfile();
    draw_list_print_texts(&f->list, out);
    assert_golden("tests/app/kitchen_small_texts.txt", out);
}

/* ---- Texts stay in their boxes --------------------------------------------------------------- */

static DrawRect text_rect(Fixture *f, const DrawCommand *c) {
    float w = fonts_measure_tracked(&f->fonts.base, (FontId)c->what, c->h, c->from,
                                    f->list.text + c->first, c->count);
    float x = c->x - (c->align == DRAW_ALIGN_RIGHT ? w : c->align == DRAW_ALIGN_CENTRE ? w / 2 : 0);
    return (DrawRect){x, c->y - c->h * 0.7F, w, c->h * 0.7F};
}

/* A text that begins in a box ends in it too. */
static void assert_texts_stay_in(Fixture *f, LayoutPart part) {
    const StageLayout *layout = stage_layout(f->stage);
    for (size_t k = 0; k < layout->count; k++) {
        const LayoutItem *item = &layout->items[k];
        if (item->part != part) continue;
        for (size_t i = 0; i < f->list.count; i++) {
            const DrawCommand *c = &f->list.commands[i];
            if (c->kind != DRAW_TEXT) continue;
            DrawRect t = text_rect(f, c), r = item->rect;
            if (!draw_rect_has(r, t.x, t.y + t.h / 2)) continue;
            if (t.x + t.w > r.x + r.w + 0.5F)
                fail_msg("\"%.*s\" leaves part %u", (int)c->count, f->list.text + c->first, part);
        }
    }
}

static void long_names_are_cut_with_an_ellipsis(void **state) {
    Fixture *f = *state;
    static const char longest[] = "a_task_with_a_name_that_nobody_would_want_to_read_on_a_card";
    CsTask tasks[KITCHEN_TASKS];
    memcpy(tasks, f->kitchen->now.tasks, sizeof tasks);
    tasks[3].label = tasks[3].coroutine = longest;
    CsHandle ready[3];
    memcpy(ready, f->kitchen->now.ready, sizeof ready);
    ready[2].name = longest;
    CsTimer timers[2];
    memcpy(timers, f->kitchen->now.timers, sizeof timers);
    timers[0].label = longest;
    f->kitchen->now.tasks = tasks;
    f->kitchen->now.ready = ready;
    f->kitchen->now.timers = timers;
    static const LayoutPart parts[] = {PART_SEAT,   PART_CARD, PART_TIMERS, PART_FRAME,
                                       PART_FUTURE, PART_SLOT, PART_CAPTION};
    static const int widths[] = {1920, 1280, 2560}, heights[] = {1080, 720, 1440};
    for (int i = 0; i < 3; i++) {
        f->view.width = widths[i];
        f->view.height = heights[i];
        stage_set_view(f->stage, &f->view);
        show(f);
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) assert_texts_stay_in(f, parts[k]);
    }
}

static void crowds_are_drawn_without_filling_the_list(void **state) {
    Fixture *f = *state;
    static const int counts[] = {6, 7, 12, 20, 60, 300};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        Crowd *crowd = crowd_create(counts[i]);
        stage_forget(f->stage);
        assert_true(stage_show(f->stage, &crowd->facts, CHANGE_CUT, 0));
        draw(f, 0);
        assert_true(f->list.count > 200);
        crowd_destroy(crowd);
    }
}

static void only_the_running_task_glows_in_amber(void **state) {
    Fixture *f = *state;
    show(f);
    int amber = 0;
    for (size_t i = 0; i < f->list.count; i++) {
        const DrawCommand *c = &f->list.commands[i];
        bool card = c->kind == DRAW_BOX && c->h > 90 && c->w > 100 && c->w < 600;
        amber += card && c->line == theme_get(THEME_DARK)->runline;
    }
    assert_int_equal(amber, 2); /* the running slot and the running task's seat */
}

static void spotlight_covers_all_but_its_panel_and_the_caption(void **state) {
    Fixture *f = *state;
    const LessonThing queue = {"queue", "q", 0};
    f->kitchen->facts.spotlight = &queue;
    f->view.spotlight = f->view.reduced_motion = true;
    stage_set_view(f->stage, &f->view);
    show(f);
    DrawColour cover = draw_fade(theme_get(THEME_DARK)->bg0, 0.5F);
    DrawRect panel = layout_part(stage_layout(f->stage), PART_SYNC)->rect;
    DrawRect caption = layout_part(stage_layout(f->stage), PART_CAPTION)->rect;
    bool panel_covered = false, caption_covered = false, source_covered = false;
    for (size_t i = 0; i < f->list.count; i++) {
        const DrawCommand *c = &f->list.commands[i];
        if (c->kind != DRAW_BOX || c->colour != cover) continue;
        DrawRect r = {c->x, c->y, c->w, c->h};
        panel_covered |= draw_rect_has(r, panel.x + panel.w / 2, panel.y + panel.h / 2);
        caption_covered |= draw_rect_has(r, caption.x + 100, caption.y + caption.h / 2);
        source_covered |= draw_rect_has(r, 300, 400);
    }
    assert_true(source_covered);
    assert_false(panel_covered);
    assert_false(caption_covered);
}

/* ---- The stage as a whole ------------------------------------------------------------------ */

static ModelFacts earlier(const Fixture *f) {
    ModelFacts facts = f->kitchen->facts;
    facts.now = &f->kitchen->before;
    facts.before = NULL;
    return facts;
}

static bool is_picture(const DrawList *a, const DrawList *b) {
    if (a->count != b->count || a->background != b->background) return false;
    for (size_t i = 0; i < a->count; i++)
        if (!draw_command_equal(a, i, b, i)) return false;
    return true;
}

static void step_moves_and_comes_to_rest_where_a_cut_is_at_once(void **state) {
    Fixture *f = *state;
    show(f);
    DrawList still = f->list;
    draw_list_init(&f->list);
    ModelFacts facts = earlier(f);
    assert_true(stage_show(f->stage, &facts, CHANGE_CUT, 0));
    assert_true(stage_show(f->stage, &f->kitchen->facts, CHANGE_STEP, 1000000));
    assert_true(draw(f, 100));
    assert_false(is_picture(&f->list, &still));
    assert_false(draw(f, 2000));
    assert_true(is_picture(&f->list, &still));
    draw_list_clear(&still);
}

static void new_step_finishes_the_running_motion_at_once(void **state) {
    Fixture *f = *state;
    ModelFacts facts = earlier(f);
    assert_true(stage_show(f->stage, &facts, CHANGE_CUT, 0));
    assert_true(stage_show(f->stage, &f->kitchen->facts, CHANGE_STEP, 1000000));
    assert_true(draw(f, 50));
    assert_true(stage_show(f->stage, &facts, CHANGE_BACK, 60000000));
    assert_true(draw(f, 100));
    stage_finish(f->stage);
    assert_false(draw(f, 110));
}

static void seek_shows_both_pictures_while_it_fades(void **state) {
    Fixture *f = *state;
    show(f);
    size_t alone = f->list.count;
    ModelFacts facts = earlier(f);
    assert_true(stage_show(f->stage, &facts, CHANGE_SEEK, 1000000));
    assert_true(draw(f, 50));
    assert_true(f->list.count > alone * 3 / 2);
    assert_false(draw(f, 500));
}

static void selected_task_and_what_belongs_to_it_have_a_frame(void **state) {
    Fixture *f = *state;
    f->kitchen->facts.selected = KITCHEN_TASK + 2;
    show(f);
    int framed = 0, related = 0;
    for (size_t i = 0; i < f->list.count; i++) {
        const DrawCommand *c = &f->list.commands[i];
        if (c->kind != DRAW_BOX || c->line != theme_get(THEME_DARK)->text) continue;
        framed += c->stroke.width >= 3;
        related += c->stroke.on > 0;
    }
    assert_int_equal(framed, 1);
    assert_int_equal(related, 2); /* its card and the future that woke it */
}

static int count_corners(const Fixture *f) {
    int count = 0;
    for (size_t i = 0; i < f->list.count; i++) {
        const DrawCommand *c = &f->list.commands[i];
        bool amber = c->colour == theme_get(THEME_DARK)->runline && c->stroke.cap == DRAW_CAP_ROUND;
        count += c->kind == DRAW_LINE && amber && c->stroke.width >= 3;
    }
    return count;
}

static bool says(const Fixture *f, const char *text) {
    for (size_t i = 0; i < f->list.count; i++) {
        const DrawCommand *c = &f->list.commands[i];
        if (c->kind != DRAW_TEXT || c->count != strlen(text)) continue;
        if (memcmp(f->list.text + c->first, text, c->count) == 0) return true;
    }
    return false;
}

static bool is_lit(const Fixture *f, uint32_t pill) {
    const LayoutItem *item = layout_find(stage_layout(f->stage), PART_PILL, pill, 0);
    for (size_t i = 0; i < f->list.count; i++) {
        const DrawCommand *c = &f->list.commands[i];
        DrawPoint middle = {item->rect.x + 1, item->rect.y + item->rect.h / 2};
        bool there = c->kind == DRAW_BOX && c->w <= item->rect.w + 1 &&
                     draw_rect_has((DrawRect){c->x, c->y, c->w, c->h}, middle.x, middle.y);
        if (there && c->colour == theme_get(THEME_DARK)->running) return true;
    }
    return false;
}

/* Both moments lie in one handle, and three seconds between them: a call that blocks. */
static void loop_stays_at_its_handle_while_a_call_blocks_and_timers_come_late(void **state) {
    Fixture *f = *state;
    ModelFacts facts = earlier(f);
    CsSnapshot late = *f->kitchen->facts.now;
    CsTimer timer = late.timers[0];
    int64_t from = facts.now->time_ns;
    timer.when_ns = from + 1000000000;
    late.timers = &timer;
    late.timer_count = 1;
    late.time_ns = from + 3000000000;
    late.running = facts.now->running;
    f->kitchen->facts.now = &late;
    assert_true(stage_show(f->stage, &facts, CHANGE_CUT, 0));
    assert_true(stage_show(f->stage, &f->kitchen->facts, CHANGE_STEP, 1000000));
    bool early = false, later = false;
    for (uint64_t ms = 10; draw(f, ms); ms += 10) {
        assert_true(is_lit(f, 1));
        assert_false(is_lit(f, 2));
        early = early || says(f, "in 0.5 s");
        later = later || says(f, "1.0 s late");
        if (later) assert_true(early);
        if (!later) assert_false(says(f, "2 s late"));
    }
    assert_true(later);
    assert_true(says(f, "2 s late"));
}

/* Bob took order 8: the waiter's card, its seat, what it waited for and the queue's slot. */
static void with_reduced_motion_a_corner_marks_each_thing_that_changed(void **state) {
    Fixture *f = *state;
    show(f);
    int without = count_corners(f);
    f->view.reduced_motion = f->view.marks_changes = true;
    stage_set_view(f->stage, &f->view);
    assert_true(stage_show(f->stage, &f->kitchen->facts, CHANGE_STEP, 0));
    assert_false(draw(f, 0)); /* nothing moves */
    const Model *m = stage_model(f->stage);
    int changed = 0;
    for (int i = 0; i < m->ready.count; i++) changed += m->ready.cards[i].fresh;
    for (int i = 0; i < m->seat_count; i++) changed += m->seats[i].fresh;
    for (int i = 0; i < m->future_count; i++) changed += m->futures[i].fresh;
    for (int i = 0; i < m->timer_count; i++) changed += m->timers[i].fresh;
    for (int i = 0; i < m->output_count; i++) changed += m->outputs[i].fresh;
    for (int i = 0; i < m->sync_count; i++)
        for (int k = 0; k < m->syncs[i].slot_count; k++) changed += m->syncs[i].slots[k].changed;
    assert_true(changed >= 3);
    assert_int_equal(count_corners(f) - without, changed);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(texts_of_the_kitchen_are_as_recorded),
        T(commands_of_the_running_slot_are_as_recorded),
        T(commands_of_the_queue_are_as_recorded_in_light),
        T(texts_of_a_small_window_are_as_recorded),
        T(long_names_are_cut_with_an_ellipsis),
        T(crowds_are_drawn_without_filling_the_list),
        T(only_the_running_task_glows_in_amber),
        T(spotlight_covers_all_but_its_panel_and_the_caption),
        T(step_moves_and_comes_to_rest_where_a_cut_is_at_once),
        T(new_step_finishes_the_running_motion_at_once),
        T(seek_shows_both_pictures_while_it_fades),
        T(selected_task_and_what_belongs_to_it_have_a_frame),
        T(loop_stays_at_its_handle_while_a_call_blocks_and_timers_come_late),
        T(with_reduced_motion_a_corner_marks_each_thing_that_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
